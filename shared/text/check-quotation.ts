import type { DifferencePart } from "../model/brief.ts";
import { diffSequences } from "./diff-sequences.ts";
import { DIVISION_MARK, isSameWording, joinDividedWords, normalizeForMatching } from "./normalize.ts";

/** How the words of a quotation compare with those of its source, when both are there. */
export type WordingCheck =
  | { readonly kind: "verified" }
  | { readonly kind: "altered"; readonly difference: readonly DifferencePart[] };

/**
 * Compares a quotation with the passage that it quotes. Verified means word for word: line breaks, other white space,
 * hyphens at line ends, curly or straight quotation marks and kinds of dashes do not count; case, accents and
 * punctuation do. Otherwise the difference is given word by word, from the source (removed) to the quotation (added).
 *
 * The parts read as text: `same` and `removed` together are the source, `same` and `added` the quotation, white space
 * collapsed. Where both have the same word the source's spelling of marks and hyphens is shown.
 */
export function checkQuotation(quotation: string, source: string): WordingCheck {
  if (isSameWording(quotation, source)) return { kind: "verified" };
  const before = readWords(source);
  const after = readWords(quotation);
  const parts: DifferencePart[] = [];
  for (const step of diffSequences(before, after, isSameWord)) {
    const word = step.kind === "added" ? after[step.second] : before[step.first];
    if (word === undefined) continue;
    if (step.kind !== "same") {
      append(parts, step.kind, word.space + word.text);
      continue;
    }
    const other = after[step.second];
    if (other !== undefined && other.space !== word.space) append(parts, word.space === "" ? "added" : "removed", " ");
    else append(parts, "same", word.space);
    append(parts, "same", word.text);
  }
  return { kind: "altered", difference: moveSpacesOut(orderChanges(parts)) };
}

/** A word or a mark of punctuation, with the white space before it (one space or none). */
interface Word {
  readonly space: "" | " ";
  readonly text: string;
  /** In the form in which quotations are compared. */
  readonly form: string;
  /** True when a hyphen at a line end was taken out of it, which may have been part of the word. */
  readonly isJoined: boolean;
}

/**
 * White space and a word with its inner hyphens and apostrophes, or a number with its inner points and commas, or one
 * other character. A soft hyphen stands where the word was divided.
 */
const WORD =
  /(\s*)([\p{L}\p{N}\p{M}\u00AD]+(?:(?:['’\u2010\u2011-]|(?<=\p{N})[.,:/](?=\p{N}))[\p{L}\p{N}\p{M}\u00AD]+)*|\S)/gu;

function readWords(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const [, space = "", word = ""] of joinDividedWords(text.normalize("NFC")).trim().matchAll(WORD)) {
    const shown = word.replaceAll(DIVISION_MARK, "");
    if (shown === "") continue;
    const form = normalizeForMatching(shown).normalized;
    words.push({ space: space === "" ? "" : " ", text: shown, form, isJoined: shown !== word });
  }
  return words;
}

function isSameWord(one: Word, other: Word): boolean {
  if (one.form === other.form) return true;
  return (one.isJoined || other.isJoined) && one.form.replaceAll("-", "") === other.form.replaceAll("-", "");
}

function append(parts: DifferencePart[], kind: DifferencePart["kind"], text: string): void {
  if (text === "") return;
  const last = parts[parts.length - 1];
  if (last?.kind === kind) parts[parts.length - 1] = { kind, text: last.text + text };
  else parts.push({ kind, text });
}

/** Between two stretches that are the same, first all that was removed, then all that was added. */
function orderChanges(parts: readonly DifferencePart[]): readonly DifferencePart[] {
  const ordered: DifferencePart[] = [];
  let added = "";
  for (const part of [...parts, null]) {
    if (part?.kind === "added") added += part.text;
    else if (part?.kind === "removed") append(ordered, "removed", part.text);
    else {
      append(ordered, "added", added);
      added = "";
      if (part !== null) append(ordered, "same", part.text);
    }
  }
  return ordered;
}

/** A space before both the removed and the added words is no change: it goes to the part before them. */
function moveSpacesOut(parts: readonly DifferencePart[]): readonly DifferencePart[] {
  const moved: DifferencePart[] = [];
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index];
    const next = parts[index + 1];
    if (part === undefined) continue;
    if (part.kind === "removed" && next?.kind === "added" && part.text.startsWith(" ") && next.text.startsWith(" ")) {
      append(moved, "same", " ");
      append(moved, "removed", part.text.slice(1));
      append(moved, "added", next.text.slice(1));
      index += 1;
    } else append(moved, part.kind, part.text);
  }
  return moved;
}

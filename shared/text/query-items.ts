import { failure, ok, type Result } from "../base/result.ts";
import { hasToken, tokenize } from "./tokenize.ts";

/** Why a search could not be read: what to do, in plain words, and where (code units into the search). */
export interface QuerySyntaxError {
  readonly message: string;
  readonly offset: number;
}

/** What a search is made of, before precedence. `words` has at least one token. */
export type QueryItem =
  | { readonly kind: "words"; readonly words: readonly string[]; readonly prefix: boolean; readonly offset: number }
  | { readonly kind: "operator"; readonly name: "AND" | "OR" | "NOT"; readonly offset: number }
  | { readonly kind: "open"; readonly offset: number }
  | { readonly kind: "close"; readonly offset: number };

const DOUBLE_QUOTATION_MARKS = /["“”„‟«»]/;

/** Where a bare word ends: white space, a bracket, a double quotation mark. */
const WORD_END = /[\s()"“”„‟«»]/;

const STAR_HELP = "A star stands at the end of the beginning of a word, as in custod*.";

/**
 * Divides a search into words, phrases, operators and brackets. Punctuation that stands alone gives no item. Fails on a
 * phrase that is not closed or has nothing to search for, and on a star that is not at the end of a word.
 */
export function readQueryItems(source: string): Result<readonly QueryItem[], QuerySyntaxError> {
  const items: QueryItem[] = [];
  let index = 0;
  while (index < source.length) {
    const character = source.charAt(index);
    if (/\s/.test(character)) {
      index += 1;
    } else if (character === "(" || character === ")") {
      items.push({ kind: character === "(" ? "open" : "close", offset: index });
      index += 1;
    } else if (DOUBLE_QUOTATION_MARKS.test(character)) {
      const end = endOf(source, index + 1, DOUBLE_QUOTATION_MARKS);
      if (end === source.length) {
        return failure({ message: 'The quotation marks are not closed. Add “"” after the last word.', offset: index });
      }
      const phrase = readWords(source, index + 1, end);
      if (phrase.kind === "failure") return phrase;
      if (phrase.value === null) {
        const message = "There is no letter or digit between the quotation marks. Put words there, or remove them.";
        return failure({ message, offset: index });
      }
      items.push({ kind: "words", ...phrase.value, offset: index });
      index = end + 1;
    } else {
      const end = endOf(source, index, WORD_END);
      const text = source.slice(index, end);
      if (text === "AND" || text === "OR" || text === "NOT") {
        items.push({ kind: "operator", name: text, offset: index });
      } else {
        const word = readWords(source, index, end);
        if (word.kind === "failure") return word;
        if (word.value !== null) items.push({ kind: "words", ...word.value, offset: index });
      }
      index = end;
    }
  }
  return ok(items);
}

/** The tokens (in NFC) of a stretch of the search, the last a prefix when a star ends it; null when there is none. */
function readWords(
  source: string,
  start: number,
  end: number,
): Result<{ readonly words: readonly string[]; readonly prefix: boolean } | null, QuerySyntaxError> {
  const text = source.slice(start, end);
  const star = text.indexOf("*");
  if (star < 0) {
    const words = tokenize(text.normalize("NFC")).map((token) => token.text);
    return ok(words.length === 0 ? null : { words, prefix: false });
  }
  const stem = text.slice(0, star);
  const tokens = tokenize(stem);
  const last = tokens[tokens.length - 1];
  if (last === undefined || last.end !== stem.length) {
    const message = `The star needs a letter or digit right before it. ${STAR_HELP}`;
    return failure({ message, offset: start + star });
  }
  const rest = text.slice(star + 1);
  if (hasToken(rest) || rest.includes("*")) {
    return failure({ message: `Nothing can follow a star. ${STAR_HELP}`, offset: start + star });
  }
  return ok({ words: tokenize(stem.normalize("NFC")).map((token) => token.text), prefix: true });
}

function endOf(source: string, from: number, end: RegExp): number {
  let index = from;
  while (index < source.length && !end.test(source.charAt(index))) index += 1;
  return index;
}

import { FITS, MAY_FIT } from "#core/ports/word-index.ts";
import { commonCodeOf, pairTerm, SEVERAL_COMMON } from "#shared/text/common-words.ts";
import type { ResolvedWord } from "#shared/text/query/resolved-query.ts";
import { type Attempt, openTerms } from "./attempt.ts";
import { WordUnion } from "./word-union.ts";

/** A part of a phrase whose places are read: a word, a word beside a common one, or two common words that follow each other. */
export interface PhraseUnit {
  readonly union: WordUnion;
  /** How far it stands from the first word of the phrase. */
  readonly offset: number;
  /** How many words of the phrase it settles by its own places, without what it knows of those beside them. */
  readonly words: number;
}

/** A common word of a phrase, whatever its form, or another. */
type Kind = "common" | "word" | "other";

/**
 * What has to be read for a phrase. The commonest words have the longest lists by far: those of a phrase are not read
 * where a word beside them, or a pair of them, says where they stand (`TermPlaces.neighbours`, `pairTerm`).
 */
export function planPhrase(words: readonly ResolvedWord[], attempt: Attempt): readonly PhraseUnit[] {
  const lists = words.map((word) => openTerms(word.terms, attempt));
  const kinds = words.map(({ terms }, at): Kind => {
    const codes = terms.map(({ term }) => commonCodeOf(term));
    if (codes.length > 0 && codes.every((code) => code > 0)) return "common";
    return lists[at]?.every(({ hasNeighbours }) => hasNeighbours) === true ? "word" : "other";
  });
  const isSettled = kinds.map((kind, at) => kind !== "common" || kinds[at - 1] === "word" || kinds[at + 1] === "word");
  const units: PhraseUnit[] = [];
  words.forEach((_, at) => {
    if (kinds[at] === "common") return;
    const before = kinds[at] === "word" && kinds[at - 1] === "common" ? codesOf(words[at - 1]) : null;
    const after = kinds[at] === "word" && kinds[at + 1] === "common" ? codesOf(words[at + 1]) : null;
    const beside = before === null && after === null ? null : { before: before ?? ANY_WORD, after: after ?? ANY_WORD };
    units.push({ union: new WordUnion(lists[at] ?? [], beside), offset: at, words: 1 });
  });
  for (let at = 0; at < words.length; at += 1) {
    if (isSettled[at] === true) continue;
    const first = kinds[at + 1] === "common" ? at : kinds[at - 1] === "common" ? at - 1 : -1;
    if (first === -1) units.push({ union: new WordUnion(lists[at] ?? []), offset: at, words: 1 });
    else {
      units.push({ union: openPair(words[first], words[first + 1], attempt), offset: first, words: 2 });
      isSettled[first + 1] = true;
    }
  }
  return units;
}

const ANY_WORD = new Uint8Array(256).fill(FITS);

function codesOf(word: ResolvedWord | undefined): Uint8Array {
  const codes = new Uint8Array(256);
  for (const { term } of word?.terms ?? []) codes[commonCodeOf(term)] = FITS;
  codes[SEVERAL_COMMON] = MAY_FIT;
  return codes;
}

function openPair(first: ResolvedWord | undefined, second: ResolvedWord | undefined, attempt: Attempt): WordUnion {
  const pairs = (first?.terms ?? []).flatMap((one) =>
    (second?.terms ?? []).map((other) => ({ term: pairTerm(one.term, other.term) })),
  );
  return new WordUnion(openTerms(pairs, attempt));
}

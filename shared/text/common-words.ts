/**
 * The commonest words of English, Spanish and French, as the index folds them. A word's place in this list, from 1, is its
 * code in the index: the list may not change without reading all documents anew.
 */
export const COMMON_WORDS: readonly string[] = [
  ...[
    "the",
    "of",
    "and",
    "to",
    "in",
    "a",
    "that",
    "is",
    "was",
    "for",
    "it",
    "with",
    "as",
    "be",
    "on",
    "by",
    "this",
    "at",
  ],
  ...[
    "from",
    "or",
    "an",
    "not",
    "are",
    "which",
    "his",
    "he",
    "have",
    "has",
    "had",
    "but",
    "they",
    "were",
    "been",
    "will",
  ],
  ...["would", "all", "any", "its", "their", "i", "we", "you", "s"],
  ...[
    "de",
    "la",
    "que",
    "el",
    "en",
    "y",
    "los",
    "se",
    "del",
    "las",
    "un",
    "por",
    "con",
    "una",
    "su",
    "para",
    "es",
    "al",
  ],
  ...["lo", "como", "o", "sus"],
  ...["le", "et", "les", "des", "du", "une", "est", "pour", "qui", "dans", "par", "au", "sur", "ne", "pas", "ce", "il"],
  ...["sont", "d", "l", "aux", "n"],
];

/** Begins the term of a pair; below all letters. */
export const PAIR_MARK = "\u0002";

/** The term of the index for two common words that follow each other: it stands where the first does. */
export function pairTerm(first: string, second: string): string {
  return `${PAIR_MARK}${first} ${second}`;
}

/** Stands for several common words at one place; a word that is divided at the end of a line can be that. */
export const SEVERAL_COMMON = 255;

const CODES: ReadonlyMap<string, number> = new Map(COMMON_WORDS.map((word, index) => [word, index + 1]));

/** The code of a common word, from 1 and below `SEVERAL_COMMON`; 0 for any other word. */
export function commonCodeOf(fold: string): number {
  return CODES.get(fold) ?? 0;
}

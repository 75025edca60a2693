import { isDroppedDiacritic, isTokenCodePoint } from "./token-characters.ts";

/** A word of the search index as it stands in a text: `text.slice(start, end)`, in UTF-16 code units. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The words of a text, divided exactly as FTS5's `unicode61 remove_diacritics 2` divides them: punctuation, symbols and
 * white space separate; a combining accent stays with its word. `1:25-cv-00001` is four words.
 */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let start = -1;
  let index = 0;
  while (index < text.length) {
    const codePoint = text.codePointAt(index) ?? 0;
    const isPart = isTokenCodePoint(codePoint) || (start >= 0 && isDroppedDiacritic(codePoint));
    if (isPart && start < 0) start = index;
    if (!isPart && start >= 0) {
      tokens.push({ text: text.slice(start, index), start, end: index });
      start = -1;
    }
    index += codePoint > 0xffff ? 2 : 1;
  }
  if (start >= 0) tokens.push({ text: text.slice(start), start, end: text.length });
  return tokens;
}

/** What a text has of letters and digits that a search can find. */
export function hasToken(text: string): boolean {
  for (const character of text) if (isTokenCodePoint(character.codePointAt(0) ?? 0)) return true;
  return false;
}

/** Letters that SQLite folds to another letter than `toLowerCase` does: variants of Greek letters, long s, micro sign. */
const FOLD_EXCEPTIONS: ReadonlyMap<string, string> = new Map([
  ["µ", "μ"],
  ["ſ", "s"],
  ["ẛ", "s"],
  ["ς", "σ"],
  ["ϐ", "β"],
  ["ϑ", "θ"],
  ["ϕ", "φ"],
  ["ϖ", "π"],
  ["ϰ", "κ"],
  ["ϱ", "ρ"],
  ["ϵ", "ε"],
  ["\u1fbe", "ι"],
  ["Ǡ", "ǡ"],
  ["ǡ", "ǡ"],
]);

/** Letters whose lower case came into Unicode after the tables of SQLite: it leaves them as they are. */
const NOT_FOLDED =
  /[\u{37f}\u{528}\u{52a}\u{52c}\u{52e}\u{13a0}-\u{13f5}\u{1c89}\u{1c90}-\u{1cba}\u{1cbd}-\u{1cbf}\u{2c2f}\u{a698}\u{a69a}\u{a796}\u{a798}\u{a79a}\u{a79c}\u{a79e}\u{a7ab}-\u{a7ae}\u{a7b0}-\u{a7b4}\u{a7b6}\u{a7b8}\u{a7ba}\u{a7bc}\u{a7be}\u{a7c0}\u{a7c2}\u{a7c4}-\u{a7c7}\u{a7c9}\u{a7cb}-\u{a7cc}\u{a7ce}\u{a7d0}\u{a7d2}\u{a7d4}\u{a7d6}\u{a7d8}\u{a7da}\u{a7dc}\u{a7f5}\u{104b0}-\u{104d3}\u{10570}-\u{10595}\u{10c80}-\u{10cb2}\u{10d50}-\u{10d65}\u{118a0}-\u{118bf}\u{16e40}-\u{16e5f}\u{16ea0}-\u{16eb8}\u{1e900}-\u{1e921}]/u;

const COMBINING_ACCENTS = /[\u0300-\u036f]/g;
const ONE_LATIN_LETTER = /^[a-z]$/;

/**
 * A token as the search index stores it: lower case, accents removed from Latin letters (`Núñez` → `nunez`), as FTS5's
 * `unicode61 remove_diacritics 2` folds it. Two tokens match when their folds are equal.
 *
 * @param token a word as `tokenize` gives it
 */
export function foldToken(token: string): string {
  let folded = "";
  for (const character of token) folded += foldCharacter(character);
  return folded;
}

function foldCharacter(character: string): string {
  const codePoint = character.codePointAt(0) ?? 0;
  if (codePoint < 0x80) return character.toLowerCase();
  if (isDroppedDiacritic(codePoint)) return "";
  const exception = FOLD_EXCEPTIONS.get(character);
  if (exception !== undefined) return exception;
  if (NOT_FOLDED.test(character)) return character;
  const lower = character.toLowerCase();
  const base = lower.normalize("NFD").replace(COMBINING_ACCENTS, "");
  return ONE_LATIN_LETTER.test(base) ? base : lower;
}

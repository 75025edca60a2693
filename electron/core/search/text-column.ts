import { foldToken, tokenize } from "#shared/text/tokenize.ts";

/** Says of a word (lower case, with its accents) whether it is meant. */
export type WordTest = (word: string) => boolean;

/**
 * Short texts of documents, such as titles or senders, by row. Each word of all of them is kept and tested once: a
 * condition looks at the words that there are, not at the rows. Texts are divided into words when the column is first asked.
 */
export interface TextColumn {
  /** @param texts one text or several; null for none */
  set(row: number, texts: RowTexts): void;
  /**
   * Rows with a text in which words that pass the tests stand in this order, next to each other. No test: rows that have a
   * text at all.
   */
  match(tests: readonly WordTest[]): (row: number) => boolean;
  /**
   * Which of some groups of terms a row's texts have a word of: a bit each, the first group the lowest. Terms are folds, or
   * after `=` lower-case words with their accents.
   */
  groupsIn(groups: readonly Iterable<string>[]): ((row: number) => number) | null;
}

/** Most rows have one text: a list for each would take more room than the texts. */
type RowTexts = string | readonly string[] | null;

/** Groups that `groupsIn` tells apart: bits of a number. */
export const GROUPS_MAX = 30;

/** Stands between two texts of a row: no word, so that nothing is found across. */
const NEXT_TEXT = -1;

const NO_WORDS: readonly number[] = [];

/** Makes a column without texts. */
export function createTextColumn(): TextColumn {
  const texts: RowTexts[] = [];
  /** Rows from here on were never divided, and of those before the ones that changed since. */
  let divided = 0;
  let changed: number[] = [];
  const wordNumbers = new Map<string, number>();
  const words: string[] = [];
  /** Words that are not as their fold is. */
  const otherSpellings = new Map<string, number[]>();
  /** Words of all rows, one row after the other; what a changed row had before stays where it was. */
  let pool = new Int32Array(1024);
  let used = 0;
  let starts = new Int32Array(0);
  let lengths = new Int32Array(0);

  function numberWord(word: string): number {
    const known = wordNumbers.get(word);
    if (known !== undefined) return known;
    const number = words.push(word) - 1;
    wordNumbers.set(word, number);
    const fold = foldToken(word);
    if (fold === word) return number;
    const sameFold = otherSpellings.get(fold);
    if (sameFold === undefined) otherSpellings.set(fold, [number]);
    else sameFold.push(number);
    return number;
  }

  function push(number: number): void {
    if (used === pool.length) {
      const wider = new Int32Array(pool.length * 2);
      wider.set(pool);
      pool = wider;
    }
    pool[used] = number;
    used += 1;
  }

  function divide(row: number): void {
    starts[row] = used;
    for (const [index, text] of listTexts(texts[row]).entries()) {
      if (index > 0) push(NEXT_TEXT);
      for (const token of tokenize(text.normalize("NFC").toLowerCase())) push(numberWord(token.text));
    }
    lengths[row] = used - (starts[row] ?? 0);
  }

  function divideChanged(): void {
    if (changed.length === 0 && divided === texts.length) return;
    starts = widened(starts, texts.length);
    lengths = widened(lengths, texts.length);
    for (const row of changed) divide(row);
    changed = [];
    for (; divided < texts.length; divided += 1) divide(divided);
  }

  function hasInOrder(row: number, passing: readonly Uint8Array[]): boolean {
    const end = (starts[row] ?? 0) + (lengths[row] ?? 0) - passing.length;
    for (let first = starts[row] ?? 0; first <= end; first += 1) {
      let at = 0;
      while (at < passing.length && passing[at]?.[pool[first + at] ?? NEXT_TEXT] === 1) at += 1;
      if (at === passing.length) return true;
    }
    return false;
  }

  function wordsOfTerm(term: string): readonly number[] {
    const isFold = !term.startsWith("=");
    const number = wordNumbers.get(isFold ? term : term.slice(1));
    const others = (isFold ? otherSpellings.get(term) : undefined) ?? NO_WORDS;
    return number === undefined ? others : [number, ...others];
  }

  return {
    set: (row, own) => {
      texts[row] = own;
      if (row < divided) changed.push(row);
    },
    match: (tests) => {
      if (tests.length === 0) return (row) => listTexts(texts[row]).length > 0;
      divideChanged();
      const passing = tests.map((test) => Uint8Array.from(words, (word) => (test(word) ? 1 : 0)));
      return (row) => hasInOrder(row, passing);
    },
    groupsIn: (groups) => {
      divideChanged();
      const bits = new Int32Array(words.length);
      let any = 0;
      for (const [index, terms] of groups.slice(0, GROUPS_MAX).entries()) {
        for (const term of terms)
          for (const word of wordsOfTerm(term)) {
            bits[word] = (bits[word] ?? 0) | (1 << index);
            any |= 1 << index;
          }
      }
      if (any === 0) return null;
      return (row) => {
        const start = starts[row] ?? 0;
        const end = start + (lengths[row] ?? 0);
        let found = 0;
        for (let at = start; at < end; at += 1) found |= bits[pool[at] ?? NEXT_TEXT] ?? 0;
        return found;
      };
    },
  };
}

function listTexts(texts: RowTexts | undefined): readonly string[] {
  if (texts === undefined || texts === null) return [];
  return typeof texts === "string" ? [texts] : texts;
}

/** The array, or a wider one with its values, with room for as many again. */
function widened(values: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  if (values.length >= length) return values;
  const wider = new Int32Array(length * 2);
  wider.set(values);
  return wider;
}

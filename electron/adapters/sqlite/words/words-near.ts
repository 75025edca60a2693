import { countWords, firstWithoutPrefix, type Vocabulary, wordAt } from "./vocabulary.ts";

/** A word no longer than this can be near another of the longest that anybody looks for. */
const MOST_LETTERS = 256;

/**
 * Indexes of the folds within a distance (optimal string alignment, by code points), ascending. Words are walked in their
 * order: what two neighbours have in common at the beginning is reckoned once, and where a beginning is too far already,
 * all words that have it are passed over.
 */
export function* eachNear(
  vocabulary: Vocabulary,
  fold: string,
  distance: number,
): Generator<readonly [index: number, word: string]> {
  const wanted = Array.from(fold, (letter) => letter.codePointAt(0) ?? 0);
  if (wanted.length > MOST_LETTERS) return;
  const { bytes, starts, accented } = vocabulary;
  const width = wanted.length + 1;
  const deepest = wanted.length + distance + 1;
  /** Row `n` is the distance of the first `n` letters of the word from each beginning of the wanted one. */
  const rows = new Uint16Array((deepest + 1) * width);
  for (let column = 0; column < width; column += 1) rows[column] = column;
  /** The letters of the word so far. */
  const letters = new Int32Array(deepest);
  let depth = 0;
  let index = 0;
  const count = countWords(vocabulary);
  while (index < count) {
    if (index === accented[0]) index = accented[1];
    if (index >= count) return;
    const start = starts[index] ?? 0;
    const length = (starts[index + 1] ?? 0) - 1 - start;
    let at = 0;
    let common = 0;
    let isTooFar = false;
    while (at < length) {
      const letter = letterAt(bytes, start + at);
      const end = at + bytesOf(letter);
      if (common >= depth || letters[common] !== letter) {
        depth = common;
        isTooFar = depth >= deepest || addRow(rows, width, depth, letter, letters, wanted) > distance;
        at = end;
        if (isTooFar) break;
        letters[depth] = letter;
        depth += 1;
      }
      common += 1;
      at = end;
    }
    if (isTooFar) {
      index = firstWithoutPrefix(vocabulary, index, at);
      continue;
    }
    depth = common;
    if ((rows[common * width + width - 1] ?? 0) <= distance) yield [index, wordAt(vocabulary, index)];
    index += 1;
  }
}

/** Reckons the row after `depth` letters and one more; the least of what later rows can come to. */
function addRow(
  rows: Uint16Array,
  width: number,
  depth: number,
  letter: number,
  letters: Int32Array,
  wanted: readonly number[],
): number {
  const row = (depth + 1) * width;
  const above = row - width;
  rows[row] = depth + 1;
  let least = depth + 1;
  for (let column = 1; column < width; column += 1) {
    const other = wanted[column - 1];
    let value = (rows[above + column - 1] ?? 0) + (other === letter ? 0 : 1);
    value = Math.min(value, (rows[above + column] ?? 0) + 1, (rows[row + column - 1] ?? 0) + 1);
    const isExchanged = depth > 0 && column > 1 && other === letters[depth - 1] && wanted[column - 2] === letter;
    if (isExchanged) value = Math.min(value, (rows[above - width + column - 2] ?? 0) + 1);
    rows[row + column] = value;
    least = Math.min(least, value);
    // An exchange with the next letter is reckoned from the row above.
    if (depth > 0) least = Math.min(least, (rows[above + column - 1] ?? 0) + 1);
  }
  return least;
}

/** The code point that begins at a byte of UTF-8. */
function letterAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return lead;
  const second = (bytes[at + 1] ?? 0) & 0x3f;
  if (lead < 0xe0) return ((lead & 0x1f) << 6) | second;
  const third = (bytes[at + 2] ?? 0) & 0x3f;
  if (lead < 0xf0) return ((lead & 0x0f) << 12) | (second << 6) | third;
  return ((lead & 0x07) << 18) | (second << 12) | (third << 6) | ((bytes[at + 3] ?? 0) & 0x3f);
}

function bytesOf(letter: number): number {
  if (letter < 0x80) return 1;
  if (letter < 0x800) return 2;
  return letter < 0x10000 ? 3 : 4;
}

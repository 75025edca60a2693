import { isEastAsian } from "../characters.ts";
import type { Glyphs } from "../glyphs.ts";
import { SPACE } from "../glyphs.ts";
import type { Piece } from "./pieces.ts";

/** Pieces that stand side by side in one column. */
export type Row = readonly Piece[];

/** Puts the pieces of a column, in their order, into rows. */
export function arrangeRows(pieces: readonly Piece[]): readonly Row[] {
  const rows: Piece[][] = [];
  for (const piece of pieces) {
    const row = rows.at(-1);
    const last = row?.at(-1);
    const continues =
      last !== undefined && Math.abs(piece.depth - last.depth) <= piece.height / 2 && piece.begin >= last.end;
    if (row !== undefined && continues) row.push(piece);
    else rows.push([piece]);
  }
  return rows;
}

/** What a row of text consists of. East Asian signs count double as letters, and two of them as a word. */
interface RowText {
  readonly letters: number;
  /** Signs of any kind, without spaces. */
  readonly signs: number;
  readonly words: number;
  /** True when the row may go on with a sentence: it begins with a letter that is not a capital. */
  readonly continues: boolean;
}

/** Shortest rows of prose that are read as a column: narrow newspaper columns hold some 25 signs. */
const FEWEST_SIGNS = 15;
const FEWEST_WORDS = 3;
const LETTER_SHARE = 0.8;
/** Share of rows that go on with a sentence. Cells and entries of forms begin with capitals and digits. */
const CONTINUING_SHARE = 0.4;
/** Share of rows that begin below one of the rows before. */
const ALIGNED_SHARE = 0.7;
const ROWS_ABOVE = 3;
/** Share of rows that come near the right edge, and how near. */
const FILLED_SHARE = 0.6;
const NEARLY_FULL = 0.65;
/** A gap inside of a row that belongs to a table, in heights, and the share of rows that may have one. */
const TABLE_GAP = 1.5;
const GAPPED_SHARE = 0.2;

/**
 * True for a column of sentences that run on from row to row: rows of several words that begin at one edge, mostly reach
 * the other, and mostly go on with a sentence. False for cells, numbers, entries of a form, lists of names.
 */
export function isProse(rows: readonly Row[], units: Glyphs): boolean {
  const texts = rows.map((row) => readRow(row, units));
  const signs = texts.reduce((sum, text) => sum + text.signs, 0);
  const letters = texts.reduce((sum, text) => sum + text.letters, 0);
  if (median(texts.map((text) => text.signs)) < FEWEST_SIGNS) return false;
  if (median(texts.map((text) => text.words)) < FEWEST_WORDS) return false;
  if (letters < signs * LETTER_SHARE) return false;
  if (shareOf(texts, (text) => text.continues) < CONTINUING_SHARE) return false;
  if (shareOf(rows, hasTableGap) > GAPPED_SHARE) return false;
  return isAligned(rows) && isFilled(rows);
}

function isAligned(rows: readonly Row[]): boolean {
  const begins = rows.map((row) => row[0]?.begin ?? 0);
  const aligned = rows.slice(1).filter((row, index) => {
    const slack = (row[0]?.height ?? 0) / 2;
    const above = begins.slice(Math.max(0, index + 1 - ROWS_ABOVE), index + 1);
    return above.some((begin) => Math.abs(begin - (begins[index + 1] ?? 0)) <= slack);
  });
  return aligned.length >= (rows.length - 1) * ALIGNED_SHARE;
}

function isFilled(rows: readonly Row[]): boolean {
  const begin = atShare(
    rows.map((row) => row[0]?.begin ?? 0),
    0.1,
  );
  const ends = rows.map((row) => row.at(-1)?.end ?? 0);
  const edge = begin + (atShare(ends, 0.9) - begin) * NEARLY_FULL;
  return shareOf(ends, (end) => end >= edge) >= FILLED_SHARE;
}

function hasTableGap(row: Row): boolean {
  return row.some((piece, index) => {
    const before = row[index - 1];
    return before !== undefined && piece.begin - before.end >= TABLE_GAP * Math.max(piece.height, before.height);
  });
}

const LETTER = /\p{L}|\p{M}/u;

function readRow(row: Row, units: Glyphs): RowText {
  let letters = 0;
  let signs = 0;
  let words = 0;
  let continues = false;
  for (const piece of row) {
    let isInWord = false;
    for (let unit = piece.from; unit < piece.to; unit += 1) {
      const code = units.code[unit] ?? 0;
      if (code === SPACE) {
        isInWord = false;
        continue;
      }
      const isWide = isEastAsian(code);
      const character = String.fromCharCode(code);
      const isLetter = isWide || LETTER.test(character);
      if (signs === 0) continues = isLetter && character === character.toLowerCase();
      signs += isWide ? 2 : 1;
      if (isLetter) letters += isWide ? 2 : 1;
      if (isWide) words += 0.5;
      else if (!isInWord && isLetter) words += 1;
      isInWord = isInWord || isLetter;
    }
  }
  return { letters, signs, words, continues };
}

/** The value below which the given share of the values lies; 0 when there are none. */
export function atShare(values: readonly number[], share: number): number {
  const sorted = values.toSorted((first, second) => first - second);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** The value in the middle; 0 when there are none. */
export function median(values: readonly number[]): number {
  return atShare(values, 0.5);
}

function shareOf<Value>(values: readonly Value[], holds: (value: Value) => boolean): number {
  return values.length === 0 ? 0 : values.filter(holds).length / values.length;
}

import { isEastAsian } from "../characters.ts";
import type { Glyphs } from "../glyphs.ts";
import { SPACE } from "../glyphs.ts";
import type { Piece } from "./pieces.ts";
import { atShare, median } from "./statistics.ts";

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
/** Share of rows that may be cut by a wide gap, as the rows of tables are. */
const CUT_SHARE = 0.25;
/** Share of rows that come near the right edge, and how near. */
const FILLED_SHARE = 0.6;
const NEARLY_FULL = 0.65;
/** Rows above one that it may be aligned with. */
const ROWS_ABOVE = 3;

/** Least shares by which prose is told. */
interface Shares {
  /** Letters among the signs. */
  readonly letters: number;
  /** Rows that go on with a sentence. Cells and entries of forms begin with capitals and digits. */
  readonly continuing: number;
  /** Rows that begin below one of the rows before. */
  readonly aligned: number;
}

const PROSE: Shares = { letters: 0.8, continuing: 0.4, aligned: 0.7 };
/** Statutes, footnotes and lists of authorities: indented often, with many numbers and capitals. */
const LOOSE_PROSE: Shares = { letters: 0.7, continuing: 0.25, aligned: 0.6 };

/**
 * How much a column is one of sentences that run on from row to row: rows of several words that begin at one edge, mostly
 * reach the other, and mostly go on with a sentence. `none` for cells, numbers, entries of a form, lists of names.
 */
export function rateProse(rows: readonly Row[], units: Glyphs): "prose" | "loose" | "none" {
  const texts = rows.map((row) => readRow(row, units));
  if (median(texts.map((text) => text.signs)) < FEWEST_SIGNS) return "none";
  if (median(texts.map((text) => text.words)) < FEWEST_WORDS) return "none";
  if (shareOf(rows, (row) => row.length > 1) > CUT_SHARE || !isFilled(rows)) return "none";
  const signs = texts.reduce((sum, text) => sum + text.signs, 0);
  const shares: Shares = {
    letters: texts.reduce((sum, text) => sum + text.letters, 0) / signs,
    continuing: shareOf(texts, (text) => text.continues),
    aligned: shareOfAligned(rows),
  };
  if (reaches(shares, PROSE)) return "prose";
  return reaches(shares, LOOSE_PROSE) ? "loose" : "none";
}

function reaches(shares: Shares, least: Shares): boolean {
  return shares.letters >= least.letters && shares.continuing >= least.continuing && shares.aligned >= least.aligned;
}

function shareOfAligned(rows: readonly Row[]): number {
  const begins = rows.map((row) => row[0]?.begin ?? 0);
  const aligned = rows.slice(1).filter((row, index) => {
    const slack = (row[0]?.height ?? 0) / 2;
    const above = begins.slice(Math.max(0, index + 1 - ROWS_ABOVE), index + 1);
    return above.some((begin) => Math.abs(begin - (begins[index + 1] ?? 0)) <= slack);
  });
  return aligned.length / Math.max(1, rows.length - 1);
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

function shareOf<Value>(values: readonly Value[], holds: (value: Value) => boolean): number {
  return values.length === 0 ? 0 : values.filter(holds).length / values.length;
}

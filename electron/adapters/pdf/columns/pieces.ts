import { type Glyphs, NOWHERE, SPACE } from "../glyphs.ts";
import type { Lines } from "../lines.ts";
import { descends } from "../paragraphs.ts";

/**
 * A stretch of a line without a wide gap in it. `from` and `to` are units; `begin` and `end` ascend along the direction
 * (see `Glyphs`), `depth` ascends from one line to the next. In PDF points.
 */
export interface Piece {
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly direction: number;
  readonly begin: number;
  readonly end: number;
  readonly depth: number;
  readonly height: number;
}

/** The pieces of a page, in the order of painting. */
export interface Pieces {
  readonly list: readonly Piece[];
  /** Narrowest gap between two pieces of a line, in heights of the line. */
  readonly gap: number;
}

/** Room that parts two columns at the least, in heights of the line: more than justified text leaves between words. */
const NARROWEST_GAP = 0.8;
/** The same in usual gaps between words: those of typewriters are wide, and often stand below one another. */
const NARROWEST_GAP_IN_SPACES = 2;
/** Where most gaps are wide, as in tables and in scripts without spaces, they say nothing of words. */
const WIDEST_SPACE = 1;

/** True when the text goes on in the same row, beyond a gap that may part two columns. */
export function jumpsAcross({ list, gap }: Pieces, from: number, to: number): boolean {
  const [before, after] = [list[from], list[to]];
  if (before === undefined || after === undefined || before.direction !== after.direction) return false;
  const height = Math.max(before.height, after.height);
  return after.begin - before.end >= gap * height && Math.abs(after.depth - before.depth) <= height;
}

/**
 * Counts the jumps across wide gaps, up to `enough`. Every page pays for this, so it looks at each unit once and makes
 * nothing; few pages need more.
 */
export function hasJumps({ units }: Lines, enough: number): boolean {
  const { code, direction, begin, end, low, high, count } = units;
  let found = 0;
  let last = -1;
  for (let unit = 0; unit < count; unit += 1) {
    if (code[unit] === SPACE || direction[unit] === NOWHERE) continue;
    if (last >= 0 && direction[last] === direction[unit]) {
      const gap = (begin[unit] ?? 0) - (end[last] ?? 0);
      if (gap > 0) {
        const height = heightOf(units, last, unit);
        const fall = ((high[unit] ?? 0) + (low[unit] ?? 0) - (high[last] ?? 0) - (low[last] ?? 0)) / 2;
        if (gap >= NARROWEST_GAP * height && Math.abs(fall) <= height) {
          found += 1;
          if (found >= enough) return true;
        }
      }
    }
    last = unit;
  }
  return false;
}

/** Cuts the lines of a page at their wide gaps. No piece begins or ends with a space. */
export function cutIntoPieces({ units, starts }: Lines): Pieces {
  const { code, direction } = units;
  const list: Piece[] = [];
  const gap = Math.max(NARROWEST_GAP, NARROWEST_GAP_IN_SPACES * Math.min(WIDEST_SPACE, usualSpace(units)));
  for (let line = 0; line + 1 < starts.length; line += 1) {
    const lineEnd = starts[line + 1] ?? 0;
    let from = starts[line] ?? 0;
    let last = -1;
    let to = from;
    for (let unit = from; unit < lineEnd; unit += 1) {
      if (code[unit] === SPACE) continue;
      if (direction[unit] !== NOWHERE) {
        if (last >= 0 && partsPieces(units, last, unit, gap)) {
          list.push(makePiece(units, line, from, to));
          from = unit;
        }
        last = unit;
      }
      to = unit + 1;
    }
    list.push(makePiece(units, line, from, to));
  }
  return { list, gap };
}

/** Gaps that are enough to know what is usual on a page. */
const SPACES_SAMPLED = 400;

/** The median gap between two words, in heights of the line; 0 when there are no spaces. */
function usualSpace(units: Glyphs): number {
  const { code, direction, begin, end, count } = units;
  const spaces = new Float64Array(SPACES_SAMPLED);
  let sampled = 0;
  let last = -1;
  for (let unit = 0; unit < count && sampled < SPACES_SAMPLED; unit += 1) {
    if (code[unit] === SPACE || direction[unit] === NOWHERE) continue;
    if (last >= 0 && unit > last + 1 && direction[last] === direction[unit]) {
      const gap = (begin[unit] ?? 0) - (end[last] ?? 0);
      const height = heightOf(units, last, unit);
      if (gap > 0 && height > 0) spaces[sampled++] = gap / height;
    }
    last = unit;
  }
  const sorted = spaces.subarray(0, sampled).sort();
  return sorted[sampled >> 1] ?? 0;
}

function partsPieces(units: Glyphs, last: number, unit: number, narrowest: number): boolean {
  if (units.direction[last] !== units.direction[unit]) return true;
  const gap = (units.begin[unit] ?? 0) - (units.end[last] ?? 0);
  // Most characters touch their neighbours: for these, the heights need not be known.
  if (gap === 0) return false;
  const height = heightOf(units, last, unit);
  return gap >= narrowest * height || gap < -height;
}

/** The height of the higher one of two units. */
function heightOf(units: Glyphs, first: number, second: number): number {
  const { low, high } = units;
  return Math.max((high[first] ?? 0) - (low[first] ?? 0), (high[second] ?? 0) - (low[second] ?? 0));
}

function makePiece(units: Glyphs, line: number, from: number, to: number): Piece {
  const { code, low, high } = units;
  let direction = NOWHERE;
  let begin = Number.POSITIVE_INFINITY;
  let end = Number.NEGATIVE_INFINITY;
  let lows = 0;
  let highs = 0;
  let placed = 0;
  for (let unit = from; unit < to; unit += 1) {
    const way = units.direction[unit] ?? NOWHERE;
    if (code[unit] === SPACE || way === NOWHERE) continue;
    direction = way;
    begin = Math.min(begin, units.begin[unit] ?? 0);
    end = Math.max(end, units.end[unit] ?? 0);
    lows += low[unit] ?? 0;
    highs += high[unit] ?? 0;
    placed += 1;
  }
  const share = placed === 0 ? 0 : 1 / placed;
  const middle = ((lows + highs) / 2) * share;
  const depth = descends(direction) ? -middle : middle;
  return { line, from, to, direction, begin, end, depth, height: (highs - lows) * share };
}

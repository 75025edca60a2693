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

/** Room that parts two columns at the least, in heights of the line: more than justified text leaves between words. */
const NARROWEST_GAP = 0.8;

/** True when the step from one place to the next goes to the right over a wide gap without leaving the row. */
function jumps(gap: number, fall: number, height: number): boolean {
  return gap >= NARROWEST_GAP * height && Math.abs(fall) <= height;
}

/** True when the text goes on in the same row, beyond a gap that may part two columns. */
export function jumpsAcross(before: Piece, after: Piece): boolean {
  if (before.direction !== after.direction) return false;
  return jumps(after.begin - before.end, after.depth - before.depth, Math.max(before.height, after.height));
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
        const height = Math.max((high[unit] ?? 0) - (low[unit] ?? 0), (high[last] ?? 0) - (low[last] ?? 0));
        const fall = ((high[unit] ?? 0) + (low[unit] ?? 0) - (high[last] ?? 0) - (low[last] ?? 0)) / 2;
        if (jumps(gap, fall, height)) {
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
export function cutIntoPieces({ units, starts }: Lines): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let line = 0; line + 1 < starts.length; line += 1) {
    const lineEnd = starts[line + 1] ?? 0;
    let from = starts[line] ?? 0;
    let last = -1;
    let to = from;
    for (let unit = from; unit < lineEnd; unit += 1) {
      if (units.code[unit] === SPACE) continue;
      if (units.direction[unit] !== NOWHERE) {
        if (last >= 0 && partsPieces(units, last, unit)) {
          pieces.push(makePiece(units, line, from, to));
          from = unit;
        }
        last = unit;
      }
      to = unit + 1;
    }
    pieces.push(makePiece(units, line, from, to));
  }
  return pieces;
}

function partsPieces(units: Glyphs, last: number, unit: number): boolean {
  if (units.direction[last] !== units.direction[unit]) return true;
  const gap = (units.begin[unit] ?? 0) - (units.end[last] ?? 0);
  const before = (units.high[last] ?? 0) - (units.low[last] ?? 0);
  const here = (units.high[unit] ?? 0) - (units.low[unit] ?? 0);
  const height = Math.max(before, here);
  return gap >= NARROWEST_GAP * height || gap < -height;
}

function makePiece(units: Glyphs, line: number, from: number, to: number): Piece {
  let direction = NOWHERE;
  let begin = Number.POSITIVE_INFINITY;
  let end = Number.NEGATIVE_INFINITY;
  let middles = 0;
  let heights = 0;
  let placed = 0;
  for (let unit = from; unit < to; unit += 1) {
    if (units.code[unit] === SPACE || units.direction[unit] === NOWHERE) continue;
    direction = units.direction[unit] ?? NOWHERE;
    begin = Math.min(begin, units.begin[unit] ?? 0);
    end = Math.max(end, units.end[unit] ?? 0);
    const low = units.low[unit] ?? 0;
    const high = units.high[unit] ?? 0;
    middles += (low + high) / 2;
    heights += high - low;
    placed += 1;
  }
  const middle = placed === 0 ? 0 : middles / placed;
  const depth = descends(direction) ? -middle : middle;
  return { line, from, to, direction, begin, end, depth, height: placed === 0 ? 0 : heights / placed };
}

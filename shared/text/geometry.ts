import { assertNever } from "../base/assert-never.ts";
import type { Box, Quad, RunDirection, TextRun } from "../model/geometry.ts";

/**
 * Two runs of one line whose gap along the line is at most this many line heights are covered without a hole: a space
 * between words, also in justified text. A wider gap is the gutter between columns or the cells of a table.
 */
const MERGED_GAP_HEIGHTS = 1.5;

/** How far a run may reach back over the one before it (kerning, italics) and still continue it, in line heights. */
const MERGED_OVERLAP_HEIGHTS = 0.5;

/** Share of the lower of two runs' heights that must be common for them to stand on one line. */
const SAME_LINE_SHARE = 0.5;

/** A point beside a line is this much farther from it than a point as far beyond the line's end. */
const ACROSS_WEIGHT = 20;

/** A stretch of one line: from `from` to `to` in the direction of reading, `low` to `high` across it, in points. */
interface Stretch {
  readonly direction: RunDirection;
  readonly from: number;
  readonly to: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The quads that cover a stretch of a page's text, in the order of the text: one for each run it touches, successive runs
 * of one line joined where only a space lies between them. Characters without width (and an empty range) give none.
 *
 * @param runs of the page, in the order of its text
 * @param start offset into the page's text, in code units
 * @param end end exclusive
 */
export function quadsForRange(runs: readonly TextRun[], start: number, end: number): Quad[] {
  const stretches: Stretch[] = [];
  for (const run of runs) {
    const stretch = stretchOf(run, start, end);
    if (stretch === null) continue;
    const last = stretches[stretches.length - 1];
    const joined = last === undefined ? null : join(last, stretch);
    if (joined === null) stretches.push(stretch);
    else stretches[stretches.length - 1] = joined;
  }
  return stretches.map(quadOf);
}

/**
 * The offset into the page's text that lies nearest to a point in PDF user space: a boundary between two characters of
 * the run under the point, or else of the nearest line. Null when the page has no text.
 *
 * Of several boundaries in one place the last is given, so that no offset falls before a mark without width that belongs
 * to the character before it.
 */
export function offsetAtPoint(runs: readonly TextRun[], x: number, y: number): number | null {
  let nearest: { readonly run: TextRun; readonly along: number } | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const run of runs) {
    const isHorizontal = run.direction === "right" || run.direction === "left";
    const along = isHorizontal ? x : y;
    const across = isHorizontal ? y : x;
    const first = run.edges[0];
    const last = run.edges[run.edges.length - 1];
    if (first === undefined || last === undefined) continue;
    const distance =
      outside(along, Math.min(first, last), Math.max(first, last)) + ACROSS_WEIGHT * outside(across, run.low, run.high);
    if (distance < least) {
      least = distance;
      nearest = { run, along };
    }
  }
  return nearest === null ? null : nearest.run.start + nearestEdge(nearest.run.edges, nearest.along);
}

/** The smallest box that holds all quads; null when there are none. */
export function boundsOfQuads(quads: readonly Quad[]): Box | null {
  if (quads.length === 0) return null;
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const quad of quads) {
    for (let corner = 0; corner < quad.length; corner += 2) {
      const x = quad[corner] ?? 0;
      const y = quad[corner + 1] ?? 0;
      left = Math.min(left, x);
      right = Math.max(right, x);
      bottom = Math.min(bottom, y);
      top = Math.max(top, y);
    }
  }
  return [left, bottom, right, top];
}

function stretchOf(run: TextRun, start: number, end: number): Stretch | null {
  const first = Math.max(start, run.start);
  const last = Math.min(end, run.end);
  if (first >= last) return null;
  const from = run.edges[first - run.start];
  const to = run.edges[last - run.start];
  if (from === undefined || to === undefined || from === to) return null;
  return { direction: run.direction, from, to, low: run.low, high: run.high };
}

/** One stretch for two when the second continues the first on the same line, else null. */
function join(one: Stretch, two: Stretch): Stretch | null {
  if (one.direction !== two.direction) return null;
  const height = Math.min(one.high - one.low, two.high - two.low);
  const common = Math.min(one.high, two.high) - Math.max(one.low, two.low);
  if (common < SAME_LINE_SHARE * height) return null;
  const isAscending = one.direction === "right" || one.direction === "up";
  const gap = isAscending ? two.from - one.to : one.to - two.from;
  if (gap > MERGED_GAP_HEIGHTS * height || gap < -MERGED_OVERLAP_HEIGHTS * height) return null;
  return { ...one, to: two.to, low: Math.min(one.low, two.low), high: Math.max(one.high, two.high) };
}

/**
 * Corners in the order of the model: start-top, end-top, start-bottom, end-bottom. Text that runs up or down is turned,
 * so its top lies to the left or to the right. Text that runs left is a right-to-left script and stands upright.
 */
function quadOf({ direction, from, to, low, high }: Stretch): Quad {
  switch (direction) {
    case "right":
    case "left":
      return [from, high, to, high, from, low, to, low];
    case "up":
      return [low, from, low, to, high, from, high, to];
    case "down":
      return [high, from, high, to, low, from, low, to];
    default:
      return assertNever(direction);
  }
}

function outside(value: number, low: number, high: number): number {
  return Math.max(low - value, value - high, 0);
}

function nearestEdge(edges: readonly number[], value: number): number {
  let nearest = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, edge] of edges.entries()) {
    const distance = Math.abs(edge - value);
    if (distance <= least) {
      least = distance;
      nearest = index;
    }
  }
  return nearest;
}

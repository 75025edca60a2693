import type { RunColumns } from "#shared/text/geometry-codec.ts";
import { type Glyphs, NOWHERE, SPACE, UPSIDE_DOWN } from "./glyphs.ts";
import type { Lines } from "./lines.ts";

/**
 * Runs of a page while they are being made, in coordinates that ascend along the direction (see `Glyphs`).
 * `from` and `to` are units; `line` is the number of the line.
 */
export interface Runs {
  count: number;
  from: number[];
  to: number[];
  line: number[];
  direction: number[];
  low: number[];
  high: number[];
}

/** Empty runs. */
export function createRuns(): Runs {
  return { count: 0, from: [], to: [], line: [], direction: [], low: [], high: [] };
}

/** A gap wider than this many times the height of the line ends a run, with or without a space in it. */
const WIDEST_GAP = 1.5;
/** Kerning and slanted letters overlap the one before; more than this many times the height is a jump backwards. */
const WIDEST_OVERLAP = 0.5;

/**
 * Groups the units of every line into runs: same direction, no jump, same height on the line. Spaces and other units
 * without a place that stand inside a run get the room between their neighbours; at the edge of one they stay outside.
 *
 * @param lines their units get their final places
 * @param runs is emptied and filled
 */
export function groupIntoRuns(lines: Lines, runs: Runs): void {
  runs.count = 0;
  for (let line = 0; line + 1 < lines.starts.length; line += 1) {
    groupLine(lines.units, lines.starts[line] ?? 0, lines.starts[line + 1] ?? 0, line, runs);
  }
}

function groupLine(units: Glyphs, lineStart: number, lineEnd: number, line: number, runs: Runs): void {
  let from = -1;
  let last = -1;
  let low = 0;
  let high = 0;
  for (let unit = lineStart; unit < lineEnd; unit += 1) {
    // A space is placed by its neighbours: its own box belongs to the font of whatever stood before it.
    if (units.code[unit] === SPACE || units.direction[unit] === NOWHERE) continue;
    if (from >= 0 && continuesRun(units, last, unit, low, high)) {
      low = Math.min(low, units.low[unit] ?? 0);
      high = Math.max(high, units.high[unit] ?? 0);
      placeBetween(units, last, unit);
    } else {
      if (from >= 0) addRun(units, runs, line, from, last + 1, low, high);
      from = unit;
      low = units.low[unit] ?? 0;
      high = units.high[unit] ?? 0;
    }
    last = unit;
  }
  if (from >= 0) addRun(units, runs, line, from, last + 1, low, high);
}

function continuesRun(units: Glyphs, last: number, unit: number, low: number, high: number): boolean {
  if (units.direction[last] !== units.direction[unit]) return false;
  const height = high - low;
  const gap = (units.begin[unit] ?? 0) - (units.end[last] ?? 0);
  if (gap > WIDEST_GAP * height || gap < -WIDEST_OVERLAP * height) return false;
  if ((units.begin[unit] ?? 0) < (units.begin[last] ?? 0) - height / 8) return false;
  const ownLow = units.low[unit] ?? 0;
  const ownHigh = units.high[unit] ?? 0;
  const overlap = Math.min(high, ownHigh) - Math.max(low, ownLow);
  return overlap >= Math.min(height, ownHigh - ownLow) / 2;
}

/** Gives units between two placed ones the room between these, in equal parts. */
function placeBetween(units: Glyphs, last: number, unit: number): void {
  const between = unit - last - 1;
  if (between === 0) return;
  const begin = units.end[last] ?? 0;
  const width = Math.max(0, (units.begin[unit] ?? 0) - begin) / between;
  for (let index = 0; index < between; index += 1) {
    units.begin[last + 1 + index] = begin + width * index;
    units.end[last + 1 + index] = begin + width * (index + 1);
  }
}

function addRun(units: Glyphs, runs: Runs, line: number, from: number, to: number, low: number, high: number): void {
  const run = runs.count;
  runs.from[run] = from;
  runs.to[run] = to;
  runs.line[run] = line;
  runs.direction[run] = units.direction[from] ?? 0;
  runs.low[run] = low;
  runs.high[run] = high;
  runs.count = run + 1;
}

/**
 * The runs as the geometry codec takes them.
 *
 * @param offsets for every line, what is to be added to the number of a unit to get its offset in the page's text
 */
export function runColumns(units: Glyphs, runs: Runs, offsets: readonly number[]): RunColumns {
  const start = new Array<number>(runs.count);
  const end = new Array<number>(runs.count);
  const direction = new Array<number>(runs.count);
  const edges = new Float64Array(units.count + runs.count);
  let edge = 0;
  for (let run = 0; run < runs.count; run += 1) {
    const from = runs.from[run] ?? 0;
    const to = runs.to[run] ?? 0;
    const offset = offsets[runs.line[run] ?? 0] ?? 0;
    const way = runs.direction[run] ?? 0;
    start[run] = from + offset;
    end[run] = to + offset;
    direction[run] = way === UPSIDE_DOWN ? 1 : way;
    const sign = way === 0 || way === 2 ? 1 : -1;
    let reached = Number.NEGATIVE_INFINITY;
    for (let unit = from; unit < to; unit += 1) {
      reached = Math.max(reached, units.begin[unit] ?? 0);
      edges[edge++] = reached * sign;
    }
    edges[edge++] = Math.max(reached, units.end[to - 1] ?? 0) * sign;
  }
  return { count: runs.count, start, end, direction, low: runs.low, high: runs.high, edges };
}

import type { Box, TextRun } from "#shared/model/geometry.ts";
import { offsetAtPoint } from "#shared/text/geometry.ts";

/** Runs that stand together as a column, or a part of one, with the box around them in PDF user space. */
export interface TextBlock {
  readonly runs: readonly TextRun[];
  readonly box: Box;
}

/** A line that reaches farther than this beyond the lines above it, in line heights, stands in another column. */
const WIDER_BY = 4;

function isAcross(run: TextRun): boolean {
  return run.direction === "right" || run.direction === "left";
}

function boxOf(run: TextRun): Box {
  const first = run.edges[0] ?? 0;
  const last = run.edges.at(-1) ?? first;
  const [from, to] = [Math.min(first, last), Math.max(first, last)];
  return isAcross(run) ? [from, run.low, to, run.high] : [run.low, from, run.high, to];
}

/** How far a run stands down its text: lines that are read later have more of it. Text that runs up or down is turned. */
function depthOf(run: TextRun): number {
  const middle = (run.low + run.high) / 2;
  return run.direction === "up" ? middle : -middle;
}

function union(one: Box, other: Box): Box {
  return [
    Math.min(one[0], other[0]),
    Math.min(one[1], other[1]),
    Math.max(one[2], other[2]),
    Math.max(one[3], other[3]),
  ];
}

/** True when a run goes on in the block that the last one belongs to. */
function continues(block: { readonly box: Box; readonly lines: number }, last: TextRun, run: TextRun): boolean {
  if (last.direction !== run.direction) return false;
  const height = Math.max(last.high - last.low, run.high - run.low, 1);
  const down = depthOf(run) - depthOf(last);
  if (down < -height) return false;
  if (down < height / 2 || block.lines < 2) return true;
  const [from, to] = isAcross(run) ? [0, 2] : [1, 3];
  const box = boxOf(run);
  const before = (block.box[from] ?? 0) - (box[from] ?? 0);
  const after = (box[to] ?? 0) - (block.box[to] ?? 0);
  return Math.max(before, after) <= WIDER_BY * height;
}

const known = new WeakMap<readonly TextRun[], readonly TextBlock[]>();

/**
 * The blocks of a page in the order of its text: a new one begins where the text goes back up the page (the next column),
 * or where a line is much wider than those above it (a footer below two columns).
 */
export function textBlocks(runs: readonly TextRun[]): readonly TextBlock[] {
  const kept = known.get(runs);
  if (kept !== undefined) return kept;
  const blocks: { runs: TextRun[]; box: Box; lines: number }[] = [];
  let last: TextRun | null = null;
  for (const run of runs) {
    if (run.edges.length === 0) continue;
    const block = blocks.at(-1);
    if (block === undefined || last === null || !continues(block, last, run)) {
      blocks.push({ runs: [run], box: boxOf(run), lines: 1 });
    } else {
      if (depthOf(run) - depthOf(last) > (run.high - run.low) / 2) block.lines += 1;
      block.runs.push(run);
      block.box = union(block.box, boxOf(run));
    }
    last = run;
  }
  known.set(runs, blocks);
  return blocks;
}

function holds([left, bottom, right, top]: Box, x: number, y: number): boolean {
  return x >= left && x <= right && y >= bottom && y <= top;
}

function areaOf([left, bottom, right, top]: Box): number {
  return (right - left) * (top - bottom);
}

/**
 * The offset into the page's text nearest to a point in PDF user space. Inside of a column only its own lines count: a
 * point between two of its paragraphs must not jump to a line of the column beside it. Null when the page has no text.
 */
export function offsetNear(runs: readonly TextRun[], x: number, y: number): number | null {
  let best: TextBlock | null = null;
  for (const block of textBlocks(runs)) {
    if (holds(block.box, x, y) && (best === null || areaOf(block.box) < areaOf(best.box))) best = block;
  }
  return offsetAtPoint(best?.runs ?? runs, x, y);
}

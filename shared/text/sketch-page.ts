import type { Box, TextRun } from "../model/geometry.ts";
import type { PageSketch } from "../model/reading.ts";

/** Parts into which a side of the page is divided. */
const PARTS = 256;
/** Lines of a page that are sketched: a page of fine print has some hundred and fifty. */
const MOST_LINES = 240;

/** Left, bottom, right and top of a run, in points. */
function extentOf({ direction, low, high, edges }: TextRun): Box {
  const first = edges[0] ?? 0;
  const last = edges.at(-1) ?? first;
  const [start, end] = [Math.min(first, last), Math.max(first, last)];
  return direction === "right" || direction === "left" ? [start, low, end, high] : [low, start, high, end];
}

/** Where the runs of a page's text stand, coarsely; runs outside of its box are left out. */
export function sketchPage(runs: readonly TextRun[], box: Box): PageSketch {
  const [left, bottom, right, top] = box;
  const width = right - left;
  const height = top - bottom;
  if (!(width > 0 && height > 0)) return [];
  const part = (value: number, from: number, size: number): number =>
    Math.round(Math.min(Math.max((value - from) / size, 0), 1) * PARTS);
  const sketch: number[] = [];
  for (const run of runs) {
    const [x0, y0, x1, y1] = extentOf(run);
    const line = [part(x0, left, width), part(y0, bottom, height), part(x1, left, width), part(y1, bottom, height)];
    const isFlat = line[0] === line[2] || line[1] === line[3];
    if (!isFlat) sketch.push(...line);
    if (sketch.length >= 4 * MOST_LINES) break;
  }
  return sketch;
}

import type { Box, TextRun } from "#shared/model/geometry.ts";
import type { Span } from "#shared/text/normalize.ts";

/** The part of a rectangle that lies on the page; null when none does. Corners may come in any order. */
export function clipRegion(box: Box, page: Box): Box | null {
  const left = Math.max(Math.min(box[0], box[2]), page[0]);
  const bottom = Math.max(Math.min(box[1], box[3]), page[1]);
  const right = Math.min(Math.max(box[0], box[2]), page[2]);
  const top = Math.min(Math.max(box[1], box[3]), page[3]);
  return left < right && bottom < top ? [left, bottom, right, top] : null;
}

/** Stretches of a run whose characters have their middle inside of the box, in the order of the text. */
function spansOfRun(run: TextRun, [left, bottom, right, top]: Box): readonly Span[] {
  const isAcross = run.direction === "right" || run.direction === "left";
  const middle = (run.low + run.high) / 2;
  const [from, to, low, high] = isAcross ? [left, right, bottom, top] : [bottom, top, left, right];
  if (middle < low || middle > high) return [];
  const spans: { start: number; end: number }[] = [];
  for (let index = 0; run.start + index < run.end; index += 1) {
    const center = ((run.edges[index] ?? 0) + (run.edges[index + 1] ?? 0)) / 2;
    if (center < from || center > to) continue;
    const at = run.start + index;
    const last = spans.at(-1);
    if (last?.end === at) last.end = at + 1;
    else spans.push({ start: at, end: at + 1 });
  }
  return spans;
}

/**
 * The text inside of a rectangle, as stretches of the page's text: those that only white space parts are one.
 *
 * @param runs of the whole page
 * @param box in PDF user space
 */
export function rangesInBox(text: string, runs: readonly TextRun[], box: Box): readonly Span[] {
  const spans = runs.flatMap((run) => spansOfRun(run, box)).toSorted((one, other) => one.start - other.start);
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of spans) {
    const last = joined.at(-1);
    if (last !== undefined && text.slice(last.end, start).trim() === "") last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined.filter((span) => text.slice(span.start, span.end).trim() !== "");
}

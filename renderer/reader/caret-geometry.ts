import type { Quad, TextRun } from "#shared/model/geometry.ts";
import { lineAt } from "./text-units.ts";

/** The run to which a place in the text belongs: the one that starts there, holds it or ended last before it. */
function runAt(runs: readonly TextRun[], offset: number): TextRun | undefined {
  let best: TextRun | undefined;
  for (const run of runs) {
    if (run.start === offset) return run;
    if (run.start < offset && (best === undefined || run.start > best.start)) best = run;
  }
  return best ?? runs[0];
}

function isAlongX(run: TextRun): boolean {
  return run.direction === "right" || run.direction === "left";
}

/** Coordinate along the run at an offset; the nearest end when the offset is outside of it. */
function coordinateIn(run: TextRun, offset: number): number {
  const index = Math.max(0, Math.min(offset - run.start, run.edges.length - 1));
  return run.edges[index] ?? 0;
}

/**
 * The line, in PDF user space, on which a caret stands: a quad without width across the run. Null on a page without
 * runs.
 */
export function caretQuad(runs: readonly TextRun[], offset: number): Quad | null {
  const run = runAt(runs, offset);
  if (run === undefined) return null;
  const at = coordinateIn(run, offset);
  return isAlongX(run)
    ? [at, run.high, at, run.high, at, run.low, at, run.low]
    : [run.low, at, run.low, at, run.high, at, run.high, at];
}

/**
 * The offset on the next (`1`) or previous (`-1`) line of the page that stands nearest to the caret along the line;
 * null when there is no such line. `goal` is the coordinate to hold while stepping over short lines.
 */
export function stepLine(
  text: string,
  runs: readonly TextRun[],
  offset: number,
  direction: 1 | -1,
  goal: number | null,
): { readonly offset: number; readonly goal: number } | null {
  const run = runAt(runs, offset);
  const wanted = goal ?? (run === undefined ? 0 : coordinateIn(run, offset));
  let line = lineAt(text, offset);
  do {
    const next = direction === 1 ? line.end + 1 : line.start - 1;
    if (next < 0 || next > text.length || (direction === 1 && line.end >= text.length)) return null;
    line = lineAt(text, next);
  } while (line.start === line.end);

  let best = { offset: line.start, distance: Number.POSITIVE_INFINITY };
  for (const candidate of runs) {
    if (candidate.end <= line.start || candidate.start >= line.end) continue;
    const last = Math.min(candidate.end, line.end);
    for (let at = Math.max(candidate.start, line.start); at <= last; at += 1) {
      const distance = Math.abs(coordinateIn(candidate, at) - wanted);
      if (distance < best.distance) best = { offset: at, distance };
    }
  }
  return { offset: best.offset, goal: wanted };
}

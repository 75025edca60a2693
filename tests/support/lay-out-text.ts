import type { TextRun } from "#shared/model/geometry.ts";
import { encodeRuns } from "#shared/text/geometry-codec.ts";

const LEFT = 72;
const TOP = 720;
const ADVANCE = 6;
const LEADING = 14;
const HEIGHT = 10;

/** Runs of a text that is set in one size, one run a line, every code unit 6 points wide. */
export function runsOfText(text: string): readonly TextRun[] {
  const runs: TextRun[] = [];
  let start = 0;
  for (const [line, content] of text.split("\n").entries()) {
    const end = start + content.length;
    const low = TOP - line * LEADING;
    const edges = Array.from({ length: content.length + 1 }, (_, index) => LEFT + index * ADVANCE);
    if (content !== "") runs.push({ start, end, direction: "right", low, high: low + HEIGHT, edges });
    start = end + 1;
  }
  return runs;
}

/** The geometry of such a page as it is stored. */
export function layOutText(text: string): Uint8Array {
  return encodeRuns(runsOfText(text));
}

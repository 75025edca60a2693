import { encodeRunColumns } from "#shared/text/geometry-codec.ts";
import type { Glyphs } from "./glyphs.ts";
import type { Lines } from "./lines.ts";
import { descends, findParagraphs } from "./paragraphs.ts";
import { groupIntoRuns, type Runs, runColumns } from "./runs.ts";

const NEW_LINE = 0x0a;

/** The text of a page and its runs, encoded. */
export interface PageText {
  readonly text: string;
  readonly geometry: Uint8Array<ArrayBuffer>;
}

/**
 * Joins lines to the text of a page: `\n` between lines, `\n\n` between paragraphs.
 *
 * @param lines of the page; the places of their units are completed
 * @param runs room for the runs, emptied and filled
 */
export function composePageText(lines: Lines, runs: Runs): PageText {
  const { units, starts } = lines;
  const lineCount = starts.length - 1;
  groupIntoRuns(lines, runs);
  partOverlappingLines(units, runs);
  const paragraphs = findParagraphs(
    lineCount,
    runs,
    (run) => units.begin[runs.from[run] ?? 0] ?? 0,
    (run) => units.end[(runs.to[run] ?? 1) - 1] ?? 0,
  );
  const codes = new Uint16Array(units.count + 2 * lineCount);
  const offsets: number[] = [];
  let length = 0;
  let widest = 0;
  for (let line = 0; line < lineCount; line += 1) {
    if (line > 0) codes[length++] = NEW_LINE;
    if (paragraphs[line] === true) codes[length++] = NEW_LINE;
    const from = starts[line] ?? 0;
    const to = starts[line + 1] ?? 0;
    offsets.push(length - from);
    for (let unit = from; unit < to; unit += 1) {
      const code = units.code[unit] ?? 0;
      widest |= code;
      codes[length++] = code;
    }
  }
  return {
    text: decodeUnits(codes.subarray(0, length), widest < 0x100),
    geometry: encodeRunColumns(runColumns(units, runs, offsets)),
  };
}

/** One byte a character where that is enough: such strings are half as large to post and to store. */
function decodeUnits(codes: Uint16Array, isNarrow: boolean): string {
  if (isNarrow) return Buffer.from(codes).toString("latin1");
  return Buffer.from(codes.buffer, codes.byteOffset, codes.byteLength).toString("utf16le");
}

/** Part of the overlap that the upper line gives up: descenders need less room than fonts claim, capitals even less. */
const UPPER_SHARE = 0.4;

const MOST_COMPARISONS = 10_000;

/**
 * Many fonts claim more height than their lines are apart. Highlights of neighbouring lines would then darken where they
 * overlap, so both lines give way; overlaps of more than half a line are left, for these are not neighbours.
 */
function partOverlappingLines(units: Glyphs, runs: Runs): void {
  let above = 0;
  let here = 0;
  while (here < runs.count) {
    let next = here + 1;
    while (next < runs.count && runs.line[next] === runs.line[here]) next += 1;
    // Only ordinary lines are worth the comparison; a line of thousands of runs is a drawing.
    if ((here - above) * (next - here) <= MOST_COMPARISONS) {
      for (let upper = above; upper < here; upper += 1) {
        for (let lower = here; lower < next; lower += 1) partRuns(units, runs, upper, lower);
      }
    }
    above = here;
    here = next;
  }
}

function partRuns(units: Glyphs, runs: Runs, above: number, below: number): void {
  const direction = runs.direction[above] ?? 0;
  if (runs.direction[below] !== direction) return;
  const begin = Math.max(units.begin[runs.from[above] ?? 0] ?? 0, units.begin[runs.from[below] ?? 0] ?? 0);
  const end = Math.min(units.end[(runs.to[above] ?? 1) - 1] ?? 0, units.end[(runs.to[below] ?? 1) - 1] ?? 0);
  if (end <= begin) return;
  const upper = descends(direction) ? above : below;
  const lower = descends(direction) ? below : above;
  const overlap = (runs.high[lower] ?? 0) - (runs.low[upper] ?? 0);
  const upperHeight = (runs.high[upper] ?? 0) - (runs.low[upper] ?? 0);
  const lowerHeight = (runs.high[lower] ?? 0) - (runs.low[lower] ?? 0);
  if (overlap <= 0 || overlap > Math.min(upperHeight, lowerHeight) / 2) return;
  const boundary = (runs.low[upper] ?? 0) + overlap * UPPER_SHARE;
  runs.low[upper] = boundary;
  runs.high[lower] = boundary;
}

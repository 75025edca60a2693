import { DOWN, LEFT, RIGHT } from "./glyphs.ts";
import type { Runs } from "./runs.ts";

/** Where a line stands: taken from its longest run, so that a footnote mark or a stray sign does not move it. */
interface LinePlace {
  readonly direction: number;
  /** Extent along the direction of all its runs of that direction. */
  readonly begin: number;
  readonly end: number;
  readonly height: number;
  /** Position of the foot of the line, ascending from one line to the next. */
  readonly depth: number;
}

/** True when lines of this direction follow each other towards smaller coordinates. */
export function descends(direction: number): boolean {
  return direction === RIGHT || direction === LEFT || direction === DOWN;
}

/** Multiple of the usual leading from which a gap between lines parts paragraphs. */
const NOTABLE_LEADING = 1.25;
/** Leading on a page that has no two lines in one block, in heights of the line. */
const ORDINARY_LEADING = 1.3;
/** Smallest indentation that begins a paragraph, in heights of the line. */
const NOTABLE_INDENT = 0.7;

/**
 * Finds the lines that begin a paragraph: after a gap that is notably larger than the leading around it, at an indented
 * or outdented line, and where the text goes on in another place of the page (a column, a header, another direction).
 *
 * @param lineCount number of lines
 * @param runs of the page, in order
 * @param begins first coordinate of every run along its direction, and `ends` the last one
 * @returns for every line, whether a paragraph begins there; the first line's answer is false
 */
export function findParagraphs(
  lineCount: number,
  runs: Runs,
  begins: (run: number) => number,
  ends: (run: number) => number,
): readonly boolean[] {
  const places = placeLines(lineCount, runs, begins, ends);
  const usual = usualLeading(places);
  const starts: boolean[] = [false];
  for (let line = 1; line < lineCount; line += 1) {
    starts.push(beginsParagraph(places, line, starts[line - 1] === true, usual));
  }
  return starts;
}

/** The median leading of a page, in heights of the line. */
function usualLeading(places: readonly (LinePlace | undefined)[]): number {
  const ratios: number[] = [];
  for (let line = 1; line < places.length; line += 1) {
    const here = places[line];
    const leading = leadingBetween(places[line - 1], here);
    if (leading !== undefined && here !== undefined) ratios.push(leading / here.height);
  }
  ratios.sort((first, second) => first - second);
  return ratios[ratios.length >> 1] ?? ORDINARY_LEADING;
}

function placeLines(
  lineCount: number,
  runs: Runs,
  begins: (run: number) => number,
  ends: (run: number) => number,
): readonly (LinePlace | undefined)[] {
  const places: (LinePlace | undefined)[] = new Array(lineCount).fill(undefined);
  let first = 0;
  while (first < runs.count) {
    const line = runs.line[first] ?? 0;
    let next = first + 1;
    let longest = first;
    while (next < runs.count && runs.line[next] === line) {
      if (lengthOf(runs, next) > lengthOf(runs, longest)) longest = next;
      next += 1;
    }
    const direction = runs.direction[longest] ?? 0;
    let begin = begins(longest);
    let end = ends(longest);
    for (let run = first; run < next; run += 1) {
      if (runs.direction[run] !== direction) continue;
      begin = Math.min(begin, begins(run));
      end = Math.max(end, ends(run));
    }
    const low = runs.low[longest] ?? 0;
    const high = runs.high[longest] ?? 0;
    places[line] = { direction, begin, end, height: high - low, depth: descends(direction) ? -low : high };
    first = next;
  }
  return places;
}

function lengthOf(runs: Runs, run: number): number {
  return (runs.to[run] ?? 0) - (runs.from[run] ?? 0);
}

/** Distance from one line to the next when they are stacked in one block; undefined when they are not. */
function leadingBetween(above: LinePlace | undefined, below: LinePlace | undefined): number | undefined {
  if (above === undefined || below === undefined || above.direction !== below.direction) return undefined;
  const height = Math.max(above.height, below.height);
  const leading = below.depth - above.depth;
  if (leading < height / 2 || leading > height * 3.5) return undefined;
  return above.end > below.begin && below.end > above.begin ? leading : undefined;
}

function beginsParagraph(
  places: readonly (LinePlace | undefined)[],
  line: number,
  isAfterStart: boolean,
  usualOfPage: number,
): boolean {
  const above = places[line - 1];
  const here = places[line];
  if (above === undefined || here === undefined) return false;
  if (above.direction !== here.direction) return true;
  const height = Math.max(above.height, here.height);
  const leading = here.depth - above.depth;
  if (leading < -height / 2) return true;
  if (leading < height / 2) return false;
  if (here.begin > above.end + 2 * height || above.begin > here.end + 2 * height) return true;

  const before = isAfterStart ? undefined : leadingBetween(places[line - 2], above);
  const after = leadingBetween(here, places[line + 1]);
  const around = Math.min(before ?? Number.POSITIVE_INFINITY, after ?? Number.POSITIVE_INFINITY);
  const usual = Number.isFinite(around) ? around : height * usualOfPage;
  if (leading > usual * NOTABLE_LEADING) return true;
  const below = after === undefined ? undefined : places[line + 1];
  return isIndented(above, here, below) || isIndentedHeading(above, here, below, places[line + 2]);
}

/** True for a short line that is indented like the one below it, after which the text is back at the edge that it left. */
function isIndentedHeading(
  above: LinePlace,
  here: LinePlace,
  below: LinePlace | undefined,
  afterBelow: LinePlace | undefined,
): boolean {
  if (below === undefined || afterBelow === undefined) return false;
  const notable = here.height * NOTABLE_INDENT;
  return (
    here.begin - above.begin > notable &&
    here.end < below.end - 4 * here.height &&
    Math.abs(here.begin - below.begin) < notable / 2 &&
    Math.abs(afterBelow.begin - above.begin) < notable / 2
  );
}

/** True for a first line that stands in or out against both the line above and the one below it. */
function isIndented(above: LinePlace, here: LinePlace, below: LinePlace | undefined): boolean {
  const notable = here.height * NOTABLE_INDENT;
  const fromAbove = here.begin - above.begin;
  if (below === undefined) return fromAbove > notable && fromAbove < 8 * here.height && above.end < here.end;
  const fromBelow = here.begin - below.begin;
  if (Math.abs(fromBelow) < notable || Math.abs(fromBelow) > 8 * here.height) return false;
  // Centred lines differ on both sides; the first line of a paragraph differs only where it begins.
  if (Math.abs(fromAbove - fromBelow) < notable / 2) return true;
  // After a paragraph of one line, which was indented as this one is.
  const isAboveShort = above.end < Math.max(here.end, below.end) - 4 * here.height;
  return fromBelow > 0 && Math.abs(fromAbove) < notable / 2 && isAboveShort;
}

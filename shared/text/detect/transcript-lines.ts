import type { Detection } from "../../model/detection.ts";
import type { PageContext } from "./page-context.ts";

/** Lines of a page of transcript. Pleading paper counts its lines too, and has 28. */
const LINES_OF_TRANSCRIPT = 25;
/** Short pages end early; fewer numbers than this are a list. */
const FEWEST_LINES = 8;
/** Numbers of one column stand this near to each other across the page, as a share of its width. */
const COLUMN_WIDTH = 0.03;
/** Line numbers stand left of this share of the page's width. */
const COLUMN_LIMIT = 0.3;
/** A number and its line stand at the same height, within this share of the page's height. */
const SAME_HEIGHT = 0.008;

interface NumberedLine {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly across: number;
  readonly down: number;
  /** Offset where the line's own words begin, or null when they stand elsewhere in the text. */
  readonly words: number | null;
}

/**
 * Finds the numbered lines of a transcript: 1 to 25 down the left margin, beside their words or as a column of their
 * own. Pleading paper, whose numbers go to 28 and cite nothing, gives none.
 */
export function detectTranscriptLines(page: PageContext, printedLabel: string | null): readonly Detection[] {
  const candidates = readCandidates(page);
  const lines = longestRun(candidates);
  const last = lines.at(-1)?.line ?? 0;
  if (lines.length < FEWEST_LINES || last > LINES_OF_TRANSCRIPT) return [];
  if (candidates.some(({ line }) => line === last + 1 && line > LINES_OF_TRANSCRIPT)) return [];
  const isColumn = lines.filter(({ words }) => words === null).length > lines.length / 2;
  // A list counts to eight as well; a full page of transcript counts to twenty-five.
  if (last < LINES_OF_TRANSCRIPT && (isColumn || lines.length < FEWEST_LINES * 2)) return [];
  const transcriptPage = printedLabel !== null && /^\d+$/u.test(printedLabel) ? Number(printedLabel) : null;
  const ranges = isColumn ? rangesByHeight(page, lines) : lines;
  return ranges
    .filter(({ end, start }) => end > start)
    .map(({ line, start, end }) => ({
      start,
      end,
      value: { kind: "transcript-line", transcriptPage: transcriptPage || null, line },
    }));
}

function readCandidates({ text, words, numbers, places }: PageContext): readonly NumberedLine[] {
  // Asking for places costs; a page without numbers at the start of its lines has none to show.
  const starts = numbers.filter((word) => {
    const at = words.starts[word] ?? 0;
    const isShort = (words.ends[word] ?? 0) - at <= 2;
    return isShort && (at === 0 || text[at - 1] === "\n") && /[\s]|^$/u.test(text[words.ends[word] ?? 0] ?? "");
  });
  if (starts.length < FEWEST_LINES) return [];
  const found: NumberedLine[] = [];
  for (const word of starts) {
    const at = words.starts[word] ?? 0;
    const end = words.ends[word] ?? 0;
    const place = places().at(at);
    const line = Number(text.slice(at, end));
    if (place === null || place.across > COLUMN_LIMIT || line < 1 || line > 40) continue;
    const lineEnd = text.indexOf("\n", end) === -1 ? text.length : text.indexOf("\n", end);
    found.push({ line, start: end + 1, end: lineEnd, ...place, words: lineEnd > end + 1 ? end + 1 : null });
  }
  return found;
}

/** The numbers that count up by one, down one column. */
function longestRun(candidates: readonly NumberedLine[]): readonly NumberedLine[] {
  let best: NumberedLine[] = [];
  let run: NumberedLine[] = [];
  for (const candidate of candidates) {
    const last = run.at(-1);
    const continues =
      last !== undefined &&
      candidate.line === last.line + 1 &&
      candidate.down > last.down &&
      Math.abs(candidate.across - last.across) < COLUMN_WIDTH;
    if (continues) run.push(candidate);
    else run = [candidate];
    if (run.length > best.length) best = run;
  }
  return best;
}

/** For a column of numbers apart from their lines: the lines of the text that stand at the same height. */
function rangesByHeight(
  { text, places }: PageContext,
  lines: readonly NumberedLine[],
): readonly { readonly line: number; readonly start: number; readonly end: number }[] {
  const known = places();
  const found: { line: number; start: number; end: number }[] = [];
  let next = 0;
  const starts: { start: number; end: number; down: number }[] = [];
  while (next < text.length) {
    const end = text.indexOf("\n", next) === -1 ? text.length : text.indexOf("\n", next);
    const place = end > next ? known.at(next) : null;
    if (place !== null && !/^\d{1,2}$/u.test(text.slice(next, end)))
      starts.push({ start: next, end, down: place.down });
    next = end + 1;
  }
  starts.sort((one, two) => one.down - two.down);
  let index = 0;
  for (const { line, down } of lines) {
    while (index < starts.length && (starts[index]?.down ?? 1) < down - SAME_HEIGHT) index += 1;
    const at = starts[index];
    if (at !== undefined && Math.abs(at.down - down) <= SAME_HEIGHT) found.push({ line, start: at.start, end: at.end });
  }
  return found;
}

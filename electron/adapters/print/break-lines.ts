import { AFTER_DASH } from "#adapters/typeset/character-rules.ts";
import type { Span, TextStyle } from "./styles.ts";

/** Part of a line in one style; `x` is its distance from the start of the line, in points. */
export interface Fragment {
  readonly text: string;
  readonly style: TextStyle;
  readonly x: number;
  readonly width: number;
}

/** A line of text, ready to be placed. */
export interface Line {
  readonly fragments: readonly Fragment[];
  readonly width: number;
}

/** Width of a text in a style, in points. */
export type Measure = (text: string, style: TextStyle) => number;

/** Text that is never broken unless it is wider than a whole line. */
interface Chunk {
  readonly pieces: readonly Span[];
  /** Style of the space before it, or null when it follows the chunk before it without one. */
  readonly spaceBefore: TextStyle | null;
}

/** A non-breaking space is part of its word; only these part words. */
const BREAKING_SPACE = /[ \t\n\v\f\r\u2028\u2029]+/;
const WORD_PARTS = /[ \t\n\v\f\r\u2028\u2029]+|[^ \t\n\v\f\r\u2028\u2029]+/g;

/** What must not end a line when its number follows: "¶ 14", "§ 1746", "No. 81-2", "at 5". */
const BINDS_TO_NEXT = /(?:^|[^\p{L}])(?:¶+|§+|Nos?\.|at|pp?\.)$/u;

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/**
 * Breaks text into lines, greedily, ragged right. Runs of white space become one space, or the end of a line.
 *
 * @param width of a line, in points
 */
export function breakLines(spans: readonly Span[], width: number, measure: Measure): readonly Line[] {
  const lines: Line[] = [];
  let current: Span[] = [];
  let used = 0;
  const endLine = (): void => {
    if (current.length > 0) lines.push(setLine(current, measure));
    current = [];
    used = 0;
  };
  for (const chunk of splitChunks(spans)) {
    const chunkWidth = sumWidths(chunk.pieces, measure);
    const space: readonly Span[] =
      chunk.spaceBefore === null || current.length === 0 ? [] : [{ text: " ", style: chunk.spaceBefore }];
    const spaceWidth = sumWidths(space, measure);
    if (current.length === 0 || used + spaceWidth + chunkWidth <= width) {
      current.push(...space, ...chunk.pieces);
      used += spaceWidth + chunkWidth;
    } else {
      endLine();
      current = [...chunk.pieces];
      used = chunkWidth;
    }
    if (used > width) {
      const rows = splitOverlong(current, width, measure);
      for (const row of rows.slice(0, -1)) lines.push(setLine(row, measure));
      current = [...(rows.at(-1) ?? [])];
      used = sumWidths(current, measure);
    }
  }
  endLine();
  return lines;
}

/**
 * Breaks text into as few lines as `breakLines` does, of about equal length: for titles, where a last line of one word
 * looks like a mistake.
 */
export function breakBalancedLines(spans: readonly Span[], width: number, measure: Measure): readonly Line[] {
  let best = breakLines(spans, width, measure);
  const fewest = best.length;
  for (let narrower = width * 0.97; narrower > width / 2; narrower *= 0.97) {
    const lines = breakLines(spans, narrower, measure);
    if (lines.length > fewest) break;
    best = lines;
  }
  return best;
}

function splitChunks(spans: readonly Span[]): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let pieces: Span[] = [];
  let spaceBefore: TextStyle | null = null;
  const close = (nextSpace: TextStyle | null): void => {
    if (pieces.length > 0) chunks.push({ pieces, spaceBefore });
    if (pieces.length > 0 || nextSpace !== null) spaceBefore = nextSpace;
    pieces = [];
  };
  for (const { text, style } of spans) {
    for (const part of text.match(WORD_PARTS) ?? []) {
      if (BREAKING_SPACE.test(part)) {
        const latest = pieces.at(-1);
        if (latest !== undefined && BINDS_TO_NEXT.test(latest.text)) pieces.push({ text: " ", style });
        else close(style);
        continue;
      }
      part.split(AFTER_DASH).forEach((word, index) => {
        if (index > 0) close(null);
        pieces.push({ text: word, style });
      });
    }
  }
  close(null);
  return chunks;
}

/** Breaks a word that no line can hold between graphemes, so that nothing runs off the page. */
function splitOverlong(pieces: readonly Span[], width: number, measure: Measure): readonly (readonly Span[])[] {
  const rows: Span[][] = [[]];
  let used = 0;
  for (const { text, style } of pieces) {
    for (const { segment } of graphemes.segment(text)) {
      const segmentWidth = measure(segment, style);
      if (used + segmentWidth > width && used > 0) {
        rows.push([]);
        used = 0;
      }
      rows.at(-1)?.push({ text: segment, style });
      used += segmentWidth;
    }
  }
  return rows;
}

function setLine(spans: readonly Span[], measure: Measure): Line {
  const merged: Span[] = [];
  for (const span of spans) {
    const latest = merged.at(-1);
    if (latest?.style === span.style) merged[merged.length - 1] = { text: latest.text + span.text, style: span.style };
    else merged.push(span);
  }
  const fragments: Fragment[] = [];
  let x = 0;
  for (const { text, style } of merged) {
    const width = measure(text, style);
    fragments.push({ text, style, x, width });
    x += width;
  }
  return { fragments, width: x };
}

function sumWidths(spans: readonly Span[], measure: Measure): number {
  return spans.reduce((sum, { text, style }) => sum + measure(text, style), 0);
}

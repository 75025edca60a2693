import { AFTER_DASH } from "#adapters/typeset/character-rules.ts";
import type { StyledText, TextStyle } from "./styles.ts";

/** Part of a line in one style; `x` is its distance from the start of the line, in points. */
export interface Fragment {
  text: string;
  readonly style: TextStyle;
  readonly x: number;
  width: number;
}

/** A line of text, ready to be placed. */
export interface Line {
  readonly fragments: readonly Fragment[];
  readonly width: number;
}

/** Width of a text in a style, in points. */
export type Measure = (text: string, style: TextStyle) => number;

/** A no-break space is part of its word. */
const TOKENS =
  /\n|\t|[ \u1680\u2000-\u2006\u2008-\u200A\u205F\u3000]+|[^\n\t \u1680\u2000-\u2006\u2008-\u200A\u205F\u3000]+/gu;
const SPACE = /^[ \u1680\u2000-\u200A\u205F\u3000]/u;

const TAB_STOP = 36;
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/**
 * Breaks text into lines, greedily, ragged right, one after the other, so that a paragraph of any length needs no more
 * memory than its text. Runs of spaces become one space or the end of a line; line breaks stay; a tab goes on to the next
 * stop. A word that no line can hold is broken between graphemes.
 *
 * @param width of a line, in points
 */
export function* breakLines(texts: Iterable<StyledText>, width: number, measure: Measure): Generator<Line> {
  let fragments: Fragment[] = [];
  let used = 0;
  let gap: { readonly style: TextStyle; readonly isTab: boolean } | null = null;
  let word: { text: string; readonly style: TextStyle; readonly width: number }[] = [];
  let wordWidth = 0;

  const append = (text: string, style: TextStyle, partWidth: number): void => {
    const latest = fragments.at(-1);
    if (latest?.style === style && Math.abs(latest.x + latest.width - used) < 1e-6) {
      latest.text += text;
      latest.width += partWidth;
    } else fragments.push({ text, style, x: used, width: partWidth });
    used += partWidth;
  };
  const takeLine = (): Line => {
    const line = { fragments, width: used };
    fragments = [];
    used = 0;
    gap = null;
    return line;
  };
  const appendGap = (): void => {
    if (gap === null) return;
    const natural = measure(" ", gap.style);
    if (gap.isTab) {
      const stop = Math.max(natural, Math.ceil((used + natural) / TAB_STOP) * TAB_STOP - used);
      // A fragment of its own, so that what follows starts at the stop and not after a plain space.
      fragments.push({ text: " ", style: gap.style, x: used, width: natural });
      used += stop;
    } else if (used > 0) append(" ", gap.style, natural);
    gap = null;
  };
  const gapWidth = (): number => (gap === null || (used === 0 && !gap.isTab) ? 0 : measure(" ", gap.style));

  function* placeWord(): Generator<Line> {
    if (word.length === 0) return;
    if (fragments.length > 0 && used + gapWidth() + wordWidth > width) yield takeLine();
    appendGap();
    if (used + wordWidth <= width) for (const part of word) append(part.text, part.style, part.width);
    else
      for (const part of word) {
        for (const { segment } of graphemes.segment(part.text)) {
          const segmentWidth = measure(segment, part.style);
          if (used + segmentWidth > width && used > 0) yield takeLine();
          append(segment, part.style, segmentWidth);
        }
      }
    word = [];
    wordWidth = 0;
  }

  for (const { text, style } of texts) {
    for (const [token] of text.matchAll(TOKENS)) {
      if (token === "\n") {
        yield* placeWord();
        yield takeLine();
      } else if (token === "\t" || SPACE.test(token)) {
        yield* placeWord();
        if (token === "\t") appendGap();
        gap = { style, isTab: token === "\t" };
      } else {
        let isFirst = true;
        for (const part of token.split(AFTER_DASH)) {
          if (!isFirst) yield* placeWord();
          isFirst = false;
          const partWidth = measure(part, style);
          word.push({ text: part, style, width: partWidth });
          wordWidth += partWidth;
        }
      }
    }
  }
  yield* placeWord();
  if (fragments.length > 0) yield takeLine();
}

/** Columns from one tab stop to the next in preformatted text. */
const TAB_COLUMNS = 8;

/** Breaks preformatted text: lines and white space stand; a line that is too long goes on below. */
export function* breakVerbatim(text: string, style: TextStyle, width: number, measure: Measure): Generator<Line> {
  let from = 0;
  while (from <= text.length) {
    const end = text.indexOf("\n", from);
    const source = text.slice(from, end === -1 ? undefined : end);
    yield* foldLine(expandTabs(source), style, width, measure);
    if (end === -1) return;
    from = end + 1;
  }
}

function* foldLine(source: string, style: TextStyle, width: number, measure: Measure): Generator<Line> {
  const whole = source.length < 1_000 ? measure(source, style) : Number.POSITIVE_INFINITY;
  if (whole <= width) {
    yield makeVerbatimLine(source, style, whole);
    return;
  }
  let text = "";
  let used = 0;
  let afterSpace = 0;
  for (const { segment } of graphemes.segment(source)) {
    const segmentWidth = measure(segment, style);
    if (used + segmentWidth > width && used > 0) {
      // A word is kept whole where that does not leave most of the line empty: it is searched as a word.
      const end = afterSpace > text.length / 2 ? afterSpace : text.length;
      const shown = text.slice(0, end);
      yield makeVerbatimLine(shown, style, measure(shown, style));
      text = text.slice(end);
      used = measure(text, style);
      afterSpace = 0;
    }
    text += segment;
    used += segmentWidth;
    if (segment === " ") afterSpace = text.length;
  }
  yield makeVerbatimLine(text, style, used);
}

function makeVerbatimLine(text: string, style: TextStyle, width: number): Line {
  const shown = text.trimEnd();
  return { fragments: shown === "" ? [] : [{ text: shown, style, x: 0, width }], width };
}

function expandTabs(source: string): string {
  if (!source.includes("\t")) return source;
  let expanded = "";
  for (const [index, part] of source.split("\t").entries()) {
    if (index > 0) expanded += " ".repeat(TAB_COLUMNS - (expanded.length % TAB_COLUMNS));
    expanded += part;
  }
  return expanded;
}

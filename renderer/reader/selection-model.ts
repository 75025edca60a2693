import type { TextRange } from "#shared/model/passage.ts";
import { trimSpan } from "./text-units.ts";

/** A place between two characters of a page's text (`offset` in UTF-16 code units, page 1-based). */
export interface TextPosition {
  readonly page: number;
  readonly offset: number;
}

/** A stretch of text over one or more pages, in reading order. */
export interface TextStretch {
  readonly start: TextPosition;
  readonly end: TextPosition;
}

/**
 * A selection being made. `anchor` is what it started on (a word when it was started by a double click, else a place)
 * and stays selected; `focus` is where the pointer or the caret is. A selection without extent is a caret.
 */
export interface TextSelection {
  readonly anchor: TextStretch;
  readonly focus: TextPosition;
  /** The stretch of the unit under `focus` when selecting by words or paragraphs, else just `focus`. */
  readonly reach: TextStretch;
}

/** Negative when `a` is before `b`, positive when after, 0 when they are one. */
export function comparePositions(a: TextPosition, b: TextPosition): number {
  return a.page - b.page || a.offset - b.offset;
}

/** A caret: a selection without extent. */
export function caretAt(position: TextPosition): TextSelection {
  const point = { start: position, end: position };
  return { anchor: point, focus: position, reach: point };
}

/** A selection of a whole stretch, to be extended from there; the focus is at its end. */
export function selectStretch(stretch: TextStretch): TextSelection {
  return { anchor: stretch, focus: stretch.end, reach: stretch };
}

/** The selection with its focus moved; `reach` widens it to whole words or paragraphs. */
export function extendSelection(
  selection: TextSelection,
  focus: TextPosition,
  reach: TextStretch = { start: focus, end: focus },
): TextSelection {
  return { anchor: selection.anchor, focus, reach };
}

/** What a selection covers, in reading order. */
export function coveredStretch(selection: TextSelection): TextStretch {
  const { anchor, reach } = selection;
  return {
    start: comparePositions(reach.start, anchor.start) < 0 ? reach.start : anchor.start,
    end: comparePositions(reach.end, anchor.end) > 0 ? reach.end : anchor.end,
  };
}

/** True when the selection is only a caret. */
export function isCaret(selection: TextSelection): boolean {
  const { start, end } = coveredStretch(selection);
  return comparePositions(start, end) === 0;
}

/** The part of a stretch on one page, given the length of its text; null when it does not touch the page's text. */
export function rangeOnPage(stretch: TextStretch, page: number, length: number): TextRange | null {
  if (page < stretch.start.page || page > stretch.end.page) return null;
  const start = page === stretch.start.page ? stretch.start.offset : 0;
  const end = Math.min(page === stretch.end.page ? stretch.end.offset : length, length);
  return start < end ? { page, start, end } : null;
}

/** Pages that a stretch runs over, in order. */
export function pagesOf(stretch: TextStretch): readonly number[] {
  return Array.from({ length: stretch.end.page - stretch.start.page + 1 }, (_, index) => stretch.start.page + index);
}

/**
 * The ranges and the quotation of a stretch: white space at its ends is left out, pages without text in it are skipped,
 * the parts on successive pages are joined by one line break. Null when nothing but white space is covered.
 */
export function quoteStretch(
  stretch: TextStretch,
  textOf: (page: number) => string,
): { readonly ranges: readonly TextRange[]; readonly quote: string } | null {
  const ranges: TextRange[] = [];
  const parts: string[] = [];
  for (const page of pagesOf(stretch)) {
    const text = textOf(page);
    const range = rangeOnPage(stretch, page, text.length);
    if (range === null) continue;
    const { start, end } = trimSpan(text, range);
    if (start >= end) continue;
    ranges.push({ page, start, end });
    parts.push(text.slice(start, end));
  }
  return ranges.length === 0 ? null : { ranges, quote: parts.join("\n") };
}

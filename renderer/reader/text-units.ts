import { assertNever } from "#shared/base/assert-never.ts";
import { sentenceAround } from "#shared/text/sentence-around.ts";

/** Offsets into a text, in UTF-16 code units, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What a selection grows by. */
export type TextUnit = "character" | "word" | "sentence" | "paragraph";

/** Segmenting stops this far from the offset in question: a page of text would be segmented for every step else. */
const REACH = 256;

const words = new Intl.Segmenter(undefined, { granularity: "word" });
const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

function isSpace(character: string | undefined): boolean {
  return character !== undefined && /\s/u.test(character);
}

/** A stretch around an offset that starts and ends between words, or after `REACH` code units. */
function neighbourhood(text: string, offset: number): Span {
  let start = Math.max(0, offset - REACH);
  while (start > 0 && start < offset && !isSpace(text[start - 1])) start += 1;
  let end = Math.min(text.length, offset + REACH);
  while (end < text.length && end > offset && !isSpace(text[end])) end -= 1;
  return { start, end };
}

/** The word at an offset: the one that it is in, or that ends there. Spaces and punctuation stand alone. */
export function wordAt(text: string, offset: number): Span {
  const around = neighbourhood(text, offset);
  const segments = words.segment(text.slice(around.start, around.end));
  const inside = segments.containing(offset - around.start);
  const before = offset > around.start ? segments.containing(offset - around.start - 1) : undefined;
  const chosen = inside?.isWordLike ? inside : before?.isWordLike ? before : (inside ?? before);
  if (chosen === undefined) return { start: offset, end: offset };
  const start = around.start + chosen.index;
  return { start, end: start + chosen.segment.length };
}

/** The line at an offset, without its line break. */
export function lineAt(text: string, offset: number): Span {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const end = text.indexOf("\n", offset);
  return { start: offset === 0 ? 0 : start, end: end === -1 ? text.length : end };
}

/** The paragraph at an offset: what stands between two empty lines. */
export function paragraphAt(text: string, offset: number): Span {
  const break_ = offset === 0 ? -1 : text.lastIndexOf("\n\n", offset - 1);
  const start = break_ === -1 ? 0 : Math.min(break_ + 2, offset);
  const end = text.indexOf("\n\n", offset);
  return { start, end: end === -1 ? text.length : end };
}

/** The number of a paragraph or item that stands before its first sentence: `3.`, `(a)`, `iv)`. */
const ITEM_NUMBER = /^[([]?(?:\d{1,4}|[a-z]|[ivxlc]{1,6})[.)\]]+$/iu;

/**
 * The sentence at an offset, without the white space around it; between two sentences the one before. The number of a
 * paragraph belongs to its first sentence.
 */
export function sentenceAt(text: string, offset: number): Span {
  const found = plainSentenceAt(text, offset);
  if (ITEM_NUMBER.test(text.slice(found.start, found.end))) {
    const next = firstInk(text, found.end, 1);
    const first = next === null ? found : plainSentenceAt(text, next);
    return first.start >= found.end && isOneParagraph(text, found, first)
      ? { start: found.start, end: first.end }
      : found;
  }
  const last = firstInk(text, found.start - 1, -1);
  const before = last === null ? found : plainSentenceAt(text, last);
  const isNumber = before.end <= found.start && ITEM_NUMBER.test(text.slice(before.start, before.end));
  return isNumber && isOneParagraph(text, before, found) ? { start: before.start, end: found.end } : found;
}

function plainSentenceAt(text: string, offset: number): Span {
  const start = Math.max(0, Math.min(offset, text.length - 1));
  return trimSpan(text, sentenceAround(text, { start, end: start + 1 }));
}

function isOneParagraph(text: string, one: Span, next: Span): boolean {
  return !/\n\s*\n/u.test(text.slice(one.end, next.start));
}

/** The nearest character in a direction, from an offset on, that is no white space. */
function firstInk(text: string, offset: number, direction: 1 | -1): number | null {
  let at = offset;
  while (at >= 0 && at < text.length && isSpace(text[at])) at += direction;
  return at >= 0 && at < text.length ? at : null;
}

/** The next sentence after a stretch (`1`) or the last one before it (`-1`); null when the text has no more. */
export function sentenceBeside(text: string, stretch: Span, direction: 1 | -1): Span | null {
  const at = firstInk(text, direction === 1 ? stretch.end : stretch.start - 1, direction);
  if (at === null) return null;
  const found = sentenceAt(text, at);
  return direction === 1 ? { start: Math.max(found.start, at), end: found.end } : found;
}

/** The unit at an offset. */
export function unitAt(text: string, offset: number, unit: TextUnit): Span {
  switch (unit) {
    case "character":
      return { start: offset, end: offset };
    case "word":
      return wordAt(text, offset);
    case "sentence":
      return sentenceAt(text, offset);
    case "paragraph":
      return paragraphAt(text, offset);
    default:
      return assertNever(unit);
  }
}

/** The next offset between two characters as people count them, in a direction; null at the end of the text. */
export function stepCharacter(text: string, offset: number, direction: 1 | -1): number | null {
  if (direction === 1) {
    if (offset >= text.length) return null;
    const first = graphemes
      .segment(text.slice(offset, offset + REACH))
      [Symbol.iterator]()
      .next().value;
    return offset + (first?.segment.length ?? 1);
  }
  if (offset <= 0) return null;
  const from = neighbourhood(text, offset).start;
  return from + (graphemes.segment(text.slice(from, offset)).containing(offset - from - 1)?.index ?? 0);
}

/** The end of the next word, or the start of the previous one; null when no word is left in that direction. */
export function stepWord(text: string, offset: number, direction: 1 | -1): number | null {
  if (direction === 1) {
    for (const segment of words.segment(text.slice(offset))) {
      if (segment.isWordLike) return offset + segment.index + segment.segment.length;
    }
    return null;
  }
  const from = Math.max(0, neighbourhood(text, offset).start - REACH);
  let found: number | null = null;
  for (const segment of words.segment(text.slice(from, offset))) {
    if (segment.isWordLike) found = from + segment.index;
  }
  return found;
}

/** The span without white space at its ends; empty when it holds nothing else. */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && isSpace(text[start])) start += 1;
  while (end > start && isSpace(text[end - 1])) end -= 1;
  return { start, end };
}

/** The offset, moved back to the start of the character that it would cut in two. */
export function snapToCharacter(text: string, offset: number): number {
  let snapped = Math.max(0, Math.min(offset, text.length));
  while (snapped > 0 && snapped < text.length && /^[\p{M}\uDC00-\uDFFF]/u.test(text.slice(snapped, snapped + 2))) {
    snapped -= 1;
  }
  return snapped;
}

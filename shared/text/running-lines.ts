import type { Detection } from "../model/detection.ts";
import { type BodyRange, type FurnitureRanges, findStampRanges } from "./page-furniture.ts";
import { foldToken, tokenize } from "./tokenize.ts";

/** A line near the edge of a page. */
interface EdgeLine {
  /** What the line says, without case, accents and stamps, its numbers left open, as one number. */
  readonly form: number;
  readonly start: number;
  readonly end: number;
}

/**
 * The outermost lines of a page that could be running headers and footers, the outer ones first; lines of stamps alone
 * are passed over. Some hundred bytes, so that those of all pages of a document can be held.
 */
export interface PageEdges {
  readonly top: readonly EdgeLine[];
  readonly bottom: readonly EdgeLine[];
  /** Length of the page's text. */
  readonly length: number;
  /** Lines of the page that say something, up to one more than `top` and `bottom` hold. */
  readonly lines: number;
}

/** Lines of a running header or footer. */
const EDGE_LINES = 4;
/** A line that stands on fewer pages than this runs nowhere. */
const FEWEST_PAGES = 3;
/** Left and right pages may have different headers. */
const NEIGHBOURS = 2;

/** Reads from a page what `findRunningLines` needs to know of it. */
export function readPageEdges(text: string, detections: readonly Detection[]): PageEdges {
  const stamps = findStampRanges(text, detections);
  const top: EdgeLine[] = [];
  let start = 0;
  for (; start < text.length && top.length < EDGE_LINES; ) {
    const next = text.indexOf("\n", start);
    const end = next === -1 ? text.length : next;
    const form = readForm(text, start, end, stamps);
    if (form !== null) top.push({ form, start, end });
    start = end + 1;
  }
  const bottom: EdgeLine[] = [];
  let others = 0;
  for (let end = text.length; end > 0 && others <= EDGE_LINES; ) {
    const lineStart = text.lastIndexOf("\n", end - 1) + 1;
    const form = readForm(text, lineStart, end, stamps);
    if (form !== null && bottom.length < EDGE_LINES) bottom.push({ form, start: lineStart, end });
    if (form !== null && lineStart >= start) others += 1;
    end = lineStart - 1;
    if (bottom.length === EDGE_LINES && lineStart <= start) break;
  }
  return { top, bottom, length: text.length, lines: top.length + others };
}

/** A form as a number, or null for a line that says nothing besides stamps. */
function readForm(text: string, start: number, end: number, stamps: FurnitureRanges): number | null {
  const words: string[] = [];
  for (const token of tokenize(text.slice(start, end))) {
    if (isWithin(start + token.start, stamps)) continue;
    words.push(foldToken(token.text).replaceAll(/\d+/gu, "#"));
  }
  return words.length === 0 ? null : hash(words.join(" "));
}

function isWithin(offset: number, ranges: FurnitureRanges): boolean {
  for (let at = 0; at < ranges.length; at += 2) {
    if ((ranges[at] ?? 0) > offset) return false;
    if ((ranges[at + 1] ?? 0) > offset) return true;
  }
  return false;
}

/** FNV-1a over UTF-16 code units, twice with different beginnings, in 53 bits. */
function hash(form: string): number {
  let low = 0x811c9dc5;
  let high = 0x01234567;
  for (let index = 0; index < form.length; index += 1) {
    const unit = form.charCodeAt(index);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x01000193);
  }
  return (high & 0x1fffff) * 2 ** 32 + (low >>> 0);
}

/**
 * Finds the running headers and footers of a document: outermost lines that recur in the same zone on at least three
 * pages, one of them at most two pages away, with nothing but such lines outside of them. A page that would have nothing
 * left keeps its lines: a form that is short may recur as a whole.
 *
 * @param pages edges of all pages, in their order
 * @returns for each page what lies between its running lines; linear in the number of pages
 */
export function findRunningLines(pages: readonly PageEdges[]): readonly BodyRange[] {
  const tops = pages.map(({ top }) => top);
  const bottoms = pages.map(({ bottom }) => bottom);
  const topPages = countPages(tops);
  const bottomPages = countPages(bottoms);
  return pages.map(({ length, lines, top, bottom }, page) => {
    const whole = { start: 0, end: length };
    const head = countRunning(tops, page, topPages);
    const foot = countRunning(bottoms, page, bottomPages);
    if (head + foot >= lines) return whole;
    return {
      start: head === 0 ? 0 : (top[head - 1]?.end ?? 0),
      end: foot === 0 ? length : (bottom[foot - 1]?.start ?? length),
    };
  });
}

/** On how many pages each form stands. */
function countPages(zones: readonly (readonly EdgeLine[])[]): ReadonlyMap<number, number> {
  const pages = new Map<number, number>();
  for (const lines of zones) {
    for (const form of new Set(lines.map((line) => line.form))) pages.set(form, (pages.get(form) ?? 0) + 1);
  }
  return pages;
}

function countRunning(
  zones: readonly (readonly EdgeLine[])[],
  page: number,
  pages: ReadonlyMap<number, number>,
): number {
  const lines = zones[page] ?? [];
  const isRunning = ({ form }: EdgeLine) =>
    (pages.get(form) ?? 0) >= FEWEST_PAGES && neighboursOf(zones, page).some((line) => line.form === form);
  const body = lines.findIndex((line) => !isRunning(line));
  return body === -1 ? lines.length : body;
}

function neighboursOf(zones: readonly (readonly EdgeLine[])[], page: number): readonly EdgeLine[] {
  const near: EdgeLine[] = [];
  for (let other = Math.max(0, page - NEIGHBOURS); other <= page + NEIGHBOURS; other += 1) {
    if (other !== page) near.push(...(zones[other] ?? []));
  }
  return near;
}

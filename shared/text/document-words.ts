import { lastAtMost, seekAtLeast } from "../base/sorted-numbers.ts";
import { FURNITURE_START, type PagePlaces, type PageWordCounts, POSITION_GAP } from "./page-words.ts";

/** How the words of a document are numbered through its pages, which go by indexes from 0. */
export interface DocumentNumbering {
  readonly pages: number;
  /** Position of the first body word that begins on each page, and at the end the number of body words. */
  readonly bodyStarts: Int32Array;
  /** Position of the first word of each page's stamps, headers and footers; of a page without any, where they would begin. */
  readonly furnitureStarts: Int32Array;
}

/**
 * Numbers the words of a document: body words from 0 across all pages; after them, each page's furniture, at least
 * `POSITION_GAP` from everything before. Every position belongs to one page: a word that is divided across a page break
 * to the page where it begins.
 */
export function numberDocument(
  counts: readonly Pick<PageWordCounts, "bodyCount" | "furnitureSpan">[],
): DocumentNumbering {
  const bodyStarts = new Int32Array(counts.length + 1);
  const furnitureStarts = new Int32Array(counts.length);
  counts.forEach(({ bodyCount }, page) => {
    bodyStarts[page + 1] = (bodyStarts[page] ?? 0) + bodyCount;
  });
  let next = (bodyStarts[counts.length] ?? 0) + POSITION_GAP;
  counts.forEach(({ furnitureSpan }, page) => {
    furnitureStarts[page] = next;
    if (furnitureSpan > 0) next += furnitureSpan + POSITION_GAP;
  });
  return { pages: counts.length, bodyStarts, furnitureStarts };
}

/** Position in the document of a position on a page. */
export function toDocumentPosition(numbering: DocumentNumbering, page: number, position: number): number {
  return position >= FURNITURE_START
    ? (numbering.furnitureStarts[page] ?? 0) + position - FURNITURE_START
    : (numbering.bodyStarts[page] ?? 0) + position;
}

/** The numbering of one document within arrays that hold those of many. */
export interface NumberedPages extends DocumentNumbering {
  /** Where the document's own begin in `bodyStarts`: one more than it has pages are its own. */
  readonly bodyFrom: number;
  /** Where the document's own begin in `furnitureStarts`. */
  readonly furnitureFrom: number;
}

/** Pages on which any of the positions lies: the first `length` of `positions`, ascending. */
export function countPagesWith(positions: Int32Array, length: number, numbered: NumberedPages): number {
  const { pages, bodyStarts, bodyFrom, furnitureStarts, furnitureFrom } = numbered;
  const bodyEnd = bodyStarts[bodyFrom + pages] ?? 0;
  // Furniture comes after all body words: its pages may have been counted by then.
  const hasFurniture = length > 0 && (positions[length - 1] ?? 0) >= bodyEnd;
  const flags = hasFurniture ? new Uint8Array(pages + 1) : null;
  let count = 0;
  let index = 0;
  let page = 0;
  while (index < length && (positions[index] ?? 0) < bodyEnd) {
    page = seekAbove(bodyStarts, positions[index] ?? 0, page, pages, bodyFrom);
    if (flags !== null) flags[page] = 1;
    const pageEnd = bodyStarts[bodyFrom + page] ?? bodyEnd;
    while (index < length && (positions[index] ?? 0) < pageEnd) index += 1;
    count += 1;
  }
  if (flags === null) return count;
  for (page = 0; index < length; index += 1) {
    page = seekAbove(furnitureStarts, positions[index] ?? 0, page, pages, furnitureFrom);
    if (flags[page] === 1) continue;
    flags[page] = 1;
    count += 1;
  }
  return count;
}

/**
 * Pages on which any of the positions lies, as bits, the first page lowest; for a document of at most 31 pages.
 *
 * @param positions ascending; the first `length` of them
 */
export function pageMaskOf(positions: Int32Array, length: number, numbered: NumberedPages): number {
  const { pages, bodyStarts, bodyFrom, furnitureStarts, furnitureFrom } = numbered;
  const bodyEnd = bodyStarts[bodyFrom + pages] ?? 0;
  let mask = 0;
  let page = 0;
  let index = 0;
  for (; index < length && (positions[index] ?? 0) < bodyEnd; index += 1) {
    while ((bodyStarts[bodyFrom + page + 1] ?? bodyEnd) <= (positions[index] ?? 0)) page += 1;
    mask |= 1 << page;
  }
  for (page = 0; index < length; index += 1) {
    while (page + 1 < pages && (furnitureStarts[furnitureFrom + page + 1] ?? 0) <= (positions[index] ?? 0)) page += 1;
    mask |= 1 << page;
  }
  return mask;
}

/** The first of `values`, counted from `base`, from `from` and before `to`, that is above `wanted`; `to` when none is. */
function seekAbove(values: Int32Array, wanted: number, from: number, to: number, base: number): number {
  return seekAtLeast(values, wanted + 1, base + from, base + to) - base;
}

/** Index of the page to which a position of the document belongs. */
export function pageOfPosition({ bodyStarts, furnitureStarts }: DocumentNumbering, position: number): number {
  const isBody = position < (bodyStarts.at(-1) ?? 0);
  return lastAtMost(isBody ? bodyStarts : furnitureStarts, position);
}

/** Where a stretch of a document stands on one of its pages (an index): offsets into the page's text, end exclusive. */
export interface SpanPart {
  readonly page: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Where a stretch of positions stands: one part for each page that has a word of it. A word that is divided across a page
 * break has a part on both.
 *
 * @param start first position
 * @param end last position, included; of the body when `start` is, and of the same page's furniture otherwise
 * @param placesOf words of a page; asked for those pages only that the stretch touches, in ascending order
 */
export function partsOfSpan(
  numbering: DocumentNumbering,
  start: number,
  end: number,
  placesOf: (page: number) => PagePlaces,
): readonly SpanPart[] {
  const first = pageOfPosition(numbering, start);
  if (start >= (numbering.bodyStarts.at(-1) ?? 0)) {
    const base = numbering.furnitureStarts[first] ?? 0;
    return [furniturePart(first, placesOf(first), start - base, end - base)];
  }
  const parts: SpanPart[] = [];
  for (let page = first; page < numbering.pages; page += 1) {
    const base = numbering.bodyStarts[page] ?? 0;
    const limit = numbering.bodyStarts[page + 1] ?? 0;
    const places = placesOf(page);
    // The rest of a word belongs to the position before the page's own.
    const continued = page > first && base <= end + 1 ? places.continued : null;
    const ownStart = places.bodyStarts[Math.max(start - base, 0)] ?? 0;
    const ownEnd = places.bodyEnds[Math.min(end, limit - 1) - base] ?? 0;
    const hasOwn = limit > base && base <= end;
    if (hasOwn) parts.push({ page, start: continued?.start ?? ownStart, end: ownEnd });
    else if (continued !== null) parts.push({ page, ...continued });
    const goesOn = end >= limit || (end === limit - 1 && places.counts.divided !== null);
    if (!goesOn) break;
  }
  return parts;
}

function furniturePart(page: number, places: PagePlaces, from: number, to: number): SpanPart {
  const first = lastAtMost(places.furniturePositions, from);
  const last = lastAtMost(places.furniturePositions, to);
  return { page, start: places.furnitureStarts[first] ?? 0, end: places.furnitureEnds[last] ?? 0 };
}

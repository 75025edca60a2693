import type { PageInfo, PageRotation } from "#shared/model/document.ts";
import { shownSize } from "./page-transform.ts";

/** Pixels between two pages, and above the first and below the last one. */
export const PAGE_GAP = 14;
/** Pixels kept free at both sides of a page. */
export const SIDE_MARGIN = 18;

/**
 * Tallest element that every browser scrolls (Firefox stops at 17.9 million pixels, Chromium at 33.5 million). A
 * longer document is laid out in a window of this height that moves along.
 */
export const TALLEST_CONTENT = 16_000_000;

/** Where every page of a document stands at one scale, in CSS pixels from the top of the document. */
export interface PageLayout {
  readonly pageCount: number;
  /** CSS pixels per PDF point. */
  readonly scale: number;
  readonly rotation: PageRotation;
  /** Width of the widest page. */
  readonly widest: number;
  /** Height of the whole document with its gaps. */
  readonly height: number;
  /** Top, width and height of a page; pages out of range are taken as the nearest one. */
  topOf(page: number): number;
  widthOf(page: number): number;
  heightOf(page: number): number;
  /** The page that contains a height, or whose gap below it does; the nearest page outside of the document. */
  pageAt(y: number): number;
}

/**
 * Lays out the pages below each other. Costs one pass over the pages (20,000 pages: about a millisecond) and never
 * opens one, since their sizes are known from the import.
 */
export function layOutPages(
  pageInfos: readonly Pick<PageInfo, "box" | "rotation">[],
  scale: number,
  rotation: PageRotation,
): PageLayout {
  const pageCount = pageInfos.length;
  const tops = new Float64Array(pageCount);
  const widths = new Float64Array(pageCount);
  const heights = new Float64Array(pageCount);
  let widest = 0;
  let y = PAGE_GAP;
  pageInfos.forEach((info, index) => {
    const [width, height] = shownSize(info, rotation);
    tops[index] = y;
    widths[index] = width * scale;
    heights[index] = height * scale;
    widest = Math.max(widest, width * scale);
    // Whole pixels between pages keep every page sharp on the device's grid.
    y = Math.ceil(y + height * scale) + PAGE_GAP;
  });
  const indexOf = (page: number): number => Math.min(Math.max(page, 1), pageCount) - 1;
  return {
    pageCount,
    scale,
    rotation,
    widest,
    height: pageCount === 0 ? 0 : y,
    topOf: (page) => tops[indexOf(page)] ?? 0,
    widthOf: (page) => widths[indexOf(page)] ?? 0,
    heightOf: (page) => heights[indexOf(page)] ?? 0,
    pageAt: (position) => {
      let low = 0;
      let high = pageCount - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((tops[middle] ?? 0) <= position) low = middle;
        else high = middle - 1;
      }
      return low + 1;
    },
  };
}

/** First and last page that touch a stretch of the document. */
export function pagesBetween(
  layout: PageLayout,
  top: number,
  bottom: number,
): { readonly first: number; readonly last: number } {
  const touching = layout.pageAt(top);
  const endsAbove = layout.topOf(touching) + layout.heightOf(touching) <= top;
  const first = endsAbove && touching < layout.pageCount ? touching + 1 : touching;
  return { first, last: Math.max(first, layout.pageAt(bottom)) };
}

/** The page of which most is in sight between two heights; the earlier one when two show the same. */
export function mostVisiblePage(layout: PageLayout, top: number, bottom: number): number {
  const { first, last } = pagesBetween(layout, top, bottom);
  let best = first;
  let most = -1;
  for (let page = first; page <= last; page += 1) {
    const pageTop = layout.topOf(page);
    const seen = Math.min(pageTop + layout.heightOf(page), bottom) - Math.max(pageTop, top);
    if (seen > most + 0.5) {
      most = seen;
      best = page;
    }
  }
  return best;
}

/**
 * The size in points that most pages of a document are shown at. Fitting follows it, so that one fold-out plan among
 * letters does not make the letters small.
 */
export function typicalSize(
  pageInfos: readonly Pick<PageInfo, "box" | "rotation">[],
  rotation: PageRotation,
): readonly [number, number] {
  const counts = new Map<string, { count: number; size: readonly [number, number] }>();
  let best: { count: number; size: readonly [number, number] } = { count: 0, size: [612, 792] };
  for (const info of pageInfos) {
    const size = shownSize(info, rotation);
    const key = `${Math.round(size[0])}×${Math.round(size[1])}`;
    const entry = counts.get(key) ?? { count: 0, size };
    entry.count += 1;
    counts.set(key, entry);
    if (entry.count > best.count) best = entry;
  }
  return best.size;
}

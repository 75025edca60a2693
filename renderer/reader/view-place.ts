import type { PageInfo, PageRotation } from "#shared/model/document.ts";
import type { Quad } from "#shared/model/geometry.ts";
import { type PageLayout, SIDE_MARGIN, TALLEST_CONTENT } from "./page-layout.ts";
import { boundQuads, makePageTransform } from "./page-transform.ts";

/** Size of the part of the screen that shows pages, in CSS pixels. */
export interface ViewSize {
  readonly width: number;
  readonly height: number;
}

/**
 * What is in sight, said without pixels of the document, so that it holds when zoom, rotation or the window change:
 * the point at `fractionX`, `fractionY` of `page` stands at `viewX`, `viewY` of the view (all parts of 1).
 */
export interface ViewPlace {
  readonly page: number;
  readonly fractionX: number;
  readonly fractionY: number;
  readonly viewX: number;
  readonly viewY: number;
  /** Part of the page's height that should be in sight around the point; its top wins when it does not fit. */
  readonly extentY: number;
  /** True when someone asked for this page: it is then the current one, however little of it is in sight. */
  readonly asked: boolean;
}

/** Scroll position in CSS pixels of the whole document. */
export interface ScrollPosition {
  readonly top: number;
  readonly left: number;
}

/** Width of what scrolls: the widest page with its margins, or the view when that is wider. */
export function contentWidth(layout: PageLayout, size: ViewSize): number {
  return Math.max(Math.ceil(layout.widest + 2 * SIDE_MARGIN), size.width);
}

/** Distance of a page from the left edge of what scrolls, in whole pixels so that it stays sharp. */
export function leftOf(layout: PageLayout, size: ViewSize, page: number): number {
  return Math.round((contentWidth(layout, size) - layout.widthOf(page)) / 2);
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, Math.max(low, high)));
}

/** A scroll position, kept inside the document and in whole pixels. */
export function limitScroll(layout: PageLayout, size: ViewSize, scroll: ScrollPosition): ScrollPosition {
  return {
    top: Math.round(clamp(scroll.top, 0, layout.height - size.height)),
    left: Math.round(clamp(scroll.left, 0, contentWidth(layout, size) - size.width)),
  };
}

/** Where to scroll so that a place is in sight, kept inside the document. */
export function scrollTo(layout: PageLayout, size: ViewSize, place: ViewPlace): ScrollPosition {
  const { page, asked } = place;
  const height = layout.heightOf(page);
  const isTooTall = place.extentY * height > size.height * 0.8;
  const fractionY = isTooTall ? place.fractionY - place.extentY / 2 : place.fractionY;
  const viewY = isTooTall ? 0.15 : place.viewY;
  const left = leftOf(layout, size, page) + place.fractionX * layout.widthOf(page) - place.viewX * size.width;
  return limitScroll(layout, size, {
    top: layout.topOf(page) + fractionY * height - viewY * size.height,
    left: asked ? limitToPage(layout, size, page, left) : left,
  });
}

/** Keeps a page that someone asked for whole across the view; one that is wider, without desk beyond its edges. */
function limitToPage(layout: PageLayout, size: ViewSize, page: number, left: number): number {
  const start = leftOf(layout, size, page);
  const width = layout.widthOf(page);
  const isWider = width + 2 * SIDE_MARGIN > size.width;
  if (!isWider) return start + width / 2 - size.width / 2;
  return clamp(left, start - SIDE_MARGIN, start + width + SIDE_MARGIN - size.width);
}

/** The place that stands at a point of the view (parts of 1; its top centre by default) for a scroll position. */
export function placeAt(
  layout: PageLayout,
  size: ViewSize,
  scroll: ScrollPosition,
  view: { readonly x: number; readonly y: number } = { x: 0.5, y: 0 },
): ViewPlace {
  const x = scroll.left + view.x * size.width;
  const y = scroll.top + view.y * size.height;
  const page = layout.pageAt(y);
  return {
    page,
    fractionX: (x - leftOf(layout, size, page)) / (layout.widthOf(page) || 1),
    fractionY: (y - layout.topOf(page)) / (layout.heightOf(page) || 1),
    viewX: view.x,
    viewY: view.y,
    extentY: 0,
    asked: false,
  };
}

/** The place that shows the top of a page, a little of the desk above it, centred across. */
export function topOfPage(page: number): ViewPlace {
  return { page, fractionX: 0.5, fractionY: 0, viewX: 0.5, viewY: 0.019, extentY: 0, asked: true };
}

/** The place that shows some quads of a page in the middle of the view; the top of the page when there are none. */
export function placeOfQuads(
  info: Pick<PageInfo, "page" | "box" | "rotation">,
  quads: readonly Quad[],
  rotation: PageRotation,
): ViewPlace {
  const transform = makePageTransform(info, 1, rotation);
  const bounds = boundQuads(transform, quads);
  if (bounds === null) return topOfPage(info.page);
  return {
    page: info.page,
    fractionX: (bounds.left + bounds.width / 2) / transform.width,
    fractionY: (bounds.top + bounds.height / 2) / transform.height,
    viewX: 0.5,
    viewY: 0.45,
    extentY: bounds.height / transform.height,
    asked: true,
  };
}

/**
 * Top of the window in which a document taller than `TALLEST_CONTENT` is laid out, for a scroll position. It moves in
 * steps, so that scrolling inside a step needs no new layout.
 */
export function windowOrigin(layout: PageLayout, top: number): number {
  if (layout.height <= TALLEST_CONTENT) return 0;
  const step = TALLEST_CONTENT / 4;
  return clamp(Math.floor(top / step) * step - step, 0, layout.height - TALLEST_CONTENT);
}

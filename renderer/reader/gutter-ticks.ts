import type { PageInfo } from "#shared/model/document.ts";
import type { TagColor } from "#shared/model/tag.ts";
import type { PageLayout } from "./page-layout.ts";
import { makePageTransform, quadToRect } from "./page-transform.ts";
import type { ReaderMark } from "./reader-types.ts";

/** How a tick looks. The later one wins where two fall on one place. */
export type TickLook =
  | { readonly kind: "passage"; readonly color: TagColor | null }
  | { readonly kind: "hit" }
  | { readonly kind: "current" };

/** A mark, or several on one place, in the gutter. */
export interface GutterTick {
  /** Pixels from the top of the gutter. */
  readonly top: number;
  readonly look: TickLook;
  /** The mark to go to. */
  readonly mark: ReaderMark;
}

/** Height of a tick in pixels: marks closer than this share one. */
export const TICK_HEIGHT = 3;

function rankOf(mark: ReaderMark): number {
  if (mark.look.kind === "hit") return mark.look.current ? 3 : 1;
  return mark.look.current ? 2 : 0;
}

function lookOf(mark: ReaderMark): TickLook {
  if (mark.look.kind === "passage") return { kind: "passage", color: mark.look.color };
  return mark.look.current ? { kind: "current" } : { kind: "hit" };
}

/** Where the marks of a document stand in a gutter of `height` pixels, from top to bottom, one tick a place. */
export function placeTicks(
  marks: readonly ReaderMark[],
  pageInfos: readonly PageInfo[],
  layout: PageLayout,
  height: number,
): readonly GutterTick[] {
  const places = new Map<number, ReaderMark>();
  for (const mark of marks) {
    const info = pageInfos[mark.page - 1];
    const quad = mark.quads[0];
    if (info === undefined || layout.height === 0) continue;
    const inPage =
      quad === undefined ? 0 : quadToRect(makePageTransform(info, layout.scale, layout.rotation), quad).top;
    const place = Math.floor(((layout.topOf(mark.page) + inPage) / layout.height) * (height / TICK_HEIGHT));
    const there = places.get(place);
    if (there === undefined || rankOf(mark) > rankOf(there)) places.set(place, mark);
  }
  return [...places]
    .sort(([a], [b]) => a - b)
    .map(([place, mark]) => ({ top: place * TICK_HEIGHT, look: lookOf(mark), mark }));
}

/** A bookmark in the gutter. */
export interface GutterRibbon {
  /** Pixels from the top of the gutter. */
  readonly top: number;
  readonly page: number;
  readonly label: string;
}

/** Where the bookmarks of a document stand in a gutter of `height` pixels: at the tops of their pages. */
export function placeRibbons(
  bookmarks: readonly Omit<GutterRibbon, "top">[],
  layout: PageLayout,
  height: number,
): readonly GutterRibbon[] {
  if (layout.height === 0) return [];
  return bookmarks
    .filter(({ page }) => page <= layout.pageCount)
    .map((bookmark) => ({ ...bookmark, top: Math.floor((layout.topOf(bookmark.page) / layout.height) * height) }));
}

/** The tick within `reach` pixels of a height, the nearest one; null when there is none. */
export function tickNear<Tick extends { readonly top: number }>(
  ticks: readonly Tick[],
  y: number,
  reach = 4,
): Tick | null {
  let best: Tick | null = null;
  let least = reach;
  for (const tick of ticks) {
    const distance = Math.abs(tick.top + TICK_HEIGHT / 2 - y);
    if (distance <= least) {
      least = distance;
      best = tick;
    }
  }
  return best;
}

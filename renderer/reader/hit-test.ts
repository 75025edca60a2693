import type { PageInfo } from "#shared/model/document.ts";
import type { TextRun } from "#shared/model/geometry.ts";
import { caretQuad } from "./caret-geometry.ts";
import type { PageTexts } from "./page-texts.ts";
import { makePageTransform, quadToRect, toUserSpace } from "./page-transform.ts";
import type { TextPosition } from "./selection-model.ts";
import { offsetNear } from "./text-blocks.ts";
import { snapToCharacter } from "./text-units.ts";
import type { ReaderView } from "./use-reader-view.ts";
import { leftOf } from "./view-place.ts";

/** A point of the view on a page, in PDF user space. */
export interface PagePoint {
  readonly info: PageInfo;
  readonly x: number;
  readonly y: number;
}

/** The page under a point of the window, and where on it; the nearest page where there is none. */
export function pointOnPage(
  view: ReaderView,
  pageInfos: readonly PageInfo[],
  clientX: number,
  clientY: number,
): PagePoint | null {
  const { size, layout, scroll } = view;
  const element = view.scroller.current;
  if (element === null || size === null) return null;
  const bounds = element.getBoundingClientRect();
  const top = clientY - bounds.top + scroll.top;
  const info = pageInfos[layout.pageAt(top) - 1];
  if (info === undefined) return null;
  const transform = makePageTransform(info, layout.scale, layout.rotation);
  const left = clientX - bounds.left + scroll.left - leftOf(layout, size, info.page);
  const [x, y] = toUserSpace(transform, left, top - layout.topOf(info.page));
  return { info, x, y };
}

/**
 * The place in the text nearest to a point of the window; the start of a page without text. Null while the text of the
 * page is not there.
 */
export function positionAt(
  view: ReaderView,
  pageInfos: readonly PageInfo[],
  texts: PageTexts,
  clientX: number,
  clientY: number,
): TextPosition | null {
  const point = pointOnPage(view, pageInfos, clientX, clientY);
  if (point === null) return null;
  const { page, characters } = point.info;
  if (characters === 0) return { page, offset: 0 };
  const text = texts.peek(page);
  if (text === null) return null;
  const offset = offsetNear(text.runs, point.x, point.y) ?? 0;
  return { page, offset: snapToCharacter(text.text, offset) };
}

function covers(run: TextRun, x: number, y: number): boolean {
  const isAlongX = run.direction === "right" || run.direction === "left";
  const [along, across] = isAlongX ? [x, y] : [y, x];
  const first = run.edges[0] ?? 0;
  const last = run.edges.at(-1) ?? 0;
  return across >= run.low && across <= run.high && along >= Math.min(first, last) && along <= Math.max(first, last);
}

/** True when a point of the window is on text. */
export function isOnText(
  view: ReaderView,
  pageInfos: readonly PageInfo[],
  texts: PageTexts,
  clientX: number,
  clientY: number,
): boolean {
  const point = pointOnPage(view, pageInfos, clientX, clientY);
  if (point === null) return false;
  return texts.peek(point.info.page)?.runs.some((run) => covers(run, point.x, point.y)) ?? false;
}

/** Client rectangle of the caret at a place, also where it is out of sight; null when its page's text is not there. */
export function caretRectOf(
  view: ReaderView,
  pageInfos: readonly PageInfo[],
  texts: PageTexts,
  position: TextPosition,
): DOMRect | null {
  const { size, layout, scroll } = view;
  const info = pageInfos[position.page - 1];
  const runs = texts.peek(position.page)?.runs;
  const bounds = view.scroller.current?.getBoundingClientRect();
  const quad = runs === undefined ? null : caretQuad(runs, position.offset);
  if (info === undefined || quad === null || size === null || bounds === undefined) return null;
  const rect = quadToRect(makePageTransform(info, layout.scale, layout.rotation), quad);
  return new DOMRect(
    bounds.left - scroll.left + leftOf(layout, size, info.page) + rect.left,
    bounds.top - scroll.top + layout.topOf(info.page) + rect.top,
    rect.width,
    rect.height,
  );
}

/** Offset of the first word of a page that is in sight; its first offset when none is. */
export function firstOffsetInSight(
  view: ReaderView,
  pageInfos: readonly PageInfo[],
  texts: PageTexts,
  page: number,
): number {
  const text = texts.peek(page);
  const bounds = view.scroller.current?.getBoundingClientRect();
  if (text === null || bounds === undefined) return 0;
  for (const run of [...text.runs].sort((a, b) => a.start - b.start)) {
    const rect = caretRectOf(view, pageInfos, texts, { page, offset: run.start });
    const isWord = /\S/u.test(text.text.slice(run.start, run.end));
    if (isWord && rect !== null && rect.top >= bounds.top && rect.bottom <= bounds.bottom) return run.start;
  }
  return text.runs[0]?.start ?? 0;
}

/** Pixels kept free above and below the caret when it is brought into sight. */
const CARET_MARGIN = 32;

/** Scrolls just as far as it takes to see a place in the text; to the top of its page while its text is not there. */
export function bringIntoSight(
  view: ReaderView,
  pageInfos: readonly PageInfo[],
  texts: PageTexts,
  position: TextPosition,
): void {
  const bounds = view.scroller.current?.getBoundingClientRect();
  const caret = caretRectOf(view, pageInfos, texts, position);
  if (bounds === undefined) return;
  if (caret === null) {
    view.goToPage(position.page);
    return;
  }
  const above = bounds.top + CARET_MARGIN - caret.top;
  const below = caret.bottom + CARET_MARGIN - bounds.bottom;
  const right = caret.right + CARET_MARGIN - bounds.right;
  const left = bounds.left + CARET_MARGIN - caret.left;
  const across = left > 0 ? -left : Math.max(right, 0);
  if (above > 0) view.scrollBy(-above, across);
  else if (below > 0 || across !== 0) view.scrollBy(Math.max(0, below), across);
}

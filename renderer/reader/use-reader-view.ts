import {
  type RefObject,
  useCallback,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { flushSync } from "react-dom";
import type { DocumentDetail, PageRotation } from "#shared/model/document.ts";
import { layOutPages, mostVisiblePage, type PageLayout, pagesBetween, typicalSize } from "./page-layout.ts";
import { addRotation, PIXELS_PER_POINT } from "./page-transform.ts";
import type { ReaderTarget } from "./reader-types.ts";
import {
  limitScroll,
  placeAt,
  placeOfQuads,
  type ScrollPosition,
  scrollTo,
  topOfPage,
  type ViewPlace,
  type ViewSize,
  windowOrigin,
} from "./view-place.ts";
import { limitZoom, type ZoomMode, zoomFactor } from "./zoom.ts";

/** Part of the view's height above and below it for which pages are kept ready. */
const READY_AHEAD = 0.75;

/** What is in sight, and the ways to change it. */
export interface ReaderView {
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** Null until it is measured; no page is shown before. */
  readonly size: ViewSize | null;
  readonly layout: PageLayout;
  /** In pixels of the whole document. */
  readonly scroll: ScrollPosition;
  /** Pixels of the document above the element that scrolls; not 0 only for very tall documents. */
  readonly origin: number;
  /** Pages to have in the DOM, and those of them in sight. */
  readonly first: number;
  readonly last: number;
  readonly firstInSight: number;
  readonly lastInSight: number;
  readonly currentPage: number;
  /** What is in sight, in a form that can be gone back to. */
  readonly place: ViewPlace;
  readonly zoomMode: ZoomMode;
  readonly zoomFactor: number;
  readonly rotation: PageRotation;
  /** Zooms so that a point of the view (parts of 1; its middle by default) stays where it is. */
  setZoom(mode: ZoomMode, around?: { readonly x: number; readonly y: number }): void;
  rotate(by: 90 | 270): void;
  goTo(place: ViewPlace): void;
  goToPage(page: number): void;
  scrollTo(scroll: ScrollPosition): void;
  scrollBy(down: number, across?: number): void;
}

function placeOfTarget(detail: DocumentDetail, target: ReaderTarget | null, rotation: PageRotation): ViewPlace {
  const page = Math.min(Math.max(target?.page ?? 1, 1), Math.max(1, detail.pageInfos.length));
  const info = detail.pageInfos[page - 1];
  return info === undefined ? topOfPage(page) : placeOfQuads(info, target?.quads ?? [], rotation);
}

/**
 * Layout, scroll position, zoom and rotation of one document. It starts at the target, or where it was when somebody goes
 * back to it (`returned`): no other page is shown first.
 */
export function useReaderView(
  detail: DocumentDetail,
  target: ReaderTarget | null,
  returned: ViewPlace | null = null,
): ReaderView {
  const scroller = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<ViewSize | null>(null);
  const [zoomMode, setZoomMode] = useState<ZoomMode>({ kind: "fit-width" });
  const [rotation, setRotation] = useState<PageRotation>(0);
  const [place, setPlace] = useState(() => returned ?? placeOfTarget(detail, target, 0));
  const [request, setRequest] = useState(target?.request);
  if (target !== null && target.request !== request) {
    setRequest(target.request);
    setPlace(placeOfTarget(detail, target, rotation));
  }

  const { pageInfos } = detail;
  const typical = useMemo(() => typicalSize(pageInfos, rotation), [pageInfos, rotation]);
  const factor = size === null ? 1 : zoomFactor(zoomMode, typical, size);
  const scale = factor * PIXELS_PER_POINT;
  const layout = useMemo(() => layOutPages(pageInfos, scale, rotation), [pageInfos, scale, rotation]);

  const known = size ?? { width: 0, height: 0 };
  const scroll = scrollTo(layout, known, place);
  const origin = windowOrigin(layout, scroll.top);
  const bottom = scroll.top + known.height;
  const ready = pagesBetween(layout, scroll.top - READY_AHEAD * known.height, bottom + READY_AHEAD * known.height);
  const inSight = pagesBetween(layout, scroll.top, bottom);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const measure = (): void => {
      const { clientWidth: width, clientHeight: height } = element;
      if (width === 0 || height === 0) return;
      setSize((old) => (old?.width === width && old.height === height ? old : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(() => flushSync(measure));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  // Writing the position that the browser has just reported would stop a scroll in progress; a pixel is rounding.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null || size === null) return;
    if (Math.abs(element.scrollTop - (scroll.top - origin)) >= 1) element.scrollTop = scroll.top - origin;
    if (Math.abs(element.scrollLeft - scroll.left) >= 1) element.scrollLeft = scroll.left;
  });

  const onScroll = useEffectEvent((element: HTMLDivElement) => {
    if (size === null) return;
    const seen = { top: element.scrollTop + origin, left: element.scrollLeft };
    if (Math.abs(seen.top - scroll.top) < 1 && Math.abs(seen.left - scroll.left) < 1) return;
    // In the same frame: a page that comes into sight later than its place would flash as an empty desk.
    flushSync(() => setPlace(placeAt(layout, size, seen)));
  });
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const listener = (): void => onScroll(element);
    element.addEventListener("scroll", listener, { passive: true });
    return () => element.removeEventListener("scroll", listener);
  }, []);

  const moveTo = (to: ScrollPosition): void => {
    if (size !== null) setPlace(placeAt(layout, size, limitScroll(layout, size, to)));
  };
  const goToPage = useCallback((page: number) => setPlace(topOfPage(page)), []);

  return {
    scroller,
    size,
    layout,
    scroll,
    origin,
    first: ready.first,
    last: ready.last,
    firstInSight: inSight.first,
    lastInSight: inSight.last,
    currentPage: place.asked ? place.page : mostVisiblePage(layout, scroll.top, bottom),
    place,
    zoomMode,
    zoomFactor: factor,
    rotation,
    setZoom: (mode, around = { x: 0.5, y: 0.5 }) => {
      if (size === null) return;
      setPlace(placeAt(layout, size, scroll, around));
      setZoomMode(mode.kind === "fixed" ? { kind: "fixed", factor: limitZoom(mode.factor) } : mode);
    },
    rotate: (by) => {
      setRotation(addRotation(rotation, by));
      setPlace(topOfPage(place.asked ? place.page : mostVisiblePage(layout, scroll.top, bottom)));
    },
    goTo: setPlace,
    goToPage,
    scrollTo: moveTo,
    scrollBy: (down, across = 0) => moveTo({ top: scroll.top + down, left: scroll.left + across }),
  };
}

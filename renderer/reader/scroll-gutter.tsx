import {
  type MouseEvent as ReactMouseEvent,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import type { PageInfo } from "#shared/model/document.ts";
import type { Bookmark } from "#shared/model/reading.ts";
import { classes } from "../ui/classes.ts";
import { tagColorValue } from "../ui/tag-colors.ts";
import { placeRibbons, placeTicks, type TickLook, tickNear } from "./gutter-ticks.ts";
import { namePage } from "./page-entry.ts";
import type { ReaderMark } from "./reader-types.ts";
import styles from "./scroll-gutter.module.css";
import type { ReaderView } from "./use-reader-view.ts";

export interface ScrollGutterProps {
  readonly view: ReaderView;
  readonly pageInfos: readonly PageInfo[];
  readonly marks: readonly ReaderMark[];
  readonly bookmarks: readonly Pick<Bookmark, "page" | "label">[];
  readonly onGoToMark: (mark: ReaderMark) => void;
  readonly onGoToPage: (page: number) => void;
}

/** What stands under the pointer: where to go, and what is there. */
interface Pointed {
  readonly top: number;
  readonly page: number;
  readonly label: string;
  readonly go: () => void;
}

const SMALLEST_THUMB = 28;

function colorOf(look: TickLook): string {
  if (look.kind === "passage") return look.color === null ? "var(--ink-3)" : tagColorValue(look.color);
  return look.kind === "hit" ? "var(--hit)" : "var(--hit-now)";
}

/**
 * The scroll bar of the pages, with the places of all marks of the document on it. It stands in for the browser's own,
 * which could not show where one is in a document taller than the tallest element.
 */
export function ScrollGutter({ view, pageInfos, marks, bookmarks, onGoToMark, onGoToPage }: ScrollGutterProps) {
  const { layout, scroll, size } = view;
  const track = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState(0);
  const [grip, setGrip] = useState<number | null>(null);
  const [pointed, setPointed] = useState<Pick<Pointed, "top" | "page" | "label"> | null>(null);

  useLayoutEffect(() => {
    const element = track.current;
    if (element === null) return;
    const read = (): void => setHeight(element.clientHeight);
    const observer = new ResizeObserver(read);
    observer.observe(element);
    read();
    return () => observer.disconnect();
  }, []);

  const ticks = useMemo(() => placeTicks(marks, pageInfos, layout, height), [marks, pageInfos, layout, height]);
  const ribbons = useMemo(() => placeRibbons(bookmarks, layout, height), [bookmarks, layout, height]);
  const range = Math.max(1, layout.height - (size?.height ?? 0));
  const thumb = Math.min(height, Math.max(SMALLEST_THUMB, (height * (size?.height ?? 0)) / Math.max(1, layout.height)));
  const thumbTop = (scroll.top / range) * (height - thumb);

  const scrollThumbTo = (top: number): void => {
    view.scrollTo({ top: (top / Math.max(1, height - thumb)) * range, left: scroll.left });
  };
  const yOf = (event: { readonly clientY: number }): number =>
    event.clientY - (track.current?.getBoundingClientRect().top ?? 0);

  const pointedAt = (y: number): Pointed | null => {
    const ribbon = tickNear(ribbons, y);
    const tick = tickNear(ticks, y);
    const isRibbon = ribbon !== null && (tick === null || Math.abs(ribbon.top - y) <= Math.abs(tick.top - y));
    if (isRibbon) return { ...ribbon, go: () => onGoToPage(ribbon.page) };
    if (tick === null) return null;
    const { mark, top } = tick;
    return { top, page: mark.page, label: mark.label, go: () => onGoToMark(mark) };
  };

  const onDrag = useEffectEvent((event: MouseEvent) => {
    if (grip !== null) scrollThumbTo(yOf(event) - grip);
  });
  const dragging = grip !== null;
  useEffect(() => {
    if (!dragging) return;
    const move = (event: MouseEvent): void => onDrag(event);
    const up = (): void => setGrip(null);
    window.addEventListener("mousemove", move);
    window.addEventListener("mouseup", up);
    return () => {
      window.removeEventListener("mousemove", move);
      window.removeEventListener("mouseup", up);
    };
  }, [dragging]);

  const onMouseDown = (event: ReactMouseEvent): void => {
    if (event.button !== 0) return;
    event.preventDefault();
    const y = yOf(event);
    const under = pointedAt(y);
    if (under !== null) {
      under.go();
      return;
    }
    const isOnThumb = y >= thumbTop && y <= thumbTop + thumb;
    setGrip(isOnThumb ? y - thumbTop : thumb / 2);
    if (!isOnThumb) scrollThumbTo(y - thumb / 2);
  };
  const onMouseMove = (event: ReactMouseEvent): void => {
    if (dragging) return;
    const under = pointedAt(yOf(event));
    if (track.current !== null) track.current.style.cursor = under === null ? "default" : "pointer";
    if (under?.top !== pointed?.top || under?.label !== pointed?.label) setPointed(under);
  };
  const info = pointed === null ? undefined : pageInfos[pointed.page - 1];
  return (
    // Keyboard and screen readers scroll the pages themselves; this is for the mouse and the eye.
    <div
      ref={track}
      aria-hidden="true"
      data-inert=""
      className={classes(styles.gutter, dragging && styles.dragging)}
      onMouseDown={onMouseDown}
      onMouseMove={onMouseMove}
      onMouseLeave={() => setPointed(null)}
    >
      {layout.height > (size?.height ?? 0) && (
        <div className={styles.thumb} style={{ height: thumb, transform: `translateY(${thumbTop}px)` }} />
      )}
      {ticks.map((tick) => (
        <i
          key={tick.top}
          className={classes(styles.tick, tick.look.kind === "current" && styles.now)}
          style={{ top: tick.top, background: colorOf(tick.look) }}
        />
      ))}
      {ribbons.map((ribbon) => (
        <i key={`bookmark ${ribbon.page}`} className={styles.ribbon} style={{ top: ribbon.top }} />
      ))}
      {pointed !== null && (
        <span className={styles.tip} style={{ top: Math.min(Math.max(pointed.top, 14), Math.max(14, height - 14)) }}>
          {info !== undefined && <b>{namePage(info)}</b>}
          {pointed.label !== "" && <span>{pointed.label}</span>}
        </span>
      )}
    </div>
  );
}

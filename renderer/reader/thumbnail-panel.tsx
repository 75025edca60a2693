import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { PageInfo, PageRotation } from "#shared/model/document.ts";
import { say } from "../messages/say.ts";
import { classes } from "../ui/classes.ts";
import { CanvasCache } from "./canvas-cache.ts";
import { PageCanvas } from "./page-canvas.tsx";
import { namePage } from "./page-entry.ts";
import type { PageSketches } from "./page-sketches.ts";
import { shownSize } from "./page-transform.ts";
import type { RenderQueue } from "./render-queue.ts";
import styles from "./thumbnail-panel.module.css";
import { useDevicePixelRatio } from "./use-device-pixel-ratio.ts";
import { useHurry } from "./use-hurry.ts";

export interface ThumbnailPanelProps {
  readonly pdf: PDFDocumentProxy | null;
  readonly pageInfos: readonly PageInfo[];
  readonly rotation: PageRotation;
  readonly currentPage: number;
  readonly queue: RenderQueue;
  readonly sketches: PageSketches;
  readonly onGoToPage: (page: number) => void;
}

/** Room for a picture, and the height of a row with its label, in CSS pixels. */
const BOX = { width: 124, height: 156 };
const ROW = BOX.height + 34;
/** Pixels of pictures that are kept: some four hundred thumbnails. */
const CACHE_PIXELS = 8_000_000;
/** Rows kept ready above and below those in sight. */
const READY_AHEAD = 3;

/** All pages in small, only those in sight painted. Keys go from page to page. */
export function ThumbnailPanel(props: ThumbnailPanelProps) {
  const { pdf, pageInfos, rotation, currentPage, queue, sketches, onGoToPage } = props;
  const list = useRef<HTMLDivElement>(null);
  const [cache] = useState(() => new CanvasCache(CACHE_PIXELS));
  const [view, setView] = useState({ top: 0, height: 0 });

  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return;
    const read = (): void => setView({ top: element.scrollTop, height: element.clientHeight });
    const observer = new ResizeObserver(read);
    observer.observe(element);
    element.addEventListener("scroll", read, { passive: true });
    read();
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", read);
    };
  }, []);
  useEffect(() => () => cache.clear(), [cache]);
  const hurried = useHurry(view.top);
  const devicePixelRatio = useDevicePixelRatio();

  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return;
    const top = (currentPage - 1) * ROW;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + ROW > element.scrollTop + element.clientHeight) element.scrollTop = top + ROW - element.clientHeight;
  }, [currentPage]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const page = { ArrowUp: currentPage - 1, ArrowDown: currentPage + 1, Home: 1, End: pageInfos.length }[event.key];
    if (page === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (page >= 1 && page <= pageInfos.length) onGoToPage(page);
  };

  const first = Math.max(1, Math.floor(view.top / ROW) + 1 - READY_AHEAD);
  const last = Math.min(pageInfos.length, Math.ceil((view.top + view.height) / ROW) + READY_AHEAD);
  return (
    <div
      ref={list}
      role="listbox"
      aria-label={say("reader.pages")}
      aria-activedescendant={`thumbnail-${currentPage}`}
      tabIndex={0}
      className={styles.list}
      onKeyDown={onKeyDown}
    >
      <div className={styles.spacer} style={{ height: pageInfos.length * ROW + 8 }}>
        {pageInfos.slice(first - 1, last).map((info) => {
          const [width, height] = shownSize(info, rotation);
          const scale = Math.min(BOX.width / width, BOX.height / height);
          const isCurrent = info.page === currentPage;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list box has the keyboard and walks the pages.
            <div
              key={info.page}
              id={`thumbnail-${info.page}`}
              role="option"
              tabIndex={-1}
              aria-selected={isCurrent}
              aria-label={namePage(info)}
              className={classes(styles.row, isCurrent && styles.here)}
              style={{ top: 8 + (info.page - 1) * ROW, height: ROW }}
              onClick={() => onGoToPage(info.page)}
            >
              <div className={styles.box} style={{ height: BOX.height }}>
                <div className={styles.picture} style={{ width: width * scale, height: height * scale }}>
                  <PageCanvas
                    pdf={pdf}
                    info={info}
                    scale={scale}
                    rotation={rotation}
                    devicePixelRatio={Math.min(devicePixelRatio, 2)}
                    rank={3}
                    queue={queue}
                    cache={cache}
                    lines={sketches.peek(info.page)}
                    hurried={hurried}
                    quiet
                  />
                </div>
              </div>
              <span className={styles.label}>{info.label ?? info.page}</span>
            </div>
          );
        })}
      </div>
    </div>
  );
}

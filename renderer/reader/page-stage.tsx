import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { type ClipboardEvent, type ReactNode, useEffect, useEffectEvent, useMemo } from "react";
import type { DocumentDetail } from "#shared/model/document.ts";
import { say } from "../messages/say.ts";
import { TALLEST_CONTENT } from "./page-layout.ts";
import styles from "./page-stage.module.css";
import type { PageRect } from "./page-transform.ts";
import { type PageTools, PageView } from "./page-view.tsx";
import type { PageTextActions, ReaderMark } from "./reader-types.ts";
import type { RenderRank } from "./render-queue.ts";
import { coveredStretch, isCaret, rangeOnPage } from "./selection-model.ts";
import { planPainting, tilesIn } from "./tile-grid.ts";
import { useDevicePixelRatio } from "./use-device-pixel-ratio.ts";
import type { ReaderView } from "./use-reader-view.ts";
import type { SelectionControl } from "./use-selection.ts";
import { contentWidth, leftOf, type ViewSize } from "./view-place.ts";

export interface PageStageProps {
  readonly detail: DocumentDetail;
  readonly pdf: PDFDocumentProxy | null;
  readonly view: ReaderView;
  /** True while pages fly past. */
  readonly hurried: boolean;
  readonly tools: PageTools;
  readonly control: SelectionControl;
  readonly marks: readonly ReaderMark[];
  readonly onMarkActivate: (id: string, anchor: DOMRect) => void;
  readonly textActions: PageTextActions | undefined;
  /** Goes over the pages. */
  readonly layer: ReactNode;
}

const NO_MARKS: readonly ReaderMark[] = [];

/** What a notch of the wheel zooms by, per pixel that it reports. */
const WHEEL_ZOOM = 0.0022;

/** The desk with the pages that are near the view. */
export function PageStage(props: PageStageProps) {
  const { detail, pdf, view, hurried, tools, control, marks, onMarkActivate, textActions, layer } = props;
  const { pageInfos } = detail;
  const { size, layout, origin, scroller } = view;
  const devicePixelRatio = useDevicePixelRatio();
  const marksByPage = useMemo(() => groupByPage(marks), [marks]);

  const onWheel = useEffectEvent((event: WheelEvent) => {
    const element = scroller.current;
    if (element === null || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    const bounds = element.getBoundingClientRect();
    const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * 18 : event.deltaY;
    view.setZoom(
      { kind: "fixed", factor: view.zoomFactor * Math.exp(-Math.max(-120, Math.min(pixels, 120)) * WHEEL_ZOOM) },
      { x: (event.clientX - bounds.left) / bounds.width, y: (event.clientY - bounds.top) / bounds.height },
    );
  });
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    // React's own wheel handlers are passive and could not keep the browser from zooming its window.
    const listener = (event: WheelEvent): void => onWheel(event);
    element.addEventListener("wheel", listener, { passive: false });
    return () => element.removeEventListener("wheel", listener);
  }, [scroller]);

  const onCopy = (event: ClipboardEvent): void => {
    if (control.quote === null) return;
    event.preventDefault();
    event.clipboardData.setData("text/plain", control.quote);
  };

  const { selection, caretShown } = control;
  const stretch = selection === null || isCaret(selection) ? null : coveredStretch(selection);
  const shown = size === null ? [] : pageInfos.slice(view.first - 1, view.last);
  return (
    <div
      ref={scroller}
      className={styles.stage}
      role="document"
      aria-label={say("reader.pagesOf", { title: detail.title })}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the keyboard.
      tabIndex={0}
      onMouseDown={control.onMouseDown}
      onMouseMove={control.onMouseMove}
      onCopy={onCopy}
    >
      <div
        className={styles.desk}
        style={{
          height: Math.min(layout.height, TALLEST_CONTENT),
          width: size === null ? 0 : contentWidth(layout, size),
        }}
      >
        {size !== null &&
          shown.map((info) => {
            const range = stretch === null ? null : rangeOnPage(stretch, info.page, info.characters);
            return (
              <PageView
                key={info.page}
                pdf={pdf}
                info={info}
                tools={tools}
                left={leftOf(layout, size, info.page)}
                top={layout.topOf(info.page) - origin}
                scale={layout.scale}
                rotation={layout.rotation}
                devicePixelRatio={devicePixelRatio}
                rank={rankOf(view, info.page)}
                tiles={tilesIn(
                  planPainting(layout.widthOf(info.page), layout.heightOf(info.page), devicePixelRatio),
                  partInSight(view, size, info.page),
                )}
                hurried={hurried}
                marks={marksByPage.get(info.page) ?? NO_MARKS}
                selectionStart={range?.start ?? 0}
                selectionEnd={range?.end ?? 0}
                caret={caretShown && selection?.focus.page === info.page ? selection.focus.offset : null}
                onMarkActivate={onMarkActivate}
                textActions={textActions}
              />
            );
          })}
        {layer}
      </div>
    </div>
  );
}

function rankOf({ currentPage, firstInSight, lastInSight }: ReaderView, page: number): RenderRank {
  if (page === currentPage) return 0;
  return page >= firstInSight && page <= lastInSight ? 1 : 2;
}

/** Pixels around what is in sight for which tiles are ready. */
const TILE_MARGIN = 160;

/** The part of a page that is in sight, or almost, in CSS pixels from its corner; empty when none is. */
function partInSight({ layout, scroll }: ReaderView, size: ViewSize, page: number): PageRect {
  const left = Math.max(0, scroll.left - leftOf(layout, size, page) - TILE_MARGIN);
  const top = Math.max(0, scroll.top - layout.topOf(page) - TILE_MARGIN);
  const right = Math.min(layout.widthOf(page), scroll.left - leftOf(layout, size, page) + size.width + TILE_MARGIN);
  const bottom = Math.min(layout.heightOf(page), scroll.top - layout.topOf(page) + size.height + TILE_MARGIN);
  return { left, top, width: right - left, height: bottom - top };
}

function groupByPage(marks: readonly ReaderMark[]): ReadonlyMap<number, readonly ReaderMark[]> {
  const groups = new Map<number, ReaderMark[]>();
  for (const mark of marks) {
    const group = groups.get(mark.page);
    if (group === undefined) groups.set(mark.page, [mark]);
    else group.push(mark);
  }
  return groups;
}

import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { type ClipboardEvent, useEffect, useEffectEvent, useMemo } from "react";
import type { DocumentDetail } from "#shared/model/document.ts";
import { say } from "../messages/say.ts";
import { TALLEST_CONTENT } from "./page-layout.ts";
import styles from "./page-stage.module.css";
import { type PageTools, PageView } from "./page-view.tsx";
import type { PageTextActions, ReaderMark } from "./reader-types.ts";
import { coveredStretch, isCaret, rangeOnPage } from "./selection-model.ts";
import type { ReaderView } from "./use-reader-view.ts";
import type { SelectionControl } from "./use-selection.ts";
import { contentWidth, leftOf } from "./view-place.ts";

export interface PageStageProps {
  readonly detail: DocumentDetail;
  readonly pdf: PDFDocumentProxy | null;
  readonly view: ReaderView;
  readonly tools: PageTools;
  readonly control: SelectionControl;
  readonly marks: readonly ReaderMark[];
  readonly onMarkActivate: (id: string, anchor: DOMRect) => void;
  readonly textActions: PageTextActions | undefined;
}

const NO_MARKS: readonly ReaderMark[] = [];

/** What a notch of the wheel zooms by, per pixel that it reports. */
const WHEEL_ZOOM = 0.0022;

/** The desk with the pages that are near the view. */
export function PageStage({ detail, pdf, view, tools, control, marks, onMarkActivate, textActions }: PageStageProps) {
  const { pageInfos } = detail;
  const { size, layout, origin, scroller } = view;
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
                devicePixelRatio={window.devicePixelRatio}
                inSight={info.page >= view.firstInSight && info.page <= view.lastInSight}
                marks={marksByPage.get(info.page) ?? NO_MARKS}
                selectionStart={range?.start ?? 0}
                selectionEnd={range?.end ?? 0}
                caret={caretShown && selection?.focus.page === info.page ? selection.focus.offset : null}
                onMarkActivate={onMarkActivate}
                textActions={textActions}
              />
            );
          })}
      </div>
    </div>
  );
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

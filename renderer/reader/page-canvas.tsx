import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from "react";
import type { PageInfo, PageRotation } from "#shared/model/document.ts";
import { say } from "../messages/say.ts";
import { type CanvasCache, type PaintedPage, releaseCanvas } from "./canvas-cache.ts";
import styles from "./page-canvas.module.css";
import { paintPage, releasePage } from "./page-paint.ts";
import { explainPdfError } from "./pdf-library.ts";
import type { RenderQueue, RenderRank } from "./render-queue.ts";

export interface PageCanvasProps {
  /** Null while the document is being opened: what was painted before stays. */
  readonly pdf: PDFDocumentProxy | null;
  readonly info: PageInfo;
  readonly scale: number;
  readonly rotation: PageRotation;
  readonly devicePixelRatio: number;
  readonly rank: RenderRank;
  readonly queue: RenderQueue;
  readonly cache: CanvasCache;
  /** Leaves out number and failure: for thumbnails, which have no room for them. */
  readonly quiet?: boolean;
}

/** Puts a picture in its place and lets go of the one that was there. */
function show(holder: HTMLElement | null, shown: RefObject<PaintedPage | null>, painted: PaintedPage | null): void {
  if (shown.current !== null && shown.current !== painted) releaseCanvas(shown.current.canvas);
  shown.current = painted;
  holder?.replaceChildren(...(painted === null ? [] : [painted.canvas]));
}

/**
 * The picture of a page. While it is painted anew at another size the old picture is stretched, so that nothing blinks;
 * it is swapped when the new one is complete.
 */
export function PageCanvas(props: PageCanvasProps) {
  const { pdf, info, scale, rotation, devicePixelRatio, queue, cache, quiet = false } = props;
  const holder = useRef<HTMLDivElement>(null);
  const shown = useRef<PaintedPage | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const rank = useEffectEvent(() => props.rank);

  useLayoutEffect(() => {
    const cached = cache.take(info.page);
    if (cached !== undefined) show(holder.current, shown, cached);
    return () => {
      if (shown.current !== null) cache.put(info.page, shown.current);
      shown.current = null;
    };
  }, [cache, info.page]);

  useEffect(() => {
    if (pdf === null) return;
    return () => releasePage(pdf, info.page);
  }, [pdf, info.page]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt paints again what failed.
  useEffect(() => {
    const key = `${rotation}·${scale}·${devicePixelRatio}`;
    if (pdf === null || shown.current?.key === key) return;
    if (shown.current !== null && !shown.current.key.startsWith(`${rotation}·`)) show(holder.current, shown, null);
    const controller = new AbortController();
    const { signal } = controller;
    const takeBack = queue.add(rank, async () => {
      try {
        const canvas = await paintPage({ pdf, info, scale, rotation, devicePixelRatio, signal });
        if (signal.aborted) return releaseCanvas(canvas);
        show(holder.current, shown, { canvas, key });
        setFailure(null);
      } catch (error) {
        if (!signal.aborted) setFailure(explainPdfError(error));
      }
    });
    return () => {
      controller.abort();
      takeBack();
    };
  }, [pdf, info, scale, rotation, devicePixelRatio, queue, attempt]);

  return (
    <>
      {!quiet && (
        <div className={styles.placeholder} aria-hidden="true">
          {info.label ?? info.page}
        </div>
      )}
      <div ref={holder} className={styles.holder} aria-hidden="true" />
      {failure !== null && !quiet && (
        <div className={styles.failure} role="status" data-inert="">
          <strong>{say("reader.pageNotPainted")}</strong>
          <span>{failure}</span>
          <button
            type="button"
            onClick={() => {
              setFailure(null);
              setAttempt(attempt + 1);
            }}
          >
            {say("reader.tryAgain")}
          </button>
        </div>
      )}
    </>
  );
}

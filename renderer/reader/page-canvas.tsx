import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from "react";
import type { PageInfo, PageRotation } from "#shared/model/document.ts";
import { say } from "../messages/say.ts";
import { type CanvasCache, type PaintedPage, releaseCanvas } from "./canvas-cache.ts";
import styles from "./page-canvas.module.css";
import { paintPage, releasePage } from "./page-paint.ts";
import { SketchCanvas } from "./page-sketch.tsx";
import type { PageLines } from "./page-sketches.ts";
import { addRotation, makePageTransform } from "./page-transform.ts";
import { explainPdfError } from "./pdf-library.ts";
import type { RenderQueue, RenderRank } from "./render-queue.ts";
import { planPainting, type TileRange } from "./tile-grid.ts";
import { TileLayer } from "./tile-layer.tsx";

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
  /** Where its lines stand, to be shown until it is painted; null when that is not known. */
  readonly lines: PageLines | null;
  /** The tiles in sight, of a page that is too large for one piece. */
  readonly tiles?: TileRange | null;
  /** True while pages fly past: nothing is painted then that would be gone before it is complete. */
  readonly hurried?: boolean;
  /** Leaves out number and failure: for thumbnails, which have no room for them. */
  readonly quiet?: boolean;
}

/** Milliseconds to wait before a page that is shown already is painted at another size: the size may go on changing. */
const RESIZE_DELAY = 90;

/** Puts a picture in its place and lets go of the one that was there. */
function show(holder: HTMLElement | null, shown: RefObject<PaintedPage | null>, painted: PaintedPage | null): void {
  if (shown.current !== null && shown.current !== painted) releaseCanvas(shown.current.canvas);
  shown.current = painted;
  holder?.replaceChildren(...(painted === null ? [] : [painted.canvas]));
}

/**
 * The picture of a page: its lines of text at once, a picture of the whole page as soon as it is painted, and over it,
 * where the page is too large to be sharp in one piece, the tiles in sight. While it is painted anew at another size the
 * old picture is stretched, so that nothing blinks; it is swapped when the new one is complete.
 */
export function PageCanvas(props: PageCanvasProps) {
  const { pdf, info, scale, rotation, devicePixelRatio, queue, cache, lines, tiles = null } = props;
  const { hurried = false, quiet = false } = props;
  const holder = useRef<HTMLDivElement>(null);
  const shown = useRef<PaintedPage | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const rank = useEffectEvent(() => props.rank);

  const { width, height } = makePageTransform(info, scale, rotation);
  const plan = planPainting(width, height, devicePixelRatio);
  const frame = `${info.box.join()}·${addRotation(info.rotation, rotation)}`;
  const ratio = plan.kind === "whole" ? plan.ratio : plan.coarseRatio;
  /** Of the picture, whatever the page's size on the screen. */
  const pixelsPerPoint = scale * ratio;

  useLayoutEffect(() => {
    const cached = cache.take(info.page);
    if (cached !== undefined) show(holder.current, shown, cached);
    return () => {
      if (shown.current !== null) cache.put(info.page, shown.current);
      shown.current = null;
    };
  }, [cache, info.page]);

  // A picture that was turned or cropped otherwise shows something else: it is no stand-in.
  useLayoutEffect(() => {
    if (shown.current !== null && shown.current.frame !== frame) show(holder.current, shown, null);
  }, [frame]);

  useEffect(() => {
    if (pdf === null) return;
    return () => releasePage(pdf, info.page);
  }, [pdf, info.page]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt paints again what failed.
  useEffect(() => {
    if (pdf === null || hurried) return;
    const there = shown.current;
    const isThere = there !== null && Math.abs(there.pixelsPerPoint / pixelsPerPoint - 1) < 0.001;
    // Under tiles any picture will do that is not coarser than need be.
    if (isThere || (there !== null && plan.kind === "tiles" && there.pixelsPerPoint > pixelsPerPoint)) return;
    const controller = new AbortController();
    const { signal } = controller;
    let takeBack: (() => void) | null = null;
    const paint = async (): Promise<void> => {
      try {
        const canvas = await paintPage({ pdf, info, scale, rotation, ratio, signal });
        if (signal.aborted) return releaseCanvas(canvas);
        show(holder.current, shown, { canvas, frame, pixelsPerPoint });
        setFailure(null);
      } catch (error) {
        if (!signal.aborted) setFailure(explainPdfError(error));
      }
    };
    const timer = setTimeout(
      () => {
        takeBack = queue.add(rank, paint);
      },
      there === null ? 0 : RESIZE_DELAY,
    );
    return () => {
      clearTimeout(timer);
      controller.abort();
      takeBack?.();
    };
  }, [pdf, info, scale, rotation, ratio, pixelsPerPoint, frame, plan.kind, hurried, queue, attempt]);

  return (
    <>
      {!quiet && (
        <div
          className={styles.placeholder}
          aria-hidden="true"
          data-hurried={hurried && lines === null ? "" : undefined}
        >
          {info.label ?? info.page}
        </div>
      )}
      {lines !== null && <SketchCanvas lines={lines} info={info} rotation={rotation} />}
      <div ref={holder} className={styles.holder} aria-hidden="true" />
      {plan.kind === "tiles" && tiles !== null && pdf !== null && (
        <TileLayer
          key={`${frame}·${scale}·${plan.ratio}`}
          pdf={pdf}
          info={info}
          scale={scale}
          rotation={rotation}
          ratio={plan.ratio}
          tiles={tiles}
          paused={hurried}
          queue={queue}
          rank={props.rank}
        />
      )}
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

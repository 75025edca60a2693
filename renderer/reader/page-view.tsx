import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { memo, useCallback, useEffect, useMemo, useSyncExternalStore } from "react";
import type { PageInfo, PageRotation } from "#shared/model/document.ts";
import { quadsForRange } from "#shared/text/geometry.ts";
import { say } from "../messages/say.ts";
import type { CanvasCache } from "./canvas-cache.ts";
import { caretQuad } from "./caret-geometry.ts";
import { MarksLayer } from "./marks-layer.tsx";
import { PageCanvas } from "./page-canvas.tsx";
import { PageChip } from "./page-chip.tsx";
import { namePage } from "./page-entry.ts";
import { PageLinks } from "./page-links-layer.tsx";
import { DoubtfulWords, HiddenPlaces } from "./page-notes.tsx";
import type { PageSketches } from "./page-sketches.ts";
import type { PageTexts } from "./page-texts.ts";
import { makePageTransform, quadToRect } from "./page-transform.ts";
import styles from "./page-view.module.css";
import { usePaper } from "./paper.ts";
import type { PageTextActions, ReaderMark } from "./reader-types.ts";
import type { RenderQueue, RenderRank } from "./render-queue.ts";
import { isSameRange, type TileRange } from "./tile-grid.ts";

/** What all pages of a reader share; one object for as long as the document is open. */
export interface PageTools {
  readonly texts: PageTexts;
  readonly queue: RenderQueue;
  readonly cache: CanvasCache;
  readonly sketches: PageSketches;
}

export interface PageViewProps {
  readonly pdf: PDFDocumentProxy | null;
  readonly info: PageInfo;
  readonly tools: PageTools;
  readonly left: number;
  readonly top: number;
  readonly scale: number;
  readonly rotation: PageRotation;
  readonly devicePixelRatio: number;
  /** How soon it is painted. */
  readonly rank: RenderRank;
  /** The tiles of it in sight, when it is too large for one piece. */
  readonly tiles: TileRange | null;
  /** True while pages fly past: neither painted nor read then. */
  readonly hurried: boolean;
  readonly marks: readonly ReaderMark[];
  /** Offsets of the selected text on this page; equal when nothing is selected. */
  readonly selectionStart: number;
  readonly selectionEnd: number;
  /** Offset at which the caret stands, or null. */
  readonly caret: number | null;
  readonly onMarkActivate: (id: string, anchor: DOMRect) => void;
  readonly textActions: PageTextActions | undefined;
}

/** One page: its picture, what is marked and selected on it, and its text for those who listen to it. */
export const PageView = memo(function PageView(props: PageViewProps) {
  const { info, tools, scale, rotation, hurried, selectionStart, selectionEnd, caret } = props;
  const { texts, sketches } = tools;
  const state = useSyncExternalStore(texts.subscribe, () => texts.stateOf(info.page));
  const runs = state.kind === "loaded" ? state.text.runs : null;
  const transform = useMemo(() => makePageTransform(info, scale, rotation), [info, scale, rotation]);

  const hasText = info.characters > 0;
  const load = useCallback(() => {
    // A page that fails says so itself; the store keeps that it failed.
    texts.request(info.page).catch(() => undefined);
  }, [texts, info.page]);
  // A page that was recognised meanwhile has been forgotten, and is asked for again.
  const isMissing = state.kind === "loading";
  useEffect(() => {
    if (hasText && isMissing && !hurried) load();
  }, [hasText, isMissing, hurried, load]);

  const [paper] = usePaper();
  const lines = useSyncExternalStore(sketches.subscribe, () => sketches.peek(info.page));
  useEffect(() => {
    if (hasText) void sketches.request(info.page);
  }, [hasText, sketches, info.page]);

  const selected = useMemo(
    () =>
      runs === null || selectionStart >= selectionEnd
        ? []
        : quadsForRange(runs, selectionStart, selectionEnd).map((quad) => quadToRect(transform, quad)),
    [runs, selectionStart, selectionEnd, transform],
  );
  const caretLine = runs === null || caret === null ? null : caretQuad(runs, caret);
  const caretRect = caretLine === null ? null : quadToRect(transform, caretLine);

  return (
    <section
      className={styles.page}
      data-page={info.page}
      aria-label={namePage(info)}
      style={{ left: props.left, top: props.top, width: transform.width, height: transform.height }}
    >
      <div className={styles.paper} data-paper={paper}>
        <PageCanvas
          pdf={props.pdf}
          info={info}
          scale={scale}
          rotation={rotation}
          devicePixelRatio={props.devicePixelRatio}
          rank={props.rank}
          queue={tools.queue}
          cache={tools.cache}
          lines={lines}
          tiles={props.tiles}
          hurried={hurried}
        />
        <div className={styles.ink}>
          {state.kind === "loaded" && state.text.confidences.length > 0 && (
            <DoubtfulWords text={state.text} transform={transform} />
          )}
          <MarksLayer marks={props.marks} transform={transform} onActivate={props.onMarkActivate} />
          {selected.map((rect) => (
            <div
              key={`${rect.left}:${rect.top}`}
              className={styles.selected}
              style={{ left: rect.left, top: rect.top, width: rect.width, height: rect.height }}
            />
          ))}
        </div>
        <PageLinks pdf={hurried ? null : props.pdf} page={info.page} transform={transform} />
        {info.hidden.length > 0 && <HiddenPlaces info={info} transform={transform} />}
        {caretRect !== null && (
          <div
            className={styles.caret}
            style={{
              left: caretRect.left - 1,
              top: caretRect.top - 1,
              width: Math.max(2, caretRect.width),
              height: Math.max(2, caretRect.height),
            }}
          />
        )}
      </div>
      {state.kind === "loaded" && (
        <div className={styles.spoken}>
          {paragraphsOf(state.text.text).map((paragraph) => (
            <p key={paragraph.start}>{paragraph.text}</p>
          ))}
        </div>
      )}
      <PageChip info={info} actions={props.textActions} />
      {state.kind === "failed" && (
        <div className={styles.chip} role="status" data-inert="">
          {say("reader.textNotRead")}
          <button type="button" onClick={load}>
            {say("reader.tryAgain")}
          </button>
        </div>
      )}
    </section>
  );
}, haveSameProps);

function haveSameProps(before: PageViewProps, after: PageViewProps): boolean {
  return (Object.keys(after) as (keyof PageViewProps)[]).every(
    (key) => Object.is(before[key], after[key]) || (key === "tiles" && isSameRange(before.tiles, after.tiles)),
  );
}

function paragraphsOf(text: string): readonly { readonly start: number; readonly text: string }[] {
  const paragraphs: { start: number; text: string }[] = [];
  let start = 0;
  for (const part of text.split("\n\n")) {
    if (part.trim() !== "") paragraphs.push({ start, text: part });
    start += part.length + 2;
  }
  return paragraphs;
}

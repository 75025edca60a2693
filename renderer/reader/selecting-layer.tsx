import type { PageInfo } from "#shared/model/document.ts";
import { quadsForRange } from "#shared/text/geometry.ts";
import { say } from "../messages/say.ts";
import { caretQuad } from "./caret-geometry.ts";
import type { PageTexts } from "./page-texts.ts";
import { makePageTransform, type PageRect, quadToRect } from "./page-transform.ts";
import { boxToRect } from "./region-geometry.ts";
import styles from "./selecting-layer.module.css";
import { pagesOf, rangeOnPage, type TextPosition } from "./selection-model.ts";
import type { ExtentEnd, ExtentTool } from "./use-extent.ts";
import type { ReaderView } from "./use-reader-view.ts";
import type { RegionTool } from "./use-region.ts";
import { leftOf } from "./view-place.ts";

export interface SelectingLayerProps {
  readonly view: ReaderView;
  readonly pageInfos: readonly PageInfo[];
  readonly texts: PageTexts;
  readonly region: RegionTool;
  readonly extent: ExtentTool;
}

/** What stands over the pages while something is selected or changed there: the rectangle, and the ends of a passage. */
export function SelectingLayer({ view, pageInfos, texts, region, extent }: SelectingLayerProps) {
  const { size, layout, origin } = view;
  if (size === null) return null;
  /** From the corner of a page to the corner of the desk. */
  const onDesk = (page: number, rect: PageRect): PageRect => ({
    ...rect,
    left: leftOf(layout, size, page) + rect.left,
    top: layout.topOf(page) - origin + rect.top,
  });
  const transformOf = (page: number) => {
    const info = pageInfos[page - 1];
    return info === undefined ? null : makePageTransform(info, layout.scale, layout.rotation);
  };
  const isShown = (page: number) => page >= view.first && page <= view.last;

  const caretAt = ({ page, offset }: TextPosition) => {
    const transform = transformOf(page);
    const quad = isShown(page) ? caretQuad(texts.peek(page)?.runs ?? [], offset) : null;
    if (transform === null || quad === null) return null;
    const rect = quadToRect(transform, quad);
    return { ...onDesk(page, rect), baseline: rect.baseline };
  };

  const changedRects =
    extent.changed && extent.stretch !== null
      ? pagesOf(extent.stretch).flatMap((page) => {
          const text = isShown(page) ? texts.peek(page) : null;
          const transform = transformOf(page);
          const range =
            text === null || extent.stretch === null ? null : rangeOnPage(extent.stretch, page, text.text.length);
          if (text === null || transform === null || range === null) return [];
          return quadsForRange(text.runs, range.start, range.end).map((quad) =>
            onDesk(page, quadToRect(transform, quad)),
          );
        })
      : [];

  const draftTransform = region.draft === null ? null : transformOf(region.draft.page);
  const draft =
    region.draft === null || draftTransform === null
      ? null
      : onDesk(region.draft.page, boxToRect(draftTransform, region.draft.box));

  return (
    <>
      {changedRects.map((rect) => (
        <div key={`${rect.left}:${rect.top}`} className={styles.changed} style={rect} />
      ))}
      {!region.active &&
        extent.stretch !== null &&
        (["start", "end"] as const).map((end) => {
          const caret = extent.stretch === null ? null : caretAt(extent.stretch[end]);
          return caret === null ? null : <Handle key={end} end={end} caret={caret} extent={extent} />;
        })}
      {region.active && (
        <div
          className={styles.catcher}
          data-inert=""
          onPointerDown={region.onPointerDown}
          onPointerMove={region.onPointerMove}
          onPointerUp={region.onPointerUp}
        >
          {draft !== null && (
            <div className={styles.draft} data-draft="" style={draft} role="img" aria-label={say("tagging.region")}>
              {(["top-left", "top-right", "bottom-left", "bottom-right"] as const).map((corner) => (
                <i key={corner} className={styles.corner} data-corner={corner} />
              ))}
            </div>
          )}
        </div>
      )}
    </>
  );
}

/** Pixels at both sides of the line of an end that the hand takes it by. */
const GRIP = 4;

interface HandleProps {
  readonly end: ExtentEnd;
  readonly caret: PageRect;
  readonly extent: ExtentTool;
}

/** An end of a passage, to be dragged. By keyboard the ends are moved with Shift and Alt held, so it is no tab stop. */
function Handle({ end, caret, extent }: HandleProps) {
  const isTurned = caret.width > caret.height;
  return (
    <div
      className={styles.handle}
      data-inert=""
      data-end={end}
      data-turned={isTurned || undefined}
      data-moving={extent.changed && extent.moving === end ? "" : undefined}
      aria-hidden="true"
      style={
        isTurned
          ? { left: caret.left, top: caret.top - GRIP, width: caret.width, height: caret.height + 2 * GRIP }
          : { left: caret.left - GRIP, top: caret.top, width: caret.width + 2 * GRIP, height: caret.height }
      }
      onPointerDown={(event) => extent.onGrab(end, event)}
      onPointerMove={extent.onPointerMove}
      onPointerUp={extent.onPointerUp}
    />
  );
}

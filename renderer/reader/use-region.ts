import {
  type KeyboardEvent as ReactKeyboardEvent,
  type PointerEvent as ReactPointerEvent,
  useRef,
  useState,
} from "react";
import type { PageInfo } from "#shared/model/document.ts";
import type { PageRegion } from "#shared/model/passage.ts";
import { pointOnPage } from "./hit-test.ts";
import type { PageTexts } from "./page-texts.ts";
import { makePageTransform, type PageRect, type PageTransform, toPagePixels } from "./page-transform.ts";
import type { Extent, ReaderSelection } from "./reader-types.ts";
import { boxToRect, changeRect, extentOfRegion, rectBetween, rectToBox } from "./region-geometry.ts";
import type { ReaderView } from "./use-reader-view.ts";
import { leftOf } from "./view-place.ts";

/** What a press on the page, or on the rectangle that is there, begins. */
type Grip =
  | { readonly kind: "draw"; readonly page: number; readonly from: readonly [number, number] }
  | { readonly kind: "move"; readonly at: readonly [number, number]; readonly rect: PageRect };

/** A corner of the rectangle: which of its sides it moves. */
interface Corner {
  readonly side: "left" | "right";
  readonly edge: "top" | "bottom";
}

export interface RegionSetup {
  readonly view: ReaderView;
  readonly pageInfos: readonly PageInfo[];
  readonly texts: PageTexts;
  /** A rectangle was drawn, or chosen by Enter. */
  readonly onChosen: (selection: ReaderSelection) => void;
  /** The rectangle of a passage got another place. */
  readonly onAdjusted: (id: string, extent: Extent) => void;
  readonly onLeave: () => void;
}

export interface RegionTool {
  readonly active: boolean;
  readonly draft: PageRegion | null;
  /** It is the rectangle of a passage that is there. */
  readonly adjusts: boolean;
  /** Starts, with the rectangle of a passage (then Enter gives that passage another place) or with none. */
  start(adjusted?: { readonly id: string; readonly region: PageRegion }): void;
  stop(): void;
  /** Drops the rectangle; drawing goes on. */
  clear(): void;
  onKeyDown(event: ReactKeyboardEvent): boolean;
  readonly onPointerDown: (event: ReactPointerEvent<HTMLElement>) => void;
  readonly onPointerMove: (event: ReactPointerEvent<HTMLElement>) => void;
  readonly onPointerUp: (event: ReactPointerEvent<HTMLElement>) => void;
}

/** Pixels that an arrow key moves or sizes by; with Alt, the fine step. */
const STEP = 12;
const FINE_STEP = 2;

const ARROWS: Readonly<Record<string, { readonly across: number; readonly down: number }>> = {
  ArrowLeft: { across: -1, down: 0 },
  ArrowRight: { across: 1, down: 0 },
  ArrowUp: { across: 0, down: -1 },
  ArrowDown: { across: 0, down: 1 },
};

/**
 * Selecting a rectangle of a page: drawn with the pointer, moved and sized by its corners; by keyboard arrows move it,
 * with Shift they size it, Enter chooses it, Escape leaves.
 */
export function useRegion(setup: RegionSetup): RegionTool {
  const { view, pageInfos, texts, onChosen, onAdjusted, onLeave } = setup;
  const [active, setActive] = useState(false);
  const [draft, setDraft] = useState<PageRegion | null>(null);
  const [adjusted, setAdjusted] = useState<string | null>(null);
  const grip = useRef<Grip | null>(null);

  const frameOf = (page: number): { readonly info: PageInfo; readonly transform: PageTransform } | null => {
    const info = pageInfos[page - 1];
    if (info === undefined) return null;
    return { info, transform: makePageTransform(info, view.layout.scale, view.layout.rotation) };
  };

  const place = (page: number, rect: PageRect): void => {
    const frame = frameOf(page);
    const box = frame === null ? null : rectToBox(frame.info, frame.transform, rect);
    setDraft(box === null ? null : { page, box });
  };

  const rectOf = (region: PageRegion): PageRect | null => {
    const frame = frameOf(region.page);
    return frame === null ? null : boxToRect(frame.transform, region.box);
  };

  /** The point of the window on a page, in its pixels. */
  const pixelsAt = (
    event: ReactPointerEvent,
  ): { readonly page: number; readonly at: readonly [number, number] } | null => {
    const point = pointOnPage(view, pageInfos, event.clientX, event.clientY);
    const frame = point === null ? null : frameOf(point.info.page);
    if (point === null || frame === null) return null;
    return { page: point.info.page, at: toPagePixels(frame.transform, point.x, point.y) };
  };

  const choose = async (region: PageRegion): Promise<void> => {
    const hasText = (pageInfos[region.page - 1]?.characters ?? 0) > 0;
    const text = hasText ? await texts.request(region.page).catch(() => null) : null;
    const extent = extentOfRegion(region, text);
    if (adjusted !== null) {
      onAdjusted(adjusted, extent);
      leave();
      return;
    }
    const rect = rectOf(region);
    const bounds = view.scroller.current?.getBoundingClientRect();
    if (rect === null || bounds === undefined || view.size === null) return;
    const left = bounds.left - view.scroll.left + leftOf(view.layout, view.size, region.page) + rect.left;
    const top = bounds.top - view.scroll.top + view.layout.topOf(region.page) + rect.top;
    onChosen({ ...extent, anchor: new DOMRect(left, top, rect.width, rect.height) });
  };

  const leave = (): void => {
    setActive(false);
    setDraft(null);
    setAdjusted(null);
    grip.current = null;
    onLeave();
  };

  /** A rectangle in the middle of what is in sight of the current page, to begin with by keyboard. */
  const placeFirst = (): void => {
    const page = view.currentPage;
    const frame = frameOf(page);
    if (frame === null || view.size === null) return;
    const top = Math.max(0, view.scroll.top - view.layout.topOf(page));
    const inSight = Math.max(40, Math.min(frame.transform.height - top, view.size.height));
    const { width } = frame.transform;
    place(page, { left: width / 3, top: top + inSight / 3, width: width / 3, height: inSight / 4 });
  };

  return {
    active,
    draft,
    adjusts: adjusted !== null,
    start: (of) => {
      setActive(true);
      setDraft(of?.region ?? null);
      setAdjusted(of?.id ?? null);
    },
    stop: () => {
      if (active) leave();
    },
    clear: () => setDraft(null),
    onKeyDown: (event) => {
      if (!active || event.ctrlKey || event.metaKey) return false;
      if (event.key === "Escape") {
        leave();
        return true;
      }
      if (event.key === "Enter" && draft !== null) {
        void choose(draft);
        return true;
      }
      const arrow = ARROWS[event.key];
      if (arrow === undefined) return false;
      const rect = draft === null ? null : rectOf(draft);
      const frame = draft === null ? null : frameOf(draft.page);
      if (draft === null || rect === null || frame === null) {
        placeFirst();
        return true;
      }
      const step = event.altKey ? FINE_STEP : STEP;
      const by = { across: arrow.across * step, down: arrow.down * step };
      place(draft.page, changeRect(rect, frame.transform, by, event.shiftKey ? "size" : "move"));
      return true;
    },
    onPointerDown: (event) => {
      if (event.button !== 0) return;
      const pressed = pixelsAt(event);
      if (pressed === null) return;
      event.preventDefault();
      view.scroller.current?.focus({ preventScroll: true });
      event.currentTarget.setPointerCapture(event.pointerId);
      const rect = draft === null ? null : rectOf(draft);
      const corner = cornerOf(event.target);
      if (rect !== null && draft !== null && corner !== null) {
        const opposite: readonly [number, number] = [
          corner.side === "left" ? rect.left + rect.width : rect.left,
          corner.edge === "top" ? rect.top + rect.height : rect.top,
        ];
        grip.current = { kind: "draw", page: draft.page, from: opposite };
      } else if (rect !== null && isOnDraft(event.target)) {
        grip.current = { kind: "move", at: pressed.at, rect };
      } else {
        grip.current = { kind: "draw", page: pressed.page, from: pressed.at };
        setDraft(null);
      }
    },
    onPointerMove: (event) => {
      const held = grip.current;
      const moved = held === null ? null : pixelsAt(event);
      if (held === null || moved === null) return;
      if (held.kind === "draw") {
        if (moved.page === held.page) place(held.page, rectBetween(held.from, moved.at));
        return;
      }
      const frame = draft === null ? null : frameOf(draft.page);
      if (draft === null || frame === null || moved.page !== draft.page) return;
      const by = { across: moved.at[0] - held.at[0], down: moved.at[1] - held.at[1] };
      place(draft.page, changeRect(held.rect, frame.transform, by, "move"));
    },
    onPointerUp: () => {
      if (grip.current === null) return;
      grip.current = null;
      // The place of a passage is changed on Enter only: until then it can be put right.
      if (draft !== null && adjusted === null) void choose(draft);
    },
  };
}

function cornerOf(target: EventTarget): Corner | null {
  if (!(target instanceof HTMLElement)) return null;
  const [edge, side] = (target.dataset["corner"] ?? "").split("-");
  if ((edge !== "top" && edge !== "bottom") || (side !== "left" && side !== "right")) return null;
  return { edge, side };
}

function isOnDraft(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.dataset["draft"] !== undefined;
}

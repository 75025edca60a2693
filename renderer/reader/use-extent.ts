import {
  type KeyboardEvent as ReactKeyboardEvent,
  type PointerEvent as ReactPointerEvent,
  useRef,
  useState,
} from "react";
import type { PageInfo } from "#shared/model/document.ts";
import { quadsForRange } from "#shared/text/geometry.ts";
import { bringIntoSight, positionAt } from "./hit-test.ts";
import type { PageTexts } from "./page-texts.ts";
import type { AdjustableExtent, Extent } from "./reader-types.ts";
import { comparePositions, quoteStretch, type TextPosition, type TextStretch } from "./selection-model.ts";
import { stepCharacter, stepWord } from "./text-units.ts";
import type { ReaderView } from "./use-reader-view.ts";

/** An end of a passage. */
export type ExtentEnd = "start" | "end";

export interface ExtentSetup {
  readonly view: ReaderView;
  readonly pageInfos: readonly PageInfo[];
  readonly texts: PageTexts;
  readonly adjustable: AdjustableExtent | null;
  readonly onAdjust: (id: string, extent: Extent) => void;
}

export interface ExtentTool {
  /** Where the ends stand now: of the passage, or of what is being made of it. Null when there is none to move. */
  readonly stretch: TextStretch | null;
  /** True while the ends stand elsewhere than those of the passage. */
  readonly changed: boolean;
  /** The end that keys move. */
  readonly moving: ExtentEnd;
  onKeyDown(event: ReactKeyboardEvent): boolean;
  /** Leaves the ends where they were. */
  cancel(): void;
  readonly onGrab: (end: ExtentEnd, event: ReactPointerEvent<HTMLElement>) => void;
  readonly onPointerMove: (event: ReactPointerEvent<HTMLElement>) => void;
  readonly onPointerUp: (event: ReactPointerEvent<HTMLElement>) => void;
}

function stretchOf(adjustable: AdjustableExtent | null): TextStretch | null {
  const first = adjustable?.ranges[0];
  const last = adjustable?.ranges.at(-1);
  if (adjustable === null || adjustable.region !== null || first === undefined || last === undefined) return null;
  return { start: { page: first.page, offset: first.start }, end: { page: last.page, offset: last.end } };
}

/**
 * Moving the ends of a passage: by their handles, and by keyboard with Shift and Alt held (left and right by a character,
 * up and down by a word, Home and End choose the end). Enter stores it, Escape leaves it as it was.
 */
export function useExtent({ view, pageInfos, texts, adjustable, onAdjust }: ExtentSetup): ExtentTool {
  const [draft, setDraft] = useState<{ readonly id: string; readonly stretch: TextStretch } | null>(null);
  const [moving, setMoving] = useState<ExtentEnd>("end");
  const dragged = useRef<ExtentEnd | null>(null);
  const kept = stretchOf(adjustable);
  const changed = draft !== null && draft.id === adjustable?.id;
  const stretch = changed ? draft.stretch : kept;

  const move = (end: ExtentEnd, to: TextPosition): void => {
    if (adjustable === null || stretch === null) return;
    const next = end === "start" ? { start: to, end: stretch.end } : { start: stretch.start, end: to };
    if (comparePositions(next.start, next.end) < 0) setDraft({ id: adjustable.id, stretch: next });
  };

  const neighbour = (page: number, direction: 1 | -1): TextPosition | null => {
    for (let other = page + direction; other >= 1 && other <= pageInfos.length; other += direction) {
      const length = pageInfos[other - 1]?.characters ?? 0;
      if (length === 0) continue;
      texts.request(other).catch(() => undefined);
      return { page: other, offset: direction === 1 ? 0 : length };
    }
    return null;
  };

  const store = async (): Promise<void> => {
    if (draft === null) return;
    const { start, end } = draft.stretch;
    const pages = Array.from({ length: end.page - start.page + 1 }, (_, index) => start.page + index);
    const wanted = pages.filter((page) => (pageInfos[page - 1]?.characters ?? 0) > 0);
    const loaded = await Promise.all(wanted.map((page) => texts.request(page).catch(() => null)));
    const byPage = new Map(loaded.flatMap((text) => (text === null ? [] : [[text.page, text] as const])));
    const found = quoteStretch(draft.stretch, (page) => byPage.get(page)?.text ?? "");
    setDraft(null);
    if (found === null) return;
    const ranges = found.ranges.map((range) => ({
      ...range,
      quads: quadsForRange(byPage.get(range.page)?.runs ?? [], range.start, range.end),
    }));
    onAdjust(draft.id, { ranges, quote: found.quote, region: null });
  };

  const step = (key: string): void => {
    if (stretch === null) return;
    const { page, offset } = stretch[moving];
    const text = texts.peek(page)?.text;
    if (text === undefined) {
      texts.request(page).catch(() => undefined);
      return;
    }
    const direction = key === "ArrowRight" || key === "ArrowDown" ? 1 : -1;
    const byWord = key === "ArrowUp" || key === "ArrowDown";
    const to = byWord ? stepWord(text, offset, direction) : stepCharacter(text, offset, direction);
    const position = to === null ? neighbour(page, direction) : { page, offset: to };
    if (position === null) return;
    move(moving, position);
    bringIntoSight(view, pageInfos, texts, position);
  };

  return {
    stretch,
    changed,
    moving,
    onKeyDown: (event) => {
      if (stretch === null || event.ctrlKey || event.metaKey) return false;
      const { key } = event;
      if (event.shiftKey && event.altKey) {
        if (key === "Home" || key === "End") setMoving(key === "Home" ? "start" : "end");
        else if (key.startsWith("Arrow")) step(key);
        else return false;
        return true;
      }
      if (!changed || event.shiftKey || event.altKey) return false;
      if (key === "Escape") setDraft(null);
      else if (key === "Enter") void store();
      else return false;
      return true;
    },
    cancel: () => setDraft(null),
    onGrab: (end, event) => {
      if (event.button !== 0) return;
      event.preventDefault();
      event.currentTarget.setPointerCapture(event.pointerId);
      dragged.current = end;
      setMoving(end);
    },
    onPointerMove: (event) => {
      const end = dragged.current;
      const to = end === null ? null : positionAt(view, pageInfos, texts, event.clientX, event.clientY);
      if (end !== null && to !== null) move(end, to);
    },
    onPointerUp: () => {
      if (dragged.current === null) return;
      dragged.current = null;
      void store();
    },
  };
}

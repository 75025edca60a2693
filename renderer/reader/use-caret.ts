import type { KeyboardEvent as ReactKeyboardEvent } from "react";
import { useEffect, useEffectEvent, useRef } from "react";
import type { PageInfo } from "#shared/model/document.ts";
import type { Quad } from "#shared/model/geometry.ts";
import { offsetAtPoint } from "#shared/text/geometry.ts";
import { caretQuad, stepLine } from "./caret-geometry.ts";
import { bringIntoSight, caretRectOf, firstOffsetInSight } from "./hit-test.ts";
import type { PageTexts } from "./page-texts.ts";
import type { ReaderMark } from "./reader-types.ts";
import {
  caretAt,
  coveredStretch,
  extendSelection,
  isCaret,
  selectStretch,
  type TextPosition,
} from "./selection-model.ts";
import { lineAt, stepCharacter, stepWord } from "./text-units.ts";
import type { ReaderView } from "./use-reader-view.ts";
import type { SelectionControl } from "./use-selection.ts";

/** Where the current hit or passage of a page begins: what a person came for, and wants to select from. */
export function startOfCurrentMark(marks: readonly ReaderMark[], page: number, texts: PageTexts): TextPosition | null {
  const [quad] = marks.find((mark) => mark.page === page && mark.look.current)?.quads ?? [];
  if (quad === undefined) return null;
  const runs = texts.peek(page)?.runs ?? [];
  const offset = offsetAtPoint(runs, (quad[0] + quad[4]) / 2, (quad[1] + quad[5]) / 2);
  return offset === null ? null : { page, offset };
}

export interface CaretSetup {
  readonly view: ReaderView;
  readonly pageInfos: readonly PageInfo[];
  readonly texts: PageTexts;
  readonly control: SelectionControl;
  readonly marks: readonly ReaderMark[];
  /** Enter on a caret that stands in a passage. */
  readonly onMarkActivate: (id: string, anchor: DOMRect) => void;
}

export interface CaretKeys {
  /** Handles a key if it moves or makes a caret or a selection; true when it did. */
  onKeyDown(event: ReactKeyboardEvent): boolean;
  /** Reports a selection made by keys when they are let go. */
  onKeyUp(event: ReactKeyboardEvent): void;
}

const MOVES = new Set(["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"]);

/** Selecting by keyboard: Enter or S puts a caret on the page, arrows move it, Shift extends, Ctrl goes by words. */
export function useCaret({ view, pageInfos, texts, control, marks, onMarkActivate }: CaretSetup): CaretKeys {
  const goal = useRef<number | null>(null);
  const pending = useRef(false);

  // Whoever was sent to a page may select there at once: its text does not wait until the pages stand still.
  const askForText = useEffectEvent(() => {
    if ((pageInfos[view.currentPage - 1]?.characters ?? 0) > 0) texts.request(view.currentPage).catch(ignore);
  });
  useEffect(() => askForText(), []);

  const textOf = (page: number): string => texts.peek(page)?.text ?? "";

  /** The end of the previous page or the start of the next one that has text; its text is loaded if it must be. */
  const neighbour = (page: number, direction: 1 | -1): TextPosition | null => {
    for (let other = page + direction; other >= 1 && other <= pageInfos.length; other += direction) {
      const length = pageInfos[other - 1]?.characters ?? 0;
      if (length === 0) continue;
      texts.request(other).catch(() => undefined);
      return { page: other, offset: direction === 1 ? 0 : length };
    }
    return null;
  };

  const move = (from: TextPosition, key: string, byWord: boolean): TextPosition | null => {
    const { page, offset } = from;
    const text = textOf(page);
    const at = (to: number | null): TextPosition | null => (to === null ? null : { page, offset: to });
    const direction = key === "ArrowRight" || key === "ArrowDown" || key === "End" ? 1 : -1;
    if (key === "Home" || key === "End") {
      if (byWord) return at(direction === 1 ? text.length : 0);
      const line = lineAt(text, offset);
      return at(direction === 1 ? line.end : line.start);
    }
    if (key === "ArrowLeft" || key === "ArrowRight") {
      goal.current = null;
      const step = byWord ? stepWord(text, offset, direction) : stepCharacter(text, offset, direction);
      return at(step) ?? neighbour(page, direction);
    }
    const step = stepLine(text, texts.peek(page)?.runs ?? [], offset, direction, goal.current);
    goal.current = step?.goal ?? goal.current;
    return at(step?.offset ?? null) ?? neighbour(page, direction);
  };

  const isInSight = (position: TextPosition): boolean => {
    const bounds = view.scroller.current?.getBoundingClientRect();
    const caret = caretRectOf(view, pageInfos, texts, position);
    return bounds !== undefined && caret !== null && caret.top >= bounds.top && caret.bottom <= bounds.bottom;
  };

  const placeOn = (page: number): void => {
    const mark = startOfCurrentMark(marks, page, texts);
    const position =
      mark !== null && isInSight(mark) ? mark : { page, offset: firstOffsetInSight(view, pageInfos, texts, page) };
    goal.current = null;
    control.change(caretAt(position), true);
  };

  const placeCaret = (): boolean => {
    const page = view.currentPage;
    if ((pageInfos[page - 1]?.characters ?? 0) === 0) return false;
    if (texts.peek(page) !== null) placeOn(page);
    // A page that cannot be read says so itself.
    else texts.request(page).then(() => placeOn(page), ignore);
    return true;
  };

  const selectPage = (): boolean => {
    const page = view.currentPage;
    const { length } = textOf(page);
    if (length === 0) return false;
    control.change(selectStretch({ start: { page, offset: 0 }, end: { page, offset: length } }), false);
    pending.current = true;
    return true;
  };

  /** Opens the passage in which the caret stands, the innermost one first. */
  const openPassage = (position: TextPosition): boolean => {
    const quad = caretQuad(texts.peek(position.page)?.runs ?? [], position.offset);
    const anchor = caretRectOf(view, pageInfos, texts, position);
    if (quad === null || anchor === null) return false;
    const x = (quad[0] + quad[2] + quad[4] + quad[6]) / 4;
    const y = (quad[1] + quad[3] + quad[5] + quad[7]) / 4;
    const found = marks.findLast(
      (mark) =>
        mark.page === position.page && mark.look.kind === "passage" && mark.quads.some((each) => holds(each, x, y)),
    );
    if (found === undefined) return false;
    onMarkActivate(found.id, anchor);
    return true;
  };

  return {
    onKeyDown: (event) => {
      const { key, shiftKey } = event;
      const byWord = event.ctrlKey || event.altKey;
      const { selection } = control;
      if ((event.ctrlKey || event.metaKey) && key.toLowerCase() === "a") return selectPage();
      if (event.metaKey) return false;
      if (key === "Escape" && selection !== null) {
        control.clear();
        return true;
      }
      if ((key === "Enter" || key === "s") && !byWord && !shiftKey && (selection === null || !control.caretShown)) {
        return (selection === null || isCaret(selection)) && placeCaret();
      }
      if (key === "Enter" && selection !== null && isCaret(selection) && !byWord && !shiftKey) {
        return openPassage(selection.focus);
      }
      // Without a caret in sight plain arrows scroll; with Shift they extend what the mouse has selected.
      if (selection === null || !MOVES.has(key) || !(control.caretShown || shiftKey)) return false;

      if (!shiftKey && !isCaret(selection) && (key === "ArrowLeft" || key === "ArrowRight")) {
        const { start, end } = coveredStretch(selection);
        control.change(caretAt(key === "ArrowLeft" ? start : end), true);
      } else {
        const next = move(selection.focus, key, byWord);
        if (next === null) return true;
        control.change(shiftKey ? extendSelection(selection, next) : caretAt(next), true);
        bringIntoSight(view, pageInfos, texts, next);
      }
      pending.current = true;
      return true;
    },
    onKeyUp: (event) => {
      if (!pending.current || event.shiftKey) return;
      pending.current = false;
      control.finish();
    },
  };
}

/** True when a quad (upright or turned by a right angle) holds a point. */
function holds(quad: Quad, x: number, y: number): boolean {
  const across = [quad[0], quad[2], quad[4], quad[6]];
  const up = [quad[1], quad[3], quad[5], quad[7]];
  return x >= Math.min(...across) && x <= Math.max(...across) && y >= Math.min(...up) && y <= Math.max(...up);
}

function ignore(): void {}

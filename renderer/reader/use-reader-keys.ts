import type { KeyboardEvent as ReactKeyboardEvent } from "react";
import { assertNever } from "#shared/base/assert-never.ts";
import { commandOf, type ReaderCommand } from "./reader-keys.ts";
import { isCaret } from "./selection-model.ts";
import type { CaretKeys } from "./use-caret.ts";
import type { ReaderView } from "./use-reader-view.ts";
import type { Selecting } from "./use-selecting.tsx";
import type { SelectionControl } from "./use-selection.ts";
import { contentWidth } from "./view-place.ts";
import { stepZoom } from "./zoom.ts";

export interface ReaderKeySetup {
  readonly view: ReaderView;
  readonly control: SelectionControl;
  readonly caret: CaretKeys;
  readonly selecting: Pick<Selecting, "onKeyDown">;
  readonly onNextHit: (() => void) | undefined;
  readonly onPreviousHit: (() => void) | undefined;
  /** Undefined where there is no panel or page field. */
  readonly onTogglePanel: (() => void) | undefined;
  readonly onFocusPageField: (() => void) | undefined;
  /** Jumps that going back takes back, such as to the end of the document. */
  readonly onJumpToPage: (page: number) => void;
  readonly onToggleText: (() => void) | undefined;
}

/** Pixels that an arrow key scrolls. */
const LINE = 56;

/** The key handlers of a reader. Keys that it does not take go on to the frame. */
export function useReaderKeys(setup: ReaderKeySetup): {
  readonly onKeyDown: (event: ReactKeyboardEvent) => void;
  readonly onKeyUp: (event: ReactKeyboardEvent) => void;
} {
  const { view, control, caret } = setup;

  /** False when there is nothing here that the command could be carried out on. */
  const run = (command: ReaderCommand): boolean => {
    const { currentPage, size, layout } = view;
    switch (command.kind) {
      case "zoom":
        if (command.to === "fit-width" || command.to === "fit-page") view.setZoom({ kind: command.to });
        else view.setZoom({ kind: "fixed", factor: stepZoom(view.zoomFactor, command.to === "in" ? 1 : -1) });
        return true;
      case "rotate":
        view.rotate(command.by);
        return true;
      case "scroll": {
        const step = command.unit === "line" ? LINE : (size?.height ?? 0);
        view.scrollBy(command.down * step, command.across * step);
        return true;
      }
      case "page": {
        const pages = { first: 1, last: layout.pageCount, next: currentPage + 1, previous: currentPage - 1 };
        const page = Math.min(Math.max(pages[command.to], 1), layout.pageCount);
        // Turning pages is no jump.
        if (command.to === "next" || command.to === "previous") view.goToPage(page);
        else setup.onJumpToPage(page);
        return true;
      }
      case "hit":
        return call(command.to === "next" ? setup.onNextHit : setup.onPreviousHit);
      case "panel":
        return call(setup.onTogglePanel);
      case "page-field":
        return call(setup.onFocusPageField);
      case "text-view":
        return call(setup.onToggleText);
      default:
        return assertNever(command);
    }
  };

  return {
    onKeyDown: (event) => {
      const { target } = event;
      if (event.defaultPrevented || event.nativeEvent.isComposing) return;
      const hasControl = event.ctrlKey || event.metaKey;
      if (target instanceof HTMLInputElement && !hasControl) return;
      const isOnPages = target === view.scroller.current;
      if (belongsToPages(event, isOnPages) && setup.selecting.onKeyDown(event)) return event.preventDefault();
      // On a mark or a button Enter and space press it.
      if (!isOnPages && (event.key === "Enter" || event.key === " ")) return;
      if (!(target instanceof HTMLInputElement) && caret.onKeyDown(event)) return event.preventDefault();
      const { selection } = control;
      const command = commandOf(event, {
        selecting: selection !== null && !isCaret(selection),
        overflows: view.size !== null && contentWidth(view.layout, view.size) > view.size.width,
      });
      if (command !== null && run(command)) event.preventDefault();
    },
    onKeyUp: caret.onKeyUp,
  };
}

/** Enter on a button presses that button; on a mark it may end what goes on on the pages. */
function belongsToPages({ target, key }: ReactKeyboardEvent, isOnPages: boolean): boolean {
  if (isOnPages) return true;
  if (target instanceof HTMLInputElement) return false;
  return key !== "Enter" || (target instanceof Element && target.closest("[data-mark]") !== null);
}

function call(action: (() => void) | undefined): boolean {
  action?.();
  return action !== undefined;
}

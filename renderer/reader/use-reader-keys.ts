import type { KeyboardEvent as ReactKeyboardEvent } from "react";
import { assertNever } from "#shared/base/assert-never.ts";
import { commandOf, type ReaderCommand } from "./reader-keys.ts";
import { isCaret } from "./selection-model.ts";
import type { CaretKeys } from "./use-caret.ts";
import type { ReaderView } from "./use-reader-view.ts";
import type { SelectionControl } from "./use-selection.ts";
import { contentWidth } from "./view-place.ts";
import { stepZoom } from "./zoom.ts";

export interface ReaderKeySetup {
  readonly view: ReaderView;
  readonly control: SelectionControl;
  readonly caret: CaretKeys;
  readonly onNextHit: (() => void) | undefined;
  readonly onPreviousHit: (() => void) | undefined;
  /** Undefined where there is no panel or page field. */
  readonly onTogglePanel: (() => void) | undefined;
  readonly onFocusPageField: (() => void) | undefined;
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
        view.goToPage(Math.min(Math.max(pages[command.to], 1), layout.pageCount));
        return true;
      }
      case "hit":
        return call(command.to === "next" ? setup.onNextHit : setup.onPreviousHit);
      case "panel":
        return call(setup.onTogglePanel);
      case "page-field":
        return call(setup.onFocusPageField);
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

function call(action: (() => void) | undefined): boolean {
  action?.();
  return action !== undefined;
}

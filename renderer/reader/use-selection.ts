import { type MouseEvent as ReactMouseEvent, useEffect, useEffectEvent, useRef, useState } from "react";
import type { PageInfo, PageText } from "#shared/model/document.ts";
import { quadsForRange } from "#shared/text/geometry.ts";
import { caretRectOf, isOnText, positionAt } from "./hit-test.ts";
import type { PageTexts } from "./page-texts.ts";
import type { ReaderSelection } from "./reader-types.ts";
import {
  caretAt,
  coveredStretch,
  extendSelection,
  isCaret,
  pagesOf,
  quoteStretch,
  selectStretch,
  type TextPosition,
  type TextSelection,
  type TextStretch,
} from "./selection-model.ts";
import { type TextUnit, unitAt } from "./text-units.ts";
import type { ReaderView } from "./use-reader-view.ts";

export interface SelectionSetup {
  readonly view: ReaderView;
  readonly pageInfos: readonly PageInfo[];
  readonly texts: PageTexts;
  readonly onSelectionChange: (selection: ReaderSelection | null) => void;
}

export interface SelectionControl {
  readonly selection: TextSelection | null;
  /** True when the caret was placed by keyboard and is shown. */
  readonly caretShown: boolean;
  /** The finished selection's quotation, for copying; null when nothing is selected. */
  readonly quote: string | null;
  /** Changes the selection while it is being made; `finish` reports it. */
  change(selection: TextSelection | null, caretShown: boolean): void;
  finish(): void;
  clear(): void;
  /** True when the button that was just released had drawn a selection: the click is then not meant for a mark. */
  hasJustDrawn(): boolean;
  readonly onMouseDown: (event: ReactMouseEvent<HTMLDivElement>) => void;
  readonly onMouseMove: (event: ReactMouseEvent<HTMLDivElement>) => void;
}

/** Pixels from the edge of the view at which drawing a selection starts to scroll. */
const SCROLL_EDGE = 24;

function stretchAt(texts: PageTexts, position: TextPosition, unit: TextUnit): TextStretch {
  const span = unitAt(texts.peek(position.page)?.text ?? "", position.offset, unit);
  return { start: { page: position.page, offset: span.start }, end: { page: position.page, offset: span.end } };
}

/** Press and draw for characters; a second click widens to the word, a third to the sentence, a fourth to the paragraph. */
function unitOfClicks(clicks: number): TextUnit {
  if (clicks <= 1) return "character";
  if (clicks === 2) return "word";
  return clicks === 3 ? "sentence" : "paragraph";
}

/** Text selection of one document by mouse, by growing units, with Shift from where it began. */
export function useSelection({ view, pageInfos, texts, onSelectionChange }: SelectionSetup): SelectionControl {
  const [selection, setSelection] = useState<TextSelection | null>(null);
  const [caretShown, setCaretShown] = useState(false);
  const [quote, setQuote] = useState<string | null>(null);
  const [pressed, setPressed] = useState<{ readonly unit: TextUnit } | null>(null);
  /** The selection as it is now: events come faster than renders. */
  const latest = useRef<TextSelection | null>(null);
  const reported = useRef(false);
  const turn = useRef(0);
  const pointer = useRef({ x: 0, y: 0 });
  const drew = useRef(false);

  const change = (next: TextSelection | null, showCaret: boolean): void => {
    latest.current = next;
    setSelection(next);
    setCaretShown(showCaret);
  };

  const report = (next: ReaderSelection | null): void => {
    setQuote(next?.quote ?? null);
    if (next === null && !reported.current) return;
    reported.current = next !== null;
    onSelectionChange(next);
  };

  const describeSelection = (of: TextSelection, textOf: (page: number) => PageText | null): ReaderSelection | null => {
    const found = quoteStretch(coveredStretch(of), (page) => textOf(page)?.text ?? "");
    const bounds = view.scroller.current?.getBoundingClientRect();
    if (found === null || bounds === undefined) return null;
    const ranges = found.ranges.map((range) => ({
      ...range,
      quads: quadsForRange(textOf(range.page)?.runs ?? [], range.start, range.end),
    }));
    const end = caretRectOf(view, pageInfos, texts, of.focus);
    const isInSight = end !== null && end.bottom > bounds.top && end.top < bounds.bottom;
    const middle = new DOMRect(bounds.left + bounds.width / 2, bounds.top + bounds.height / 3, 0, 0);
    return { ranges, quote: found.quote, region: null, anchor: isInSight ? end : middle };
  };

  const finish = (): void => {
    turn.current += 1;
    const mine = turn.current;
    const current = latest.current;
    if (current === null || isCaret(current)) {
      report(null);
      return;
    }
    const pages = pagesOf(coveredStretch(current)).filter((page) => (pageInfos[page - 1]?.characters ?? 0) > 0);
    if (pages.every((page) => texts.peek(page) !== null)) {
      report(describeSelection(current, (page) => texts.peek(page)));
      return;
    }
    // A long selection may hold more pages than are kept: it is made of what was loaded for it.
    Promise.all(pages.map((page) => texts.request(page))).then(
      (loaded) => {
        const byPage = new Map(loaded.map((text) => [text.page, text]));
        if (turn.current === mine) report(describeSelection(current, (page) => byPage.get(page) ?? null));
      },
      () => {
        if (turn.current === mine) report(null);
      },
    );
  };

  const extendTo = (x: number, y: number, unit: TextUnit): void => {
    const position = positionAt(view, pageInfos, texts, x, y);
    if (position === null || latest.current === null) return;
    change(extendSelection(latest.current, position, stretchAt(texts, position, unit)), false);
    if (!isCaret(latest.current)) drew.current = true;
  };

  const onMove = useEffectEvent((event: MouseEvent) => {
    pointer.current = { x: event.clientX, y: event.clientY };
    if (pressed !== null) extendTo(event.clientX, event.clientY, pressed.unit);
  });

  const onUp = useEffectEvent(() => {
    setPressed(null);
    finish();
  });

  /** Scrolls, faster the further the pointer is outside, and selects what comes under it. */
  const onFrame = useEffectEvent(() => {
    const bounds = view.scroller.current?.getBoundingClientRect();
    if (bounds === undefined || pressed === null) return;
    const { x, y } = pointer.current;
    const above = bounds.top + SCROLL_EDGE - y;
    const below = y - (bounds.bottom - SCROLL_EDGE);
    const speed = below > 0 ? below : above > 0 ? -above : 0;
    if (speed === 0) return;
    view.scrollBy(Math.sign(speed) * Math.min(4 + Math.abs(speed) * 0.5, 60));
    extendTo(x, Math.max(bounds.top + 1, Math.min(y, bounds.bottom - 1)), pressed.unit);
  });

  useEffect(() => {
    if (pressed === null) return;
    let frame = requestAnimationFrame(function next() {
      onFrame();
      frame = requestAnimationFrame(next);
    });
    const move = (event: MouseEvent): void => onMove(event);
    const up = (event: MouseEvent): void => {
      if (event.button === 0) onUp();
    };
    window.addEventListener("mousemove", move);
    window.addEventListener("mouseup", up);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener("mousemove", move);
      window.removeEventListener("mouseup", up);
    };
  }, [pressed]);

  return {
    selection,
    caretShown,
    quote,
    change,
    finish,
    clear: () => {
      change(null, false);
      turn.current += 1;
      report(null);
    },
    hasJustDrawn: () => drew.current,
    onMouseDown: (event) => {
      if (event.button !== 0 || (event.target instanceof Element && event.target.closest("[data-inert]"))) return;
      drew.current = false;
      const { clientX: x, clientY: y, detail, shiftKey } = event;
      pointer.current = { x, y };
      const unit = unitOfClicks(detail);
      const position = positionAt(view, pageInfos, texts, x, y);
      if (position === null) {
        change(null, false);
      } else if (shiftKey && latest.current !== null) {
        extendTo(x, y, unit);
      } else if (unit === "character") {
        change(caretAt(position), false);
      } else {
        change(selectStretch(stretchAt(texts, position, unit)), false);
        drew.current = true;
      }
      setPressed({ unit });
    },
    onMouseMove: (event) => {
      const element = view.scroller.current;
      if (element === null || pressed !== null) return;
      const onText = isOnText(view, pageInfos, texts, event.clientX, event.clientY);
      element.style.cursor = onText ? "text" : "default";
    },
  };
}

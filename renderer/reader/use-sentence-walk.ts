import { type KeyboardEvent as ReactKeyboardEvent, useRef, useState } from "react";
import type { PageInfo } from "#shared/model/document.ts";
import { bringIntoSight, firstOffsetInSight } from "./hit-test.ts";
import type { PageTexts } from "./page-texts.ts";
import type { ReaderMark } from "./reader-types.ts";
import { coveredStretch, extendSelection, selectStretch, type TextStretch } from "./selection-model.ts";
import { type Span, sentenceAt, sentenceBeside } from "./text-units.ts";
import { startOfCurrentMark } from "./use-caret.ts";
import type { ReaderView } from "./use-reader-view.ts";
import type { SelectionControl } from "./use-selection.ts";

export interface SentenceWalkSetup {
  readonly view: ReaderView;
  readonly pageInfos: readonly PageInfo[];
  readonly texts: PageTexts;
  readonly control: SelectionControl;
  readonly marks: readonly ReaderMark[];
  readonly onLeave: () => void;
}

export interface SentenceWalk {
  readonly active: boolean;
  /** Selects the sentence at the selection, at the current hit or passage, or the first one in sight. */
  start(): void;
  stop(): void;
  onKeyDown(event: ReactKeyboardEvent): boolean;
}

function onPage(page: number, span: Span): TextStretch {
  return { start: { page, offset: span.start }, end: { page, offset: span.end } };
}

/** Going through a document sentence by sentence, by keyboard: arrows go on and back, Shift takes more than one. */
export function useSentenceWalk({ view, pageInfos, texts, control, marks, onLeave }: SentenceWalkSetup): SentenceWalk {
  const [active, setActive] = useState(false);
  /** Steps come faster than pages are read: only the latest one counts. */
  const turn = useRef(0);

  const select = (stretch: TextStretch, extend: boolean): void => {
    const { selection } = control;
    const grown = extend && selection !== null ? extendSelection(selection, stretch.end, stretch) : null;
    control.change(grown ?? selectStretch(stretch), false);
    control.finish();
    bringIntoSight(view, pageInfos, texts, stretch.end);
    bringIntoSight(view, pageInfos, texts, stretch.start);
  };

  /** The first or last sentence of the nearest page in a direction that has text. */
  const sentenceBeyond = async (page: number, direction: 1 | -1): Promise<TextStretch | null> => {
    for (let other = page + direction; other >= 1 && other <= pageInfos.length; other += direction) {
      if ((pageInfos[other - 1]?.characters ?? 0) === 0) continue;
      const text = await texts.request(other).catch(() => null);
      const outside = text === null ? null : direction === 1 ? { start: 0, end: 0 } : endOf(text.text);
      const found = text === null || outside === null ? null : sentenceBeside(text.text, outside, direction);
      if (found !== null) return onPage(other, found);
    }
    return null;
  };

  const go = async (direction: 1 | -1, extend: boolean): Promise<void> => {
    const { selection } = control;
    turn.current += 1;
    const mine = turn.current;
    if (selection === null) return startAt(view.currentPage);
    const from = extend ? selection.reach : coveredStretch(selection);
    const end = direction === 1 ? from.end : from.start;
    const text = await texts.request(end.page).catch(() => null);
    const span = { start: from.start.page === end.page ? from.start.offset : 0, end: end.offset };
    const near = text === null ? null : sentenceBeside(text.text, span, direction);
    const next = near === null ? await sentenceBeyond(end.page, direction) : onPage(end.page, near);
    if (next !== null && turn.current === mine) select(next, extend);
  };

  const startAt = async (page: number): Promise<void> => {
    const mine = turn.current;
    const text = (pageInfos[page - 1]?.characters ?? 0) > 0 ? await texts.request(page).catch(() => null) : null;
    const mark = startOfCurrentMark(marks, page, texts);
    const offset = mark?.offset ?? firstOffsetInSight(view, pageInfos, texts, page);
    const here = text === null ? null : onPage(page, sentenceAt(text.text, offset));
    const first = here ?? (await sentenceBeyond(page, 1)) ?? (await sentenceBeyond(page, -1));
    if (first !== null && turn.current === mine) select(first, false);
  };

  const stop = (): void => {
    if (!active) return;
    turn.current += 1;
    setActive(false);
    control.clear();
    onLeave();
  };

  return {
    active,
    start: () => {
      turn.current += 1;
      setActive(true);
      const { selection } = control;
      const text = selection === null ? null : texts.peek(selection.anchor.start.page);
      if (selection !== null && text !== null) {
        const { page, offset } = coveredStretch(selection).start;
        select(onPage(page, sentenceAt(text.text, offset)), false);
      } else void startAt(view.currentPage);
    },
    stop,
    onKeyDown: (event) => {
      if (!active || event.ctrlKey || event.metaKey || event.altKey) return false;
      if (event.key === "Escape") stop();
      else if (event.key === "ArrowDown" || event.key === "Enter") void go(1, event.shiftKey && event.key !== "Enter");
      else if (event.key === "ArrowUp") void go(-1, event.shiftKey);
      else return false;
      return true;
    },
  };
}

function endOf(text: string): Span {
  return { start: text.length, end: text.length };
}

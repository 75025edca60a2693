import type { WaitingPage } from "../ports/search-index.ts";

/** Pages over which the rate is taken. */
const WINDOW = 20;

/** What the OCR job of a case is doing now; kept in memory only. */
export interface OcrMonitor {
  startedPage(page: WaitingPage): void;
  finishedPage(): void;
  stopped(): void;
  current(): WaitingPage | null;
  /** Pages per minute over the last pages; null before the second. */
  rate(): number | null;
}

/** @param now milliseconds that only grow */
export function createOcrMonitor(now: () => number): OcrMonitor {
  let current: WaitingPage | null = null;
  let finished: number[] = [];
  return {
    startedPage: (page) => {
      current = page;
      if (finished.length === 0) finished = [now()];
    },
    finishedPage: () => {
      finished = [...finished, now()].slice(-WINDOW);
    },
    stopped: () => {
      current = null;
      finished = [];
    },
    current: () => current,
    rate: () => {
      const [first] = finished;
      const last = finished.at(-1);
      if (first === undefined || last === undefined || last <= first) return null;
      return ((finished.length - 1) * 60_000) / (last - first);
    },
  };
}

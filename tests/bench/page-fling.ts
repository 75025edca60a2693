import type { Page } from "playwright";

/** How a window kept up while pages were flung past. */
export interface Fling {
  readonly frames: number;
  /** Frames of the screen that came and went without a new picture. */
  readonly dropped: number;
  /** Looks at the middle of the view, and those at which the page there was blank. */
  readonly looks: number;
  readonly blank: number;
  /** From the end of the fling until the page in sight is painted, in milliseconds. */
  readonly settledAfter: number;
}

/** Where a viewer keeps its pages, as selectors. */
export interface ViewerShape {
  readonly scroller: string;
  readonly page: string;
  /** The painted picture of a page, and anything that stands in for it. */
  readonly painted: string;
  readonly standIn: string;
}

/** Milliseconds between two frames of a screen of 60 a second. */
const FRAME = 1000 / 60;

/**
 * Scrolls so many pages past in so many seconds, evenly, and counts on the window's own clock which frames it missed.
 * Whether the page in the middle of the view shows something is looked at in every third frame.
 */
export function flingPages(page: Page, shape: ViewerShape, pages: number, seconds: number): Promise<Fling> {
  return page.evaluate(
    async ([{ scroller, page: pageSelector, painted, standIn }, count, duration, frameLength]) => {
      // Views that were left stay in the page, out of sight.
      const element = [...document.querySelectorAll(scroller)].find((own) => own.getClientRects().length > 0);
      const first = element?.querySelector(pageSelector);
      if (element === undefined || first === null || first === undefined) throw new Error("no pages to fling");
      const distance = count * (first.getBoundingClientRect().height + 14);
      const start = element.scrollTop;
      const bounds = element.getBoundingClientRect();
      const atMiddle = (): Element | null =>
        document
          .elementsFromPoint(bounds.left + bounds.width / 2, bounds.top + bounds.height / 2)
          .map((under) => under.closest(pageSelector))
          .find((found) => found !== null) ?? null;
      const shows = (selector: string, of: Element | null): boolean =>
        [...(of?.querySelectorAll<HTMLCanvasElement>(selector) ?? [])].some(({ width }) => width > 0);
      const intervals: number[] = [];
      let looks = 0;
      let blank = 0;
      await new Promise<void>((done) => {
        let began: number | null = null;
        let before = 0;
        const step = (now: number): void => {
          began ??= now;
          if (before > 0) intervals.push(now - before);
          before = now;
          const part = Math.min(1, (now - began) / duration);
          element.scrollTop = start + distance * part;
          if (intervals.length % 3 === 2) {
            const middle = atMiddle();
            if (middle !== null) {
              looks += 1;
              if (!shows(painted, middle) && !shows(standIn, middle)) blank += 1;
            }
          }
          if (part < 1) requestAnimationFrame(step);
          else done();
        };
        requestAnimationFrame(step);
      });
      const endedAt = performance.now();
      await new Promise<void>((done) => {
        const look = (): void => {
          if (shows(painted, atMiddle()) || performance.now() - endedAt > 10_000) done();
          else requestAnimationFrame(look);
        };
        look();
      });
      const dropped = intervals.reduce((sum, interval) => sum + Math.max(0, Math.round(interval / frameLength) - 1), 0);
      return { frames: intervals.length + dropped, dropped, looks, blank, settledAfter: performance.now() - endedAt };
    },
    [shape, pages, seconds * 1000, FRAME] as const,
  );
}

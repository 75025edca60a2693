import type { PageRotation } from "../../model/document.ts";
import type { Box, TextRun } from "../../model/geometry.ts";

/** Where a character stands on the page as it is seen, each from 0 (left, top) to 1 (right, bottom). */
export interface Place {
  readonly across: number;
  readonly down: number;
}

/** Tells where characters of a page stand. */
export interface Places {
  /** Whether the page has any geometry. */
  readonly known: boolean;
  /** Null where the character has no box. */
  at(offset: number): Place | null;
}

/** Share of the page's height, at the top and at the bottom, in which stamps and page numbers stand. */
const MARGIN_SHARE = 0.13;

/** Whether a place lies in the top or bottom margin, or at the outer edge of a page that was filed sideways. */
export function isInMargin({ across, down }: Place): boolean {
  return down < MARGIN_SHARE || down > 1 - MARGIN_SHARE || across < 0.04 || across > 0.96;
}

/** Makes the look-up of places from the page's runs. */
export function createPlaces(page: {
  readonly geometry: () => readonly TextRun[];
  readonly box: Box;
  readonly rotation: PageRotation;
}): Places {
  const runs = page.geometry();
  const [left, bottom, right, top] = page.box;
  const width = right - left || 1;
  const height = top - bottom || 1;

  function find(offset: number): TextRun | undefined {
    let low = 0;
    let high = runs.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const run = runs[middle];
      if (run === undefined) return undefined;
      if (offset < run.start) high = middle - 1;
      else if (offset >= run.end) low = middle + 1;
      else return run;
    }
    return undefined;
  }

  return {
    known: runs.length > 0,
    at(offset) {
      const run = find(offset);
      if (run === undefined) return null;
      const along = run.edges[offset - run.start] ?? run.edges[0] ?? 0;
      const middle = (run.low + run.high) / 2;
      const isHorizontal = run.direction === "right" || run.direction === "left";
      const x = ((isHorizontal ? along : middle) - left) / width;
      const y = ((isHorizontal ? middle : along) - bottom) / height;
      return turn(x, y, page.rotation);
    },
  };
}

/** From shares of the box (origin bottom left, not turned) to the page as it is seen. */
function turn(x: number, y: number, rotation: PageRotation): Place {
  switch (rotation) {
    case 90:
      return { across: y, down: x };
    case 180:
      return { across: 1 - x, down: y };
    case 270:
      return { across: 1 - y, down: 1 - x };
    default:
      return { across: x, down: 1 - y };
  }
}

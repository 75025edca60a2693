import type { Canvas } from "./canvas.ts";

/** Something of a page that is never parted, as wide as its column. Distances in points. */
export interface Strip {
  readonly height: number;
  /** Left out at the top of a page. */
  readonly spaceBefore: number;
  /** It stands on the same page as what follows. */
  readonly keepWithNext: boolean;
  draw(canvas: Canvas, x: number, top: number): void;
  /** Title and level of its entry in the outline. */
  readonly outline?: { readonly title: string; readonly level: number };
  /** Drawn again above it when it comes to stand at the top of a page. */
  readonly repeated?: readonly Strip[];
}

/** The start of a new page. */
export interface PageTurn {
  readonly turn: true;
  readonly landscape: boolean;
}

/** What pages are filled with. */
export type Flow = Strip | PageTurn;

/** Tells a new page from what stands on one. */
export function isPageTurn(flow: Flow): flow is PageTurn {
  return "turn" in flow;
}

/** Total height, with the space between but not before. */
export function heightOf(strips: readonly Strip[]): number {
  return strips.reduce((sum, strip, index) => sum + strip.height + (index === 0 ? 0 : strip.spaceBefore), 0);
}

/** The same strip, further to the right and, if wanted, with more space before it. */
export function shiftStrip(strip: Strip, distance: number, spaceBefore = strip.spaceBefore): Strip {
  return { ...strip, spaceBefore, draw: (canvas, x, top) => strip.draw(canvas, x + distance, top) };
}

/** Draws strips one below the other. */
export function drawStrips(strips: readonly Strip[], canvas: Canvas, x: number, top: number): void {
  let y = top;
  strips.forEach((strip, index) => {
    if (index > 0) y += strip.spaceBefore;
    strip.draw(canvas, x, y);
    y += strip.height;
  });
}

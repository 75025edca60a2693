import { assertNever } from "#shared/base/assert-never.ts";
import { PAGE_GAP, SIDE_MARGIN } from "./page-layout.ts";
import { PIXELS_PER_POINT } from "./page-transform.ts";
import type { ViewSize } from "./view-place.ts";

/** How large pages are shown. `fixed` holds a factor, 1 being the printed size on a 96 dpi screen. */
export type ZoomMode =
  | { readonly kind: "fit-width" }
  | { readonly kind: "fit-page" }
  | { readonly kind: "fixed"; readonly factor: number };

const SMALLEST = 0.1;
const LARGEST = 8;
/** Fitting the width of a wide window stops here: beyond it lines are longer than the eye likes. */
const WIDEST_FIT = 1.4;
const STEPS = [0.1, 0.17, 0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 5, 6, 8];

/** The zoom factor of a mode for pages of `pageSize` points in a view. */
export function zoomFactor(mode: ZoomMode, pageSize: readonly [number, number], size: ViewSize): number {
  const byWidth = (size.width - 2 * SIDE_MARGIN) / (pageSize[0] * PIXELS_PER_POINT);
  switch (mode.kind) {
    case "fit-width":
      return limitZoom(Math.min(byWidth, WIDEST_FIT));
    case "fit-page":
      return limitZoom(Math.min(byWidth, (size.height - 2 * PAGE_GAP) / (pageSize[1] * PIXELS_PER_POINT)));
    case "fixed":
      return limitZoom(mode.factor);
    default:
      return assertNever(mode);
  }
}

/** The factor, kept inside what the reader offers. */
export function limitZoom(factor: number): number {
  return Number.isFinite(factor) ? Math.min(Math.max(factor, SMALLEST), LARGEST) : 1;
}

/** The next larger (`1`) or smaller (`-1`) step from any factor. */
export function stepZoom(factor: number, direction: 1 | -1): number {
  // A hair's breadth, so that a fitted 99.99 % does not step to 100 %.
  const slack = 1.005;
  const next =
    direction === 1 ? STEPS.find((step) => step > factor * slack) : STEPS.findLast((step) => step < factor / slack);
  return next ?? (direction === 1 ? LARGEST : SMALLEST);
}

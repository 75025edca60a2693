import { type QuarterTurn, type Raster, rotateRaster, turnRaster } from "./raster.ts";
import type { StraightRaster } from "./recognise-raster.ts";

/** Tesseract follows lines that fall by less; rotating would only blur them. */
const SKEW_WORTH_ROTATING = 1;

/** Whether straightening changes anything. */
export function needsStraightening(turned: QuarterTurn, skew: number): boolean {
  return turned !== 0 || Math.abs(skew) >= SKEW_WORTH_ROTATING;
}

/** Turns a raster by quarters, and rotates it when its lines fall notably. */
export function straightenRaster(raster: Raster, turned: QuarterTurn, skew: number): StraightRaster {
  const rotated = Math.abs(skew) >= SKEW_WORTH_ROTATING ? -skew : 0;
  const upright = turnRaster(raster, turned);
  // A half turn leaves the slope of lines as it is.
  const { width, height, pixels } = rotated === 0 ? upright : rotateRaster(upright, rotated);
  return { width, height, pixels, turned, rotated };
}

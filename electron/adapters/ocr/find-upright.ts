import { measureLines } from "./measure-lines.ts";
import { findThreshold, type Raster, rotateRaster, shrinkRaster, turnRaster } from "./raster.ts";

/** What the shapes of the lines say about a page, before anything is read. */
export interface PageShape {
  /** Whether lines run along the rows of the raster or along its columns. */
  readonly run: "rows" | "columns";
  /** Degrees, clockwise, by which lines fall, measured once they run along rows. */
  readonly skew: number;
  /**
   * What letters say, lines being turned to rows (clockwise, if need be): `upright` when most lines have more that stands
   * above the letters than below them, as text in mixed case has; `upside-down` for the reverse; else `unclear`.
   */
  readonly stand: "upright" | "upside-down" | "unclear";
}

/** Resolution of the small picture in which shapes are measured. */
const SHAPE_RESOLUTION = 100;
/** Lines along columns must line up so much better than along rows. */
const CLEARLY_BETTER = 1.15;
const CLEARLY_ALIGNED = 1.3;

/** Measures the lines of a page's raster. */
export function measureShape(raster: Raster, resolution: number): PageShape {
  const small = shrinkRaster(raster, Math.max(1, Math.round(resolution / SHAPE_RESOLUTION)));
  const rows = measureLines(small, "rows");
  const columns = measureLines(small, "columns");
  const isTurned = columns.alignment > CLEARLY_ALIGNED && columns.alignment > rows.alignment * CLEARLY_BETTER;
  // A column that leans to the right as it descends falls to the left once it is turned into a row.
  const skew = isTurned ? 0 - columns.skew : rows.skew;
  const turned = isTurned ? turnRaster(small, 90) : small;
  const level = skew === 0 ? turned : rotateRaster(turned, -skew);
  return { run: isTurned ? "columns" : "rows", skew, stand: judgeStand(level) };
}

/** Lines whose letters must agree, and the share of them that must. */
const LEAST_LINES = 5;
const LARGE_MAJORITY = 0.7;
/** Part of a line's ink that must lie outside its letters' middle zone; capitals alone have none. */
const LEAST_OUTSIDE = 0.06;
const LEAST_HEIGHT = 6;
const MOST_HEIGHT = 40;

/** Counts the lines that have more ink above the middle zone of their letters than below it, and those with less. */
function judgeStand(level: Raster): PageShape["stand"] {
  const profile = profileRows(level);
  const quiet = Math.max(1, level.width * 0.004);
  let above = 0;
  let below = 0;
  let top = 0;
  for (let row = 0; row <= profile.length; row += 1) {
    if ((profile[row] ?? 0) > quiet) continue;
    const vote = row - top >= LEAST_HEIGHT && row - top <= MOST_HEIGHT ? judgeLine(profile.subarray(top, row)) : 0;
    if (vote > 0) above += 1;
    if (vote < 0) below += 1;
    top = row + 1;
  }
  const lines = above + below;
  if (lines < LEAST_LINES) return "unclear";
  if (above >= lines * LARGE_MAJORITY) return "upright";
  return below >= lines * LARGE_MAJORITY ? "upside-down" : "unclear";
}

function profileRows({ width, height, pixels }: Raster): Float64Array {
  const threshold = findThreshold({ width, height, pixels });
  const profile = new Float64Array(height);
  const margin = Math.floor(width * 0.05);
  for (let row = 0; row < height; row += 1) {
    let count = 0;
    for (let column = margin; column < width - margin; column += 1) {
      if ((pixels[row * width + column] ?? 255) <= threshold) count += 1;
    }
    profile[row] = count;
  }
  return profile;
}

/** 1 when more ink stands above the zone that is darker than half the darkest row, -1 when more hangs below, 0 for neither. */
function judgeLine(rows: Float64Array): number {
  const darkest = Math.max(...rows);
  const first = rows.findIndex((ink) => ink > darkest / 2);
  const last = rows.findLastIndex((ink) => ink > darkest / 2);
  const total = rows.reduce((sum, ink) => sum + ink, 0);
  const above = rows.subarray(0, first).reduce((sum, ink) => sum + ink, 0);
  const below = rows.subarray(last + 1).reduce((sum, ink) => sum + ink, 0);
  if (above + below < total * LEAST_OUTSIDE || above === below) return 0;
  return above > below ? 1 : -1;
}

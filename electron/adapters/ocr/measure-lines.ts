import { findThreshold, type Raster } from "./raster.ts";

/** How the lines of text lie in a picture. */
export interface LineMeasure {
  /** Degrees, clockwise positive, by which lines fall to the right; 0 when no lines are found. Precise to 0.1. */
  readonly skew: number;
  /** How much better the feet of letters line up at that angle than at others; 1 means not at all. */
  readonly alignment: number;
}

const WIDEST_SKEW = 15;
const COARSE_STEP = 0.5;
const FINE_STEP = 0.1;
/** Below this, what is found is chance. */
const LEAST_ALIGNMENT = 1.15;
/** Pixels: a letter at some 100 dots per inch is not wider. */
const WIDEST_FOOT = 12;
/** Share of the picture at either edge that is left out: the shadow of a sheet's edge is one long line. */
const MARGIN = 0.05;
/** A picture with fewer feet has too little text to tell. */
const LEAST_FEET = 150;

/** Places where ink ends and ground follows in the direction of `step`: the feet of letters, whatever is inside them. */
interface Feet {
  readonly along: Float32Array;
  readonly across: Float32Array;
  /** Size of the picture along and across the lines. */
  readonly length: number;
  readonly depth: number;
}

/**
 * Measures the skew of a small picture (some 100 dots per inch), with lines along its rows or its columns, by projection:
 * at the right angle, the feet of letters fall into few rows, and the sum of the squared counts is largest
 * (after W. Postl, "Detection of linear oblique structures and skew scan in digitized documents", 1986).
 */
export function measureLines(raster: Raster, run: "rows" | "columns"): LineMeasure {
  const feet = collectFeet(raster, run);
  if (feet.along.length < LEAST_FEET) return { skew: 0, alignment: 1 };
  const scores: number[] = [];
  let best = 0;
  let bestScore = -1;
  for (let angle = -WIDEST_SKEW; angle <= WIDEST_SKEW; angle += COARSE_STEP) {
    const score = scoreAngle(feet, angle);
    scores.push(score);
    if (score > bestScore) {
      bestScore = score;
      best = angle;
    }
  }
  const centre = best;
  for (let step = -5; step <= 5; step += 1) {
    const angle = centre + step * FINE_STEP;
    const score = scoreAngle(feet, angle);
    if (score > bestScore) {
      bestScore = score;
      best = angle;
    }
  }
  scores.sort((first, second) => first - second);
  const alignment = bestScore / Math.max(1, scores[scores.length >> 1] ?? 1);
  if (alignment < LEAST_ALIGNMENT || Math.abs(best) > WIDEST_SKEW - COARSE_STEP) return { skew: 0, alignment };
  return { skew: Math.round(best * 10) / 10 + 0, alignment };
}

function collectFeet(raster: Raster, run: "rows" | "columns"): Feet {
  const { width, height, pixels } = raster;
  const threshold = findThreshold(raster);
  const along: number[] = [];
  const across: number[] = [];
  const [length, depth] = run === "rows" ? [width, height] : [height, width];
  const [step, stepAcross] = run === "rows" ? [1, width] : [width, 1];
  const first = Math.floor(depth * MARGIN);
  for (let line = first; line + 1 < depth - first; line += 1) {
    let runLength = 0;
    for (let place = 0; place <= length; place += 1) {
      const at = line * stepAcross + place * step;
      const isFoot = place < length && (pixels[at] ?? 255) <= threshold && (pixels[at + stepAcross] ?? 0) > threshold;
      if (isFoot) {
        runLength += 1;
        continue;
      }
      // Longer feet are those of rules, bars and the shadows at the edges of a scan.
      if (runLength > 0 && runLength <= WIDEST_FOOT) {
        along.push(place - (runLength + 1) / 2);
        across.push(line);
      }
      runLength = 0;
    }
  }
  return { along: Float32Array.from(along), across: Float32Array.from(across), length, depth };
}

/** Sum of the squared numbers of feet that fall on one line each. */
function scoreAngle({ along, across, length, depth }: Feet, degrees: number): number {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const margin = Math.ceil(Math.abs(slope) * length) + 1;
  const counts = new Uint32Array(depth + 2 * margin);
  const middle = margin + 0.5;
  for (let index = 0; index < along.length; index += 1) {
    // Never negative, so that cutting off the fraction rounds.
    const line = ((across[index] ?? 0) - slope * (along[index] ?? 0) + middle) | 0;
    counts[line] = (counts[line] ?? 0) + 1;
  }
  let score = 0;
  for (const count of counts) score += count * count;
  return score;
}

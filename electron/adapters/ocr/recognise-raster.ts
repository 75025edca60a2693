import type { RecognisedPage } from "#core/ports/ocr-engine.ts";
import type { PageRaster } from "#core/ports/page-renderer.ts";
import { composeRecognisedPage } from "./compose-page.ts";
import type { PageShape } from "./find-upright.ts";
import { placeOnPage } from "./page-place.ts";
import { type FoundWord, meanConfidence, parseTsv } from "./parse-tsv.ts";
import { cropRows, type QuarterTurn, type Raster, turnRaster } from "./raster.ts";

/** A raster that was turned and, where it is worth it, rotated so that its lines are level. */
export interface StraightRaster extends Raster {
  readonly turned: QuarterTurn;
  /** Degrees, clockwise, by which it was rotated after the turn. */
  readonly rotated: number;
}

/** What recognising a page needs. Work on whole rasters is asked for, because it may have to be done elsewhere. */
export interface RasterTools {
  measure(raster: Raster, resolution: number): Promise<PageShape>;
  straighten(raster: Raster, turned: QuarterTurn, skew: number): Promise<StraightRaster>;
  /** Recognises a raster; answers with Tesseract's table of words. */
  read(raster: Raster, resolution: number): Promise<string>;
}

/**
 * Share of words of four letters and more, read with much confidence, from which a page stands as it should. Measured on
 * typewriter pages and letters: 0.04 to 0.60 upright, at most 0.01 upside down.
 */
const SHARE_OF_SURE_WORDS = 0.08;
const LEAST_SURE_WORDS = 5;
const SURE = 80;
/** Another way up must be so much more confident before it is believed. */
const CLEARLY_MORE = 12;
/** Share of a page that is read to find out which way up it stands. */
const SAMPLE_SHARE = 0.08;
/** Where a sample is looked for, every so many rows are enough, and so large a step of grey is an edge. */
const EVERY_ROW = 4;
const NOTABLE_EDGE = 96;

/**
 * Recognises a page: turns it by the shape of its lines, levels it, reads it, and, where what was read is doubtful, tries
 * a sample of it the other ways up.
 */
export async function recogniseRaster(page: PageRaster, tools: RasterTools): Promise<Omit<RecognisedPage, "madeBy">> {
  const shape = await tools.measure(page, page.resolution);
  const first = shape.run === "rows" ? 0 : shape.stand === "upside-down" ? 270 : 90;
  const level = await tools.straighten(page, first, shape.skew);
  // Text in capitals can look upside down by its shape: that alone turns no page.
  const isInDoubt = shape.stand === "upside-down" && shape.run === "rows";
  let best = isInDoubt ? await chooseWayUp(page, level, shape, tools) : level;
  let words = parseTsv(await tools.read(best, page.resolution));
  if (!isInDoubt && shape.stand !== "upright" && !looksRight(words)) {
    const other = await chooseWayUp(page, best, shape, tools, words);
    if (other !== best) {
      best = other;
      words = parseTsv(await tools.read(best, page.resolution));
    }
  }
  return {
    ...composeRecognisedPage(words, {
      toPage: placeOnPage(page, best),
      remainingSkew: best.rotated === 0 ? shape.skew : 0,
    }),
    turned: best.turned,
    skew: shape.skew,
    resolution: page.resolution,
  };
}

function looksRight(words: readonly FoundWord[]): boolean {
  const sure = words.filter(({ text, confidence }) => confidence >= SURE && /^\p{L}{4,}[.,;:]?$/u.test(text)).length;
  return sure >= LEAST_SURE_WORDS && sure >= words.length * SHARE_OF_SURE_WORDS;
}

/**
 * Reads a sample of the page as it is and upside down; answers with the page as it is read with most confidence.
 *
 * @param read the words of the page as it is, when they were read already
 */
async function chooseWayUp(
  page: PageRaster,
  level: StraightRaster,
  shape: PageShape,
  tools: RasterTools,
  read?: readonly FoundWord[],
): Promise<StraightRaster> {
  const { from, to } = chooseSample(level);
  const sample = cropRows(level, from, to);
  const here =
    read?.filter(({ top, bottom }) => bottom > from && top < to) ?? parseTsv(await tools.read(sample, page.resolution));
  const reverse = parseTsv(await tools.read(turnRaster(sample, 180), page.resolution));
  const isReversed = likelihoodOf(reverse) > likelihoodOf(here) + CLEARLY_MORE;
  return isReversed ? tools.straighten(page, reverseOf(level.turned), shape.skew) : level;
}

function reverseOf(turned: QuarterTurn): QuarterTurn {
  if (turned === 0) return 180;
  if (turned === 90) return 270;
  return turned === 180 ? 0 : 90;
}

/** The rows of a page that hold most edges between ink and ground: there is most text. */
function chooseSample(raster: Raster): { readonly from: number; readonly to: number } {
  const height = Math.max(1, Math.round(raster.height * SAMPLE_SHARE));
  let best = 0;
  let most = -1;
  for (let top = 0; top + height <= raster.height; top += Math.max(1, height >> 1)) {
    const edges = countEdges(raster, top, top + height);
    if (edges > most) {
      most = edges;
      best = top;
    }
  }
  return { from: best, to: best + height };
}

function countEdges({ width, pixels }: Raster, from: number, to: number): number {
  let edges = 0;
  for (let row = from; row < to; row += EVERY_ROW) {
    for (let at = row * width + 1; at < (row + 1) * width; at += 1) {
      if (Math.abs((pixels[at] ?? 0) - (pixels[at - 1] ?? 0)) > NOTABLE_EDGE) edges += 1;
    }
  }
  return edges;
}

/** Confidence of what looks like words; signs and single letters are what a page that stands wrong is full of. */
function likelihoodOf(words: readonly FoundWord[]): number {
  const likely = words.filter(({ text }) => /^[\p{L}\p{N}][\p{L}\p{N}'’.,-]{2,}$/u.test(text));
  return ((meanConfidence(likely) ?? 0) * likely.length) / Math.max(1, words.length);
}

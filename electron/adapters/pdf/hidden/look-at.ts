import type { Box } from "#shared/model/geometry.ts";
import type { Pdfium } from "../pdfium-module.ts";
import { joinBoxes, overlapOf } from "./boxes.ts";
import type { SearchedPage, SuspectLetter } from "./find-hidden-text.ts";
import { BYTES_PER_PIXEL, fitScale, type Raster, type RasterPlace, renderRegion } from "./render-region.ts";

/** Pixels per point, and pixels in all, at which a place is looked at: enough to see a full stop in small print. */
const SCALE = 2;
const MOST_PIXELS = 2_000_000;

/** Pictures with more pixels than this are not painted for the look: they would take longer than the page. */
const MOST_IMAGE_PIXELS = 40_000_000;

/** Channels that differ by less than this, of 255, are one colour to the eye. */
const VISIBLE_STEP = 24;

/** Share of a letter's box that may differ: edges of a neighbour, or of the cover. */
const STRAY_SHARE = 0.04;

/**
 * Paints the places of letters with and without them, and returns the letters that leave no trace. For letters without ink,
 * the place must be of one colour.
 */
export function lookAt(
  pdfium: Pdfium,
  searched: SearchedPage,
  letters: readonly SuspectLetter[],
): readonly SuspectLetter[] {
  const { exports } = pdfium;
  const { page, box, rotation, survey } = searched;
  const region = overlapOf(box, letters.map((letter) => letter.box).reduce(joinBoxes));
  if (region[2] <= region[0] || region[3] <= region[1]) return [];
  const place: RasterPlace = { region, scale: fitScale(region, SCALE, MOST_PIXELS) };
  const tooLarge = survey.images.filter((image) => image.pixels > MOST_IMAGE_PIXELS).map((image) => image.pointer);
  const texts = new Set(letters.filter((letter) => !letter.isInvisible).map((letter) => letter.object));
  const setActive = (objects: Iterable<number>, isActive: boolean): void => {
    for (const object of objects) exports.FPDFPageObj_SetIsActive(object, isActive ? 1 : 0);
  };
  setActive(tooLarge, false);
  const shown = renderRegion(pdfium, page.pointer, box, rotation, place);
  setActive(texts, false);
  const without = texts.size === 0 ? shown : renderRegion(pdfium, page.pointer, box, rotation, place);
  setActive(texts, true);
  setActive(tooLarge, true);
  if (shown === null || without === null) return [];
  return letters.filter((letter) => {
    const pixels = pixelsOf(letter.box, place, shown);
    return letter.isInvisible ? isOfOneColor(shown, pixels) : isSame(shown, without, pixels);
  });
}

/** First and last column and row, the last ones exclusive. */
type Pixels = readonly [left: number, top: number, right: number, bottom: number];

/** The pixels of a box in the raster of its place. */
export function pixelsOf(box: Box, { region, scale }: RasterPlace, raster: Raster): Pixels {
  const left = Math.max(0, Math.floor((box[0] - region[0]) * scale));
  const top = Math.max(0, Math.floor((region[3] - box[3]) * scale));
  const right = Math.min(raster.width, Math.max(left + 1, Math.ceil((box[2] - region[0]) * scale)));
  const bottom = Math.min(raster.height, Math.max(top + 1, Math.ceil((region[3] - box[1]) * scale)));
  return [left, top, right, bottom];
}

function countDiffering(one: Raster, [left, top, right, bottom]: Pixels, differs: (at: number) => boolean): number {
  let count = 0;
  for (let row = top; row < bottom; row += 1) {
    for (let column = left; column < right; column += 1) {
      if (differs((row * one.width + column) * BYTES_PER_PIXEL)) count += 1;
    }
  }
  return count;
}

function isFew(count: number, [left, top, right, bottom]: Pixels): boolean {
  return count <= STRAY_SHARE * (right - left) * (bottom - top);
}

function isSame(one: Raster, other: Raster, pixels: Pixels): boolean {
  const differs = (at: number): boolean => differsVisibly(one.pixels, at, other.pixels, at);
  return isFew(countDiffering(one, pixels, differs), pixels);
}

function isOfOneColor(raster: Raster, pixels: Pixels): boolean {
  const [left, top, right, bottom] = pixels;
  const middle = (Math.floor((top + bottom) / 2) * raster.width + Math.floor((left + right) / 2)) * BYTES_PER_PIXEL;
  return isFew(
    countDiffering(raster, pixels, (at) => differsVisibly(raster.pixels, at, raster.pixels, middle)),
    pixels,
  );
}

/** True when two pixels differ enough to be seen. */
export function differsVisibly(one: Uint8Array, at: number, other: Uint8Array, otherAt: number): boolean {
  for (let channel = 0; channel < 3; channel += 1) {
    if (Math.abs((one[at + channel] ?? 0) - (other[otherAt + channel] ?? 0)) > VISIBLE_STEP) return true;
  }
  return false;
}

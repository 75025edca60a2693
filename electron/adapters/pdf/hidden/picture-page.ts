import type { Box } from "#shared/model/geometry.ts";
import { readPageBox } from "../page-box.ts";
import type { Pointer } from "../pdfium-exports.ts";
import type { Pdfium } from "../pdfium-module.ts";
import { withMemory } from "../pdfium-strings.ts";
import { copyFailed } from "../with-document.ts";
import { differsVisibly, pixelsOf } from "./look-at.ts";
import { surveyPage } from "./page-survey.ts";
import { BYTES_PER_PIXEL, fitScale, type Raster, renderRegion } from "./render-region.ts";

/** Resolution of the picture, in pixels per point (200 dpi), and its most pixels (safety.md, H3). */
const SCALE = 200 / 72;
const MOST_PIXELS = 16_000_000;

/** FPDFBitmap_Gray and FPDFBitmap_BGR (fpdfview.h). */
const GREY = 1;
const BGR = 2;

/**
 * Adds a page to a document that is a picture of another document's page, as it is seen: same box, same rotation, with
 * its annotations, without any text.
 *
 * @param hidden places where not even a trace of what lies below may be left
 * @throws ProbativeError `export/annotation-failed`
 */
export function addPicturePage(
  pdfium: Pdfium,
  source: Pointer,
  target: Pointer,
  pageIndex: number,
  hidden: readonly Box[],
): void {
  const { exports } = pdfium;
  const original = exports.FPDF_LoadPage(source, pageIndex);
  if (original === 0) throw copyFailed(`Page ${pageIndex + 1} cannot be loaded.`, pageIndex + 1);
  let painted: Painted | null;
  const rotation = exports.FPDFPage_GetRotation(original);
  try {
    painted = paint(pdfium, original, rotation, hidden);
  } finally {
    exports.FPDF_ClosePage(original);
  }
  const isAdded = painted !== null && insertPicture(pdfium, target, pageIndex, rotation, painted);
  if (!isAdded) throw copyFailed(`Page ${pageIndex + 1} cannot be painted.`, pageIndex + 1);
}

interface Painted {
  readonly box: Box;
  readonly raster: Raster;
}

function paint(pdfium: Pdfium, page: Pointer, rotation: number, hidden: readonly Box[]): Painted | null {
  return withMemory(pdfium, 32, (scratch) => {
    const box = readPageBox(pdfium, page, scratch);
    const place = { region: box, scale: fitScale(box, SCALE, MOST_PIXELS) };
    const shown = renderRegion(pdfium, page, box, rotation, place);
    for (const text of surveyPage(pdfium, page, scratch).texts.keys()) pdfium.exports.FPDFPageObj_SetIsActive(text, 0);
    const without = renderRegion(pdfium, page, box, rotation, place);
    if (shown === null || without === null) return null;
    // A cover may let a little through, too little to be seen but not too little to be made visible.
    for (const one of hidden) takeTraceless(shown, without, pixelsOf(one, place, shown));
    return { box, raster: shown };
  });
}

function takeTraceless(
  shown: Raster,
  without: Raster,
  [left, top, right, bottom]: readonly [number, number, number, number],
): void {
  for (let row = top; row < bottom; row += 1) {
    for (let column = left; column < right; column += 1) {
      const at = (row * shown.width + column) * BYTES_PER_PIXEL;
      if (differsVisibly(shown.pixels, at, without.pixels, at)) continue;
      shown.pixels.set(without.pixels.subarray(at, at + BYTES_PER_PIXEL), at);
    }
  }
}

function insertPicture(
  pdfium: Pdfium,
  target: Pointer,
  pageIndex: number,
  rotation: number,
  painted: Painted,
): boolean {
  const { exports } = pdfium;
  const { box, raster } = painted;
  const [left, bottom, right, top] = box;
  const page = exports.FPDFPage_New(target, pageIndex, right - left, top - bottom);
  if (page === 0) return false;
  const bitmap = createBitmap(pdfium, raster);
  try {
    const image = exports.FPDFPageObj_NewImageObj(target);
    if (bitmap === 0 || image === 0) return false;
    exports.FPDFPage_SetMediaBox(page, left, bottom, right, top);
    exports.FPDFPage_SetRotation(page, rotation);
    if (exports.FPDFImageObj_SetBitmap(0, 0, image, bitmap) === 0) return false;
    exports.FPDFImageObj_SetMatrix(image, right - left, 0, 0, top - bottom, left, bottom);
    exports.FPDFPage_InsertObject(page, image);
    return exports.FPDFPage_GenerateContent(page) !== 0;
  } finally {
    if (bitmap !== 0) exports.FPDFBitmap_Destroy(bitmap);
    exports.FPDF_ClosePage(page);
  }
}

/** A bitmap with one channel when that is enough, else with three. 0 when there is no memory for it. */
function createBitmap(pdfium: Pdfium, { width, height, pixels }: Raster): Pointer {
  const { exports } = pdfium;
  let isGrey = true;
  for (let at = 0; at < pixels.length && isGrey; at += BYTES_PER_PIXEL) {
    isGrey = pixels[at] === pixels[at + 1] && pixels[at] === pixels[at + 2];
  }
  const channels = isGrey ? 1 : 3;
  const bitmap = exports.FPDFBitmap_CreateEx(width, height, isGrey ? GREY : BGR, 0, 0);
  if (bitmap === 0) return 0;
  const buffer = exports.FPDFBitmap_GetBuffer(bitmap);
  const stride = exports.FPDFBitmap_GetStride(bitmap);
  const bytes = pdfium.bytes();
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const at = (row * width + column) * BYTES_PER_PIXEL;
      const to = buffer + row * stride + column * channels;
      for (let channel = 0; channel < channels; channel += 1) bytes[to + channel] = pixels[at + channel] ?? 0;
    }
  }
  return bitmap;
}

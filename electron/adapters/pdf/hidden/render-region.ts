import type { Box } from "#shared/model/geometry.ts";
import type { Pointer } from "../pdfium-exports.ts";
import type { Pdfium } from "../pdfium-module.ts";
import { withMemory } from "../pdfium-strings.ts";

/** FPDFBitmap_BGRx and FPDF_ANNOT (fpdfview.h). */
const BGRX = 3;
const WITH_ANNOTATIONS = 1;
export const BYTES_PER_PIXEL = 4;

/** Part of a page as pixels: blue, green, red and one byte without meaning; rows from the top, without gaps. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array<ArrayBuffer>;
}

/** Places of a region in its raster. */
export interface RasterPlace {
  readonly region: Box;
  /** Pixels per point. */
  readonly scale: number;
}

/** The greatest scale, up to `wanted`, at which a region has at most `mostPixels`. */
export function fitScale(region: Box, wanted: number, mostPixels: number): number {
  const area = (region[2] - region[0]) * (region[3] - region[1]);
  return Math.min(wanted, Math.sqrt(mostPixels / Math.max(area, 1)));
}

/**
 * Paints a region of a page with its annotations, in the orientation of PDF user space: the page's own rotation is undone.
 * Null when there is no memory for it.
 *
 * @param box crop box of the page
 * @param rotation quarter turns clockwise that the page asks for
 */
export function renderRegion(
  pdfium: Pdfium,
  page: Pointer,
  box: Box,
  rotation: number,
  place: RasterPlace,
): Raster | null {
  const { exports } = pdfium;
  const { region, scale } = place;
  const width = Math.max(1, Math.ceil((region[2] - region[0]) * scale));
  const height = Math.max(1, Math.ceil((region[3] - region[1]) * scale));
  const bitmap = exports.FPDFBitmap_CreateEx(width, height, BGRX, 0, 0);
  if (bitmap === 0) return null;
  try {
    exports.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
    withMemory(pdfium, 40, (at) => {
      pdfium.floats().set([...fromPageToRaster(box, rotation, place), 0, 0, width, height], at >> 2);
      exports.FPDF_RenderPageBitmapWithMatrix(bitmap, page, at, at + 24, WITH_ANNOTATIONS);
    });
    const buffer = exports.FPDFBitmap_GetBuffer(bitmap);
    const stride = exports.FPDFBitmap_GetStride(bitmap);
    if (stride !== width * BYTES_PER_PIXEL) return null;
    return { width, height, pixels: pdfium.bytes().slice(buffer, buffer + stride * height) };
  } finally {
    exports.FPDFBitmap_Destroy(bitmap);
  }
}

/**
 * Transformation from PDFium's page (origin top left, rotated as the page asks) to the raster. PDFium applies the page's
 * rotation first, so it is turned back here.
 */
function fromPageToRaster(box: Box, rotation: number, { region, scale }: RasterPlace): readonly number[] {
  const width = box[2] - box[0];
  const height = box[3] - box[1];
  // Where the region's top left corner lies in the page as it stands unrotated.
  const x = (region[0] - box[0]) * scale;
  const y = (box[3] - region[3]) * scale;
  if (rotation === 1) return [0, -scale, scale, 0, -x, height * scale - y];
  if (rotation === 2) return [-scale, 0, 0, -scale, width * scale - x, height * scale - y];
  if (rotation === 3) return [0, scale, -scale, 0, width * scale - x, -y];
  return [scale, 0, 0, scale, -x, -y];
}

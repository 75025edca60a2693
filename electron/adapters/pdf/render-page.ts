import type { PageRaster, RasterLimits } from "#core/ports/page-renderer.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { PageRotation } from "#shared/model/document.ts";
import { loadFlattenedPage } from "./flattened-page.ts";
import { countPages, openDocument } from "./open-document.ts";
import { readPageBox } from "./page-box.ts";
import type { Pointer } from "./pdfium-exports.ts";
import type { Pdfium } from "./pdfium-module.ts";

/** FPDFBitmap_Gray (fpdfview.h): one byte a pixel. */
const GREY = 1;
/** FPDF_GRAYSCALE (fpdfview.h). */
const RENDER_GREY = 8;
const WHITE = 0xffffffff;
/** FPDF_PAGEOBJ_IMAGE (fpdf_edit.h). */
const IMAGE = 3;
/** FPDF_IMAGEOBJ_METADATA (fpdf_edit.h): width, height, horizontal and vertical dots per inch, and three more words. */
const METADATA_BYTES = 28;
/** Room for one rectangle. */
const SCRATCH_BYTES = 16;

const POINTS_PER_INCH = 72;
const PAGE_ROTATIONS: readonly PageRotation[] = [0, 90, 180, 270];
/** Pages of a file are counted by those who read it; here only the number that is asked for must exist. */
const MOST_PAGES = 2 ** 31 - 1;
/** A page with more objects is drawn, not scanned. */
const MOST_OBJECTS = 5_000;
/** A picture that covers less of the page is not the scan of it. */
const LEAST_SHARE_OF_PAGE = 0.3;

/**
 * Draws a page with the text of its stamps, form fields and typed notes, but without marks that somebody laid over it.
 *
 * @param page 1-based
 * @throws ProbativeError as `openDocument`; `import/page-count` when there is no such page; `import/corrupt` when it cannot
 *   be loaded; `import/memory` when there is no room for its raster
 */
export function renderPage(pdfium: Pdfium, path: string, page: number, limits: RasterLimits): PageRaster {
  const open = openDocument(pdfium, path);
  try {
    const count = countPages(pdfium, open, MOST_PAGES);
    if (page < 1 || page > count) throw new ProbativeError("import/page-count", `It has no page ${page}.`, { count });
    const loaded = loadFlattenedPage(pdfium, open.pointer, page - 1);
    if (loaded === 0) throw new ProbativeError("import/corrupt", `Page ${page} cannot be loaded.`);
    try {
      return drawPage(pdfium, loaded, limits);
    } finally {
      pdfium.exports.FPDF_ClosePage(loaded);
    }
  } finally {
    open.close();
  }
}

function drawPage(pdfium: Pdfium, page: Pointer, limits: RasterLimits): PageRaster {
  const { exports } = pdfium;
  const scratch = exports.malloc(SCRATCH_BYTES);
  const box = readPageBox(pdfium, page, scratch);
  exports.free(scratch);
  const rotation = PAGE_ROTATIONS[exports.FPDFPage_GetRotation(page)] ?? 0;
  const isTurned = rotation === 90 || rotation === 270;
  const boxWidth = box[2] - box[0];
  const boxHeight = box[3] - box[1];
  const resolution = chooseResolution(pdfium, page, boxWidth, boxHeight, limits);
  const scale = resolution / POINTS_PER_INCH;
  const width = Math.max(1, Math.round((isTurned ? boxHeight : boxWidth) * scale));
  const height = Math.max(1, Math.round((isTurned ? boxWidth : boxHeight) * scale));
  const bytes = exports.malloc(width * height);
  if (bytes === 0) throw new ProbativeError("import/memory");
  try {
    const bitmap = exports.FPDFBitmap_CreateEx(width, height, GREY, bytes, width);
    if (bitmap === 0) throw new ProbativeError("import/memory");
    try {
      exports.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
      exports.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, RENDER_GREY);
    } finally {
      exports.FPDFBitmap_Destroy(bitmap);
    }
    const pixels = new Uint8Array(width * height);
    pixels.set(pdfium.bytes().subarray(bytes, bytes + pixels.length));
    return { width, height, pixels, resolution, box, rotation };
  } finally {
    exports.free(bytes);
  }
}

function chooseResolution(
  pdfium: Pdfium,
  page: Pointer,
  boxWidth: number,
  boxHeight: number,
  limits: RasterLimits,
): number {
  const own = readScanResolution(pdfium, page, boxWidth * boxHeight);
  const wanted = own === undefined ? limits.usual : Math.min(Math.max(own, limits.lowest), limits.highest);
  const most = POINTS_PER_INCH * Math.sqrt(limits.pixelsAtMost / (boxWidth * boxHeight));
  return Math.min(wanted, most);
}

/** The resolution of the picture, or of the strips of one, that makes most of the page; undefined when none does. */
function readScanResolution(pdfium: Pdfium, page: Pointer, area: number): number | undefined {
  const { exports } = pdfium;
  const count = exports.FPDFPage_CountObjects(page);
  if (count > MOST_OBJECTS) return undefined;
  const metadata = exports.malloc(METADATA_BYTES);
  try {
    let covered = 0;
    let largest = 0;
    let resolution: number | undefined;
    for (let index = 0; index < count; index += 1) {
      const object = exports.FPDFPage_GetObject(page, index);
      if (exports.FPDFPageObj_GetType(object) !== IMAGE) continue;
      if (exports.FPDFImageObj_GetImageMetadata(object, page, metadata) === 0) continue;
      const view = new DataView(pdfium.bytes().buffer, metadata, METADATA_BYTES);
      const horizontal = view.getFloat32(8, true);
      const vertical = view.getFloat32(12, true);
      const own = Math.max(horizontal, vertical);
      const pixels = view.getUint32(0, true) * view.getUint32(4, true);
      if (!(horizontal > 0 && vertical > 0 && Number.isFinite(own))) continue;
      covered += (pixels / (horizontal * vertical)) * POINTS_PER_INCH ** 2;
      if (pixels > largest) {
        largest = pixels;
        resolution = own;
      }
    }
    return covered >= area * LEAST_SHARE_OF_PAGE ? resolution : undefined;
  } finally {
    exports.free(metadata);
  }
}

import type { Box } from "#shared/model/geometry.ts";
import type { Pointer } from "./pdfium-exports.ts";
import type { Pdfium } from "./pdfium-module.ts";

/** US Letter: what readers show for a page whose size is missing (PDFium and pdf.js agree). */
export const DEFAULT_BOX: Box = [0, 0, 612, 792];

/** The crop box of a page. `scratch` is 16 bytes of PDFium's memory, aligned to 4. */
export function readPageBox(pdfium: Pdfium, page: Pointer, scratch: Pointer): Box {
  if (pdfium.exports.FPDF_GetPageBoundingBox(page, scratch) === 0) return DEFAULT_BOX;
  const floats = pdfium.floats();
  const at = scratch >> 2;
  // FS_RECTF: left, top, right, bottom.
  const box: Box = [floats[at] ?? 0, floats[at + 3] ?? 0, floats[at + 2] ?? 0, floats[at + 1] ?? 0];
  return box.every(Number.isFinite) && box[2] > box[0] && box[3] > box[1] ? box : DEFAULT_BOX;
}

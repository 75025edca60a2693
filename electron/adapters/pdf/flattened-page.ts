import type { Pointer } from "./pdfium-exports.ts";
import type { Pdfium } from "./pdfium-module.ts";

/** Annotations that can show text of their own (fpdf_annot.h): typed text, stamps and form fields. */
const FREE_TEXT = 3;
const STAMP = 13;
const WIDGET = 20;

/** FLAT_NORMALDISPLAY and FLATTEN_SUCCESS (fpdf_flatten.h). */
const AS_DISPLAYED = 0;
const FLATTENED = 1;

/** A page with more annotations is read without their text: it is a drawing, or means harm. */
const MOST_ANNOTATIONS = 20_000;

function showsTextOfAnnotations(pdfium: Pdfium, page: Pointer): boolean {
  const { exports } = pdfium;
  const count = exports.FPDFPage_GetAnnotCount(page);
  if (count > MOST_ANNOTATIONS) return false;
  for (let index = 0; index < count; index += 1) {
    const annotation = exports.FPDFPage_GetAnnot(page, index);
    if (annotation === 0) continue;
    const subtype = exports.FPDFAnnot_GetSubtype(annotation);
    exports.FPDFPage_CloseAnnot(annotation);
    if (subtype === FREE_TEXT || subtype === STAMP || subtype === WIDGET) return true;
  }
  return false;
}

/**
 * Loads a page with what its form fields, stamps and typed notes show: people read it on the page, so it belongs to the
 * text. It is merged into the page in memory; the file is not touched.
 *
 * @returns the page, to be closed by the caller; 0 when it cannot be loaded
 */
export function loadFlattenedPage(pdfium: Pdfium, document: Pointer, pageIndex: number): Pointer {
  const { exports } = pdfium;
  const page = exports.FPDF_LoadPage(document, pageIndex);
  if (page === 0 || !showsTextOfAnnotations(pdfium, page)) return page;
  if (exports.FPDFPage_Flatten(page, AS_DISPLAYED) !== FLATTENED) return page;
  // PDFium has parsed the page before the merge; it parses the merged one when the page is loaded again.
  exports.FPDF_ClosePage(page);
  return exports.FPDF_LoadPage(document, pageIndex);
}

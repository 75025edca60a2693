import type { FoundAnnotation } from "#core/ports/document-reader.ts";
import type { Box } from "#shared/model/geometry.ts";
import type { Pointer } from "./pdfium-exports.ts";
import type { Pdfium } from "./pdfium-module.ts";
import { withMemory } from "./pdfium-strings.ts";
import { readRemarks } from "./read-remarks.ts";

/** Annotations that can show text of their own (fpdf_annot.h): typed text, stamps and form fields. */
const FREE_TEXT = 3;
const STAMP = 13;
const WIDGET = 20;

/** FLAT_NORMALDISPLAY and FLATTEN_SUCCESS (fpdf_flatten.h). */
const AS_DISPLAYED = 0;
const FLATTENED = 1;

/** A page with more annotations is read without their text: it is a drawing, or means harm. */
const MOST_ANNOTATIONS = 20_000;

/** A link paints nothing, and a note's window is not part of the page (fpdf_annot.h). */
const LINK = 2;
const POPUP = 16;

/** An annotation that carries a file (fpdf_annot.h). */
export const FILE_ATTACHMENT = 17;

/** What the annotations of a page mean for its text. */
interface AnnotationSurvey {
  readonly showText: boolean;
  readonly boxes: readonly Box[];
  readonly attachments: number;
}

function surveyAnnotations(pdfium: Pdfium, page: Pointer): AnnotationSurvey {
  const { exports } = pdfium;
  const count = exports.FPDFPage_GetAnnotCount(page);
  const boxes: Box[] = [];
  let showText = false;
  let attachments = 0;
  for (let index = 0; index < count && count <= MOST_ANNOTATIONS; index += 1) {
    const annotation = exports.FPDFPage_GetAnnot(page, index);
    if (annotation === 0) continue;
    const subtype = exports.FPDFAnnot_GetSubtype(annotation);
    if (subtype === FREE_TEXT || subtype === STAMP || subtype === WIDGET) showText = true;
    if (subtype === FILE_ATTACHMENT) attachments += 1;
    if (subtype !== LINK && subtype !== POPUP) boxes.push(readRectangle(pdfium, annotation));
    exports.FPDFPage_CloseAnnot(annotation);
  }
  return { showText, boxes, attachments };
}

function readRectangle(pdfium: Pdfium, annotation: Pointer): Box {
  return withMemory(pdfium, 16, (rectangle) => {
    if (pdfium.exports.FPDFAnnot_GetRect(annotation, rectangle) === 0) return [0, 0, 0, 0];
    // FS_RECTF: left, top, right, bottom.
    const [left = 0, top = 0, right = 0, bottom = 0] = pdfium.floats().subarray(rectangle >> 2, (rectangle >> 2) + 4);
    return [left, bottom, right, top];
  });
}

/** A page as it is read. */
export interface FlattenedPage {
  /** To be closed by the caller; 0 when the page cannot be loaded. */
  readonly pointer: Pointer;
  /** Boxes of what annotations paint. */
  readonly annotations: readonly Box[];
  /** Files that annotations carry. */
  readonly attachments: number;
  /** Highlights and comments among them, as they were before the page was flattened. */
  readonly remarks: readonly FoundAnnotation[];
  /** The annotations have become part of the page's content. */
  readonly isFlattened: boolean;
}

/**
 * Loads a page with what its form fields, stamps and typed notes show: people read it on the page, so it belongs to the
 * text. It is merged into the page in memory; the file is not touched.
 *
 * @returns the page, to be closed by the caller; 0 when it cannot be loaded
 */
export function loadFlattenedPage(pdfium: Pdfium, document: Pointer, pageIndex: number): Pointer {
  return loadPageForReading(pdfium, document, pageIndex, 0).pointer;
}

/**
 * As `loadFlattenedPage`, with what the annotations were.
 *
 * @param mostRemarks highlights and comments that are read
 */
export function loadPageForReading(
  pdfium: Pdfium,
  document: Pointer,
  pageIndex: number,
  mostRemarks: number,
): FlattenedPage {
  const { exports } = pdfium;
  const pointer = exports.FPDF_LoadPage(document, pageIndex);
  if (pointer === 0) return { pointer, annotations: [], attachments: 0, remarks: [], isFlattened: false };
  const { showText, boxes: annotations, attachments } = surveyAnnotations(pdfium, pointer);
  const remarks = annotations.length === 0 ? [] : readRemarks(pdfium, pointer, pageIndex + 1, mostRemarks);
  if (!showText || exports.FPDFPage_Flatten(pointer, AS_DISPLAYED) !== FLATTENED) {
    return { pointer, annotations, attachments, remarks, isFlattened: false };
  }
  // PDFium has parsed the page before the merge; it parses the merged one when the page is loaded again.
  exports.FPDF_ClosePage(pointer);
  return { pointer: exports.FPDF_LoadPage(document, pageIndex), annotations, attachments, remarks, isFlattened: true };
}

import type { HighlightAnnotation } from "#core/ports/document-annotator.ts";
import { formatPdfDate } from "./pdf-date.ts";
import type { Pointer } from "./pdfium-exports.ts";
import type { Pdfium } from "./pdfium-module.ts";
import { readString, withKey, withMemory, withText } from "./pdfium-strings.ts";
import { boundsOf } from "./update/highlight-objects.ts";

/** Numbers of PDFium's headers (fpdf_annot.h) and of the package's additions to them. */
const SUBTYPE_HIGHLIGHT = 9;
const FLAG_PRINT = 4;
const COLOR_OF_HIGHLIGHT = 0;
const BLEND_MULTIPLY = 1;
const OPAQUE = 255;

/** Bytes of a quad in PDFium: eight 32-bit floats. */
const QUAD_BYTES = 32;

/** A highlight as it is found in a page. */
export interface FoundHighlight {
  readonly author: string;
  readonly subject: string;
  readonly contents: string;
  readonly quads: readonly (readonly number[])[];
}

/** Adds a highlight to a page that PDFium has loaded. False when PDFium refuses any part of it. */
export function addHighlight(pdfium: Pdfium, page: Pointer, annotation: HighlightAnnotation): boolean {
  const { exports } = pdfium;
  const pointer = exports.EPDFPage_CreateAnnot(page, SUBTYPE_HIGHLIGHT);
  if (pointer === 0) return false;
  try {
    const isPlaced = withMemory(pdfium, QUAD_BYTES, (buffer) => {
      for (const quad of annotation.quads) {
        pdfium.floats().set(quad, buffer >> 2);
        if (exports.FPDFAnnot_AppendAttachmentPoints(pointer, buffer) === 0) return false;
      }
      const [left, bottom, right, top] = boundsOf(annotation.quads);
      pdfium.floats().set([left, top, right, bottom], buffer >> 2);
      return exports.FPDFAnnot_SetRect(pointer, buffer) !== 0;
    });
    const [red, green, blue] = annotation.color;
    return (
      isPlaced &&
      exports.EPDFAnnot_SetColor(pointer, COLOR_OF_HIGHLIGHT, red, green, blue) !== 0 &&
      exports.EPDFAnnot_SetOpacity(pointer, OPAQUE) !== 0 &&
      exports.FPDFAnnot_SetFlags(pointer, FLAG_PRINT) !== 0 &&
      stringsOf(annotation).every(([key, value]) => setString(pdfium, pointer, key, value)) &&
      exports.EPDFAnnot_GenerateAppearanceWithBlend(pointer, BLEND_MULTIPLY) !== 0
    );
  } finally {
    exports.FPDFPage_CloseAnnot(pointer);
  }
}

function setString(pdfium: Pdfium, annotation: Pointer, key: string, value: string): boolean {
  return withKey(pdfium, key, (name) =>
    withText(pdfium, value, (text) => pdfium.exports.FPDFAnnot_SetStringValue(annotation, name, text) !== 0),
  );
}

function stringsOf(annotation: HighlightAnnotation): readonly (readonly [key: string, value: string])[] {
  return [
    ["NM", annotation.name],
    ["T", annotation.author],
    ["Subj", annotation.subject],
    ["Contents", annotation.contents],
    ["CreationDate", formatPdfDate(annotation.createdAt)],
    ["M", formatPdfDate(annotation.modifiedAt)],
  ];
}

/** The highlights of a page by their name (`/NM`). */
export function readHighlights(pdfium: Pdfium, page: Pointer): ReadonlyMap<string, FoundHighlight> {
  const { exports } = pdfium;
  const found = new Map<string, FoundHighlight>();
  for (let index = 0; index < exports.FPDFPage_GetAnnotCount(page); index += 1) {
    const pointer = exports.FPDFPage_GetAnnot(page, index);
    if (pointer === 0) continue;
    const read = (key: string): string =>
      withKey(pdfium, key, (name) =>
        readString(pdfium, (buffer, length) => exports.FPDFAnnot_GetStringValue(pointer, name, buffer, length)),
      );
    if (exports.FPDFAnnot_GetSubtype(pointer) === SUBTYPE_HIGHLIGHT) {
      found.set(read("NM"), {
        author: read("T"),
        subject: read("Subj"),
        contents: read("Contents"),
        quads: readQuads(pdfium, pointer),
      });
    }
    exports.FPDFPage_CloseAnnot(pointer);
  }
  return found;
}

function readQuads(pdfium: Pdfium, annotation: Pointer): readonly (readonly number[])[] {
  return withMemory(pdfium, QUAD_BYTES, (buffer) => {
    const quads: number[][] = [];
    const count = pdfium.exports.FPDFAnnot_CountAttachmentPoints(annotation);
    for (let index = 0; index < count; index += 1) {
      pdfium.exports.FPDFAnnot_GetAttachmentPoints(annotation, index, buffer);
      quads.push([...pdfium.floats().subarray(buffer >> 2, (buffer >> 2) + QUAD_BYTES / 4)]);
    }
    return quads;
  });
}

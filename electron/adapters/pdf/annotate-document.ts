import { readFileSync } from "node:fs";
import type { HighlightAnnotation } from "#core/ports/document-annotator.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { Quad } from "#shared/model/geometry.ts";
import { createMemorySource } from "./byte-source.ts";
import { completeCrossReference } from "./cross-reference.ts";
import { joinBytes } from "./join-bytes.ts";
import { type OpenDocument, openSource } from "./open-document.ts";
import { formatPdfDate } from "./pdf-date.ts";
import type { Pointer } from "./pdfium-exports.ts";
import type { Pdfium } from "./pdfium-module.ts";
import { readString, withKey, withMemory, withText } from "./pdfium-strings.ts";
import { saveIncrementally } from "./save-copy.ts";

/** Numbers of PDFium's headers (fpdf_annot.h) and of the package's additions to them. */
const SUBTYPE_HIGHLIGHT = 9;
const FLAG_PRINT = 4;
const COLOR_OF_HIGHLIGHT = 0;
const BLEND_MULTIPLY = 1;
const OPAQUE = 255;

/** Readers look for the header in so many bytes. */
const HEADER_WINDOW = 1024;

/** Bytes of a quad in PDFium: eight 32-bit floats. */
const QUAD_BYTES = 32;
/** Coordinates are written with few decimals; a quad that is read again may differ by so many points. */
const QUAD_TOLERANCE = 0.01;

/**
 * Writes highlight annotations into a copy of a PDF. The copy is opened again and compared with the original and with what
 * was asked for before it is handed out.
 *
 * @param path absolute path of the original
 * @returns the original's bytes followed by an incremental update
 * @throws ProbativeError `document/original-missing`, `export/annotation-failed`
 */
export function annotateDocument(
  pdfium: Pdfium,
  path: string,
  annotations: readonly HighlightAnnotation[],
): Uint8Array<ArrayBuffer> {
  const original = readOriginal(path);
  const byPage = Map.groupBy(annotations, (annotation) => annotation.page);
  const document = openForAnnotation(pdfium, original);
  let copy: Uint8Array<ArrayBuffer> | null;
  let pageCount: number;
  try {
    pageCount = pdfium.exports.FPDF_GetPageCount(document.pointer);
    for (const [page, ofPage] of byPage) {
      withPage(pdfium, document.pointer, page, (pointer) => {
        for (const annotation of ofPage) addHighlight(pdfium, pointer, annotation);
      });
    }
    copy = saveIncrementally(pdfium, document.pointer);
  } finally {
    document.close();
  }
  if (copy === null) throw failed("It could not be written.");
  const annotated = joinToOriginal(original, copy);
  checkCopy(pdfium, annotated, pageCount, byPage);
  return annotated;
}

function failed(what: string, page?: number): ProbativeError {
  return new ProbativeError("export/annotation-failed", what, page === undefined ? {} : { page });
}

function readOriginal(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new ProbativeError("document/original-missing", "", {}, cause);
  }
}

function openForAnnotation(pdfium: Pdfium, original: Uint8Array): OpenDocument {
  try {
    return openSource(pdfium, createMemorySource(original));
  } catch (cause) {
    if (cause instanceof ProbativeError) throw failed("The original cannot be opened.");
    throw cause;
  }
}

/**
 * Makes of what PDFium wrote a file that begins with all bytes of the original. PDFium leaves out what stands before the
 * header; readers count offsets from the header, so these bytes can be put back.
 */
function joinToOriginal(original: Uint8Array, written: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const header = Math.max(0, Buffer.from(original.subarray(0, HEADER_WINDOW)).indexOf("%PDF-", 0, "latin1"));
  const body = original.subarray(header);
  const completed = completeCrossReference(written, body.length);
  if (completed === null) throw failed("Its cross-reference table is of an unknown kind.");
  if (Buffer.compare(completed.subarray(0, body.length), body) !== 0) {
    throw failed("The copy does not begin with the original.");
  }
  return header === 0 ? completed : joinBytes([original.subarray(0, header), completed]);
}

function withPage<Value>(pdfium: Pdfium, document: Pointer, page: number, use: (page: Pointer) => Value): Value {
  const pointer = pdfium.exports.FPDF_LoadPage(document, page - 1);
  if (pointer === 0) throw failed(`Page ${page} cannot be loaded.`, page);
  try {
    return use(pointer);
  } finally {
    pdfium.exports.FPDF_ClosePage(pointer);
  }
}

function writeFloats(pdfium: Pdfium, buffer: Pointer, values: readonly number[]): void {
  pdfium.floats().set(values, buffer >> 2);
}

function addHighlight(pdfium: Pdfium, page: Pointer, annotation: HighlightAnnotation): void {
  const { exports } = pdfium;
  const pointer = exports.EPDFPage_CreateAnnot(page, SUBTYPE_HIGHLIGHT);
  const require = (succeeded: number): void => {
    if (succeeded === 0) throw failed(`A highlight on page ${annotation.page} was refused.`, annotation.page);
  };
  require(pointer);
  try {
    withMemory(pdfium, QUAD_BYTES, (buffer) => {
      for (const quad of annotation.quads) {
        writeFloats(pdfium, buffer, quad);
        require(exports.FPDFAnnot_AppendAttachmentPoints(pointer, buffer));
      }
      writeFloats(pdfium, buffer, boundingRectangle(annotation.quads));
      require(exports.FPDFAnnot_SetRect(pointer, buffer));
    });
    const [red, green, blue] = annotation.color;
    require(exports.EPDFAnnot_SetColor(pointer, COLOR_OF_HIGHLIGHT, red, green, blue));
    require(exports.EPDFAnnot_SetOpacity(pointer, OPAQUE));
    require(exports.FPDFAnnot_SetFlags(pointer, FLAG_PRINT));
    for (const [key, value] of stringsOf(annotation)) {
      require(
        withKey(pdfium, key, (name) =>
          withText(pdfium, value, (text) => exports.FPDFAnnot_SetStringValue(pointer, name, text)),
        ),
      );
    }
    require(exports.EPDFAnnot_GenerateAppearanceWithBlend(pointer, BLEND_MULTIPLY));
  } finally {
    exports.FPDFPage_CloseAnnot(pointer);
  }
}

/** Left, top, right, bottom, as FS_RECTF has them. */
function boundingRectangle(quads: readonly Quad[]): readonly number[] {
  const x = quads.flatMap((quad) => [quad[0], quad[2], quad[4], quad[6]]);
  const y = quads.flatMap((quad) => [quad[1], quad[3], quad[5], quad[7]]);
  return [Math.min(...x), Math.max(...y), Math.max(...x), Math.min(...y)];
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

function checkCopy(
  pdfium: Pdfium,
  copy: Uint8Array,
  pageCount: number,
  byPage: ReadonlyMap<number, readonly HighlightAnnotation[]>,
): void {
  const document = openForAnnotation(pdfium, copy);
  try {
    if (pdfium.exports.FPDF_GetPageCount(document.pointer) !== pageCount) throw failed("The copy has other pages.");
    for (const [page, wanted] of byPage) {
      withPage(pdfium, document.pointer, page, (pointer) => {
        const found = readHighlights(pdfium, pointer);
        for (const annotation of wanted) {
          if (!isSame(annotation, found.get(annotation.name))) {
            throw failed(`A highlight on page ${page} is not in the copy.`, page);
          }
        }
      });
    }
  } finally {
    document.close();
  }
}

interface FoundHighlight {
  readonly author: string;
  readonly contents: string;
  readonly quads: readonly (readonly number[])[];
}

function readHighlights(pdfium: Pdfium, page: Pointer): ReadonlyMap<string, FoundHighlight> {
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
      found.set(read("NM"), { author: read("T"), contents: read("Contents"), quads: readQuads(pdfium, pointer) });
    }
    exports.FPDFPage_CloseAnnot(pointer);
  }
  return found;
}

function readQuads(pdfium: Pdfium, annotation: Pointer): readonly (readonly number[])[] {
  return withMemory(pdfium, QUAD_BYTES, (buffer) => {
    const quads: number[][] = [];
    for (let index = 0; index < pdfium.exports.FPDFAnnot_CountAttachmentPoints(annotation); index += 1) {
      pdfium.exports.FPDFAnnot_GetAttachmentPoints(annotation, index, buffer);
      quads.push([...pdfium.floats().subarray(buffer >> 2, (buffer >> 2) + 8)]);
    }
    return quads;
  });
}

function isSame(wanted: HighlightAnnotation, found: FoundHighlight | undefined): boolean {
  if (found === undefined) return false;
  if (found.author !== wanted.author.normalize("NFC") || found.contents !== wanted.contents.normalize("NFC")) {
    return false;
  }
  if (found.quads.length !== wanted.quads.length) return false;
  return wanted.quads.every((quad, index) =>
    quad.every((value, corner) => Math.abs(value - (found.quads[index]?.[corner] ?? Number.NaN)) <= QUAD_TOLERANCE),
  );
}

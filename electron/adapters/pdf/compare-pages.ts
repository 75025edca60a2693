import type { HighlightAnnotation } from "#core/ports/document-annotator.ts";
import type { Pointer } from "./pdfium-exports.ts";
import { type FoundHighlight, readHighlights } from "./pdfium-highlights.ts";
import type { Pdfium } from "./pdfium-module.ts";
import { withMemory } from "./pdfium-strings.ts";

/** Coordinates are written with few decimals; a quad that is read again may differ by so many points. */
const QUAD_TOLERANCE = 0.01;

/** What must be the same of a page in a copy: its place on the sheet, its characters, its annotations. */
export interface PageState {
  readonly box: string;
  readonly rotation: number;
  readonly characters: number;
  /** Sum over all characters in their order; not meant to resist an attacker, who wrote both files anyway. */
  readonly checksum: number;
  readonly annotations: number;
}

/** Loads a page, numbered from 1, for as long as `use` runs. Null when it cannot be loaded. */
export function withPage<Value>(
  pdfium: Pdfium,
  document: Pointer,
  page: number,
  use: (page: Pointer) => Value,
): Value | null {
  const pointer = pdfium.exports.FPDF_LoadPage(document, page - 1);
  if (pointer === 0) return null;
  try {
    return use(pointer);
  } finally {
    pdfium.exports.FPDF_ClosePage(pointer);
  }
}

/** Describes a page that PDFium has loaded. */
export function describePage(pdfium: Pdfium, page: Pointer): PageState {
  const { exports } = pdfium;
  const box = withMemory(pdfium, 16, (rectangle) => {
    exports.FPDF_GetPageBoundingBox(page, rectangle);
    return [...pdfium.floats().subarray(rectangle >> 2, (rectangle >> 2) + 4)].map((edge) => edge.toFixed(1)).join(" ");
  });
  let characters = 0;
  let checksum = 0;
  const text = exports.FPDFText_LoadPage(page);
  if (text !== 0) {
    characters = exports.FPDFText_CountChars(text);
    for (let index = 0; index < characters; index += 1) {
      checksum = (Math.imul(checksum, 31) + exports.FPDFText_GetUnicode(text, index)) | 0;
    }
    exports.FPDFText_ClosePage(text);
  }
  const rotation = exports.FPDFPage_GetRotation(page);
  return { box, rotation, characters, checksum, annotations: exports.FPDFPage_GetAnnotCount(page) };
}

/** True when `copy` is the page `original` with as many more annotations as were added. */
export function isSamePage(original: PageState | null, copy: PageState | null, added: number): boolean {
  if (original === null || copy === null) return original === copy;
  return (
    original.box === copy.box &&
    original.rotation === copy.rotation &&
    original.characters === copy.characters &&
    original.checksum === copy.checksum &&
    original.annotations + added === copy.annotations
  );
}

/** True when all highlights stand in a page as they were asked for. */
export function holdsHighlights(pdfium: Pdfium, page: Pointer, wanted: readonly HighlightAnnotation[]): boolean {
  const found = readHighlights(pdfium, page);
  return wanted.every((annotation) => isSameHighlight(annotation, found.get(annotation.name.normalize("NFC"))));
}

function isSameHighlight(wanted: HighlightAnnotation, found: FoundHighlight | undefined): boolean {
  return (
    found !== undefined &&
    found.author === wanted.author.normalize("NFC") &&
    found.subject === wanted.subject.normalize("NFC") &&
    found.contents === wanted.contents.normalize("NFC") &&
    found.quads.length === wanted.quads.length &&
    wanted.quads.every((quad, index) =>
      quad.every((value, corner) => Math.abs(value - (found.quads[index]?.[corner] ?? Number.NaN)) <= QUAD_TOLERANCE),
    )
  );
}

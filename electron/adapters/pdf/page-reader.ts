import type { ExtractedPage } from "#core/ports/document-reader.ts";
import type { PageRotation } from "#shared/model/document.ts";
import type { Box } from "#shared/model/geometry.ts";
import { collectGlyphs } from "./collect-glyphs.ts";
import { readPageLabel } from "./document-facts.ts";
import { loadFlattenedPage } from "./flattened-page.ts";
import { createGlyphs } from "./glyphs.ts";
import { type Lines, splitIntoLines } from "./lines.ts";
import { composePageText } from "./page-text.ts";
import type { Pointer } from "./pdfium-exports.ts";
import type { Pdfium } from "./pdfium-module.ts";
import { createRuns } from "./runs.ts";

/** US Letter: what readers show for a page whose size is missing (PDFium and pdf.js agree). */
const DEFAULT_BOX: Box = [0, 0, 612, 792];

const PAGE_ROTATIONS: readonly PageRotation[] = [0, 90, 180, 270];

/** A page, and whether it could be loaded at all. */
export interface PageOutcome {
  readonly page: ExtractedPage;
  readonly isDamaged: boolean;
}

/** Reads pages with the memory of those before, which is why it is made once. */
export type PageReader = (document: Pointer, pageIndex: number) => PageOutcome;

/** Makes a reader of pages. */
export function createPageReader(pdfium: Pdfium): PageReader {
  const { exports } = pdfium;
  const glyphs = createGlyphs(8192);
  const lines: Lines = { units: createGlyphs(8192), starts: [] };
  const runs = createRuns();
  const scratch = exports.malloc(32);

  function readBox(page: Pointer): Box {
    if (exports.FPDF_GetPageBoundingBox(page, scratch) === 0) return DEFAULT_BOX;
    const floats = pdfium.floats();
    const at = scratch >> 2;
    // FS_RECTF: left, top, right, bottom.
    const box: Box = [floats[at] ?? 0, floats[at + 3] ?? 0, floats[at + 2] ?? 0, floats[at + 1] ?? 0];
    return box.every(Number.isFinite) && box[2] > box[0] && box[3] > box[1] ? box : DEFAULT_BOX;
  }

  function readText(page: Pointer, box: Box): Pick<ExtractedPage, "text" | "geometry"> {
    const text = exports.FPDFText_LoadPage(page);
    glyphs.count = 0;
    if (text !== 0) {
      try {
        collectGlyphs(pdfium, text, box, scratch, glyphs);
      } finally {
        exports.FPDFText_ClosePage(text);
      }
    }
    splitIntoLines(glyphs, lines);
    return composePageText(lines, runs);
  }

  return (document, pageIndex) => {
    const number = pageIndex + 1;
    const label = readPageLabel(pdfium, document, pageIndex);
    const page = loadFlattenedPage(pdfium, document, pageIndex);
    if (page === 0) {
      glyphs.count = 0;
      splitIntoLines(glyphs, lines);
      const nothing = composePageText(lines, runs);
      return { page: { page: number, label, box: DEFAULT_BOX, rotation: 0, ...nothing }, isDamaged: true };
    }
    try {
      const box = readBox(page);
      const rotation = PAGE_ROTATIONS[exports.FPDFPage_GetRotation(page)] ?? 0;
      return { page: { page: number, label, box, rotation, ...readText(page, box) }, isDamaged: false };
    } finally {
      exports.FPDF_ClosePage(page);
    }
  };
}

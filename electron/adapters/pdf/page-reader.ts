import type { ExtractedPage, FoundAnnotation } from "#core/ports/document-reader.ts";
import type { PageRotation } from "#shared/model/document.ts";
import type { Box } from "#shared/model/geometry.ts";
import type { HiddenRegion } from "#shared/model/page-state.ts";
import { decodeRuns } from "#shared/text/geometry-codec.ts";
import { understandPage } from "#shared/text/understand-page.ts";
import { collectGlyphs } from "./collect-glyphs.ts";
import { orderColumns } from "./columns/order-columns.ts";
import { readPageLabel } from "./document-facts.ts";
import { type FlattenedPage, loadPageForReading } from "./flattened-page.ts";
import { createGlyphs } from "./glyphs.ts";
import { findHiddenText } from "./hidden/find-hidden-text.ts";
import { type PageSurvey, shareOf, surveyPage } from "./hidden/page-survey.ts";
import { type Lines, splitIntoLines } from "./lines.ts";
import { DEFAULT_BOX, readPageBox } from "./page-box.ts";
import { composePageText } from "./page-text.ts";
import type { Pointer } from "./pdfium-exports.ts";
import type { Pdfium } from "./pdfium-module.ts";
import { createRuns } from "./runs.ts";

const PAGE_ROTATIONS: readonly PageRotation[] = [0, 90, 180, 270];

/** A page, and whether it could be loaded at all. */
export interface PageOutcome {
  readonly page: ExtractedPage;
  readonly isDamaged: boolean;
  /** Files that its annotations carry. */
  readonly attachments: number;
  /** Highlights and comments on it. */
  readonly remarks: readonly FoundAnnotation[];
}

/** Reads pages with the memory of those before, which is why it is made once. */
export type PageReader = (
  document: Pointer,
  pageIndex: number,
  revealed: readonly Box[],
  mostRemarks: number,
) => PageOutcome;

/** Makes a reader of pages. */
export function createPageReader(pdfium: Pdfium): PageReader {
  const { exports } = pdfium;
  const glyphs = createGlyphs(8192);
  const lines: Lines = { units: createGlyphs(8192), starts: [] };
  const runs = createRuns();
  const scratch = exports.malloc(32);

  /** Reads the characters of a page into `glyphs`, without those that are hidden. */
  function readGlyphs(
    page: FlattenedPage,
    box: Box,
    survey: PageSurvey,
    revealed: readonly Box[],
  ): readonly HiddenRegion[] {
    glyphs.count = 0;
    const text = exports.FPDFText_LoadPage(page.pointer);
    if (text === 0) return [];
    try {
      const rotation = exports.FPDFPage_GetRotation(page.pointer);
      const hidden = findHiddenText(pdfium, { page, text, box, rotation, survey, revealed }, scratch);
      collectGlyphs(pdfium, text, box, hidden?.isHidden ?? null, scratch, glyphs);
      return hidden?.regions ?? [];
    } finally {
      exports.FPDFText_ClosePage(text);
    }
  }

  /** Composes what is in `glyphs`, and reads what the text says about the page. */
  function composePage(
    place: Pick<ExtractedPage, "page" | "label" | "box" | "rotation">,
    hidden: readonly HiddenRegion[],
    pictured: number,
  ): ExtractedPage {
    splitIntoLines(glyphs, lines);
    const { text, geometry } = composePageText(orderColumns(lines), runs);
    const { box, rotation } = place;
    const understood = understandPage({ text, geometry: () => decodeRuns(geometry), box, rotation, pictured });
    return { ...place, text, geometry, hidden, pictured, ...understood };
  }

  return (document, pageIndex, revealed, mostRemarks) => {
    const number = pageIndex + 1;
    const label = readPageLabel(pdfium, document, pageIndex);
    const page = loadPageForReading(pdfium, document, pageIndex, mostRemarks);
    if (page.pointer === 0) {
      glyphs.count = 0;
      const place = { page: number, label, box: DEFAULT_BOX, rotation: 0 } as const;
      return { page: composePage(place, [], 0), isDamaged: true, attachments: 0, remarks: [] };
    }
    try {
      const box = readPageBox(pdfium, page.pointer, scratch);
      const rotation = PAGE_ROTATIONS[exports.FPDFPage_GetRotation(page.pointer)] ?? 0;
      const survey = surveyPage(pdfium, page.pointer, scratch);
      const hidden = readGlyphs(page, box, survey, revealed);
      const pictured = shareOf(
        box,
        survey.images.map((image) => image.box),
      );
      const place = { page: number, label, box, rotation };
      const { attachments, remarks } = page;
      return { page: composePage(place, hidden, pictured), isDamaged: false, attachments, remarks };
    } finally {
      exports.FPDF_ClosePage(page.pointer);
    }
  };
}

import type { BriefDetail } from "#shared/model/brief.ts";
import { composeBrief } from "./compose-brief.ts";
import { drawPages } from "./draw-pages.ts";
import { collectBytes, openPdf } from "./open-pdf.ts";
import { paginate } from "./paginate.ts";
import { createPrintableText } from "./printable-text.ts";
import { PAGE } from "./styles.ts";
import { embedTypefaces, type FaceFiles } from "./typefaces.ts";

/**
 * Sets a brief and writes it as a PDF: the same brief, moment and faces give the same bytes.
 *
 * @param printedAt ISO 8601, UTC
 */
export async function printBrief(brief: BriefDetail, printedAt: string, faceFiles: FaceFiles): Promise<Uint8Array> {
  const document = openPdf(brief.title, new Date(printedAt));
  const bytes = collectBytes(document);
  const typefaces = embedTypefaces(document, faceFiles);
  const setting = { measure: typefaces.measure, printable: createPrintableText(typefaces.hasGlyph) };
  const pages = paginate(composeBrief(brief, printedAt, setting), PAGE.height - 2 * PAGE.margin);
  drawPages(document, typefaces, pages);
  document.end();
  return bytes;
}

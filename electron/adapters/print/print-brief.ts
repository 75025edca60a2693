import PDFDocument from "pdfkit";
import type { BriefDetail } from "#shared/model/brief.ts";
import { composeBrief } from "./compose-brief.ts";
import { drawPages } from "./draw-pages.ts";
import { paginate } from "./paginate.ts";
import { createPrintableText } from "./printable-text.ts";
import { PAGE } from "./styles.ts";
import { embedTypefaces, type FaceFiles, type PdfDocument } from "./typefaces.ts";

/**
 * Sets a brief and writes it as a PDF: the same brief, moment and faces give the same bytes.
 *
 * @param printedAt ISO 8601, UTC
 */
export async function printBrief(brief: BriefDetail, printedAt: string, faceFiles: FaceFiles): Promise<Uint8Array> {
  const document = openDocument(brief.title, new Date(printedAt));
  const bytes = collectBytes(document);
  const typefaces = embedTypefaces(document, faceFiles);
  const setting = { measure: typefaces.measure, printable: createPrintableText(typefaces.hasGlyph) };
  const pages = paginate(composeBrief(brief, printedAt, setting), PAGE.height - 2 * PAGE.margin);
  drawPages(document, typefaces, pages);
  document.end();
  return bytes;
}

function openDocument(title: string, printedAt: Date): PdfDocument {
  return new PDFDocument({
    size: [PAGE.width, PAGE.height],
    // Lines are placed one by one; a margin of pdfkit's own would start pages by itself.
    margin: 0,
    autoFirstPage: false,
    pdfVersion: "1.7",
    tagged: true,
    lang: "en-US",
    displayTitle: true,
    info: { Title: title, Creator: "Probative", Producer: "Probative", CreationDate: printedAt, ModDate: printedAt },
  });
}

function collectBytes(document: PdfDocument): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    document.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    document.on("end", () => resolve(Buffer.concat(chunks)));
    document.on("error", reject);
  });
}

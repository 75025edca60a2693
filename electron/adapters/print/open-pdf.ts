import PDFDocument from "pdfkit";
import { PAGE } from "./styles.ts";
import type { PdfDocument } from "./typefaces.ts";

/** A tagged document without pages, on US Letter, without scripts, encryption and attachments. */
export function openPdf(title: string, printedAt: Date): PdfDocument {
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

/** The bytes of a document, once it was ended. */
export function collectBytes(document: PdfDocument): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    document.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    document.on("end", () => resolve(Buffer.concat(chunks)));
    document.on("error", reject);
  });
}

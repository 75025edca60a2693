import PDFDocument from "pdfkit";
import type { ConversionNotice } from "#shared/model/format.ts";
import type { Rendition } from "../rendition.ts";
import type { Measure } from "./break-lines.ts";
import { createCanvas } from "./canvas.ts";
import { embedFaces, type FaceFiles, type PdfDocument, readFaceFiles } from "./faces.ts";
import { fillPages } from "./fill-pages.ts";
import { layOutBlocks, textWidth } from "./layout-blocks.ts";
import { createComments } from "./layout-text.ts";
import { createPictures } from "./pictures.ts";
import { createPrintableCharacters } from "./printable-characters.ts";

/** Pages of one rendition. Beyond that nobody reads, and every page costs time in all that follows. */
const MOST_PAGES = 5_000;

/** What typesetting needs to know besides the content. */
export interface TypesetOptions {
  /** Called for each page and each block: typesetting can take minutes. */
  progress?(): void;
  /** Pages after which the rest is cut, with a notice; 5,000 by default. */
  readonly maxPages?: number;
}

/** A rendition as a file. */
export interface TypesetRendition {
  readonly pdf: Uint8Array;
  readonly pages: number;
  readonly notices: readonly ConversionNotice[];
}

let faceFiles: Promise<FaceFiles> | undefined;

/**
 * Sets a rendition in Noto Sans on US Letter and writes it as a PDF: the same rendition gives the same bytes. Text is
 * set character by character, so that what is read back from the pages is what was given (NFC; see `styleSpans` for the
 * marks that are added). Headings become the outline. The file has no links, no scripts and no attachments.
 */
export async function typesetRendition(rendition: Rendition, options: TypesetOptions = {}): Promise<TypesetRendition> {
  faceFiles ??= readFaceFiles();
  const files = await faceFiles;
  const progress = (): void => options.progress?.();
  const document = openDocument(rendition.title);
  const bytes = collectBytes(document);
  const faces = embedFaces(document, files);
  const printable = createPrintableCharacters((codePoint) => faces.hasGlyph(codePoint));
  const pictures = createPictures(document);
  let picturesLost = 0;

  const measure: Measure = (text, style) => {
    let width = 0;
    for (let at = 0; at < text.length; at += 1) {
      const codePoint = text.codePointAt(at) ?? 0;
      if (codePoint > 0xffff) at += 1;
      width += faces.glyph(codePoint, style.face).width;
    }
    return (width * style.size) / 1000;
  };
  const setting = {
    measure,
    printable,
    comments: createComments(),
    progress,
    embed(image: Uint8Array) {
      const picture = pictures.embed(image);
      if (picture === null) picturesLost += 1;
      return picture;
    },
  };

  const place = { width: textWidth(false), depth: 0, isLandscape: false };
  const maxPages = options.maxPages ?? MOST_PAGES;
  const flows = layOutBlocks(rendition.blocks, place, setting);
  const { pages, isCut } = fillPages(flows, document, createCanvas(document, faces), { maxPages, progress });
  document.end();

  const notices: ConversionNotice[] = [...printable.notices()];
  if (picturesLost > 0)
    notices.push({ kind: "content-not-shown", detail: `Pictures that could not be shown: ${picturesLost}.` });
  if (isCut)
    notices.push({
      kind: "cut-at-limit",
      detail: `The rendition was cut after ${maxPages} pages; the rest is not shown.`,
    });
  return { pdf: await bytes, pages, notices };
}

/** pdfkit makes the file's ID from a date and the title; the bytes must not depend on when they were made. */
const NO_DATE = new Date(0);

function openDocument(title: string | null): PdfDocument {
  const document = new PDFDocument({
    // Lines are placed one by one; a margin of pdfkit's own would start pages by itself.
    margin: 0,
    autoFirstPage: false,
    // None: it would read the metrics of its own Helvetica for each document.
    font: "",
    // With a newer version come XMP metadata, and these want a date; nothing else of it is needed here.
    pdfVersion: "1.3",
    info: {
      ...(title === null ? {} : { Title: title }),
      Creator: "Probative",
      Producer: "Probative",
      CreationDate: NO_DATE,
    },
  });
  // pdfkit needs a date while it writes, but the file must not claim one that is not true.
  Object.defineProperty(document.info, "CreationDate", { value: NO_DATE, enumerable: false });
  return document;
}

function collectBytes(document: PdfDocument): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    document.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    document.on("end", () => resolve(new Uint8Array(Buffer.concat(chunks))));
    document.on("error", reject);
  });
}

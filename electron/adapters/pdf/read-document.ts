import type { ExtractedDocument, ExtractedPage, FoundAnnotation, ReadRequest } from "#core/ports/document-reader.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import { countEmbeddedFiles } from "./attachments.ts";
import { readMetadata, readOutline } from "./document-facts.ts";
import { countPages, openDocument } from "./open-document.ts";
import type { PageReader } from "./page-reader.ts";
import type { Pdfium } from "./pdfium-module.ts";

/** A batch is sent when it holds so many pages, or so many bytes of text and geometry. */
const BATCH_PAGES = 32;
const BATCH_BYTES = 512 * 1024;

/** Highlights and comments that are read of one document; nobody made more by hand. */
const MOST_REMARKS = 10_000;

/** Receives what is read while it is read. */
export interface ReadListener {
  onPage(): void;
  /** Takes pages whose geometry lies in `buffer`, which may be transferred. */
  onBatch(pages: readonly ExtractedPage[], buffer: ArrayBuffer): Promise<void>;
}

/**
 * Reads a whole document, page by page.
 *
 * @returns what is known besides the pages, and the numbers of pages that could not be loaded
 * @throws ProbativeError as `openDocument` and `countPages`; `import/corrupt` when not one page can be loaded
 */
export async function readDocument(
  pdfium: Pdfium,
  readPage: PageReader,
  request: ReadRequest,
  listener: ReadListener,
): Promise<{ readonly document: ExtractedDocument; readonly damagedPages: readonly number[] }> {
  const open = openDocument(pdfium, request.path);
  try {
    const pageCount = countPages(pdfium, open, request.maxPages);
    const metadata = readMetadata(pdfium, open.pointer);
    const outline = readOutline(pdfium, open.pointer, pageCount);
    const damagedPages: number[] = [];
    const annotations: FoundAnnotation[] = [];
    let carried = countEmbeddedFiles(pdfium, open.pointer);
    let batch: ExtractedPage[] = [];
    let batchBytes = 0;
    for (let index = 0; index < pageCount; index += 1) {
      const revealed = request.revealed.filter((place) => place.page === index + 1).map((place) => place.box);
      const mostRemarks = MOST_REMARKS - annotations.length;
      const { page, isDamaged, attachments, remarks } = readPage(open.pointer, index, revealed, mostRemarks);
      for (const remark of remarks) annotations.push(remark);
      if (isDamaged) damagedPages.push(page.page);
      carried += attachments;
      batch.push(page);
      batchBytes += page.geometry.length + page.text.length;
      listener.onPage();
      const isWorthSending = batch.length >= BATCH_PAGES || batchBytes >= BATCH_BYTES;
      // Nothing is handed over until one page was good: a file without any is refused as a whole.
      if (isWorthSending && damagedPages.length <= index) {
        await sendBatch(batch, listener);
        batch = [];
        batchBytes = 0;
      }
    }
    if (damagedPages.length === pageCount)
      throw new ProbativeError("import/corrupt", "None of its pages can be loaded.");
    if (batch.length > 0) await sendBatch(batch, listener);
    return { document: { pageCount, metadata, outline, attachments: carried, annotations }, damagedPages };
  } finally {
    open.close();
  }
}

/** Puts the geometry of all pages into one buffer: one transfer costs as much as one page would. */
async function sendBatch(pages: readonly ExtractedPage[], listener: ReadListener): Promise<void> {
  const buffer = new ArrayBuffer(pages.reduce((sum, page) => sum + page.geometry.length, 0));
  let offset = 0;
  const packed = pages.map((page) => {
    const geometry = new Uint8Array(buffer, offset, page.geometry.length);
    geometry.set(page.geometry);
    offset += page.geometry.length;
    return { ...page, geometry };
  });
  await listener.onBatch(packed, buffer);
}

import type { DocumentId } from "#shared/base/ids.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { CasePorts } from "../backend-context.ts";
import { pagesPath } from "../library/pages-path.ts";
import { requireDocument } from "../library/require-document.ts";
import { refreshFields } from "../ocr/refresh-fields.ts";
import { anchorPassages } from "../passages/anchor-passages.ts";
import type { ExtractedPage } from "../ports/document-reader.ts";
import type { CatalogueDocument } from "../ports/document-store.ts";
import type { RecognisedPageLayer } from "../ports/search-index.ts";
import { revealedRegions } from "../redactions/list-redactions.ts";
import { makeRendition } from "./ensure-rendition.ts";
import { describeDamage, type PagesReading, readPages } from "./read-document.ts";
import type { PagedFile } from "./read-file.ts";

/** What reading a document anew came to. */
export interface Reread {
  readonly pages: number;
  readonly pagesWithoutText: number;
  /** What people should know: pages that could not be read, passages that could not be found again. */
  readonly message: string | null;
}

/** A document read anew, not yet written anywhere. */
interface FreshReading extends PagesReading {
  readonly texts: readonly ExtractedPage[];
  /** What its conversion told; null when its pages stood ready. */
  readonly converted: PagedFile | null;
}

async function readFresh(
  ports: CasePorts,
  document: CatalogueDocument,
  paged: PagedFile | null,
  signal: AbortSignal,
  onProgress: () => void,
): Promise<FreshReading> {
  const path = paged?.path ?? (await pagesPath(ports, document));
  const texts: ExtractedPage[] = [];
  const reading = await readPages(
    ports.reader,
    { path, revealed: revealedRegions(ports, document.documentId) },
    (pages) => {
      texts.push(...pages);
      onProgress();
    },
    signal,
  );
  return { ...reading, texts, converted: paged };
}

/** Reads the pages of a document; a rendition that is missing or damaged is made anew. */
async function readAgain(
  ports: CasePorts,
  document: CatalogueDocument,
  signal: AbortSignal,
  onProgress: () => void,
): Promise<FreshReading> {
  if (document.format === "pdf") return readFresh(ports, document, null, signal, onProgress);
  if (await ports.vault.hasRendition(document.sha256)) {
    try {
      return await readFresh(ports, document, null, signal, onProgress);
    } catch (thrown) {
      const isDamaged = thrown instanceof ProbativeError && thrown.code === "import/corrupt";
      if (!isDamaged) throw thrown;
    }
  }
  return readFresh(ports, document, await makeRendition(ports, document, signal), signal, onProgress);
}

/**
 * What was recognised holds while the page's own text is the same; then the layer that was in use is in use again. Returns
 * how many pages have recognised text.
 */
function carryOver(
  ports: CasePorts,
  documentId: DocumentId,
  recognised: readonly RecognisedPageLayer[],
  texts: readonly ExtractedPage[],
): number {
  const byPage = new Map(texts.map((text) => [text.page, text]));
  let carried = 0;
  for (const { page, layer, inUse, ownText } of recognised) {
    const fresh = byPage.get(page);
    if (fresh === undefined || fresh.text !== ownText) continue;
    ports.index.setRecognised(documentId, page, layer);
    if (!inUse) ports.index.useLayer(documentId, page, "text-layer", () => fresh);
    carried += 1;
  }
  return carried;
}

/**
 * Puts the new pages into the place of the old ones at once, durable: there is no moment at which neither can be found.
 * Returns how many pages have recognised text.
 */
function replacePages(ports: CasePorts, documentId: DocumentId, { texts }: FreshReading): number {
  const { index } = ports;
  const recognised = index.recognisedPages(documentId);
  const isOff = index.pageInfos(documentId).some((info) => info.ocr === "off");
  try {
    index.beginDocument(documentId);
    index.addPages(documentId, texts, isOff ? "off" : "waiting");
    const carried = carryOver(ports, documentId, recognised, texts);
    index.finishDocument(documentId);
    index.commit();
    return carried;
  } catch (thrown) {
    index.rollback();
    throw thrown;
  }
}

function updateCatalogue(ports: CasePorts, document: CatalogueDocument, reading: FreshReading): void {
  const { documentId, fileName } = document;
  const { format, headers, notices } = reading.converted ?? document;
  // A rendition says nothing about the file that it shows.
  const metadata = document.format === "pdf" ? reading.metadata : (reading.converted?.metadata ?? document.metadata);
  ports.documents.updateReading(documentId, {
    pages: reading.pageCount,
    pagesWithoutText: reading.pagesWithoutText,
    metadata,
    outline: reading.outline,
    detected: reading.proposeFields({ fileName, format, metadata, headers }),
    headers,
    notices,
  });
}

/**
 * Reads a document anew from its original: text, geometry, what its pages say, with hidden text as it was decided. OCR text
 * of pages whose own text is the same is kept, and so is all that was entered by hand; passages are anchored again. The old
 * text stays in use until the new one is whole, and when reading fails. All pages of the document are in memory meanwhile.
 *
 * @param alsoWrite more to be written in the same transaction
 * @throws ProbativeError `document/not-found`, `document/original-missing`, as `DocumentReader.read` and
 *   `DocumentConverter.convert`, `export/no-space`
 */
export async function rereadDocument(
  ports: CasePorts,
  documentId: DocumentId,
  signal: AbortSignal,
  onProgress: () => void = () => {},
  alsoWrite: (reread: Reread) => void = () => {},
): Promise<Reread> {
  const reading = await readAgain(ports, requireDocument(ports, documentId), signal, onProgress);
  const recognised = replacePages(ports, documentId, reading);
  // What was entered while the file was read is in the catalogue by now.
  const document = requireDocument(ports, documentId);
  const reread = ports.jobs.transact(() => {
    updateCatalogue(ports, document, reading);
    // Recognised pages say more than the layer that was just read.
    if (recognised > 0) refreshFields(ports, documentId);
    const orphaned = anchorPassages(ports, documentId, null).length;
    const lost = orphaned === 0 ? null : `${orphaned} of its passages could not be found again.`;
    const parts = [describeDamage(reading.damagedPages), lost].filter((part) => part !== null);
    const { pages, pagesWithoutText } = requireDocument(ports, documentId);
    const result = { pages, pagesWithoutText, message: parts.length === 0 ? null : parts.join(" ") };
    ports.journal.append({
      action: "document-reread",
      subject: documentId,
      sha256: document.sha256,
      detail: { pages, orphaned },
    });
    alsoWrite(result);
    return result;
  });
  ports.publish({ kind: "changed", areas: ["documents", "passages", "ocr", "redactions", "journal"] });
  return reread;
}

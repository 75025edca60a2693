import type { DocumentId } from "#shared/base/ids.ts";
import type { CasePorts } from "../backend-context.ts";
import type { ExtractedDocument, ExtractedPage } from "../ports/document-reader.ts";

/** Pages that a PDF may claim (safety, H3). */
export const MAX_PAGES = 20_000;

/** What reading a file gave, with its pages in the index, not yet committed. */
export interface DocumentReading extends ExtractedDocument {
  readonly pagesWithoutText: number;
  readonly damagedPages: readonly number[];
}

/**
 * Reads a file into the index under a document's identifier. When it fails, the index holds nothing of it.
 *
 * @throws ProbativeError as `DocumentReader.read`
 */
export async function readDocument(
  ports: Pick<CasePorts, "reader" | "index">,
  documentId: DocumentId,
  path: string,
  signal: AbortSignal,
  onPages: (count: number) => void,
): Promise<DocumentReading> {
  ports.index.beginDocument(documentId);
  let pagesWithoutText = 0;
  const takePages = (pages: readonly ExtractedPage[]) => {
    ports.index.addPages(documentId, pages);
    pagesWithoutText += pages.filter((page) => page.text === "").length;
    onPages(pages.length);
  };
  try {
    const extracted = await ports.reader.read({ path, maxPages: MAX_PAGES }, takePages, signal);
    return { ...extracted, pagesWithoutText };
  } catch (thrown) {
    ports.index.discardDocument(documentId);
    throw thrown;
  }
}

/** Says in words which pages of a document that opened could not be read; null when all could. */
export function describeDamage(damagedPages: readonly number[]): string | null {
  const [first, ...others] = damagedPages;
  if (first === undefined) return null;
  const shown = [first, ...others.slice(0, 9)].join(", ");
  const more = others.length > 9 ? ` and ${others.length - 9} more` : "";
  return others.length === 0 ? `Page ${first} could not be read.` : `Pages ${shown}${more} could not be read.`;
}

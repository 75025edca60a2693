import type { DocumentFields } from "#shared/model/detection.ts";
import { createFieldCollector, type FileForFields } from "#shared/text/propose-fields.ts";
import type { DocumentReader, ExtractedDocument, ExtractedPage, RevealedRegion } from "../ports/document-reader.ts";

/** Pages that a PDF may claim (safety, H3). */
export const MAX_PAGES = 20_000;

/** What reading the pages of a file gave; the pages themselves were handed on. */
export interface PagesReading extends ExtractedDocument {
  /** Pages whose text is empty, or not good enough to be searched. */
  readonly pagesWithoutText: number;
  readonly damagedPages: readonly number[];
  /** What the pages propose as the document's fields. */
  proposeFields(file: FileForFields): DocumentFields;
}

/** A file of pages: a PDF, or the rendition of something else. */
export interface PagesSource {
  /** Absolute path. */
  readonly path: string;
  /** Hidden text that somebody decided to read. */
  readonly revealed: readonly RevealedRegion[];
}

/** Whether a page says something that can be searched, as its file brought it. */
function hasGoodText(page: Pick<ExtractedPage, "text" | "textState">): boolean {
  return page.textState === "good" && page.text.trim() !== "";
}

/**
 * Reads the pages of a file and hands them on, batch by batch.
 *
 * @throws ProbativeError as `DocumentReader.read`; and what `onPages` throws
 */
export async function readPages(
  reader: DocumentReader,
  source: PagesSource,
  onPages: (pages: readonly ExtractedPage[]) => void,
  signal: AbortSignal,
): Promise<PagesReading> {
  const collector = createFieldCollector();
  let pagesWithoutText = 0;
  const takePages = (pages: readonly ExtractedPage[]) => {
    for (const page of pages) {
      if (!hasGoodText(page)) pagesWithoutText += 1;
      collector.add(page);
    }
    onPages(pages);
  };
  const extracted = await reader.read({ ...source, maxPages: MAX_PAGES }, takePages, signal);
  return { ...extracted, pagesWithoutText, proposeFields: (file) => collector.finish(file) };
}

/** Says in words which pages of a document that opened could not be read; null when all could. */
export function describeDamage(damagedPages: readonly number[]): string | null {
  const [first, ...others] = damagedPages;
  if (first === undefined) return null;
  const shown = [first, ...others.slice(0, 9)].join(", ");
  const more = others.length > 9 ? ` and ${others.length - 9} more` : "";
  return others.length === 0 ? `Page ${first} could not be read.` : `Pages ${shown}${more} could not be read.`;
}

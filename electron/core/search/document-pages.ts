import type { DocumentId } from "#shared/base/ids.ts";
import type { CasePorts } from "../backend-context.ts";
import type { ShownPage } from "../ports/search-index.ts";
import type { PageBodies } from "../ports/word-index.ts";
import type { ReadablePage } from "./evaluate/evaluation.ts";

/** Pages of one document, each read once. For one answer: what it keeps grows old. */
export interface DocumentPages {
  /** Reads pages together: asking for each of them costs nothing afterwards. */
  prepare(pages: readonly number[]): void;
  /** A page, from 1; without any text when the document has none such. */
  page(page: number): ShownPage;
  /** The same for the places of its words. */
  readable(page: number): ReadablePage;
}

/** @param bodies of the document's pages; asked for when the first is to be readable */
export function openDocumentPages(
  { index }: Pick<CasePorts, "index">,
  documentId: DocumentId,
  bodies: () => PageBodies,
): DocumentPages {
  const held = new Map<number, ShownPage>();
  let known: PageBodies | null = null;

  function prepare(pages: readonly number[]): void {
    const missing = pages.filter((page) => !held.has(page));
    if (missing.length === 0) return;
    for (const page of index.shownPages(documentId, missing)) held.set(page.page, page);
    for (const page of missing) if (!held.has(page)) held.set(page, withoutText(page));
  }

  function pageAt(page: number): ShownPage {
    prepare([page]);
    return held.get(page) ?? withoutText(page);
  }

  return {
    prepare,
    page: pageAt,
    readable: (page) => {
      const { text, detections } = pageAt(page);
      known ??= bodies();
      return { text, detections, body: bodyOf(text, known, page) };
    },
  };
}

function withoutText(page: number): ShownPage {
  return { page, text: "", label: null, detections: [], runsTouching: () => [] };
}

/** What lies between running headers and footers of a page. */
export function bodyOf(text: string, { starts, tails }: PageBodies, page: number): ReadablePage["body"] {
  // The text of a long document under OCR may be newer than its words: an edge never lies outside of it.
  const end = Math.max(0, text.length - (tails[page - 1] ?? 0));
  return { start: Math.min(starts[page - 1] ?? 0, end), end };
}

import type { DocumentId } from "#shared/base/ids.ts";
import type { SearchIndex } from "../ports/search-index.ts";

/**
 * The index with the last page kept: for thousands of passages that come page by page, each of which asks for its page
 * several times. What it keeps grows old: for one piece of work that nothing interrupts, or that checks what it wrote.
 */
export function rememberPage(index: SearchIndex): SearchIndex {
  function last<Value>(read: (documentId: DocumentId, page: number) => Value) {
    let kept: { readonly documentId: DocumentId; readonly page: number; readonly value: Value } | null = null;
    return (documentId: DocumentId, page: number): Value => {
      if (kept?.documentId !== documentId || kept.page !== page) {
        kept = { documentId, page, value: read(documentId, page) };
      }
      return kept.value;
    };
  }
  return {
    ...index,
    pageText: last(index.pageText),
    pageRuns: last(index.pageRuns),
    pageInfo: last(index.pageInfo),
  };
}

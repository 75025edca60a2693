import type { CasePorts } from "#core/backend-context.ts";

/** What a case holds of each document, without what depends on the order and the moment of reading. */
export function contentOf(ports: CasePorts) {
  return ports.documents
    .list()
    .map(({ documentId, sha256, bytes, pages, pagesWithoutText, title }) => ({
      sha256,
      bytes,
      pages,
      pagesWithoutText,
      title,
      texts: Array.from({ length: pages }, (_, at) => ports.index.pageText(documentId, at + 1)),
      runs: Array.from({ length: pages }, (_, at) => ports.index.pageRuns(documentId, at + 1).length),
      isIndexed: ports.index.documentIds().has(documentId),
    }))
    .toSorted((one, other) => (one.sha256 < other.sha256 ? -1 : 1));
}

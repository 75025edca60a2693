import type { CasePorts } from "#core/backend-context.ts";

/** What a case holds of each document, without what depends on the order and the moment of reading. */
export function contentOf(ports: CasePorts) {
  const documents = ports.documents.list();
  const hashes = new Map(documents.map(({ documentId, sha256 }) => [documentId, sha256]));
  return documents
    .map(({ documentId, sha256, bytes, pages, pagesWithoutText, title, format, fields, thread }) => ({
      sha256,
      bytes,
      pages,
      pagesWithoutText,
      title,
      format,
      fields,
      thread,
      children: ports.documents
        .family(documentId)
        .filter((link) => link.parent === documentId)
        .map(({ child, position, name }) => ({ sha256: hashes.get(child), position, name })),
      texts: Array.from({ length: pages }, (_, at) => ports.index.pageText(documentId, at + 1)),
      runs: Array.from({ length: pages }, (_, at) => ports.index.pageRuns(documentId, at + 1).length),
      pageInfos: ports.index.pageInfos(documentId),
      isIndexed: ports.index.documentIds().has(documentId),
    }))
    .toSorted((one, other) => (one.sha256 < other.sha256 ? -1 : 1));
}

import type { CasePorts } from "../backend-context.ts";

/**
 * Removes pages of documents that the catalogue does not know: the index is written first, and what comes between (a
 * crash, a full disk) leaves pages without a document.
 */
export function removeStrays(ports: Pick<CasePorts, "documents" | "index">): void {
  const known = new Set(ports.documents.list().map((document) => document.documentId));
  const strays = [...ports.index.documentIds()].filter((documentId) => !known.has(documentId));
  for (const documentId of strays) ports.index.discardDocument(documentId);
  if (strays.length > 0) ports.index.commit();
}

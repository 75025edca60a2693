import type { DocumentId } from "#shared/base/ids.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { DocumentDetail, DocumentSummary } from "#shared/model/document.ts";
import type { CasePorts } from "../backend-context.ts";
import type { CatalogueDocument } from "../ports/document-store.ts";

/** @throws ProbativeError `document/not-found` */
export function requireDocument(ports: Pick<CasePorts, "documents">, documentId: DocumentId): CatalogueDocument {
  const document = ports.documents.find(documentId);
  if (document === null) throw new ProbativeError("document/not-found", documentId, { document: documentId });
  return document;
}

/** A document with its pages. */
export function showDocument(ports: Pick<CasePorts, "documents" | "index">, documentId: DocumentId): DocumentDetail {
  return { ...requireDocument(ports, documentId), pageInfos: ports.index.pageInfos(documentId) };
}

/**
 * Gives a document another title or short name, as one step that can be undone.
 *
 * @throws ProbativeError `document/name-taken`: citations could no longer tell the documents apart
 */
export function updateDocument(
  ports: CasePorts,
  documentId: DocumentId,
  change: { readonly title?: string | undefined; readonly shortName?: string | undefined },
): DocumentSummary {
  const document = requireDocument(ports, documentId);
  const title = change.title ?? document.title;
  const shortName = change.shortName ?? document.shortName;
  if (shortName !== document.shortName && ports.documents.shortNames().has(shortName)) {
    throw new ProbativeError("document/name-taken", shortName, { shortName });
  }
  ports.edits.perform("Rename document", () => {
    ports.documents.rename(documentId, title, shortName);
  });
  ports.publish({ kind: "changed", areas: ["documents", "passages", "briefs", "edits"] });
  const { metadata: _metadata, outline: _outline, ...summary } = requireDocument(ports, documentId);
  return summary;
}

import type { DocumentId } from "#shared/base/ids.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { CasePorts } from "../backend-context.ts";
import type { CatalogueDocument } from "../ports/document-store.ts";

/** @throws ProbativeError `document/not-found` */
export function requireDocument(ports: Pick<CasePorts, "documents">, documentId: DocumentId): CatalogueDocument {
  const document = ports.documents.find(documentId);
  if (document === null) throw new ProbativeError("document/not-found", documentId, { document: documentId });
  return document;
}

import type { DocumentId } from "#shared/base/ids.ts";
import type { DuplicateCluster } from "#shared/model/sameness.ts";
import { findNearDuplicates } from "#shared/text/near-duplicates.ts";
import type { CasePorts } from "../backend-context.ts";
import { requireDocument } from "../library/require-document.ts";

/**
 * Documents that repeat each other, by the words of their pages without stamps. Identical files never get this far: the
 * second one is a duplicate in the import account.
 *
 * @param documentId only clusters with this document; null for all
 * @throws ProbativeError `document/not-found`
 */
export function listDuplicates(
  ports: Pick<CasePorts, "documents" | "index">,
  documentId: DocumentId | null,
): readonly DuplicateCluster[] {
  if (documentId !== null) requireDocument(ports, documentId);
  const dates = new Map(ports.documents.list().map((document) => [document.documentId, document.fields.date]));
  const signed = [...ports.index.signatures()].map(({ documentId: id, pages }) => ({
    documentId: id,
    date: dates.get(id) ?? null,
    pages,
  }));
  const clusters = findNearDuplicates(signed);
  return documentId === null ? clusters : clusters.filter((cluster) => cluster.documents.includes(documentId));
}

import type { DocumentId } from "#shared/base/ids.ts";
import type { BatesSeries } from "#shared/model/bates.ts";
import { type PlacedBates, summariseBates } from "#shared/text/bates-series.ts";
import type { CasePorts } from "../backend-context.ts";
import { requireDocument } from "../library/require-document.ts";

type BatesPorts = Pick<CasePorts, "documents" | "index">;

function* batesOf(ports: BatesPorts, documentIds: Iterable<DocumentId>): Generator<PlacedBates> {
  for (const documentId of documentIds) {
    for (const { page, detections } of ports.index.documentDetections(documentId)) {
      for (const { value } of detections) if (value.kind === "bates") yield { documentId, page, value };
    }
  }
}

/**
 * Bates numbers by prefix, with ranges, gaps and duplicates over the whole case.
 *
 * @param documentId only series in which this document has a number; null for all
 * @throws ProbativeError `document/not-found`
 */
export function listBates(ports: BatesPorts, documentId: DocumentId | null): readonly BatesSeries[] {
  if (documentId !== null) requireDocument(ports, documentId);
  // Only documents that were found to bear numbers: most of a case has none, and their pages need not be walked.
  const bearing = ports.documents.list().filter(({ fields }) => fields.batesBegin !== null);
  const series = summariseBates(
    batesOf(
      ports,
      bearing.map((document) => document.documentId),
    ),
  );
  if (documentId === null) return series;
  return series.filter(({ documents }) => documents.some((entry) => entry.documentId === documentId));
}

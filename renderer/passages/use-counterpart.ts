import type { DocumentId } from "#shared/base/ids.ts";
import type { DocumentSummary } from "#shared/model/document.ts";
import type { DuplicateCluster } from "#shared/model/sameness.ts";
import { useCallQuery } from "../client/use-query-call.ts";

/**
 * The document on the other side of a split when it says the same as this one: a near-duplicate, a version, a part, or
 * its translation. Null when it is something else, or there is none.
 */
export function useCounterpart(detail: DocumentSummary, beside: DocumentId | null): DocumentId | null {
  const isOther = beside !== null && beside !== detail.documentId;
  const clusters = useCallQuery("duplicates.list", { document: detail.documentId }, { enabled: isOther }).data
    ?.clusters;
  const other = useCallQuery("documents.list", { documents: beside === null ? [] : [beside] }, { enabled: isOther })
    .data?.documents[0];
  if (!isOther) return null;
  const isPair = areRepeats(clusters ?? [], detail.documentId, beside);
  return isPair || (other !== undefined && mayBeTranslation(detail, other)) ? beside : null;
}

/** True for two documents that repeat each other, as a whole or in part. */
export function areRepeats(clusters: readonly DuplicateCluster[], one: DocumentId, other: DocumentId): boolean {
  return clusters.some(({ pairs }) =>
    pairs.some(({ first, second }) => (first === one && second === other) || (first === other && second === one)),
  );
}

/**
 * True for two documents in different languages that go by the same number, came out of one file, or are of one kind and
 * about one length.
 */
export function mayBeTranslation(
  one: Pick<DocumentSummary, "fields" | "pages" | "parents">,
  other: Pick<DocumentSummary, "fields" | "pages" | "parents">,
): boolean {
  const { fields } = one;
  if (fields.language === null || other.fields.language === null) return false;
  if (fields.language === other.fields.language) return false;
  const hasSameNumber = fields.noteNumber !== null && fields.noteNumber === other.fields.noteNumber;
  const isOfOneFile = one.parents.some((parent) => other.parents.includes(parent));
  const isAlike = fields.kind === other.fields.kind && Math.abs(one.pages - other.pages) <= 1 + 0.15 * one.pages;
  return hasSameNumber || isOfOneFile || isAlike;
}

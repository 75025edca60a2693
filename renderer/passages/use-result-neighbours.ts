import type { DocumentId } from "#shared/base/ids.ts";
import type { SearchTrail } from "../app/navigation.ts";
import { useCallQuery } from "../client/use-query-call.ts";

/** A document of a result, by its place there (from 0). */
export interface RankedDocument {
  readonly documentId: DocumentId;
  readonly rank: number;
}

/** What stands before and after a document in the result that it was opened from. */
export interface ResultNeighbours {
  readonly previous: RankedDocument | null;
  readonly next: RankedDocument | null;
  /** Place of the document, from 0; null when it was not opened from a list of results. */
  readonly rank: number | null;
  /** Documents of the result; null until that is known. */
  readonly documents: number | null;
  /** They are being asked for. */
  readonly pending: boolean;
}

/** Asks for the neighbours of a document in the result that it was opened from. */
export function useResultNeighbours(trail: SearchTrail | null, documentId: DocumentId): ResultNeighbours {
  const rank = trail?.rank ?? null;
  const offset = Math.max(0, (rank ?? 0) - 1);
  const { data, isLoading } = useCallQuery(
    "search.query",
    { ...(trail?.search ?? { query: "-" }), sort: trail?.sort, limit: 3, offset, pagesEach: 0 },
    { enabled: rank !== null },
  );
  if (rank === null || data === undefined) {
    return { previous: null, next: null, rank, documents: null, pending: isLoading };
  }
  const around = data.groups.map((group, index) => ({ documentId: group.documentId, rank: offset + index }));
  return { ...neighboursOf(around, documentId, rank), documents: data.documents, pending: false };
}

/**
 * The documents before and after one. The result may have changed since it was opened: where the document stands now
 * counts, and its old place only when it is not among those around it any more.
 */
export function neighboursOf(
  around: readonly RankedDocument[],
  documentId: DocumentId,
  rank: number,
): Pick<ResultNeighbours, "previous" | "next" | "rank"> {
  const at = around.find((item) => item.documentId === documentId)?.rank ?? rank;
  const others = around.filter((item) => item.documentId !== documentId);
  return {
    previous: others.findLast((item) => item.rank < at) ?? null,
    next: others.find((item) => item.rank > at) ?? null,
    rank: at,
  };
}

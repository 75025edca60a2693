import { useQuery } from "@tanstack/react-query";
import type { DocumentId } from "#shared/base/ids.ts";
import { SEARCH_LIMIT_MAX } from "#shared/contract/search-procedures.ts";
import type { SearchRequest, SearchResultPage } from "#shared/model/search.ts";
import type { Transport } from "../client/transport.ts";
import { useClient } from "../client/use-client.ts";
import { requestKey } from "./search-request.ts";

/** Pages with hits of one document, ascending; null until they have come, or when `request` is null. */
export function useDocumentHits(
  request: SearchRequest | null,
  documentId: DocumentId | null,
): readonly SearchResultPage[] | null {
  const { transport } = useClient();
  const call = useQuery({
    ...documentHitsQuery(transport, request, documentId),
    enabled: request !== null && documentId !== null,
  });
  return call.data ?? null;
}

/** How the hits of a document are asked for and kept, for those who need them outside of a component's drawing. */
export function documentHitsQuery(transport: Transport, request: SearchRequest | null, documentId: DocumentId | null) {
  return {
    queryKey: ["search.hits", { key: request === null ? null : requestKey(request), documentId }],
    queryFn: () =>
      request === null || documentId === null ? Promise.resolve([]) : readAllHits(transport, request, documentId),
  };
}

/** All pages with hits, portion by portion: a document may have more than one answer holds. */
async function readAllHits(
  transport: Transport,
  request: SearchRequest,
  document: DocumentId,
): Promise<readonly SearchResultPage[]> {
  const pages: SearchResultPage[] = [];
  for (;;) {
    const from = (pages.at(-1)?.page ?? 0) + 1;
    const answer = await transport.call("search.hits", { ...request, document, from, limit: SEARCH_LIMIT_MAX });
    pages.push(...answer.pages);
    const last = answer.pages.at(-1)?.page;
    if (last === undefined || last >= (answer.matchingPages.at(-1) ?? 0)) return pages;
  }
}

import type { Pace } from "#core/search/evaluate/evaluation.ts";
import type { SearchPorts } from "#core/search/search-context.ts";
import { type DocumentSearch, searchDocuments } from "#core/search/search-documents.ts";
import { type SearchAnswer, searchRequestSchema } from "#shared/model/search.ts";

/** Works without a break. */
export const BREATHLESS: Pace = { breathe: () => null };

/** Searches a case as the command line does when it is told nothing else, with all documents. */
export function searchText(
  ports: SearchPorts,
  query: string,
  options: Partial<DocumentSearch> = {},
): Promise<SearchAnswer> {
  const request = searchRequestSchema.parse({ query });
  const shown = { sort: "relevance", limit: 1000, offset: 0, pagesEach: 3, facets: false } as const;
  return searchDocuments(ports, { ...request, ...shown, ...options }, BREATHLESS);
}

import type { DocumentId } from "#shared/base/ids.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { SearchAnswer, SearchGroup, SearchResultPage } from "#shared/model/search.ts";
import { quadsForRange } from "#shared/text/geometry.ts";
import { parseQuery, type QueryNode } from "#shared/text/query.ts";
import { makeSnippet } from "#shared/text/snippet.ts";
import type { CasePorts } from "../backend-context.ts";
import { requireDocument } from "../library/require-document.ts";
import type { RankedPage } from "../ports/search-index.ts";
import { hitsOn, keepConfident } from "./confident-hits.ts";

/**
 * Pages of one document in the first round of a result: enough to judge it, few enough that one long document does not
 * fill the list.
 */
const PAGES_PER_DOCUMENT = 3;

/** What to search. */
export interface SearchRequest {
  readonly query: string;
  readonly limit: number;
  readonly offset: number;
  readonly document?: DocumentId | undefined;
  /** Leave out hits in words of which OCR was not sure. */
  readonly confident: boolean;
}

/**
 * Searches all pages, or those of one document.
 *
 * Counts are exact and cover everything. Documents come in the order of their best page; `results` holds first up to
 * three best pages of each document, then, while `limit` allows, the others. Within one document (when it is given)
 * pages come in their order.
 *
 * @throws ProbativeError `search/syntax` with the offset in the query, `document/not-found`
 */
export function searchPages(ports: Pick<CasePorts, "documents" | "index">, request: SearchRequest): SearchAnswer {
  const startedAt = performance.now();
  const query = requireQuery(request.query);
  const documentId = request.document ?? null;
  if (documentId !== null) requireDocument(ports, documentId);
  const matching = ports.index.match(query, documentId);
  const counted = request.confident ? keepConfident(ports, query, matching) : matching;
  const byDocument = Map.groupBy(counted, (page) => page.documentId);
  const ranked = [...byDocument]
    // After a failed write the index may hold pages that no document of the catalogue stands for.
    .filter(([id]) => ports.documents.names(id) !== null)
    .map(([, pages]) => pages)
    .sort((one, other) => bestRank(one) - bestRank(other));
  const order = documentId === null ? orderByDocument(ranked) : ranked.flat();
  const shown = order.slice(request.offset, request.offset + request.limit);

  const results = sortIntoGroups(shown, ranked).map((page): SearchResultPage => {
    const title = ports.documents.names(page.documentId)?.title ?? "";
    return showPage(ports, query, page, title, request.confident);
  });
  const shownDocuments = new Set(results.map((result) => result.documentId));
  const groups = ranked
    .filter((group) => group[0] !== undefined && shownDocuments.has(group[0].documentId))
    .map((group): SearchGroup => {
      const id = (group[0] as RankedPage).documentId;
      const document = ports.documents.names(id);
      return {
        documentId: id,
        title: document?.title ?? "",
        shortName: document?.shortName ?? "",
        matchingPages: group.map((page) => page.page),
        totalPages: document?.pages ?? 0,
        hits: countHits(group),
      };
    });
  return {
    documents: ranked.length,
    pages: ranked.reduce((sum, pages) => sum + pages.length, 0),
    hits: ranked.reduce((sum, pages) => sum + countHits(pages), 0),
    groups,
    results,
    tookMs: Math.round((performance.now() - startedAt) * 10) / 10,
  };
}

function requireQuery(source: string): QueryNode {
  const parsed = parseQuery(source);
  if (parsed.kind === "ok") return parsed.value;
  throw new ProbativeError("search/syntax", parsed.failure.message, { offset: parsed.failure.offset });
}

function countHits(pages: readonly RankedPage[]): number {
  return pages.reduce((sum, page) => sum + page.hits, 0);
}

function bestRank(pages: readonly RankedPage[]): number {
  return pages.reduce((best, page) => Math.min(best, page.rank), Number.POSITIVE_INFINITY);
}

function orderByDocument(ranked: readonly (readonly RankedPage[])[]): readonly RankedPage[] {
  const byRank = ranked.map((pages) => pages.toSorted((one, other) => one.rank - other.rank));
  return [
    ...byRank.flatMap((pages) => pages.slice(0, PAGES_PER_DOCUMENT)),
    ...byRank.flatMap((pages) => pages.slice(PAGES_PER_DOCUMENT)),
  ];
}

/** Brings the pages of each document together again, documents in order of rank and pages in their own. */
function sortIntoGroups(
  shown: readonly RankedPage[],
  ranked: readonly (readonly RankedPage[])[],
): readonly RankedPage[] {
  const place = new Map(ranked.map((pages, index) => [pages[0]?.documentId, index]));
  return shown.toSorted(
    (one, other) => (place.get(one.documentId) ?? 0) - (place.get(other.documentId) ?? 0) || one.page - other.page,
  );
}

function showPage(
  ports: Pick<CasePorts, "index">,
  query: QueryNode,
  page: RankedPage,
  title: string,
  confident: boolean,
): SearchResultPage {
  const text = ports.index.pageText(page.documentId, page.page) ?? "";
  const runs = ports.index.pageRuns(page.documentId, page.page);
  const places = hitsOn(ports, query, page, confident);
  const { snippet, marks } = makeSnippet(text, places);
  return {
    documentId: page.documentId,
    title,
    page: page.page,
    label: ports.index.pageLabel(page.documentId, page.page),
    snippet,
    snippetMarks: marks,
    hits: places.map((hit) => ({ ...hit, quads: quadsForRange(runs, hit.start, hit.end) })),
  };
}

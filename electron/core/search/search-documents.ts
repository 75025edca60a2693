import type { SearchAnswer, SearchRequest, SearchSort } from "#shared/model/search.ts";
import { boostScores } from "./boost-scores.ts";
import type { Incomplete, Pace } from "./evaluate/evaluation.ts";
import { BRIEF_EXPLANATION } from "./explain-search.ts";
import { matchSearch, type SearchMatches } from "./match-search.ts";
import { firstInOrder, type Orderable } from "./order-results.ts";
import { explainPrepared, type PreparedSearch, prepareSearch } from "./prepare-search.ts";
import { type SearchContext, type SearchPorts, searchContextOf } from "./search-context.ts";
import { countFacets } from "./search-facets.ts";
import { type ShownDocument, showGroups } from "./show-groups.ts";

/** A search, and which part of its result is to be shown. */
export interface DocumentSearch extends SearchRequest {
  readonly sort: SearchSort;
  /** Documents to return. */
  readonly limit: number;
  /** Documents to skip. */
  readonly offset: number;
  /** Best pages of each document. */
  readonly pagesEach: number;
  readonly facets: boolean;
}

/**
 * Searches all documents. Counts are exact and cover everything; pages and snippets are made for those documents only that
 * are shown.
 *
 * @throws ProbativeError `search/syntax`, `search/too-broad`, `search/cancelled`
 */
export async function searchDocuments(ports: SearchPorts, request: DocumentSearch, pace: Pace): Promise<SearchAnswer> {
  const startedAt = performance.now();
  const answer = await answerSearch(searchContextOf(ports), request, pace);
  return { ...answer, tookMs: Math.round((performance.now() - startedAt) * 10) / 10 };
}

async function answerSearch(
  context: SearchContext,
  request: DocumentSearch,
  pace: Pace,
): Promise<Omit<SearchAnswer, "tookMs">> {
  const search = prepareSearch(context.ports, request);
  const matches = await matchSearch(context, search, pace);
  const { matched, places } = matches;
  const shown = chooseDocuments(context, search, matches, request);
  const groups = await showGroups(context, search, shown, request.pagesEach, pace);
  return {
    documents: places.length,
    pages: sum(places, matched.pages),
    hits: sum(places, matched.hits),
    groups,
    facets: request.facets ? facetsOf(context, search, matches) : null,
    explanation: explainPrepared(context.ports, search, BRIEF_EXPLANATION),
    incomplete: describeIncomplete(matched.incomplete),
  };
}

function sum(places: Int32Array, values: Uint32Array): number {
  let total = 0;
  for (let index = 0; index < places.length; index += 1) total += values[places[index] ?? 0] ?? 0;
  return total;
}

function facetsOf({ catalogue }: SearchContext, { filters }: PreparedSearch, matches: SearchMatches) {
  const { rows, failed, fields } = matches;
  const known = !rows.includes(-1);
  return countFacets(catalogue, {
    rows: known ? rows : rows.filter((row) => row >= 0),
    failed: known ? failed : failed.filter((_, place) => (rows[place] ?? -1) >= 0),
    fields,
    chosen: new Set(filters.map((filter) => filter.source)),
  });
}

function chooseDocuments(
  { catalogue }: SearchContext,
  search: PreparedSearch,
  { matched, rows, places }: SearchMatches,
  { sort, offset, limit }: DocumentSearch,
): readonly ShownDocument[] {
  const all = places.length === rows.length;
  const own: Orderable & { readonly scores: Float64Array } = {
    rows: all ? rows : Int32Array.from(places, (place) => rows[place] ?? -1),
    hits: all ? matched.hits : Uint32Array.from(places, (place) => matched.hits[place] ?? 0),
    scores: all ? matched.scores : Float64Array.from(places, (place) => matched.scores[place] ?? 0),
  };
  const { node } = search.resolved;
  // Every score decides on the order by relevance; on any other order none does.
  const scores = sort === "relevance" ? boostScores(catalogue, node, own.rows, own.scores) : own.scores;
  const count = Math.min(offset + limit, places.length);
  const shown = firstInOrder({ ...own, scores }, catalogue.rows(), sort, count).slice(offset);
  const shownRows = Int32Array.from(shown, (index) => own.rows[index] ?? -1);
  const shownScores = Float64Array.from(shown, (index) => own.scores[index] ?? 0);
  const boosted = boostScores(catalogue, node, shownRows, shownScores);
  return shown.map((index, at) => ({
    row: own.rows[index] ?? -1,
    hits: own.hits[index] ?? 0,
    score: boosted[at] ?? 0,
  }));
}

function describeIncomplete(incomplete: Incomplete | null): SearchAnswer["incomplete"] {
  if (incomplete === null) return null;
  const { pagesDone, pagesInAll } = incomplete;
  const figures = `${pagesDone.toLocaleString("en")} of ${pagesInAll.toLocaleString("en")} pages`;
  const message = `A regular expression ran out of time: it looked at ${figures}. There may be more documents and hits.`;
  return { message, pagesDone, pagesInAll };
}

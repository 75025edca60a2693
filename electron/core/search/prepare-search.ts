import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { SearchExplanation, SearchRequest } from "#shared/model/search.ts";
import { parseQuery } from "#shared/text/query/parse-query.ts";
import type { ParsedQuery } from "#shared/text/query/query-node.ts";
import type { CasePorts } from "../backend-context.ts";
import { type ExplanationExtent, explainSearch, FULL_EXPLANATION } from "./explain-search.ts";
import { type ResolvedQuery, resolveQuery } from "./resolve-query.ts";
import { readFilters, type SearchFilter } from "./search-filters.ts";

type PreparingPorts = Pick<CasePorts, "index" | "synonyms">;

/** A search that was read, with its words looked up. */
export interface PreparedSearch {
  readonly source: string;
  readonly parsed: ParsedQuery;
  readonly resolved: ResolvedQuery;
  readonly filters: readonly SearchFilter[];
  /** Leaves out hits in words that OCR was not sure of. */
  readonly confident: boolean;
}

/**
 * Reads a search and looks up its words.
 *
 * @throws ProbativeError `search/syntax` with the offset in the search, or with the filter that is none; `search/too-broad`
 *   with the offset of the word
 */
export function prepareSearch(ports: PreparingPorts, request: SearchRequest): PreparedSearch {
  const { query: source, stemming, synonyms, without, confident } = request;
  const parsed = parseQuery(source);
  if (parsed.kind === "failure") {
    throw new ProbativeError("search/syntax", parsed.failure.message, { offset: parsed.failure.offset });
  }
  const filters = readFilters(request.filters);
  const groups = synonyms ? ports.synonyms.list() : [];
  const options = { stemming, synonyms, without, groups };
  const resolved = resolveQuery(ports.index.words, source, parsed.value.node, options);
  return { source, parsed: parsed.value, resolved, filters, confident };
}

/** Says how a prepared search was read. */
export function explainPrepared(
  ports: PreparingPorts,
  { source, parsed, resolved }: PreparedSearch,
  extent: ExplanationExtent,
): SearchExplanation {
  return explainSearch(ports.index.words, source, parsed, resolved, extent);
}

/**
 * Says how a search is read, without making it.
 *
 * @throws ProbativeError `search/syntax`, `search/too-broad`
 */
export function explainRequest(ports: PreparingPorts, request: SearchRequest): SearchExplanation {
  return explainPrepared(ports, prepareSearch(ports, request), FULL_EXPLANATION);
}

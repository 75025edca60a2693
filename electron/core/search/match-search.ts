import { ProbativeError } from "#shared/errors/probative-error.ts";
import { evaluate } from "./evaluate/evaluate.ts";
import type { EvaluationOptions, MatchedDocuments, Pace } from "./evaluate/evaluation.ts";
import type { PreparedSearch } from "./prepare-search.ts";
import type { SearchCatalogue } from "./search-catalogue.ts";
import type { SearchContext } from "./search-context.ts";
import { groupFilters } from "./search-filters.ts";

/** Documents that match a search, with what filters say of them. Parallel arrays, ascending by number. */
export interface SearchMatches {
  readonly matched: MatchedDocuments;
  /** Rows of the catalogue; -1 for what the index holds and the catalogue does not know. */
  readonly rows: Int32Array;
  /** Which groups of filters each fails: a bit each. */
  readonly failed: Uint32Array;
  /** Fields of the groups, by bit. */
  readonly fields: readonly string[];
  /** Places of those that are in the result. */
  readonly places: Int32Array;
}

/** Attempts to work on an index that changes meanwhile before the last one, which lets nothing else work. */
const ATTEMPTS = 5;

/** Work that takes longer than this is a regular expression's, and would not get done if it were begun again and again. */
const LONG_WORK_MS = 2000;

const BREATHLESS: Pace = { breathe: () => null };

/** How a prepared search is evaluated. */
export function evaluationOptions({ doubtful }: SearchContext, search: PreparedSearch, pace: Pace): EvaluationOptions {
  return { pace, confident: search.confident ? doubtful : undefined };
}

/**
 * Runs work that reads the index in slices, again when the index became another one meanwhile: then numbers of documents may
 * mean others. The last attempt hands over to nobody.
 */
export async function whileUnchanged<Result>(
  { ports }: SearchContext,
  pace: Pace,
  work: (pace: Pace) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    const generation = ports.index.words.generation();
    const startedAt = performance.now();
    const isLast = attempt >= ATTEMPTS;
    const isOver = () => isLast || performance.now() - startedAt > LONG_WORK_MS;
    const isSame = () => isOver() || ports.index.words.generation() === generation;
    try {
      const result = await work(isLast ? BREATHLESS : pace);
      if (isSame()) return result;
    } catch (thrown) {
      // A document that has another number, or none, makes anything fail; what ends the search is named.
      if (isSame() || thrown instanceof ProbativeError) throw thrown;
    }
    await pace.breathe();
  }
}

/**
 * Finds the documents of a search, and what its filters leave of them.
 *
 * @throws ProbativeError `search/cancelled`, `search/syntax` for a regular expression that is none
 */
export async function matchSearch(context: SearchContext, search: PreparedSearch, pace: Pace): Promise<SearchMatches> {
  const { catalogue, sources } = context;
  await catalogue.refresh(pace);
  // Numbers in the answer are of the index as it is then, and nobody else works until they are rows.
  const matched = await evaluate(search.resolved.node, sources, evaluationOptions(context, search, pace));
  let rows = rowsOf(matched, catalogue);
  if (rows.includes(-1)) {
    // A document that was imported while the search was evaluated.
    await catalogue.refresh(BREATHLESS);
    rows = rowsOf(matched, catalogue);
  }
  const groups = groupFilters(search.filters, { catalogue, field: sources.field });
  const failed = new Uint32Array(rows.length);
  for (const [bit, { passes }] of groups.entries()) {
    for (let place = 0; place < rows.length; place += 1) {
      if (!passes(rows[place] ?? -1)) failed[place] = (failed[place] ?? 0) | (1 << bit);
    }
  }
  return {
    matched,
    rows,
    failed,
    fields: groups.map((group) => group.field),
    places: placesPassing(rows, failed),
  };
}

/** Places of documents that the catalogue knows and that fail no filter. */
function placesPassing(rows: Int32Array, failed: Uint32Array): Int32Array {
  const places = new Int32Array(rows.length);
  let count = 0;
  for (let place = 0; place < rows.length; place += 1) {
    if ((rows[place] ?? -1) < 0 || failed[place] !== 0) continue;
    places[count] = place;
    count += 1;
  }
  return places.subarray(0, count);
}

function rowsOf({ numbers }: MatchedDocuments, catalogue: SearchCatalogue): Int32Array {
  const rowsByNumber = catalogue.rowsByNumber();
  const rows = new Int32Array(numbers.length);
  for (let place = 0; place < rows.length; place += 1) rows[place] = rowsByNumber[numbers[place] ?? -1] ?? -1;
  return rows;
}

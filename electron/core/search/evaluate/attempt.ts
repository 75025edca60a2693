import type { TermPlaces } from "#core/ports/word-index.ts";
import type { EvaluationSources } from "./evaluation.ts";
import { meet } from "./meet-numbers.ts";
import { add, addAll, createSet, type NumberSet } from "./number-set.ts";
import type { PatternRuns } from "./pattern-runs.ts";
import type { WordUnion } from "./word-union.ts";

/** One reading of the index from begin to end, during which its generation stays the same. */
export interface Attempt {
  readonly sources: EvaluationSources;
  /** One more than the highest number of a document. */
  readonly limit: number;
  /** The only documents that are asked about, ascending; null for all. */
  readonly within: Int32Array | null;
  /** As `Pace.breathe`; throws `IndexChanged` when the index is another one afterwards. */
  readonly breathe: () => Promise<void> | null;
  /** To be called after any other waiting: throws `IndexChanged` when the index is another one by now. */
  readonly requireSame: () => void;
  readonly patterns: PatternRuns;
  /** Where a term stands, looked up once. */
  readonly places: (term: string) => TermPlaces | null;
  /** Pages of a document. */
  readonly pagesOf: (number: number) => number;
}

/** The numbers of documents have changed: what was found so far is worth nothing. */
export class IndexChanged extends Error {}

/** Where each of the terms stands, each term once. */
export function openTerms(terms: readonly { readonly term: string }[], attempt: Attempt): readonly TermPlaces[] {
  return [...new Set(terms.map(({ term }) => term))].flatMap((term) => attempt.places(term) ?? []);
}

/** Documents with any of the terms; only those that are asked about where these are few. */
export function documentsOf(union: WordUnion, { limit, within }: Attempt): NumberSet {
  const set = createSet(limit);
  for (const { numbers } of union.lists) {
    if (within === null || within.length * 12 > numbers.length) addAll(set, numbers);
    else {
      const { right, count } = meet(numbers, within);
      for (let index = 0; index < count; index += 1) add(set, within[right[index] ?? 0] ?? 0);
    }
  }
  return set;
}

import type { ResolvedNode } from "#shared/text/query/resolved-query.ts";
import type { Attempt } from "./attempt.ts";
import { buildParts, evaluatePart } from "./build-parts.ts";
import { countConfidentHits } from "./confident-hits.ts";
import { countHits, type HitCounts } from "./count-hits.ts";
import type { EvaluationOptions, EvaluationSources, MatchedDocuments } from "./evaluation.ts";
import { type ActiveSource, activeSources, positiveAtoms } from "./hit-sources.ts";
import { addAll, createSet, listSet, type NumberSet } from "./number-set.ts";
import { runAttempts } from "./run-attempts.ts";
import { scoreDocuments } from "./score-documents.ts";

/**
 * Evaluates a search: which documents match, how many hits each has on how many pages, and how well it fits.
 *
 * @throws ProbativeError `search/cancelled`; `search/syntax` for a regular expression that is none
 */
export function evaluate(
  node: ResolvedNode,
  sources: EvaluationSources,
  options: EvaluationOptions,
): Promise<MatchedDocuments> {
  return runAttempts(sources, options, async (attempt) => {
    const part = buildParts(node, attempt);
    const numbers = listSet(await evaluatePart(part, documentsAskedAbout(attempt)));
    const active = activeSources(part);
    const counts = await countHits(active, numbers, attempt);
    const leaves = positiveAtoms(part).flatMap((atom) => atom.leafCounts());
    const { words } = sources;
    const scores = scoreDocuments(numbers, leaves, words.lengths(), words.documents());
    const matched = { numbers, ...counts, scores, incomplete: attempt.patterns.incomplete };
    return options.confident === undefined ? matched : keepConfident(matched, active, attempt, options.confident);
  });
}

/** Documents that a search is about: all numbers there are, unless it was narrowed. */
export function documentsAskedAbout({ limit, within }: Attempt): NumberSet {
  const set = createSet(limit);
  if (within === null) set.fill(0xffffffff);
  else addAll(set, within);
  return set;
}

async function keepConfident(
  matched: MatchedDocuments,
  active: readonly ActiveSource[],
  attempt: Attempt,
  doubtful: NonNullable<EvaluationOptions["confident"]>,
): Promise<MatchedDocuments> {
  const confident: HitCounts = await countConfidentHits(matched, active, attempt, doubtful);
  const kept: number[] = [];
  matched.numbers.forEach((_, rank) => {
    if (matched.hits[rank] === 0 || (confident.hits[rank] ?? 0) > 0) kept.push(rank);
  });
  return {
    numbers: Int32Array.from(kept, (rank) => matched.numbers[rank] ?? 0),
    hits: Uint32Array.from(kept, (rank) => confident.hits[rank] ?? 0),
    pages: Uint32Array.from(kept, (rank) => confident.pages[rank] ?? 0),
    scores: Float64Array.from(kept, (rank) => matched.scores[rank] ?? 0),
    incomplete: matched.incomplete,
  };
}

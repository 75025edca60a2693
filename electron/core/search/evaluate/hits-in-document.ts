import type { ResolvedNode } from "#shared/text/query/resolved-query.ts";
import { buildParts, evaluatePart } from "./build-parts.ts";
import { documentsAskedAbout } from "./evaluate.ts";
import type { DocumentHit, EvaluationOptions, EvaluationSources } from "./evaluation.ts";
import { HitGatherer } from "./gather-hits.ts";
import { activeSources } from "./hit-sources.ts";
import { locateHits } from "./locate-hits.ts";
import { countSet } from "./number-set.ts";
import { runAttempts } from "./run-attempts.ts";

/**
 * The hits of one document, in the order of its text; none when it does not match. As many as `evaluate` counts.
 *
 * @param options of which `within` does not matter
 * @throws ProbativeError as `evaluate`
 */
export function hitsInDocument(
  node: ResolvedNode,
  sources: EvaluationSources,
  number: number,
  options: EvaluationOptions,
): Promise<readonly DocumentHit[]> {
  return runAttempts(sources, { ...options, within: Int32Array.of(number) }, async (attempt) => {
    const part = buildParts(node, attempt);
    const matched = await evaluatePart(part, documentsAskedAbout(attempt));
    if (countSet(matched) === 0) return [];
    const gatherer = new HitGatherer(activeSources(part));
    gatherer.prepare(matched);
    gatherer.gather(number);
    return locateHits(gatherer.collector, sources, number, options.confident);
  });
}

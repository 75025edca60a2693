import type { ResolvedNode } from "#shared/text/query/resolved-query.ts";
import { buildParts, evaluatePart } from "./evaluate/build-parts.ts";
import { documentsAskedAbout } from "./evaluate/evaluate.ts";
import type { DocumentHit, EvaluationOptions, EvaluationSources } from "./evaluate/evaluation.ts";
import { HitGatherer } from "./evaluate/gather-hits.ts";
import { type HitCollector, pageOfPosition } from "./evaluate/hit-collector.ts";
import { activeSources } from "./evaluate/hit-sources.ts";
import { HitLocator, locateHits } from "./evaluate/locate-hits.ts";
import { has } from "./evaluate/number-set.ts";
import { runAttempts } from "./evaluate/run-attempts.ts";

/** A page of a document with the number of hits that begin on it. */
export interface PageHits {
  readonly page: number;
  readonly hits: number;
}

/** Hits of one document. */
export interface ShownHits {
  /** All pages with hits, ascending. */
  readonly pages: readonly PageHits[];
  /** Hits that stand on the chosen pages, also if they began on the page before. */
  readonly located: readonly DocumentHit[];
}

/** Picks, of a document's pages with hits, those whose hits are to be located. */
export type ChoosePages = (number: number, pages: readonly PageHits[]) => readonly number[];

/**
 * The hits of some documents, evaluated once for all of them. Which pages have hits is known from positions; the texts of
 * chosen pages only are read.
 *
 * @param numbers ascending
 * @returns by number; documents that do not match are left out
 * @throws ProbativeError as `evaluate`
 */
export function gatherShownHits(
  node: ResolvedNode,
  sources: EvaluationSources,
  numbers: Int32Array,
  options: EvaluationOptions,
  choose: ChoosePages,
): Promise<ReadonlyMap<number, ShownHits>> {
  return runAttempts(sources, { ...options, within: numbers }, async (attempt) => {
    const part = buildParts(node, attempt);
    const matched = await evaluatePart(part, documentsAskedAbout(attempt));
    const gatherer = new HitGatherer(activeSources(part));
    gatherer.prepare(matched);
    const shown = new Map<number, ShownHits>();
    for (const number of numbers) {
      const pause = attempt.breathe();
      if (pause !== null) await pause;
      if (!has(matched, number)) continue;
      gatherer.gather(number);
      shown.set(number, locateChosen(gatherer.collector, sources, number, options, choose));
    }
    return shown;
  });
}

function locateChosen(
  collector: HitCollector,
  sources: EvaluationSources,
  number: number,
  { confident }: EvaluationOptions,
  choose: ChoosePages,
): ShownHits {
  if (confident !== undefined) return pickFrom(locateHits(collector, sources, number, confident), number, choose);
  const { marks, patterns, fields } = collector;
  const shape = sources.words.shape(number);
  const begins = Int32Array.from({ length: marks.length }, (_, index) => pageOfPosition(shape, marks.start(index)));
  const pages = countPages([...begins, ...patterns.map(({ page }) => page), ...fields.map(({ page }) => page)]);
  const chosen = new Set(choose(number, pages));
  const locator = new HitLocator(sources, number);
  const located: DocumentHit[] = [];
  for (const [index, page] of begins.entries()) {
    // A word that is divided at the end of a page ends before the first position of the next.
    const reaches = marks.end(index) + 1 >= (shape.bodyStarts[page] ?? Number.POSITIVE_INFINITY);
    if (chosen.has(page) || (reaches && chosen.has(page + 1))) {
      located.push(locator.locate(marks.start(index), marks.end(index)));
    }
  }
  for (const range of [...patterns, ...fields]) if (chosen.has(range.page)) located.push({ parts: [range] });
  return { pages, located };
}

function pickFrom(hits: readonly DocumentHit[], number: number, choose: ChoosePages): ShownHits {
  const pages = countPages(hits.flatMap(({ parts }) => parts[0]?.page ?? []));
  const chosen = new Set(choose(number, pages));
  return { pages, located: hits.filter(({ parts }) => parts.some(({ page }) => chosen.has(page))) };
}

function countPages(begins: readonly number[]): readonly PageHits[] {
  const counts = new Map<number, number>();
  for (const page of begins) counts.set(page, (counts.get(page) ?? 0) + 1);
  return [...counts].map(([page, hits]) => ({ page, hits })).sort((one, other) => one.page - other.page);
}

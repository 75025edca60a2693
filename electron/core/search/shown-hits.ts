import type { ResolvedNode } from "#shared/text/query/resolved-query.ts";
import type { DocumentShape } from "../ports/word-index.ts";
import { buildParts, evaluatePart } from "./evaluate/build-parts.ts";
import { documentsAskedAbout } from "./evaluate/evaluate.ts";
import type { DocumentHit, EvaluationOptions, EvaluationSources, ReadablePage } from "./evaluate/evaluation.ts";
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
export interface FoundHits {
  /** All pages with hits, ascending. */
  readonly pages: readonly PageHits[];
  /**
   * Hits that stand on some of these pages, also if they began on the page before. The texts of those pages only are read.
   *
   * @param readPage reads a page of the document
   */
  locate(chosen: readonly number[], readPage: (page: number) => ReadablePage): readonly DocumentHit[];
}

/**
 * The hits of some documents, evaluated once for all of them.
 *
 * @param numbers ascending
 * @param show makes of a document's hits what is wanted of them; they cannot be located later
 * @returns by number; documents that do not match are left out
 * @throws ProbativeError as `evaluate`
 */
export function gatherShownHits<Shown>(
  node: ResolvedNode,
  sources: EvaluationSources,
  numbers: Int32Array,
  options: EvaluationOptions,
  show: (number: number, hits: FoundHits) => Shown,
): Promise<ReadonlyMap<number, Shown>> {
  return runAttempts(sources, { ...options, within: numbers }, async (attempt) => {
    const part = buildParts(node, attempt);
    const matched = await evaluatePart(part, documentsAskedAbout(attempt));
    const gatherer = new HitGatherer(activeSources(part));
    gatherer.prepare(matched);
    const shown = new Map<number, Shown>();
    for (const number of numbers) {
      const pause = attempt.breathe();
      if (pause !== null) await pause;
      if (!has(matched, number)) continue;
      gatherer.gather(number);
      shown.set(number, show(number, foundIn(gatherer.collector, sources, number, options)));
    }
    return shown;
  });
}

function foundIn(
  collector: HitCollector,
  sources: EvaluationSources,
  number: number,
  { confident }: EvaluationOptions,
): FoundHits {
  if (confident !== undefined) return foundAmong(locateHits(collector, sources, number, confident));
  const { marks, patterns, fields } = collector;
  const shape = sources.words.shape(number);
  const begins = pagesOfMarks(collector, shape);
  const others = [...patterns, ...fields];
  return {
    pages: countPages(begins, others),
    locate: (chosen, readPage) => {
      const wanted = new Set(chosen);
      const locator = new HitLocator(shape, readPage);
      const located: DocumentHit[] = [];
      for (let index = 0; index < begins.length; index += 1) {
        const page = begins[index] ?? 0;
        // A word that is divided at the end of a page ends before the first position of the next.
        const reaches = marks.end(index) + 1 >= (shape.bodyStarts[page] ?? Number.POSITIVE_INFINITY);
        if (wanted.has(page) || (reaches && wanted.has(page + 1))) {
          located.push(locator.locate(marks.start(index), marks.end(index)));
        }
      }
      for (const range of others) if (wanted.has(range.page)) located.push({ parts: [range] });
      return located;
    },
  };
}

/** Where every hit had to be located to know whether it is one. */
function foundAmong(hits: readonly DocumentHit[]): FoundHits {
  const begins = Int32Array.from(hits.flatMap(({ parts }) => parts[0]?.page ?? []));
  return {
    pages: countPages(begins, []),
    locate: (chosen) => {
      const wanted = new Set(chosen);
      return hits.filter(({ parts }) => parts.some(({ page }) => wanted.has(page)));
    },
  };
}

/** The page on which each mark begins. Marks ascend, and so do pages but for furniture: mostly it is that of the mark before. */
function pagesOfMarks({ marks }: HitCollector, shape: DocumentShape): Int32Array {
  const { pages, bodyStarts } = shape;
  const begins = new Int32Array(marks.length);
  const bodyEnd = bodyStarts[pages] ?? 0;
  let page = 0;
  for (let index = 0; index < marks.length; index += 1) {
    const position = marks.start(index);
    const isOnSame = page > 0 && position < bodyEnd && position < (bodyStarts[page] ?? 0);
    if (!isOnSame) page = pageOfPosition(shape, position);
    begins[index] = page;
  }
  return begins;
}

function countPages(begins: Int32Array, others: readonly { readonly page: number }[]): readonly PageHits[] {
  const counts = new Map<number, number>();
  const count = (page: number, hits: number) => counts.set(page, (counts.get(page) ?? 0) + hits);
  for (let from = 0; from < begins.length; ) {
    const page = begins[from] ?? 0;
    let to = from + 1;
    while (to < begins.length && begins[to] === page) to += 1;
    count(page, to - from);
    from = to;
  }
  for (const { page } of others) count(page, 1);
  return [...counts].map(([page, hits]) => ({ page, hits })).sort((one, other) => one.page - other.page);
}

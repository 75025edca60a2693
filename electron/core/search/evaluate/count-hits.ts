import type { Attempt } from "./attempt.ts";
import { HitGatherer } from "./gather-hits.ts";
import type { ActiveSource } from "./hit-sources.ts";
import { add, addAll, createSet, has } from "./number-set.ts";
import { documentsWithSharedPlaces } from "./shared-places.ts";
import { meet } from "./sorted-numbers.ts";

/** Hits and pages of each document, in the order of the documents. */
export interface HitCounts {
  readonly hits: Uint32Array;
  readonly pages: Uint32Array;
}

const BREATH_DOCUMENTS = 32;

/**
 * Counts hits and the pages that they begin on. Where one thing alone has hits in a document, its own figures are the
 * answer. Where several have, their hits may be one, and their pages the same: their places have to be read, unless
 * neither can be.
 *
 * @param numbers documents that match, ascending
 */
export async function countHits(
  sources: readonly ActiveSource[],
  numbers: Int32Array,
  attempt: Attempt,
): Promise<HitCounts> {
  const hits = new Uint32Array(numbers.length);
  const pages = new Uint32Array(numbers.length);
  const several = new Uint16Array(numbers.length);
  for (const { source, within } of sources) {
    const { left, right, count } = meet(source.numbers, numbers);
    for (let index = 0; index < count; index += 1) {
      const at = left[index] ?? 0;
      const rank = right[index] ?? 0;
      if (within !== null && !has(within, numbers[rank] ?? 0)) continue;
      several[rank] = (several[rank] ?? 0) + 1;
      hits[rank] = (hits[rank] ?? 0) + (source.hits[at] ?? 0);
      pages[rank] = Math.max(pages[rank] ?? 0, source.pages[at] ?? 0);
    }
  }
  const ranks = ranksToRead({ sources, numbers, several, hits, pages }, attempt);
  if (ranks.length === 0) return { hits, pages };

  const gatherer = new HitGatherer(sources);
  const toRead = createSet(attempt.limit);
  for (const rank of ranks) add(toRead, numbers[rank] ?? 0);
  gatherer.prepare(toRead);
  const { collector, plain } = gatherer;
  for (let index = 0; index < ranks.length; index += 1) {
    if (index % BREATH_DOCUMENTS === 0) {
      const pause = attempt.breathe();
      if (pause !== null) await pause;
    }
    const rank = ranks[index] ?? 0;
    const number = numbers[rank] ?? 0;
    const isSinglePage = attempt.pagesOf(number) === 1;
    if (gatherer.others.length === 0) {
      plain.load(number);
      hits[rank] = plain.length;
      pages[rank] = isSinglePage
        ? Math.min(1, plain.length)
        : attempt.sources.words.countPages(number, plain.items, plain.length);
      continue;
    }
    gatherer.gather(number);
    hits[rank] = collector.hits;
    pages[rank] = isSinglePage ? Math.min(1, collector.hits) : collector.countPages(attempt.sources.words, number);
  }
  return { hits, pages };
}

/** Documents as they were counted by figures alone, by rank. */
interface Counted extends HitCounts {
  readonly sources: readonly ActiveSource[];
  readonly numbers: Int32Array;
  /** How many things have hits in each. */
  readonly several: Uint16Array;
}

/** Ranks of those documents whose figures alone do not say how many hits and pages there are. */
function ranksToRead(counted: Counted, attempt: Attempt): Int32Array {
  const { sources, numbers, several, hits, pages } = counted;
  let readHits = 0;
  let count = 0;
  for (let rank = 0; rank < numbers.length; rank += 1) {
    if ((several[rank] ?? 0) < 2) continue;
    readHits += hits[rank] ?? 0;
    count += 1;
  }
  const ranks = new Int32Array(count);
  count = 0;
  const shared = readHits >= attempt.countsSinglyBelow ? documentsWithSharedPlaces(sources, attempt) : null;
  const isShared = createSet(attempt.limit);
  if (shared !== null) addAll(isShared, shared);
  for (let rank = 0; rank < numbers.length; rank += 1) {
    if ((several[rank] ?? 0) < 2) continue;
    const number = numbers[rank] ?? 0;
    // Nothing shares a place with anything, and one thing stands on every page: sum and pages are right.
    if (shared !== null && !has(isShared, number) && attempt.pagesOf(number) === pages[rank]) continue;
    ranks[count] = rank;
    count += 1;
  }
  return ranks.subarray(0, count);
}

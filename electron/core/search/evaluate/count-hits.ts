import { countBits } from "#shared/base/count-bits.ts";
import type { Attempt } from "./attempt.ts";
import { HitGatherer } from "./gather-hits.ts";
import type { ActiveSource } from "./hit-sources.ts";
import { add, createSet, has } from "./number-set.ts";
import type { HitSource } from "./part.ts";
import { meet } from "./sorted-numbers.ts";

/** Hits and pages of each document, in the order of the documents. */
export interface HitCounts {
  readonly hits: Uint32Array;
  readonly pages: Uint32Array;
}

const BREATH_DOCUMENTS = 32;

/** Why figures may not be enough where several things have hits: their pages, or whether two hits are one. */
const PAGES_UNKNOWN = 1;
const MAY_SHARE = 2;

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
  const bits = new Uint32Array(numbers.length);
  const several = new Uint16Array(numbers.length);
  const doubts = new Uint8Array(numbers.length);
  for (const { source, within } of sources) {
    const { places } = source;
    const doubt = places !== null ? 0 : PAGES_UNKNOWN | (mayShare(source, sources) ? MAY_SHARE : 0);
    const { left, right, count } = meet(source.numbers, numbers);
    for (let index = 0; index < count; index += 1) {
      const at = left[index] ?? 0;
      const rank = right[index] ?? 0;
      if (within !== null && !has(within, numbers[rank] ?? 0)) continue;
      several[rank] = (several[rank] ?? 0) + 1;
      hits[rank] = (hits[rank] ?? 0) + (source.hits[at] ?? 0);
      pages[rank] = Math.max(pages[rank] ?? 0, source.pages[at] ?? 0);
      let own = doubt;
      if (places !== null) {
        const pageBits = places.pageBits[at] ?? 0;
        bits[rank] = (bits[rank] ?? 0) | pageBits;
        if (pageBits === 0) own |= PAGES_UNKNOWN;
        if (places.isShared[at] === 1) own |= MAY_SHARE;
      }
      doubts[rank] = (doubts[rank] ?? 0) | own;
    }
  }
  const ranks = ranksToRead({ numbers, several, doubts, bits, hits, pages }, attempt);
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

/** Of what is no term by itself, hits may be one with those of anything else of its kind: only kinds are counted apart. */
function mayShare(own: HitSource, sources: readonly ActiveSource[]): boolean {
  return sources.some(
    ({ source }) => source !== own && (source.kind === own.kind || source.kind === "mixed" || own.kind === "mixed"),
  );
}

/** Documents as they were counted by figures alone, by rank. */
interface Counted extends HitCounts {
  readonly numbers: Int32Array;
  /** How many things have hits in each. */
  readonly several: Uint16Array;
  readonly doubts: Uint8Array;
  /** Pages of all of them as bits, where these are known. */
  readonly bits: Uint32Array;
}

/**
 * Ranks of those documents whose figures alone do not say how many hits and pages there are. Of the others the pages of
 * several things are brought together.
 */
function ranksToRead({ numbers, several, doubts, bits, hits, pages }: Counted, attempt: Attempt): Int32Array {
  const ranks = new Int32Array(numbers.length);
  let count = 0;
  for (let rank = 0; rank < hits.length; rank += 1) {
    if ((several[rank] ?? 0) < 2) continue;
    const doubt = doubts[rank] ?? 0;
    if (doubt === 0) {
      pages[rank] = countBits(bits[rank] ?? 0);
      continue;
    }
    // One thing stands on every page, and nothing shares a place with it: sum and pages are right.
    if (doubt === PAGES_UNKNOWN && attempt.pagesOf(numbers[rank] ?? 0) === pages[rank]) continue;
    ranks[count] = rank;
    count += 1;
  }
  return ranks.subarray(0, count);
}

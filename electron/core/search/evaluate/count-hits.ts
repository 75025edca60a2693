import type { TermPlaces } from "#core/ports/word-index.ts";
import { countBits } from "#shared/base/count-bits.ts";
import type { Attempt } from "./attempt.ts";
import { HitGatherer } from "./gather-hits.ts";
import { doubtOfSharing } from "./hit-sharing.ts";
import type { ActiveSource } from "./hit-sources.ts";
import { meet } from "./meet-numbers.ts";
import { add, createSet, has } from "./number-set.ts";
import { countTermPages } from "./page-sets.ts";
import type { HitSource } from "./part.ts";

/** Hits and pages of each document, in the order of the documents. */
export interface HitCounts {
  readonly hits: Uint32Array;
  readonly pages: Uint32Array;
}

const BREATH_DOCUMENTS = 32;

/** Why figures may not be enough where several things have hits: their pages, or whether two hits are one. */
const PAGES_UNKNOWN = 1;
const MAY_SHARE = 2;
/** Pages of what is no term by itself are known by its places only. */
const NO_TERM = 4;

/** With more terms than this, the pages of each in long documents are too much to keep. */
const TERMS_KEPT = 16;

/** Documents as they are counted by figures alone, by rank. */
interface Counted extends HitCounts {
  readonly numbers: Int32Array;
  /** How many things have hits in each. */
  readonly several: Uint16Array;
  readonly doubts: Uint8Array;
  /** Pages of all of them as bits, where these are known. */
  readonly bits: Uint32Array;
}

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
  const counted = countFigures(sources, numbers, attempt);
  const { hits, pages } = counted;
  if (sources.length < 2) return { hits, pages };
  const { ranks, longRanks } = ranksToRead(counted, sources, attempt);
  if (longRanks.length > 0) await countTermPages(numbers, pages, longRanks, sources, attempt);
  if (ranks.length === 0) return { hits, pages };

  const gatherer = new HitGatherer(sources);
  const toRead = createSet(attempt.limit);
  for (const rank of ranks) add(toRead, numbers[rank] ?? 0);
  gatherer.prepare(toRead);
  for (let from = 0; from < ranks.length; from += BREATH_DOCUMENTS) {
    const pause = attempt.breathe();
    if (pause !== null) await pause;
    countPlaces(gatherer, counted, ranks.subarray(from, from + BREATH_DOCUMENTS), attempt);
  }
  return { hits, pages };
}

/** Counts by figures: sums of hits, and of pages the most that anything has. */
function countFigures(sources: readonly ActiveSource[], numbers: Int32Array, attempt: Attempt): Counted {
  const counted: Counted = {
    numbers,
    hits: new Uint32Array(numbers.length),
    pages: new Uint32Array(numbers.length),
    bits: new Uint32Array(numbers.length),
    several: new Uint16Array(numbers.length),
    doubts: new Uint8Array(numbers.length),
  };
  const ranks = ranksByNumber(numbers, attempt.limit);
  // One for all: a wildcard stands for thousands of terms.
  const buffer = new Int32Array(sources.reduce((most, { source }) => Math.max(most, source.numbers.length), 0));
  for (const active of sources) {
    const { source } = active;
    const among = { ranks, ...indexesAmong(active, numbers, ranks, buffer) };
    addFigures(counted, source, among);
    if (source.places !== null) addTermDoubts(counted, source.places, among);
    else addDoubts(counted, source, among, doubtOfSharing(source, sources, attempt));
  }
  return counted;
}

/** Rank of each document that matches, by its number; -1 for the others. */
function ranksByNumber(numbers: Int32Array, limit: number): Int32Array {
  const ranks = new Int32Array(limit).fill(-1);
  for (let rank = 0; rank < numbers.length; rank += 1) ranks[numbers[rank] ?? 0] = rank;
  return ranks;
}

/** From this ratio of lengths on, looking for those that match beats looking at each document of a list. */
const MEET_RATIO = 12;

/**
 * Places in a source's list of the documents that match and in which it counts.
 *
 * @param buffer with room for them, used again for the next source
 */
function indexesAmong(
  { source, within }: ActiveSource,
  numbers: Int32Array,
  ranks: Int32Array,
  buffer: Int32Array,
): { readonly indexes: Int32Array; readonly count: number } {
  const own = source.numbers;
  if (within === null && own.length > numbers.length * MEET_RATIO) {
    const { left, count } = meet(own, numbers);
    return { indexes: left, count };
  }
  let count = 0;
  for (let index = 0; index < own.length; index += 1) {
    const number = own[index] ?? 0;
    if ((ranks[number] ?? -1) < 0 || (within !== null && !has(within, number))) continue;
    buffer[count] = index;
    count += 1;
  }
  return { indexes: buffer, count };
}

/** Documents of a list that match, by their index there, and the rank of each among all that do, by its number. */
interface Among {
  readonly indexes: Int32Array;
  readonly count: number;
  readonly ranks: Int32Array;
}

function addFigures(
  { hits, pages, several }: Counted,
  { numbers, hits: ownHits, pages: ownPages }: HitSource,
  { indexes, count, ranks }: Among,
): void {
  for (let at = 0; at < count; at += 1) {
    const index = indexes[at] ?? 0;
    const rank = ranks[numbers[index] ?? 0] ?? 0;
    several[rank] = (several[rank] ?? 0) + 1;
    hits[rank] = (hits[rank] ?? 0) + (ownHits[index] ?? 0);
    const most = ownPages[index] ?? 0;
    if (most > (pages[rank] ?? 0)) pages[rank] = most;
  }
}

function addTermDoubts(
  { bits, doubts }: Counted,
  { numbers, pageBits, isShared }: TermPlaces,
  { indexes, count, ranks }: Among,
): void {
  for (let at = 0; at < count; at += 1) {
    const index = indexes[at] ?? 0;
    const rank = ranks[numbers[index] ?? 0] ?? 0;
    const own = pageBits[index] ?? 0;
    bits[rank] = (bits[rank] ?? 0) | own;
    const why = (own === 0 ? PAGES_UNKNOWN : 0) | (isShared[index] === 1 ? MAY_SHARE : 0);
    if (why !== 0) doubts[rank] = (doubts[rank] ?? 0) | why;
  }
}

function addDoubts(
  { bits, doubts }: Counted,
  { numbers, pageBits }: HitSource,
  { indexes, count, ranks }: Among,
  mayShare: (number: number) => boolean,
): void {
  for (let at = 0; at < count; at += 1) {
    const index = indexes[at] ?? 0;
    const number = numbers[index] ?? 0;
    const rank = ranks[number] ?? 0;
    const own = pageBits?.[index] ?? 0;
    bits[rank] = (bits[rank] ?? 0) | own;
    const why = (own === 0 ? PAGES_UNKNOWN | NO_TERM : 0) | (mayShare(number) ? MAY_SHARE : 0);
    if (why !== 0) doubts[rank] = (doubts[rank] ?? 0) | why;
  }
}

/** Documents whose figures alone do not say how many hits and pages there are, by rank. */
interface RanksToRead {
  readonly ranks: Int32Array;
  /** Those of which only the pages are in doubt, and only because they are many. */
  readonly longRanks: Int32Array;
}

/** Tells which documents have to be read. Of the others the pages of several things are brought together. */
function ranksToRead(
  { numbers, several, doubts, bits, hits, pages }: Counted,
  sources: readonly ActiveSource[],
  attempt: Attempt,
): RanksToRead {
  const ranks = new Int32Array(numbers.length);
  const longRanks = new Int32Array(numbers.length);
  const keepsPages = sources.length <= TERMS_KEPT;
  let count = 0;
  let longCount = 0;
  for (let rank = 0; rank < hits.length; rank += 1) {
    if ((several[rank] ?? 0) < 2) continue;
    const doubt = doubts[rank] ?? 0;
    if (doubt === 0) {
      pages[rank] = countBits(bits[rank] ?? 0);
      continue;
    }
    // One thing stands on every page, and nothing shares a place with it: sum and pages are right.
    if ((doubt & MAY_SHARE) === 0 && attempt.pagesOf(numbers[rank] ?? 0) === pages[rank]) continue;
    if (keepsPages && doubt === PAGES_UNKNOWN) {
      longRanks[longCount] = rank;
      longCount += 1;
    } else {
      ranks[count] = rank;
      count += 1;
    }
  }
  return { ranks: ranks.subarray(0, count), longRanks: longRanks.subarray(0, longCount) };
}

/** Counts hits and pages of some documents by the places of everything that has hits in them. */
function countPlaces(gatherer: HitGatherer, counted: Counted, ranks: Int32Array, attempt: Attempt): void {
  const { numbers, hits, pages } = counted;
  const { collector, plain, others } = gatherer;
  const { words } = attempt.sources;
  for (let at = 0; at < ranks.length; at += 1) {
    const rank = ranks[at] ?? 0;
    const number = numbers[rank] ?? 0;
    const isSinglePage = attempt.pagesOf(number) === 1;
    if (others.length === 0) {
      plain.load(number);
      hits[rank] = plain.length;
      pages[rank] = isSinglePage ? Math.min(1, plain.length) : words.countPages(number, plain.items, plain.length);
      continue;
    }
    gatherer.gather(number);
    hits[rank] = collector.hits;
    pages[rank] = isSinglePage ? Math.min(1, collector.hits) : collector.countPages(words, number);
  }
}

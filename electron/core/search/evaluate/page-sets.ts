import type { PositionBuffer, TermPlaces, WordIndex } from "#core/ports/word-index.ts";
import { countBits } from "#shared/base/count-bits.ts";
import { lastAtMost } from "#shared/base/sorted-numbers.ts";
import type { Attempt } from "./attempt.ts";
import type { ActiveSource } from "./hit-sources.ts";
import { add, createSet, has, type NumberSet } from "./number-set.ts";

/** Where the pages of documents lie in sets of pages, which all have this layout: a bit each, a document from a word on. */
interface PageLayout {
  readonly generation: number;
  /** By number of the document; -1 for one that has no place yet. */
  readonly bases: Int32Array;
  /** 32-bit words in use. */
  words: number;
}

/** Layouts hold while the index stays the same. */
const layouts = new WeakMap<WordIndex, PageLayout>();

function layoutOf(words: WordIndex, limit: number): PageLayout {
  const generation = words.generation();
  const known = layouts.get(words);
  if (known?.generation === generation) return known;
  const layout = { generation, bases: new Int32Array(limit).fill(-1), words: 0 };
  layouts.set(words, layout);
  return layout;
}

/** 32-bit words for so many pages. */
function wordsFor(pages: number): number {
  return (pages + 31) >>> 5;
}

/** Pages of documents on which one term stands, as far as they were asked for. */
interface TermPages {
  readonly layout: PageLayout;
  bits: Uint32Array;
  /** 1 for documents whose pages are in `bits`, by their place in the term's list. */
  readonly isKnown: Uint8Array;
}

/**
 * Kept with the places of the term: the pages of a common word in thousands of long documents are asked for by every search
 * with it, and each time all of its positions would have to be read.
 */
const kept = new WeakMap<TermPlaces, TermPages>();

/** Words of a layout for each document of a term up to which its pages are kept: then they take less room than its list. */
const KEPT_WORDS_EACH = 2;

/**
 * Counts the pages of documents in which several terms have hits, each at places of its own.
 *
 * @param numbers documents that match
 * @param pages of each, where the counts are put
 * @param ranks which of them to count
 * @param sources of which those that are no terms have no hits in these documents
 */
export async function countTermPages(
  numbers: Int32Array,
  pages: Uint32Array,
  ranks: Int32Array,
  sources: readonly ActiveSource[],
  attempt: Attempt,
): Promise<void> {
  const layout = layoutOf(attempt.sources.words, attempt.limit);
  const wanted = createSet(attempt.limit);
  for (let at = 0; at < ranks.length; at += 1) {
    const number = numbers[ranks[at] ?? 0] ?? 0;
    add(wanted, number);
    if (layout.bases[number] !== -1) continue;
    layout.bases[number] = layout.words;
    layout.words += wordsFor(attempt.pagesOf(number));
  }
  const reader = new PageSetReader(layout, attempt);
  for (const { source, within } of sources) {
    const pause = attempt.breathe();
    if (pause !== null) await pause;
    if (source.places !== null) reader.add(source.places, wanted, within);
  }
  for (let at = 0; at < ranks.length; at += 1) {
    const rank = ranks[at] ?? 0;
    pages[rank] = reader.count(numbers[rank] ?? 0);
  }
}

/** Adds the pages of terms to one set of pages. */
class PageSetReader {
  readonly #layout: PageLayout;
  readonly #words: WordIndex;
  readonly #pagesOf: (number: number) => number;
  readonly #buffer: PositionBuffer = { items: new Int32Array(256), length: 0 };
  readonly #union: Uint32Array;

  constructor(layout: PageLayout, { sources, pagesOf }: Attempt) {
    this.#layout = layout;
    this.#words = sources.words;
    this.#pagesOf = pagesOf;
    this.#union = new Uint32Array(layout.words);
  }

  /** Adds the pages of a term in the documents that are wanted, and in which it counts. */
  add(places: TermPlaces, wanted: NumberSet, within: NumberSet | null): void {
    const { bases, words } = this.#layout;
    const { numbers } = places;
    const union = this.#union;
    const known = words <= KEPT_WORDS_EACH * numbers.length ? this.#keptPages(places) : null;
    for (let index = 0; index < numbers.length; index += 1) {
      const number = numbers[index] ?? 0;
      if (!has(wanted, number) || (within !== null && !has(within, number))) continue;
      const base = bases[number] ?? 0;
      if (known === null) {
        this.#mark(places, index, number, base, union);
        continue;
      }
      const { bits, isKnown } = known;
      if (isKnown[index] === 0) {
        this.#mark(places, index, number, base, bits);
        isKnown[index] = 1;
      }
      const end = base + wordsFor(this.#pagesOf(number));
      for (let word = base; word < end; word += 1) union[word] = (union[word] ?? 0) | (bits[word] ?? 0);
    }
  }

  /** Pages of a document that were added. */
  count(number: number): number {
    const base = this.#layout.bases[number] ?? 0;
    const end = base + wordsFor(this.#pagesOf(number));
    let count = 0;
    for (let word = base; word < end; word += 1) count += countBits(this.#union[word] ?? 0);
    return count;
  }

  #keptPages(places: TermPlaces): TermPages {
    const layout = this.#layout;
    let found = kept.get(places);
    if (found?.layout !== layout) {
      found = { layout, bits: new Uint32Array(layout.words), isKnown: new Uint8Array(places.numbers.length) };
      kept.set(places, found);
    }
    if (found.bits.length < layout.words) {
      const wider = new Uint32Array(layout.words);
      wider.set(found.bits);
      found.bits = wider;
    }
    return found;
  }

  /** Sets the bits of the pages on which a term stands in a document. */
  #mark(places: TermPlaces, index: number, number: number, base: number, bits: Uint32Array): void {
    const buffer = this.#buffer;
    places.readPositions(index, buffer);
    const { items, length } = buffer;
    const { pages, bodyStarts, furnitureStarts } = this.#words.shape(number);
    const bodyEnd = bodyStarts[pages] ?? 0;
    let page = 0;
    let pageEnd = 0;
    for (let at = 0; at < length; at += 1) {
      const position = items[at] ?? 0;
      if (position >= bodyEnd) setBit(bits, base, lastAtMost(furnitureStarts, position));
      else if (position >= pageEnd) {
        while ((bodyStarts[page + 1] ?? bodyEnd) <= position) page += 1;
        pageEnd = bodyStarts[page + 1] ?? bodyEnd;
        setBit(bits, base, page);
      }
    }
  }
}

function setBit(bits: Uint32Array, base: number, page: number): void {
  const at = base + (page >>> 5);
  bits[at] = (bits[at] ?? 0) | (1 << (page & 31));
}

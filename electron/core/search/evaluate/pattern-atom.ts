import { PAGE_BITS } from "#core/ports/word-index.ts";
import type { Attempt } from "./attempt.ts";
import { HitCollector, type PageRange } from "./hit-collector.ts";
import { NumberList } from "./number-list.ts";
import { add, addAll, createSet, keepCommon, listSet, type NumberSet } from "./number-set.ts";
import { type Atom, HitRows, type HitSource } from "./part.ts";
import { requiredWords } from "./required-words.ts";

/** A literal that stands in more terms than this narrows too little for what looking them up costs. */
const MOST_TERMS = 2000;
/** Running an expression costs more than anything else. */
export const PATTERN_COST = Number.MAX_SAFE_INTEGER;

/** A regular expression over whole documents: over each page of those that the rest of the search allows. */
export function patternAtom(pattern: string, attempt: Attempt): Atom {
  const sources: HitSource[] = [];
  const collect = (number: number, ranges: PageRange[]): void =>
    attempt.patterns.collect(pattern, number, null, attempt, ranges);
  return {
    kind: "atom",
    cost: PATTERN_COST,
    candidates: () => documentsWithRequired(pattern, attempt),
    evaluate: async (allowed) => {
      const required = requiredPages(pattern, attempt);
      const possible = required?.documents ?? null;
      if (possible !== null) keepCommon(possible, allowed);
      const numbers = listSet(possible ?? allowed);
      await attempt.patterns.run(pattern, pagesToRead(numbers, required?.bits ?? null, attempt), attempt);
      const matched = createSet(attempt.limit);
      const rows = new HitRows();
      const collector = new HitCollector();
      for (const number of numbers) {
        collector.clear();
        collect(number, collector.patterns);
        if (collector.patterns.length === 0) continue;
        add(matched, number);
        collector.settle();
        const pages = collector.countPages(attempt.sources.words, number);
        rows.push(number, collector.hits, pages);
      }
      sources.splice(0, sources.length, {
        ...rows.toArrays(),
        terms: [],
        places: null,
        kind: "pattern",
        collect: (number, collected) => collect(number, collected.patterns),
      });
      return matched;
    },
    sources,
    leafCounts: () => [],
  };
}

/** Documents that have every word that each match must have in it; null when that cannot be said. */
export function documentsWithRequired(pattern: string, attempt: Attempt): NumberSet | null {
  return requiredPages(pattern, attempt)?.documents ?? null;
}

/** Where all of some words stand. */
interface RequiredPages {
  readonly documents: NumberSet;
  /** Pages of each document as `TermPlaces.pageBits` has them, by number; `ANY_PAGE` where they are not known. */
  readonly bits: Uint32Array;
}

const ANY_PAGE = 0xffffffff;

function requiredPages(pattern: string, attempt: Attempt): RequiredPages | null {
  let all: RequiredPages | null = null;
  for (const literal of requiredWords(pattern)) {
    const found = pagesWithLiteral(literal, attempt);
    if (found === null) continue;
    if (all === null) all = found;
    else {
      keepCommon(all.documents, found.documents);
      for (let number = 0; number < all.bits.length; number += 1)
        all.bits[number] = meetBits(all.bits, found.bits, number);
    }
  }
  return all;
}

function meetBits(one: Uint32Array, other: Uint32Array, number: number): number {
  return (one[number] ?? 0) & (other[number] ?? 0);
}

function pagesWithLiteral(literal: string, attempt: Attempt): RequiredPages | null {
  const documents = createSet(attempt.limit);
  const bits = new Uint32Array(attempt.limit);
  let terms = 0;
  for (const { term } of attempt.sources.words.termsLike(`*${literal}*`)) {
    terms += 1;
    if (terms > MOST_TERMS) return null;
    const places = attempt.places(term);
    if (places === null) continue;
    addAll(documents, places.numbers);
    for (let index = 0; index < places.numbers.length; index += 1) {
      const number = places.numbers[index] ?? 0;
      // A part of a word that is divided counts for the page where the word begins, and may stand on the next.
      const own = places.isShared[index] === 1 ? 0 : (places.pageBits[index] ?? 0);
      bits[number] = (bits[number] ?? 0) | (own || ANY_PAGE);
    }
  }
  return { documents, bits };
}

/** Pages of the documents; those only that have all words that a match must have in it, where that is known. */
function pagesToRead(
  documents: Int32Array,
  bits: Uint32Array | null,
  attempt: Attempt,
): { numbers: NumberList; pages: NumberList } {
  const numbers = new NumberList();
  const pages = new NumberList();
  for (const number of documents) {
    if (attempt.sources.words.documentOf(number) === null) continue;
    const count = attempt.pagesOf(number);
    const own = bits === null ? ANY_PAGE : (bits[number] ?? 0);
    for (let page = 1; page <= count; page += 1) {
      if (own !== ANY_PAGE && (page > PAGE_BITS || (own & (1 << (page - 1))) === 0)) continue;
      numbers.push(number);
      pages.push(page);
    }
  }
  return { numbers, pages };
}

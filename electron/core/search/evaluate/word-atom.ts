import type { TermPlaces } from "#core/ports/word-index.ts";
import { seekAtLeast } from "#shared/base/sorted-numbers.ts";
import type { ResolvedWord } from "#shared/text/query/resolved-query.ts";
import { type Attempt, documentsOf } from "./attempt.ts";
import type { HitCollector } from "./hit-collector.ts";
import { countSet, keepCommon, listSet, type NumberSet } from "./number-set.ts";
import { type Atom, type HitSource, type LeafCounts, rarityOf } from "./part.ts";
import { WordUnion } from "./word-union.ts";

/** A word over whole documents: what the index says of its terms is all there is to know. */
export function wordAtom(word: ResolvedWord, attempt: Attempt): Atom {
  const terms = [...new Set(word.terms.map(({ term }) => term))];
  const sources = terms.flatMap((term): HitSource[] => {
    const places = attempt.places(term);
    return places === null ? [] : [termSource(term, places)];
  });
  const union = new WordUnion(sources.flatMap(({ places }) => places ?? []));
  let documents: NumberSet | null = null;
  const candidates = (): NumberSet => {
    documents ??= documentsOf(union, attempt);
    return documents.slice();
  };
  return {
    kind: "atom",
    cost: 0,
    candidates,
    evaluate: (allowed) => {
      const matched = candidates();
      keepCommon(matched, allowed);
      return Promise.resolve(matched);
    },
    sources,
    leafCounts: () => [countWord(sources, attempt)].flatMap((counts) => counts ?? []),
  };
}

function termSource(term: string, places: TermPlaces): HitSource {
  let cursor = 0;
  let last = -1;
  return {
    numbers: places.numbers,
    hits: places.hits,
    pages: places.pages,
    terms: [term],
    places,
    kind: "word",
    collect: (number, collector: HitCollector) => {
      if (number < last) cursor = 0;
      last = number;
      cursor = seekAtLeast(places.numbers, number, cursor);
      if (places.numbers[cursor] !== number) return;
      const positions = places.positions(cursor);
      for (let at = 0; at < positions.length; at += 1) {
        collector.marks.push(positions[at] ?? 0, positions[at] ?? 0);
      }
    },
  };
}

/** Occurrences of a word's forms together: they count as one word. */
function countWord(sources: readonly HitSource[], attempt: Attempt): LeafCounts | null {
  const [first, ...others] = sources;
  if (first === undefined) return null;
  const documents = attempt.sources.words.documents();
  if (others.length === 0) {
    return { numbers: first.numbers, counts: first.hits, rarity: rarityOf(documents, first.numbers.length) };
  }
  const sums = new Uint32Array(attempt.limit);
  for (const { numbers: own, hits } of sources) {
    for (let index = 0; index < own.length; index += 1) {
      const number = own[index] ?? 0;
      sums[number] = (sums[number] ?? 0) + (hits[index] ?? 0);
    }
  }
  const numbers = listSet(documentsOf(new WordUnion(sources.flatMap(({ places }) => places ?? [])), attempt));
  const counts = Uint32Array.from(numbers, (number) => sums[number] ?? 0);
  return { numbers, counts, rarity: rarityOf(documents, numbers.length) };
}

/** How many documents have any of the terms. */
export function countDocuments(union: WordUnion, attempt: Attempt): number {
  const [only] = union.lists;
  return union.lists.length === 1 && only !== undefined
    ? only.numbers.length
    : countSet(documentsOf(union, { ...attempt, within: null }));
}

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
      const possible = documentsWithRequired(pattern, attempt);
      if (possible !== null) keepCommon(possible, allowed);
      const numbers = listSet(possible ?? allowed);
      await attempt.patterns.run(pattern, allPages(numbers, attempt), attempt);
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
  let documents: NumberSet | null = null;
  for (const literal of requiredWords(pattern)) {
    const withLiteral = documentsWithLiteral(literal, attempt);
    if (withLiteral === null) continue;
    if (documents === null) documents = withLiteral;
    else keepCommon(documents, withLiteral);
  }
  return documents;
}

function documentsWithLiteral(literal: string, attempt: Attempt): NumberSet | null {
  const set = createSet(attempt.limit);
  let terms = 0;
  for (const { term } of attempt.sources.words.termsLike(`*${literal}*`)) {
    terms += 1;
    if (terms > MOST_TERMS) return null;
    const places = attempt.places(term);
    if (places !== null) addAll(set, places.numbers);
  }
  return set;
}

function allPages(documents: Int32Array, attempt: Attempt): { numbers: NumberList; pages: NumberList } {
  const numbers = new NumberList();
  const pages = new NumberList();
  for (const number of documents) {
    if (attempt.sources.words.documentOf(number) === null) continue;
    const count = attempt.pagesOf(number);
    for (let page = 1; page <= count; page += 1) {
      numbers.push(number);
      pages.push(page);
    }
  }
  return { numbers, pages };
}

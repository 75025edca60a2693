import type { Attempt } from "./attempt.ts";
import { HitCollector, type PageRange } from "./hit-collector.ts";
import { NumberList } from "./number-list.ts";
import { add, createSet, keepCommon, listSet } from "./number-set.ts";
import { type Atom, HitRows, type HitSource } from "./part.ts";
import type { PagesToRead } from "./pattern-runs.ts";
import { RequiredPages } from "./required-pages.ts";

/** Running an expression costs more than anything else. */
export const PATTERN_COST = Number.MAX_SAFE_INTEGER;

/** Documents between two breaths. */
const BREATH_DOCUMENTS = 64;

/** A regular expression over whole documents: over each page of those that the rest of the search allows. */
export function patternAtom(pattern: string, attempt: Attempt): Atom {
  const sources: HitSource[] = [];
  const required = new RequiredPages(pattern, attempt);
  const collect = (number: number, ranges: PageRange[]): void =>
    attempt.patterns.collect(pattern, number, null, attempt, ranges);
  return {
    kind: "atom",
    cost: PATTERN_COST,
    candidates: () => required.documents(),
    evaluate: async (allowed) => {
      const possible = required.documents() ?? allowed.slice();
      keepCommon(possible, allowed);
      required.prepare(possible);
      const numbers = listSet(possible);
      await attempt.patterns.run(pattern, await pagesToRead(numbers, required, attempt), attempt);
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

/** Pages of the documents on which the words stand that a match must have in it. */
async function pagesToRead(numbers: Int32Array, required: RequiredPages, attempt: Attempt): Promise<PagesToRead> {
  const toRead = { numbers: new NumberList(), pages: new NumberList() };
  for (let index = 0; index < numbers.length; index += 1) {
    if (index % BREATH_DOCUMENTS === 0) {
      const pause = attempt.breathe();
      if (pause !== null) await pause;
    }
    const number = numbers[index] ?? 0;
    if (attempt.sources.words.documentOf(number) === null) continue;
    const flags = required.flags(number);
    const count = attempt.pagesOf(number);
    for (let page = 1; page <= count; page += 1) {
      if (flags !== null && flags[page] === 0) continue;
      toRead.numbers.push(number);
      toRead.pages.push(page);
    }
  }
  return toRead;
}

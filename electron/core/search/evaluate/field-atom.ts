import type { FieldPlaces } from "#core/ports/word-index.ts";
import { seekAtLeast } from "#shared/base/sorted-numbers.ts";
import type { FieldCondition } from "#shared/text/query/query-node.ts";
import type { Attempt } from "./attempt.ts";
import type { FieldMatches } from "./evaluation.ts";
import type { HitCollector, PageRange } from "./hit-collector.ts";
import { addAll, createSet, keepCommon, type NumberSet } from "./number-set.ts";
import { type Atom, HitRows, type HitSource } from "./part.ts";

/** A field over whole documents: one of a page holds for the document when any page has it. */
export function fieldAtom(condition: FieldCondition, attempt: Attempt): Atom {
  const matches = attempt.sources.field(condition);
  const candidates = (): NumberSet => fieldDocuments(matches, attempt.limit);
  return {
    kind: "atom",
    cost: 0,
    candidates,
    evaluate: (allowed) => {
      const matched = candidates();
      keepCommon(matched, allowed);
      return Promise.resolve(matched);
    },
    sources: matches.scope === "page" ? [fieldSource(matches.places)] : [],
    leafCounts: () => [],
  };
}

/** Documents that have a field. */
export function fieldDocuments(matches: FieldMatches, limit: number): NumberSet {
  const set = createSet(limit);
  addAll(set, matches.scope === "page" ? matches.places.numbers : matches.numbers);
  return set;
}

/** Adds where a field stands in a document: on one page, or on all that have it. */
export function collectField(places: FieldPlaces, number: number, page: number | null, ranges: PageRange[]): void {
  for (let at = seekAtLeast(places.numbers, number, 0); places.numbers[at] === number; at += 1) {
    const start = places.starts[at] ?? -1;
    const placePage = places.pages[at] ?? 0;
    if (start >= 0 && (page === null || page === placePage)) {
      ranges.push({ page: placePage, start, end: places.ends[at] ?? 0 });
    }
  }
}

/** Whether a field holds on a page. */
export function hasFieldOnPage(places: FieldPlaces, number: number, page: number): boolean {
  for (let at = seekAtLeast(places.numbers, number, 0); places.numbers[at] === number; at += 1) {
    if (places.pages[at] === page) return true;
  }
  return false;
}

function fieldSource(places: FieldPlaces): HitSource {
  return {
    ...countPlaces(places),
    terms: [],
    places: null,
    kind: "field",
    collect: (number, collector: HitCollector) => collectField(places, number, null, collector.fields),
  };
}

/** Counts places and pages of each document; equal places are one. */
function countPlaces({ numbers, pages, starts, ends }: FieldPlaces): Pick<HitSource, "numbers" | "hits" | "pages"> {
  const rows = new HitRows();
  let at = 0;
  while (at < numbers.length) {
    const number = numbers[at] ?? 0;
    let hits = 0;
    let hitPages = 0;
    let lastPage = -1;
    for (; at < numbers.length && numbers[at] === number; at += 1) {
      if ((starts[at] ?? -1) < 0) continue;
      const isSamePage = pages[at] === lastPage;
      if (isSamePage && starts[at] === starts[at - 1] && ends[at] === ends[at - 1]) continue;
      hits += 1;
      if (!isSamePage) hitPages += 1;
      lastPage = pages[at] ?? 0;
    }
    if (hits > 0) rows.push(number, hits, hitPages);
  }
  return rows.toArrays();
}

import { type DocumentShape, PAGE_BITS } from "#core/ports/word-index.ts";
import { seekAtLeast } from "#shared/base/sorted-numbers.ts";
import type { ResolvedNode } from "#shared/text/query/resolved-query.ts";
import type { Attempt } from "./attempt.ts";
import { HitCollector } from "./hit-collector.ts";
import { LeafTally } from "./leaf-tally.ts";
import { NumberList } from "./number-list.ts";
import { add, createSet, keepCommon, listSet, type NumberSet } from "./number-set.ts";
import { buildPageExpression, type PageExpression } from "./page-expression.ts";
import { ALL_PAGES } from "./page-masks.ts";
import { type Atom, HitRows, type HitSource } from "./part.ts";
import { PATTERN_COST } from "./pattern-atom.ts";
import { costOf, wholeDocuments } from "./places-atom.ts";
import type { WordUnion } from "./word-union.ts";

const BREATH_DOCUMENTS = 8;

/** What stands in `page( )`: decided on each page as if it were a document of its own. */
export function pageAtom(node: ResolvedNode, attempt: Attempt): Atom {
  const stretch = { ...wholeDocuments(), isPage: true };
  const tallies = new Map<unknown, LeafTally>();
  const expression = buildPageExpression(node, stretch, attempt, (placed, number, collector) => {
    const tally = tallies.get(placed);
    if (tally === undefined || isOnlyCollecting) for (const leaf of placed.node.leaves) leaf.emit(collector.marks);
    else tally.emit(number, collector);
  });
  for (const placed of expression.placed) tallies.set(placed, new LeafTally(placed.node.leaves, attempt));
  let isOnlyCollecting = false;
  const sources: HitSource[] = [];

  /** Asks about each page of a document that may match. */
  const forPages = (number: number, isRun: boolean, take: (page: number) => void): void => {
    const isShort = attempt.pagesOf(number) <= PAGE_BITS;
    const mask = isShort ? expression.masks(number).may : ALL_PAGES;
    if (mask === 0) return;
    const shape = attempt.sources.words.shape(number);
    const flags = isShort || expression.pilots === null ? null : flagPages(expression.pilots, number, shape);
    stretch.number = number;
    for (let page = 1; page <= shape.pages; page += 1) {
      if (isShort ? (mask & (1 << (page - 1))) === 0 : flags !== null && flags[page] === 0) continue;
      stretch.bodyFrom = shape.bodyStarts[page - 1] ?? 0;
      stretch.bodyTo = shape.bodyStarts[page] ?? 0;
      stretch.furnitureFrom = shape.furnitureStarts[page - 1] ?? 0;
      stretch.furnitureTo = shape.furnitureStarts[page] ?? Number.MAX_SAFE_INTEGER;
      if (expression.test(number, page, isRun) !== "no") take(page);
    }
  };

  const collect = (number: number, collector: HitCollector): void => {
    forPages(number, true, (page) => expression.collect(number, page, collector));
  };

  return {
    kind: "atom",
    cost: expression.patterns.length > 0 ? PATTERN_COST : 2 * leastCost(expression),
    candidates: () => expression.candidates(),
    evaluate: async (allowed) => {
      const possible = expression.candidates() ?? documentsThere(allowed, attempt);
      keepCommon(possible, allowed);
      for (const { unions } of expression.placed) for (const union of unions) union.prepare(possible);
      for (const pilot of expression.pilots ?? []) pilot.prepare(possible);
      if (expression.patterns.length > 0) await runPatterns(expression, possible, forPages, attempt);
      const matched = createSet(attempt.limit);
      const rows = new HitRows();
      const collector = new HitCollector();
      const numbers = listSet(possible);
      for (let index = 0; index < numbers.length; index += 1) {
        if (index % BREATH_DOCUMENTS === 0) {
          const pause = attempt.breathe();
          if (pause !== null) await pause;
        }
        const number = numbers[index] ?? 0;
        let hits = 0;
        let pages = 0;
        forPages(number, true, (page) => {
          add(matched, number);
          // No hit reaches over the end of a page here.
          collector.clear();
          expression.collect(number, page, collector);
          collector.settle();
          hits += collector.hits;
          if (collector.hits > 0) pages += 1;
        });
        if (hits > 0) rows.push(number, hits, pages);
      }
      sources.splice(0, sources.length, {
        ...rows.toArrays(),
        terms: expression.placed.flatMap(({ terms }) => terms),
        places: null,
        kind: expression.isWordsOnly ? "word" : "mixed",
        collect: (number, collected) => {
          isOnlyCollecting = true;
          collect(number, collected);
          isOnlyCollecting = false;
        },
      });
      return matched;
    },
    sources,
    leafCounts: () => [...tallies.values()].flatMap((tally) => tally.leafCounts()),
  };
}

/** Those numbers that are of a document. */
function documentsThere(allowed: NumberSet, { limit, sources }: Attempt): NumberSet {
  const there = createSet(limit);
  for (const number of listSet(allowed)) {
    if (number < limit && sources.words.documentOf(number) !== null) add(there, number);
  }
  return there;
}

/** Runs the regular expressions on those pages where the answer may depend on them, or where they may give hits. */
async function runPatterns(
  expression: PageExpression,
  possible: NumberSet,
  forPages: (number: number, isRun: boolean, take: (page: number) => void) => void,
  attempt: Attempt,
): Promise<void> {
  const toRead = { numbers: new NumberList(), pages: new NumberList() };
  const numbers = listSet(possible);
  for (let index = 0; index < numbers.length; index += 1) {
    if (index % BREATH_DOCUMENTS === 0) {
      const pause = attempt.breathe();
      if (pause !== null) await pause;
    }
    const number = numbers[index] ?? 0;
    forPages(number, false, (page) => {
      toRead.numbers.push(number);
      toRead.pages.push(page);
    });
  }
  for (const pattern of new Set(expression.patterns)) await attempt.patterns.run(pattern, toRead, attempt);
}

/** Pages, from 1, on which any of the words stands. */
function flagPages(pilots: readonly WordUnion[], number: number, shape: DocumentShape): Uint8Array {
  const flags = new Uint8Array(shape.pages + 1);
  const bodyEnd = shape.bodyStarts[shape.pages] ?? 0;
  for (const pilot of pilots) {
    pilot.load(number);
    const { items, length } = pilot;
    let at = 0;
    let next = 0;
    while (at < length && (items[at] ?? 0) < bodyEnd) {
      next = seekAtLeast(shape.bodyStarts, (items[at] ?? 0) + 1, next);
      flags[next] = 1;
      at = seekAtLeast(items, shape.bodyStarts[next] ?? bodyEnd, at, length);
    }
    for (next = 0; at < length; at += 1) {
      next = seekAtLeast(shape.furnitureStarts, (items[at] ?? 0) + 1, next);
      flags[next] = 1;
    }
  }
  return flags;
}

function leastCost({ placed }: PageExpression): number {
  return placed.reduce((least, part) => Math.min(least, costOf(part)), Number.MAX_SAFE_INTEGER / 4);
}

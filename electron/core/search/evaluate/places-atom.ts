import { countBits } from "#shared/base/count-bits.ts";
import { seekAtLeast } from "#shared/base/sorted-numbers.ts";
import type { ResolvedNode } from "#shared/text/query/resolved-query.ts";
import type { Attempt } from "./attempt.ts";
import { buildPlaces, type Placed } from "./build-places.ts";
import { HitCollector } from "./hit-collector.ts";
import { LeafTally } from "./leaf-tally.ts";
import { NumberList } from "./number-list.ts";
import { add, createSet, keepCommon, listSet } from "./number-set.ts";
import { type Atom, HitRows, type HitSource } from "./part.ts";
import { PhrasePlaces } from "./phrase-places.ts";
import type { Stretch } from "./place-nodes.ts";
import { UsedPositions } from "./used-positions.ts";

/** Documents between two breaths: a phrase takes microseconds in most. */
const BREATH_DOCUMENTS = 16;

/** A stretch that reaches over whole documents. */
export function wholeDocuments(): Stretch {
  return { number: -1, isPage: false, bodyFrom: 0, bodyTo: 0, furnitureFrom: 0, furnitureTo: 0 };
}

/**
 * A phrase or proximity over whole documents: decided by the positions in those that have all of its words.
 *
 * @param isAlone whether nothing else has hits: then nobody asks which pages they are on
 */
export function placesAtom(node: ResolvedNode, attempt: Attempt, isAlone: boolean): Atom {
  const stretch = wholeDocuments();
  const placed = buildPlaces(node, stretch, attempt);
  const tally = new LeafTally(placed.node.leaves, attempt);
  const starts = new NumberList();
  const positions = UsedPositions.of(placed.node.leaves);
  const sources: HitSource[] = [];

  const collect = (number: number, collector: HitCollector): void => {
    stretch.number = number;
    if (placed.node.touch()) for (const leaf of placed.node.leaves) leaf.emit(collector.marks);
  };

  const { words } = attempt.sources;
  const rows = new HitRows();

  /** Adds a document with hits that begin at some positions, ascending. */
  const pushRow = (number: number, starts: Int32Array, hits: number): void => {
    const isSinglePage = attempt.pagesOf(number) === 1;
    if (isSinglePage) rows.push(number, hits, 1, 1);
    else if (isAlone) rows.push(number, hits, hits === 1 ? 1 : words.countPages(number, starts, hits));
    else {
      const mask = words.pageMask(number, starts, hits);
      rows.push(number, hits, mask === 0 ? words.countPages(number, starts, hits) : countBits(mask), mask);
    }
  };

  return {
    kind: "atom",
    cost: costOf(placed),
    candidates: placed.candidates,
    evaluate: async (allowed) => {
      const possible = placed.candidates();
      keepCommon(possible, allowed);
      for (const union of placed.unions) union.prepare(possible);
      const matched = createSet(attempt.limit);
      const collector = new HitCollector();
      const numbers = listSet(possible);
      const phrase = placed.node instanceof PhrasePlaces ? placed.node : null;
      const term = phrase?.term ?? null;
      let at = 0;
      for (let index = 0; index < numbers.length; index += 1) {
        if (index % BREATH_DOCUMENTS === 0) {
          const pause = attempt.breathe();
          if (pause !== null) await pause;
        }
        const number = numbers[index] ?? 0;
        if (term !== null) {
          at = seekAtLeast(term.numbers, number, at);
          if (term.isShared[at] === 0) {
            const hits = term.hits[at] ?? 0;
            add(matched, number);
            tally.take(number, hits);
            rows.push(number, hits, term.pages[at] ?? 0, term.pageBits[at] ?? 0);
            continue;
          }
        }
        stretch.number = number;
        if (phrase !== null) {
          const hits = phrase.findHits();
          if (hits === 0) continue;
          add(matched, number);
          tally.take(number, phrase.count);
          pushRow(number, phrase.starts, hits);
          continue;
        }
        if (!placed.node.touch()) continue;
        add(matched, number);
        if (positions !== null) {
          tally.count(number);
          const { items, length } = positions.gather();
          pushRow(number, items, length);
          continue;
        }
        collector.marks.length = 0;
        tally.emit(number, collector);
        collector.marks.mergeOverlapping();
        collector.marks.copyStarts(starts);
        pushRow(number, starts.items, starts.length);
      }
      sources.splice(0, sources.length, {
        ...rows.toArrays(),
        terms: placed.terms,
        places: null,
        kind: "word",
        collect,
      });
      return matched;
    },
    sources,
    leafCounts: () => tally.leafCounts(),
  };
}

/** More than 0: positions have to be read. */
export function costOf(placed: Placed): number {
  return 1 + placed.unions.reduce((least, { weight }) => Math.min(least, weight), Number.MAX_SAFE_INTEGER);
}

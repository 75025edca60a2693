import { HitCollector } from "./hit-collector.ts";
import type { ActiveSource } from "./hit-sources.ts";
import { has, type NumberSet } from "./number-set.ts";
import { WordUnion } from "./word-union.ts";

/** Gathers the hits of one document after the other, from everything that gives any there. */
export class HitGatherer {
  readonly collector = new HitCollector();
  /** All terms that give hits wherever they stand, read together. */
  readonly plain: WordUnion;
  /** The rest. */
  readonly others: readonly ActiveSource[];

  constructor(sources: readonly ActiveSource[]) {
    const isPlain = ({ source, within }: ActiveSource): boolean => source.places !== null && within === null;
    this.plain = new WordUnion(sources.filter(isPlain).flatMap(({ source }) => source.places ?? []));
    this.others = sources.filter((active) => !isPlain(active));
  }

  prepare(documents: NumberSet): void {
    this.plain.prepare(documents);
  }

  /** Leaves the hits of a document that matches in `collector`, settled. */
  gather(number: number): void {
    const { collector, plain } = this;
    collector.clear();
    plain.load(number);
    for (let at = 0; at < plain.length; at += 1) {
      const position = plain.items[at] ?? 0;
      collector.marks.push(position, position);
    }
    for (const { source, within } of this.others) {
      if (within === null || has(within, number)) source.collect(number, collector);
    }
    collector.settle();
  }
}

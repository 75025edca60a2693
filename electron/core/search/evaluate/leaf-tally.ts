import type { Attempt } from "./attempt.ts";
import type { HitCollector } from "./hit-collector.ts";
import { NumberList } from "./number-list.ts";
import { type LeafCounts, rarityOf } from "./part.ts";
import { PhrasePlaces } from "./phrase-places.ts";
import { type LeafNode, WordPlaces } from "./place-nodes.ts";
import { countDocuments } from "./word-atom.ts";

/** How often a leaf is used, in which documents: parallel lists. */
interface TalliedLeaf {
  readonly leaf: LeafNode;
  readonly numbers: NumberList;
  readonly counts: NumberList;
}

function keepCount({ numbers, counts }: TalliedLeaf, number: number, count: number): void {
  if (count === 0) return;
  numbers.push(number);
  counts.push(count);
}

/** Counts, while hits are gathered, how often each word and phrase of a part is among them. */
export class LeafTally {
  readonly #attempt: Attempt;
  readonly #leaves: readonly TalliedLeaf[];

  constructor(leaves: readonly LeafNode[], attempt: Attempt) {
    this.#attempt = attempt;
    this.#leaves = leaves.map((leaf) => ({ leaf, numbers: new NumberList(), counts: new NumberList() }));
  }

  /** Gathers the places that are used, and counts them. */
  emit(number: number, collector: HitCollector): void {
    for (const tallied of this.#leaves) keepCount(tallied, number, tallied.leaf.emit(collector.marks));
  }

  /** Counts the places that are used. */
  count(number: number): void {
    for (const tallied of this.#leaves) {
      const { used, count } = tallied.leaf;
      let sum = 0;
      for (let at = 0; at < count; at += 1) sum += used[at] ?? 0;
      keepCount(tallied, number, sum);
    }
  }

  /** Takes what the index says of a phrase that is a term: the only leaf. */
  take(number: number, count: number): void {
    for (const tallied of this.#leaves) keepCount(tallied, number, count);
  }

  leafCounts(): readonly LeafCounts[] {
    return this.#leaves.map(({ leaf, numbers, counts }) => ({
      numbers: numbers.toArray(),
      counts: Uint32Array.from(counts.toArray()),
      rarity: this.#rarityOf(leaf),
    }));
  }

  /**
   * How many documents have a phrase is known of those only that the rest of the search allows, so that it would weigh
   * more the less is asked for besides. The sum over its words does not depend on that.
   */
  #rarityOf(leaf: LeafNode): number {
    const words = leaf instanceof PhrasePlaces ? leaf.words : leaf instanceof WordPlaces ? [leaf] : [];
    const documents = this.#attempt.sources.words.documents();
    return words.reduce((sum, { union }) => sum + rarityOf(documents, countDocuments(union, this.#attempt)), 0);
  }
}

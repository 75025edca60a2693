import type { TermPlaces } from "#core/ports/word-index.ts";
import type { HitCollector } from "./hit-collector.ts";
import type { NumberSet } from "./number-set.ts";

/** Something that gives hits: in which documents, how many on how many pages. Parallel arrays, ascending by number. */
export interface HitSource {
  readonly numbers: Int32Array;
  readonly hits: Uint32Array;
  readonly pages: Uint32Array;
  /** Terms whose places its hits may be; none for what is no word. */
  readonly terms: readonly string[];
  /** Where it is a single term: that term's places, each of which is a hit. */
  readonly places: TermPlaces | null;
  /** What its hits could be one with: those of two kinds are always counted apart. What is mixed has several. */
  readonly kind: "word" | "pattern" | "field" | "mixed";
  /** Gathers what it found in a document. */
  collect(number: number, collector: HitCollector): void;
}

/** How often a word or phrase stands in documents, for ranking. */
export interface LeafCounts {
  readonly numbers: Int32Array;
  readonly counts: Uint32Array;
  /** BM25's weight for how rare it is. */
  readonly rarity: number;
}

/** A part of a search that is no combination of others: a word, phrase, proximity, expression, field or `page( )`. */
export interface Atom {
  readonly kind: "atom";
  /** What deciding on documents costs, to begin with what narrows cheaply: 0 for what the index says at once. */
  readonly cost: number;
  /** A set of its own with all documents that may match; null where any may. */
  candidates(): NumberSet | null;
  /**
   * Decides on documents.
   *
   * @param allowed the only ones that matter
   * @returns a set of its own: those of them that match
   */
  evaluate(allowed: NumberSet): Promise<NumberSet>;
  /** What gives hits, after `evaluate`. */
  readonly sources: readonly HitSource[];
  /** For ranking, after `evaluate`. */
  leafCounts(): readonly LeafCounts[];
}

/** Documents that match all of `positive` and none of `negative`. */
export interface AndPart {
  readonly kind: "and";
  readonly cost: number;
  readonly positive: readonly Part[];
  readonly negative: readonly Part[];
  /** After evaluation: documents that match. */
  matched: NumberSet;
}

/** Documents that match any of the members. */
export interface OrPart {
  readonly kind: "or";
  readonly cost: number;
  readonly members: readonly Part[];
}

export type Part = Atom | AndPart | OrPart;

/** Rows of a result that grow document by document. */
export class HitRows {
  readonly #columns = [new Uint32Array(256), new Uint32Array(256), new Uint32Array(256)] as [
    Uint32Array,
    Uint32Array,
    Uint32Array,
  ];
  #length = 0;

  push(number: number, hits: number, pages: number): void {
    const [numbers, allHits, allPages] = this.#columns;
    numbers[this.#length] = number;
    allHits[this.#length] = hits;
    allPages[this.#length] = pages;
    this.#length += 1;
    if (this.#length === numbers.length) {
      for (const column of [0, 1, 2] as const) {
        const larger = new Uint32Array(this.#length * 2);
        larger.set(this.#columns[column]);
        this.#columns[column] = larger;
      }
    }
  }

  toArrays(): Pick<HitSource, "numbers" | "hits" | "pages"> {
    const [numbers, hits, pages] = this.#columns;
    return {
      numbers: Int32Array.from(numbers.subarray(0, this.#length)),
      hits: hits.slice(0, this.#length),
      pages: pages.slice(0, this.#length),
    };
  }
}

/** BM25's weight of a word: Robertson and Zaragoza, in the form that is never negative. */
export function rarityOf(documents: number, documentsWith: number): number {
  return Math.log(1 + Math.max(0, documents - documentsWith + 0.5) / (documentsWith + 0.5));
}

import type { TermPlaces } from "#core/ports/word-index.ts";
import type { HitCollector } from "./hit-collector.ts";
import { NumberList } from "./number-list.ts";
import type { NumberSet } from "./number-set.ts";

/** Something that gives hits: in which documents, how many on how many pages. Parallel arrays, ascending by number. */
export interface HitSource {
  readonly numbers: Int32Array;
  readonly hits: Uint32Array;
  readonly pages: Uint32Array;
  /** Terms whose places its hits may be; none for what is no word. */
  readonly terms: readonly string[];
  /** The same pages as bits, as `TermPlaces` has them, of what is no term; without them, they were not found out. */
  readonly pageBits?: Uint32Array;
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
  readonly #numbers = new NumberList();
  readonly #hits = new NumberList();
  readonly #pages = new NumberList();
  readonly #pageBits = new NumberList();

  /** @param pageBits 0 where they are not known */
  push(number: number, hits: number, pages: number, pageBits = 0): void {
    this.#numbers.push(number);
    this.#hits.push(hits);
    this.#pages.push(pages);
    this.#pageBits.push(pageBits);
  }

  toArrays(): Required<Pick<HitSource, "numbers" | "hits" | "pages" | "pageBits">> {
    return {
      numbers: this.#numbers.toArray(),
      hits: Uint32Array.from(this.#hits.toArray()),
      pages: Uint32Array.from(this.#pages.toArray()),
      pageBits: Uint32Array.from(this.#pageBits.toArray()),
    };
  }
}

/** BM25's weight of a word: Robertson and Zaragoza, in the form that is never negative. */
export function rarityOf(documents: number, documentsWith: number): number {
  return Math.log(1 + Math.max(0, documents - documentsWith + 0.5) / (documentsWith + 0.5));
}

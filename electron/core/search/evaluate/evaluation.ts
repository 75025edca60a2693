import type { JoinedTexts } from "#core/ports/joined-texts.ts";
import type { PatternFinder } from "#core/ports/pattern-finder.ts";
import type { FieldPlaces, WordIndex } from "#core/ports/word-index.ts";
import type { PageOfWords } from "#shared/text/page-words.ts";
import type { FieldCondition } from "#shared/text/query/query-node.ts";

/** Where a field holds: in whole documents (their numbers, ascending), or on pages. */
export type FieldMatches =
  | { readonly scope: "document"; readonly numbers: Int32Array }
  | { readonly scope: "page"; readonly places: FieldPlaces };

/** A page as its words are read from it, without what the page before says. */
export type ReadablePage = Omit<PageOfWords, "before">;

/** What evaluating a search needs. Documents go by the numbers of `words`, their pages from 1. */
export interface EvaluationSources {
  readonly words: WordIndex;
  /**
   * Texts of pages, for regular expressions: of the first of them, as many as can be read in one go, at least one.
   *
   * @param numbers of the documents, parallel to `pages`; not empty
   */
  readonly joinPages: (numbers: Int32Array, pages: Int32Array) => JoinedTexts;
  /** A page for the places of words in it: asked for only where hits are shown. */
  readonly readPage: (number: number, page: number) => ReadablePage;
  readonly field: (condition: FieldCondition) => FieldMatches;
  readonly patterns: PatternFinder;
}

/** Words of a page that OCR was not sure of: offsets into its text, end exclusive. */
export type DoubtfulWords = (
  number: number,
  page: number,
) => readonly { readonly start: number; readonly end: number }[];

/** How a search is evaluated. */
export interface EvaluationOptions {
  readonly pace: Pace;
  /** Leaves out hits of words that touch one of these, and documents that have no other. */
  readonly confident?: DoubtfulWords | undefined;
  /** Numbers of the only documents that are asked about, ascending. */
  readonly within?: Int32Array | undefined;
  /** How long regular expressions may take in all, in milliseconds. */
  readonly patternLimitMs?: number | undefined;
}

/** Why a result is not of the whole: pages that a regular expression did not get to, or was given up on. */
export interface Incomplete {
  readonly pagesDone: number;
  readonly pagesInAll: number;
}

/** Documents that match: parallel arrays, ascending by number. */
export interface MatchedDocuments {
  readonly numbers: Int32Array;
  /** Hits in each; 0 for a document that is found by its fields alone. */
  readonly hits: Uint32Array;
  /** Pages of each on which a hit begins. */
  readonly pages: Uint32Array;
  /** BM25 over the search's words and phrases (k1 1.2, b 0.75; a word's forms count as one word); 0 without any. */
  readonly scores: Float64Array;
  readonly incomplete: Incomplete | null;
}

/** One hit: its parts on successive pages, one almost always. Offsets into the page's text, end exclusive. */
export interface DocumentHit {
  readonly parts: readonly { readonly page: number; readonly start: number; readonly end: number }[];
}

/** Lets others work, and stops what is no longer wanted. */
export interface Pace {
  /** To be called often; hands over to others when a slice of time is used up, and throws `search/cancelled`. */
  breathe(): Promise<void> | null;
}

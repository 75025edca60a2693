import type { DocumentId } from "#shared/base/ids.ts";
import type { FieldCondition, OpenRange } from "#shared/text/query/query-node.ts";

/** A term of the index with its figures, in which documents that were removed since may still count. */
export interface IndexTerm {
  /** A fold (`nunez`), or after `=` the lower-case word with its accents (`=núñez`). */
  readonly term: string;
  readonly documents: number;
  readonly hits: number;
}

/**
 * Where a term stands. Documents go by numbers, small and dense, that hold until `generation` changes. Parallel arrays,
 * ascending by number; only documents that are complete.
 */
export interface TermPlaces {
  readonly numbers: Int32Array;
  /** Occurrences in each document. */
  readonly hits: Uint32Array;
  /** Pages of each document with an occurrence. */
  readonly pages: Uint32Array;
  /** The same as bits, the first page lowest; 0 where the term stands on a page beyond `PAGE_BITS`. */
  readonly pageBits: Uint32Array;
  /**
   * 1 where another term may stand at the same place: this one is a part, or the whole, of a word that is divided at the end
   * of a line, or a word with its accents. Of two terms at one place at least one says so.
   */
  readonly isShared: Uint8Array;
  /**
   * Positions in the document at `index`, ascending. Body text is numbered through the document from 0, across pages,
   * without stamps, running headers and footers. Those follow after the end of the body, each page's apart from
   * everything else by at least `POSITION_GAP` (shared/text/page-words.ts).
   */
  positions(index: number): Int32Array;
  /** The same, into a buffer that is used again and again: for reading a hundred thousand documents. */
  readPositions(index: number, into: PositionBuffer): void;
  /** Whether the index knows common words beside places: not of a common word itself, of a pair, or of a word with accents. */
  readonly hasNeighbours: boolean;
  /**
   * As `readPositions`, but only those that stand beside common words. The index knows the code of the common word before
   * and after each position (`commonCodeOf`): 0 for another word or none, `SEVERAL_COMMON` where several stand there.
   *
   * @returns whether what stands beside any of the positions is not told for certain
   */
  readBeside(index: number, beside: BesideWords, into: PositionBuffer): boolean;
}

/** Positions of one document: the first `length` of `items`. Whoever fills it replaces `items` where they are too few. */
export interface PositionBuffer {
  items: Int32Array;
  length: number;
}

/** What `BesideWords` says of a code: that it does not fit (0), fits, or may. */
export const FITS = 1;
export const MAY_FIT = 2;

/** Common words that have to stand right before and after a place: by code, 0, `FITS` or `MAY_FIT`. */
export interface BesideWords {
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

/** Pages that `pageBits` can tell apart. */
export const PAGE_BITS = 26;

/** Pages of a document in terms of positions. */
export interface DocumentShape {
  readonly pages: number;
  /** Position of the first body word of each page (page 1 at 0), and at the end the number of body words. */
  readonly bodyStarts: Int32Array;
  /** Position of the first word of each page's stamps, headers and footers, ascending. */
  readonly furnitureStarts: Int32Array;
}

/** The bodies of a document's pages, parallel arrays in the order of pages. */
export interface PageBodies {
  /** Offset into the page's text. */
  readonly starts: Int32Array;
  /** How many code units of the page's text come after the body. */
  readonly tails: Int32Array;
}

/** Fields that the index knows of its pages by itself: all of a page but what people wrote on it. */
export type IndexedCondition =
  | Extract<FieldCondition, { readonly field: "bates" | "language" | "exemption" | "amount" | "confidence" }>
  | { readonly field: "filed"; readonly range: OpenRange<string> }
  | { readonly field: "has"; readonly what: "ocr" | "redaction" | "hidden" | "text" };

/**
 * Places where a page's field holds: parallel arrays, ascending by document, page and start. `starts` is -1 where the page
 * as a whole has it (a language, a confidence); else offsets into the page's text, end exclusive.
 */
export interface FieldPlaces {
  readonly numbers: Int32Array;
  readonly pages: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/**
 * The full-text index, read. A search asks for `generation` when it begins, and reads in slices; when it changed in between,
 * it starts again, and lets go of what it was handed before. What was committed is there. The one exception: a document of
 * more than 64 pages of which some wait for OCR may be what it was two seconds ago, its text being newer than its words.
 */
export interface WordIndex {
  /** Changes with every change of what is indexed or of how it is stored. */
  generation(): number;
  /** One more than the highest number of a document. */
  numberLimit(): number;
  /** Null for a number of no complete document. */
  documentOf(number: number): DocumentId | null;
  /** -1 for a document that is not complete. */
  numberOf(documentId: DocumentId): number;
  /** Complete documents. */
  documents(): number;
  /** Body words of each document, by number: what ranking divides by. */
  lengths(): Uint32Array;
  shape(number: number): DocumentShape;
  /** Pages of the document: what `shape` says. */
  pagesOf(number: number): number;
  /** Pages on which any of the positions lies: the first `length` of `positions`, ascending. */
  countPages(number: number, positions: Int32Array, length: number): number;
  /** The same as bits, the first page lowest; 0 for a document of more than `PAGE_BITS` pages. */
  pageMask(number: number, positions: Int32Array, length: number): number;
  /** What lies between running headers and footers, of each page: what `PageOfWords.body` is, from the edges of the text. */
  bodies(number: number): PageBodies;
  fieldPlaces(condition: IndexedCondition): FieldPlaces;
  /** Null for a term that stands nowhere. Two common words that follow each other are a term too: `pairTerm`. */
  places(term: string): TermPlaces | null;
  figures(term: string): IndexTerm | null;
  /** Terms that begin so, ascending by code unit; `=` begins those with accents, and no other. */
  termsWithPrefix(prefix: string): Iterable<IndexTerm>;
  /** Terms (folds) that match `*` and `?`, ascending. */
  termsLike(pattern: string): Iterable<IndexTerm>;
  /** Terms (folds) within a distance, as `WordPattern` says, ascending. */
  termsNear(fold: string, distance: 1 | 2): Iterable<IndexTerm>;
}

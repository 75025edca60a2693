import {
  type DocumentShape,
  type FieldPlaces,
  type IndexTerm,
  MAY_FIT,
  PAGE_BITS,
  type TermPlaces,
  type WordIndex,
} from "#core/ports/word-index.ts";
import type { ReadablePage } from "#core/search/evaluate/evaluation.ts";
import type { DocumentId } from "#shared/base/ids.ts";
import type { Detection } from "#shared/model/detection.ts";
import { commonCodeOf, PAIR_MARK, pairTerm, SEVERAL_COMMON } from "#shared/text/common-words.ts";
import { numberDocument, pageOfPosition, toDocumentPosition } from "#shared/text/document-words.ts";
import { type DividedWord, readPageTerms } from "#shared/text/page-words.ts";
import { findRunningLines, readPageEdges } from "#shared/text/running-lines.ts";

/** A page as it is put into the index. */
export interface MemoryPage {
  readonly text: string;
  readonly detections: readonly Detection[];
}

export interface MemoryDocument {
  readonly id: DocumentId;
  readonly pages: readonly MemoryPage[];
}

/** An index of words that is held in memory, and the texts that it was made of. */
export interface MemoryWordIndex extends WordIndex {
  /** Page from 1. */
  readPage(number: number, page: number): ReadablePage;
  /** Makes the generation another one. */
  change(): void;
}

/** One row of `TermPlaces`, as it grows. */
interface Row {
  readonly number: number;
  readonly positions: number[];
}

/**
 * Indexes documents as the case's index does, without its files. The numbers have gaps, as those of an index from which
 * documents were removed.
 */
export function createMemoryWordIndex(documents: readonly MemoryDocument[]): MemoryWordIndex {
  const numbers = documents.map((_, index) => index + Math.floor((index + 1) / 3));
  const byNumber = new Map(numbers.map((number, index) => [number, indexDocument(documents[index]?.pages ?? [])]));
  const ids = new Map(numbers.map((number, index) => [number, documents[index]?.id]));
  const limit = (numbers.at(-1) ?? -1) + 1;
  const rows = new Map<string, Row[]>();
  for (const [number, { terms }] of byNumber) {
    for (const [term, positions] of terms) {
      const row = { number, positions: [...positions].sort((one, other) => one - other) };
      const known = rows.get(term);
      if (known === undefined) rows.set(term, [row]);
      else known.push(row);
    }
  }
  const sorted = [...rows.keys()].sort();
  let generation = 1;

  const shape = (number: number): DocumentShape => {
    const document = byNumber.get(number);
    if (document === undefined) throw new Error(`There is no document ${number}.`);
    return document.shape;
  };
  const places = (term: string): TermPlaces | null => {
    const list = rows.get(term);
    if (list === undefined) return null;
    return {
      numbers: Int32Array.from(list, ({ number }) => number),
      hits: Uint32Array.from(list, ({ positions }) => positions.length),
      pages: Uint32Array.from(
        list,
        ({ number, positions }) => new Set(positions.map((position) => pageOfPosition(shape(number), position))).size,
      ),
      pageBits: Uint32Array.from(list, ({ number, positions }) => bitsOf(shape(number), positions)),
      isShared: Uint8Array.from(list, ({ number, positions }) =>
        positions.some((position) => (byNumber.get(number)?.termsAt.get(position) ?? 0) > 1) ? 1 : 0,
      ),
      positions: (index) => Int32Array.from(list[index]?.positions ?? []),
      readPositions: (index, into) => {
        into.items = Int32Array.from(list[index]?.positions ?? []);
        into.length = into.items.length;
      },
      hasNeighbours: hasNeighbours(term),
      readBeside: (index, { before, after }, into) => {
        const { number, positions } = list[index] ?? { number: -1, positions: [] };
        const codes = byNumber.get(number)?.commonAt ?? new Map<number, number>();
        const fits = (position: number) =>
          [before[codes.get(position - 1) ?? 0] ?? 0, after[codes.get(position + 1) ?? 0] ?? 0] as const;
        const kept = positions.filter((position) => !fits(position).includes(0));
        into.items = Int32Array.from(kept);
        into.length = kept.length;
        return kept.some((position) => fits(position).includes(MAY_FIT));
      },
    };
  };
  const figures = (term: string): IndexTerm | null => {
    const list = rows.get(term);
    if (list === undefined) return null;
    return { term, documents: list.length, hits: list.reduce((sum, { positions }) => sum + positions.length, 0) };
  };
  const termsWhere = (test: (term: string) => boolean): readonly IndexTerm[] =>
    sorted.filter(test).flatMap((term) => figures(term) ?? []);

  return {
    generation: () => generation,
    numberLimit: () => limit,
    documentOf: (number) => ids.get(number) ?? null,
    numberOf: (id) => numbers[documents.findIndex((document) => document.id === id)] ?? -1,
    documents: () => documents.length,
    lengths: () =>
      Uint32Array.from({ length: limit }, (_, number) => byNumber.get(number)?.shape.bodyStarts.at(-1) ?? 0),
    shape,
    pagesOf: (number) => shape(number).pages,
    pageMask: (number, positions, length) => {
      const { pages } = shape(number);
      return pages > PAGE_BITS ? 0 : bitsOf(shape(number), [...positions.subarray(0, length)]);
    },
    countPages: (number, positions, length) =>
      new Set(Array.from(positions.subarray(0, length), (position) => pageOfPosition(shape(number), position))).size,
    bodies: (number) => {
      const pages = byNumber.get(number)?.pages ?? [];
      return {
        starts: Int32Array.from(pages, ({ body }) => body.start),
        tails: Int32Array.from(pages, ({ text, body }) => text.length - body.end),
      };
    },
    fieldPlaces: (): FieldPlaces => {
      throw new Error("This index has no fields.");
    },
    places,
    figures,
    termsWithPrefix: (prefix) => termsWhere((term) => term.startsWith(prefix) && (prefix !== "" || !isMarked(term))),
    termsLike: (pattern) => {
      const source = pattern.replaceAll("*", ".*").replaceAll("?", ".");
      const expression = new RegExp(`^${source}$`, "u");
      return termsWhere((term) => !isMarked(term) && expression.test(term));
    },
    termsNear: () => {
      throw new Error("This index finds no similar terms.");
    },
    readPage: (number, page) => {
      const read = byNumber.get(number)?.pages[page - 1];
      if (read === undefined) throw new Error(`There is no page ${page} of document ${number}.`);
      return read;
    },
    change: () => {
      generation += 1;
    },
  };
}

/** A document as it stands in the index. */
interface IndexedDocument {
  readonly pages: readonly ReadablePage[];
  readonly shape: DocumentShape;
  readonly terms: ReadonlyMap<string, ReadonlySet<number>>;
  /** How many terms stand at each position. */
  readonly termsAt: ReadonlyMap<number, number>;
  /** Codes of the common words, by position. */
  readonly commonAt: ReadonlyMap<number, number>;
}

/** No plain word: a word with its accents, or a pair. */
function isMarked(term: string): boolean {
  return term.startsWith("=") || term.startsWith(PAIR_MARK);
}

function hasNeighbours(term: string): boolean {
  return !isMarked(term) && commonCodeOf(term) === 0;
}

/** Pages as `TermPlaces.pageBits` has them. */
function bitsOf(shape: DocumentShape, positions: readonly number[]): number {
  const pages = positions.map((position) => pageOfPosition(shape, position));
  return pages.some((page) => page >= PAGE_BITS) ? 0 : pages.reduce((bits, page) => bits | (1 << page), 0);
}

function indexDocument(pages: readonly MemoryPage[]): IndexedDocument {
  const bodies = findRunningLines(pages.map(({ text, detections }) => readPageEdges(text, detections)));
  const readable = pages.map((page, index) => ({
    ...page,
    body: bodies[index] ?? { start: 0, end: page.text.length },
  }));
  let before: DividedWord | null = null;
  const read = readable.map((page) => {
    const found: (readonly [string, number])[] = [];
    const counts = readPageTerms({ ...page, before }, (term, position) => found.push([term, position]));
    before = counts.divided;
    return { counts, found };
  });
  const shape = numberDocument(read.map(({ counts }) => counts));
  const terms = new Map<string, Set<number>>();
  read.forEach(({ found }, page) => {
    for (const [term, position] of found) {
      const positions = terms.get(term) ?? new Set();
      terms.set(term, positions.add(toDocumentPosition(shape, page, position)));
    }
  });
  const termsAt = new Map<number, number>();
  for (const positions of terms.values()) {
    for (const position of positions) termsAt.set(position, (termsAt.get(position) ?? 0) + 1);
  }
  const common = [...terms].filter(([term]) => commonCodeOf(term) > 0);
  const commonAt = new Map<number, number>();
  for (const [term, positions] of common) {
    for (const position of positions) {
      commonAt.set(position, commonAt.has(position) ? SEVERAL_COMMON : commonCodeOf(term));
    }
  }
  for (const [first, positions] of common) {
    for (const [second, others] of common) {
      const pairs = [...positions].filter((position) => others.has(position + 1));
      if (pairs.length > 0) terms.set(pairTerm(first, second), new Set(pairs));
    }
  }
  return { pages: readable, shape, terms, termsAt, commonAt };
}

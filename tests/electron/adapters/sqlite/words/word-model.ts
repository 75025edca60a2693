import { expect } from "vitest";
import type { SearchIndex } from "#core/ports/search-index.ts";
import { FITS, type PositionBuffer, type TermPlaces, type WordIndex } from "#core/ports/word-index.ts";
import type { DocumentId } from "#shared/base/ids.ts";
import type { Detection } from "#shared/model/detection.ts";
import { commonCodeOf, PAIR_MARK, pairTerm, SEVERAL_COMMON } from "#shared/text/common-words.ts";
import { numberDocument, pageOfPosition, toDocumentPosition } from "#shared/text/document-words.ts";
import { type DividedWord, type PageWordCounts, readPageTerms } from "#shared/text/page-words.ts";
import { findRunningLines, readPageEdges } from "#shared/text/running-lines.ts";
import { makePages, newDocumentId } from "../../../../support/test-database.ts";

/** A page as the index has it. */
export interface ModelPage {
  readonly text: string;
  readonly detections: readonly Detection[];
}

/** Where a term stands in one document. */
interface ModelPlaces {
  readonly positions: readonly number[];
  readonly pages: number;
  /** Codes of the common words before and after each; null for a term without. */
  readonly neighbours: readonly number[] | null;
}

type Occurrence = readonly [term: string, page: number, position: number];

/** Terms of one document, by reading it page by page. */
function readTerms(pages: readonly ModelPage[]): ReadonlyMap<string, ModelPlaces> {
  const bodies = findRunningLines(pages.map(({ text, detections }) => readPageEdges(text, detections)));
  const counts: PageWordCounts[] = [];
  const found: Occurrence[] = [];
  let before: DividedWord | null = null;
  for (const [page, { text, detections }] of pages.entries()) {
    const body = bodies[page] ?? { start: 0, end: text.length };
    const count = readPageTerms({ text, detections, body, before }, (term, position) => {
      found.push([term, page, position]);
    });
    counts.push(count);
    before = count.divided;
  }
  const numbering = numberDocument(counts);
  const placed = Map.groupBy(
    found.map(([term, page, position]) => [term, toDocumentPosition(numbering, page, position)] as const),
    ([term]) => term,
  );
  const byTerm = new Map([...placed].map(([term, places]) => [term, places.map(([, position]) => position)] as const));
  const common = [...byTerm].filter(([term]) => commonCodeOf(term) > 0);
  for (const [first, positions] of common) {
    for (const [second, others] of common) {
      const pairs = positions.filter((position) => others.includes(position + 1));
      if (pairs.length > 0) byTerm.set(pairTerm(first, second), pairs);
    }
  }
  const codesAt = (position: number): number => {
    const codes = common.flatMap(([term, positions]) => (positions.includes(position) ? [commonCodeOf(term)] : []));
    return codes.length > 1 ? SEVERAL_COMMON : (codes[0] ?? 0);
  };
  return new Map(
    [...byTerm].map(([term, positions]) => {
      const ascending = positions.toSorted((one, other) => one - other);
      const isPlain = !term.startsWith("=") && !term.startsWith(PAIR_MARK) && commonCodeOf(term) === 0;
      return [
        term,
        {
          positions: ascending,
          pages: new Set(positions.map((position) => pageOfPosition(numbering, position))).size,
          neighbours: isPlain ? ascending.flatMap((position) => [codesAt(position - 1), codesAt(position + 1)]) : null,
        },
      ];
    }),
  );
}

type Row = [DocumentId, number, readonly number[], readonly number[] | null];
type Found = Record<string, readonly Row[]>;

/** The codes beside each position, by asking for one after the other. */
function readNeighbours(places: TermPlaces, index: number, asked: ReadonlySet<number>): readonly number[] {
  const positions = [...places.positions(index)];
  const codes = positions.flatMap(() => [0, 0]);
  const any = new Uint8Array(256).fill(FITS);
  const into: PositionBuffer = { items: new Int32Array(0), length: 0 };
  for (const code of asked) {
    const only = new Uint8Array(256);
    only[code] = FITS;
    for (const [side, beside] of [
      { before: only, after: any },
      { before: any, after: only },
    ].entries()) {
      expect(places.readBeside(index, beside, into)).toBe(false);
      for (const position of into.items.subarray(0, into.length)) codes[positions.indexOf(position) * 2 + side] = code;
    }
  }
  return codes;
}

/** Every term with its documents, in the order of identifiers. */
function modelTerms(documents: ReadonlyMap<DocumentId, readonly ModelPage[]>): Found {
  const found: Record<string, Row[]> = {};
  for (const [documentId, pages] of [...documents].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    for (const [term, places] of readTerms(pages)) {
      found[term] ??= [];
      found[term].push([documentId, places.pages, places.positions, places.neighbours]);
    }
  }
  return found;
}

/** Expects that the index has these documents, each word at its places, and nothing else. */
export function expectSameWords(words: WordIndex, documents: ReadonlyMap<DocumentId, readonly ModelPage[]>): void {
  const wanted = modelTerms(documents);
  expect(words.documents()).toBe(documents.size);
  const terms = ["", "=", PAIR_MARK].flatMap((prefix) => [...words.termsWithPrefix(prefix)]);
  const found: Record<string, Row[]> = {};
  const asked = new Set([SEVERAL_COMMON, commonCodeOf("from"), ...Object.keys(wanted).map(commonCodeOf)]);
  asked.delete(0);
  for (const { term, documents: inDocuments, hits } of terms) {
    const places = words.places(term);
    if (places === null) continue;
    expect([...places.numbers]).toEqual([...places.numbers].toSorted((one, other) => one - other));
    const rows = [...places.numbers].map((number, index): Row => {
      const positions = [...places.positions(index)];
      expect(places.hits[index]).toBe(positions.length);
      const documentId = words.documentOf(number);
      if (documentId === null) throw new Error("a place in a document that is gone");
      expect(words.numberOf(documentId)).toBe(number);
      const neighbours = places.hasNeighbours ? readNeighbours(places, index, asked) : null;
      return [documentId, places.pages[index] ?? 0, positions, neighbours];
    });
    expect(inDocuments).toBeGreaterThanOrEqual(rows.length);
    expect(hits).toBeGreaterThanOrEqual(rows.reduce((sum, [, , positions]) => sum + positions.length, 0));
    expect(words.figures(term)).toEqual({ term, documents: inDocuments, hits });
    found[term] = rows.toSorted(([one], [other]) => (one < other ? -1 : 1));
  }
  expect(found).toEqual(wanted);
  const lengths = words.lengths();
  for (const [documentId, pages] of documents) {
    const number = words.numberOf(documentId);
    const shape = words.shape(number);
    expect(shape.pages).toBe(pages.length);
    expect(lengths[number]).toBe(shape.bodyStarts.at(-1));
    expect(number).toBeLessThan(words.numberLimit());
    const { starts, tails } = words.bodies(number);
    const bodies = findRunningLines(pages.map(({ text, detections }) => readPageEdges(text, detections)));
    expect(pages.map(({ text }, page) => ({ start: starts[page], end: text.length - (tails[page] ?? 0) }))).toEqual(
      bodies,
    );
  }
  expect(lengths.filter((length) => length > 0).length).toBeLessThanOrEqual(documents.size);
}

/** Adds a document of such pages; found after the next commit. */
export function addTexts(index: SearchIndex, ...texts: readonly string[]): DocumentId {
  const documentId = newDocumentId();
  index.beginDocument(documentId);
  index.addPages(documentId, makePages(...texts), "waiting");
  index.finishDocument(documentId);
  return documentId;
}

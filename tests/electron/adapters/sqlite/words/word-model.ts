import { expect } from "vitest";
import type { SearchIndex } from "#core/ports/search-index.ts";
import type { WordIndex } from "#core/ports/word-index.ts";
import type { DocumentId } from "#shared/base/ids.ts";
import type { Detection } from "#shared/model/detection.ts";
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
  return new Map(
    [...Map.groupBy(found, ([term]) => term)].map(([term, places]) => {
      const positions = places.map(([, page, position]) => toDocumentPosition(numbering, page, position));
      return [
        term,
        {
          positions: positions.toSorted((one, other) => one - other),
          pages: new Set(positions.map((position) => pageOfPosition(numbering, position))).size,
        },
      ];
    }),
  );
}

type Found = Record<string, readonly (readonly [DocumentId, number, readonly number[]])[]>;

/** Every term with its documents, in the order of identifiers. */
function modelTerms(documents: ReadonlyMap<DocumentId, readonly ModelPage[]>): Found {
  const found: Record<string, [DocumentId, number, readonly number[]][]> = {};
  for (const [documentId, pages] of [...documents].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    for (const [term, places] of readTerms(pages)) {
      found[term] ??= [];
      found[term].push([documentId, places.pages, places.positions]);
    }
  }
  return found;
}

/** Expects that the index has these documents, each word at its places, and nothing else. */
export function expectSameWords(words: WordIndex, documents: ReadonlyMap<DocumentId, readonly ModelPage[]>): void {
  const wanted = modelTerms(documents);
  expect(words.documents()).toBe(documents.size);
  const terms = [...words.termsWithPrefix(""), ...words.termsWithPrefix("=")];
  const found: Record<string, [DocumentId, number, readonly number[]][]> = {};
  for (const { term, documents: inDocuments, hits } of terms) {
    const places = words.places(term);
    if (places === null) continue;
    expect([...places.numbers]).toEqual([...places.numbers].toSorted((one, other) => one - other));
    const rows = [...places.numbers].map((number, index): [DocumentId, number, readonly number[]] => {
      const positions = [...places.positions(index)];
      expect(places.hits[index]).toBe(positions.length);
      const documentId = words.documentOf(number);
      if (documentId === null) throw new Error("a place in a document that is gone");
      expect(words.numberOf(documentId)).toBe(number);
      return [documentId, places.pages[index] ?? 0, positions];
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

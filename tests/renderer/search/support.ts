import type { DocumentId } from "#shared/base/ids.ts";
import type { SearchAnswer, SearchGroup, SearchHit, SearchResultPage } from "#shared/model/search.ts";

/** A document identifier from one digit or letter, for tests. */
export function documentId(letter: string): DocumentId {
  return `doc_${letter.repeat(12)}` as DocumentId;
}

export function hit(start: number): SearchHit {
  return { start, end: start + 4, quads: [] };
}

export function resultPage(letter: string, page: number, starts: readonly number[] = [0]): SearchResultPage {
  return {
    documentId: documentId(letter),
    title: letter,
    page,
    label: null,
    snippet: "",
    snippetMarks: [],
    hits: starts.map(hit),
  };
}

export function group(letter: string, matchingPages: readonly number[], totalPages = 10): SearchGroup {
  return {
    documentId: documentId(letter),
    title: letter,
    shortName: letter,
    matchingPages,
    totalPages,
    hits: matchingPages.length,
  };
}

export function answer(groups: readonly SearchGroup[], results: readonly SearchResultPage[]): SearchAnswer {
  return { documents: groups.length, pages: results.length, hits: results.length, groups, results, tookMs: 1 };
}

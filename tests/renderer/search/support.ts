import type { DocumentId } from "#shared/base/ids.ts";
import {
  type SearchAnswer,
  type SearchGroup,
  type SearchHit,
  type SearchOptions,
  type SearchResultPage,
  searchOptionsSchema,
} from "#shared/model/search.ts";

export const PLAIN_OPTIONS: SearchOptions = searchOptionsSchema.parse({});

/** A document identifier from one digit or letter, for tests. */
export function documentId(letter: string): DocumentId {
  return `doc_${letter.repeat(12)}` as DocumentId;
}

export function hit(start: number, continues: SearchHit["continues"] = "no"): SearchHit {
  return { start, end: start + 4, quads: [], continues };
}

export function resultPage(letter: string, page: number, starts: readonly number[] = [0]): SearchResultPage {
  return {
    documentId: documentId(letter),
    page,
    label: null,
    snippet: "",
    snippetMarks: [],
    hits: starts.map((start) => hit(start)),
  };
}

export function group(letter: string, matchingPages: readonly number[], totalPages = 10): SearchGroup {
  return {
    documentId: documentId(letter),
    title: letter,
    shortName: letter,
    kind: null,
    date: null,
    court: null,
    ecfNumber: null,
    batesBegin: null,
    batesEnd: null,
    language: null,
    matchingPages,
    totalPages,
    hits: matchingPages.length,
    score: 1,
    pages: [],
  };
}

export function answer(groups: readonly SearchGroup[]): SearchAnswer {
  const hits = groups.reduce((sum, item) => sum + item.hits, 0);
  return {
    documents: groups.length,
    pages: hits,
    hits,
    groups,
    facets: null,
    explanation: {
      words: "",
      tree: { label: "", leaf: null, children: [] },
      leaves: [],
      notices: [],
      synonyms: [],
    },
    incomplete: null,
    tookMs: 1,
  };
}

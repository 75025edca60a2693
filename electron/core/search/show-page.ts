import type { DocumentId } from "#shared/base/ids.ts";
import type { SearchHit, SearchResultPage } from "#shared/model/search.ts";
import { quadsForRange } from "#shared/text/geometry.ts";
import { makeSnippet } from "#shared/text/snippet.ts";
import type { ShownPage } from "../ports/search-index.ts";
import type { DocumentHit } from "./evaluate/evaluation.ts";
import type { HitTerms } from "./hit-terms.ts";

/** A hit's part on one page. */
export type PageHit = Omit<SearchHit, "quads">;

/** The parts of hits by page, each page's in the order of its text. */
export function hitsByPage(hits: readonly DocumentHit[]): ReadonlyMap<number, readonly PageHit[]> {
  const pages = new Map<number, PageHit[]>();
  for (const { parts } of hits) {
    for (const [index, { page, start, end }] of parts.entries()) {
      const continues = index > 0 ? "from-page-before" : parts.length > 1 ? "on-next-page" : "no";
      const own = pages.get(page);
      if (own === undefined) pages.set(page, [{ start, end, continues }]);
      else own.push({ start, end, continues });
    }
  }
  for (const own of pages.values()) own.sort((one, other) => one.start - other.start || one.end - other.end);
  return pages;
}

/** A page of a result: its snippet, and its hits with the boxes that they cover. */
export function showPage(
  documentId: DocumentId,
  { page, text, label, runsTouching }: ShownPage,
  hits: readonly PageHit[],
  termsOf: HitTerms,
): SearchResultPage {
  const runs = hits.length === 0 ? [] : runsTouching(hits);
  const placed = hits.map(({ start, end }) => ({ start, end, terms: termsOf(text, start, end) }));
  const { snippet, marks } = makeSnippet(text, placed);
  return {
    documentId,
    page,
    label,
    snippet,
    snippetMarks: marks,
    hits: hits.map((hit) => ({ ...hit, quads: quadsForRange(runs, hit.start, hit.end) })),
  };
}

import type { SearchAnswer, SearchGroup, SearchResultPage } from "#shared/model/search.ts";

/** Snippets that a document shows before it is asked for all of them. */
export const SNIPPETS_PER_DOCUMENT = 3;

/** A document of the result with what came of it in the answer; both lists are in page order. */
export interface ResultGroup {
  readonly group: SearchGroup;
  readonly pages: readonly SearchResultPage[];
  /** The first of `pages` to come, which are the best, at most `SNIPPETS_PER_DOCUMENT`. */
  readonly snippets: readonly SearchResultPage[];
}

/**
 * Lays the answer out by document in order of rank. Snippets stand in page order, so that next and previous hit follow
 * what is on screen.
 */
export function groupResults(answer: SearchAnswer): readonly ResultGroup[] {
  const byDocument = new Map<string, SearchResultPage[]>();
  for (const page of answer.results) {
    const pages = byDocument.get(page.documentId);
    if (pages === undefined) byDocument.set(page.documentId, [page]);
    else pages.push(page);
  }
  return answer.groups.map((group) => {
    const pages = byDocument.get(group.documentId) ?? [];
    return { group, pages: inPageOrder(pages), snippets: inPageOrder(pages.slice(0, SNIPPETS_PER_DOCUMENT)) };
  });
}

/**
 * One answer from successive portions of the same result. Later portions bring further documents, and further pages of
 * documents that came before.
 */
export function joinPortions(portions: readonly SearchAnswer[]): SearchAnswer {
  const first = portions[0] ?? NOTHING;
  const groups = new Map(portions.flatMap((portion) => portion.groups.map((group) => [group.documentId, group])));
  return { ...first, groups: [...groups.values()], results: portions.flatMap((portion) => portion.results) };
}

const NOTHING: SearchAnswer = { documents: 0, pages: 0, hits: 0, groups: [], results: [], tookMs: 0 };

/** Pages of one document, ascending. */
export function inPageOrder(pages: readonly SearchResultPage[]): readonly SearchResultPage[] {
  return [...pages].sort((left, right) => left.page - right.page);
}

/** A stretch of a snippet: marked terms and what stands between them. */
export interface SnippetPart {
  readonly text: string;
  readonly marked: boolean;
  /** Offset in the snippet: its identity. */
  readonly start: number;
}

/** Cuts a snippet at its marks. Marks that overlap or lie outside are clipped, so no text is lost or doubled. */
export function snippetParts(
  snippet: string,
  marks: readonly { readonly start: number; readonly end: number }[],
): readonly SnippetPart[] {
  const parts: SnippetPart[] = [];
  let done = 0;
  for (const mark of [...marks].sort((left, right) => left.start - right.start)) {
    const start = Math.max(done, Math.min(mark.start, snippet.length));
    const end = Math.min(mark.end, snippet.length);
    if (end <= start) continue;
    if (start > done) parts.push({ text: snippet.slice(done, start), marked: false, start: done });
    parts.push({ text: snippet.slice(start, end), marked: true, start });
    done = end;
  }
  if (done < snippet.length) parts.push({ text: snippet.slice(done), marked: false, start: done });
  return parts;
}

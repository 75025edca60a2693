import { assertNever } from "#shared/base/assert-never.ts";
import type { SearchHit, SearchResultPage } from "#shared/model/search.ts";

/** One hit of a document, in reading order. */
export interface DocumentHit {
  readonly page: number;
  readonly label: string | null;
  readonly hit: SearchHit;
  /** Its part on the next page, when it goes on there. */
  readonly rest: { readonly page: number; readonly hit: SearchHit } | null;
}

/** All hits of the given pages of one document, by page and then by offset. The two parts of a hit across pages are one. */
export function hitsOf(pages: readonly SearchResultPage[]): readonly DocumentHit[] {
  const found: DocumentHit[] = [];
  for (const page of [...pages].sort((left, right) => left.page - right.page)) {
    for (const hit of [...page.hits].sort((left, right) => left.start - right.start)) {
      const open = hit.continues === "from-page-before" ? openBefore(found, page.page) : -1;
      const before = found[open];
      if (before === undefined) found.push({ page: page.page, label: page.label, hit, rest: null });
      else found[open] = { ...before, rest: { page: page.page, hit } };
    }
  }
  return found;
}

/** Place of the last hit that goes on from the page before this one and has no other part yet; -1 without one. */
function openBefore(found: readonly DocumentHit[], page: number): number {
  return found.findLastIndex(
    (item) => item.page === page - 1 && item.hit.continues === "on-next-page" && item.rest === null,
  );
}

/** Which hit of a document is wanted: by its place in reading order, the last one, or one on (or after) a page. */
export type WantedHit =
  | { readonly kind: "index"; readonly index: number }
  | { readonly kind: "last" }
  | { readonly kind: "place"; readonly page: number; readonly start?: number };

/** Where the person stands in a result: a document by its rank, and one of its hits. */
export interface HitCursor {
  readonly group: number;
  readonly hit: WantedHit;
}

/** Finds the wanted hit: an index into `hits`, or null when there are none. A place without a hit gives the next one. */
export function resolveHit(wanted: WantedHit, hits: readonly DocumentHit[]): number | null {
  if (hits.length === 0) return null;
  switch (wanted.kind) {
    case "index":
      return Math.max(0, Math.min(wanted.index, hits.length - 1));
    case "last":
      return hits.length - 1;
    case "place": {
      const exact = hits.findIndex((item) => startsAt(item, wanted.page, wanted.start));
      if (exact !== -1) return exact;
      const after = hits.findIndex((item) => item.page >= wanted.page);
      return after === -1 ? hits.length - 1 : after;
    }
    default:
      return assertNever(wanted);
  }
}

/** True for a hit with a part that begins there. */
function startsAt({ page, hit, rest }: DocumentHit, wantedPage: number, start: number | undefined): boolean {
  return (page === wantedPage && hit.start === start) || (rest?.page === wantedPage && rest.hit.start === start);
}

/**
 * Moves to the next or previous hit, on into the neighbouring document at the ends.
 *
 * @param hits those of the current document; null while they are not known: then the cursor stays
 * @param groups number of documents in the result
 * @returns the same cursor at the very first or very last hit
 */
export function stepHit(
  cursor: HitCursor,
  direction: 1 | -1,
  hits: readonly DocumentHit[] | null,
  groups: number,
): HitCursor {
  if (hits === null) return cursor;
  const at = resolveHit(cursor.hit, hits);
  if (at !== null) {
    const index = at + direction;
    if (index >= 0 && index < hits.length) return { group: cursor.group, hit: { kind: "index", index } };
  }
  const group = cursor.group + direction;
  if (group < 0 || group >= groups) return cursor;
  return { group, hit: direction === 1 ? { kind: "index", index: 0 } : { kind: "last" } };
}

import { useCallback, useMemo, useState } from "react";
import type { SearchGroup } from "#shared/model/search.ts";
import { type ReaderPlace, type SearchTrail, useNavigation } from "../app/navigation.ts";
import { type DocumentHit, type HitCursor, hitsOf, resolveHit, stepHit } from "./hit-cursor.ts";
import { requestKey } from "./search-request.ts";
import { useDocumentHits } from "./use-document-hits.ts";
import type { Answered } from "./use-search.ts";

const START: HitCursor = { group: 0, hit: { kind: "index", index: 0 } };

/** Where the person stands in the results, and the ways to go on. */
export interface SearchCursor {
  readonly cursor: HitCursor;
  /** Place of the current document in the result. */
  readonly group: number;
  readonly currentGroup: SearchGroup | null;
  /** Hits of the current document; null while they are fetched. */
  readonly hits: readonly DocumentHit[] | null;
  readonly current: DocumentHit | null;
  /** Goes to a document (the nearest one when there is none at that place) and returns its place. */
  readonly choose: (index: number) => number;
  readonly choosePage: (index: number, page: number) => void;
  readonly openPage: (index: number, page: number) => void;
  readonly openCurrent: () => void;
  /** Goes to the next or previous hit; returns the place of its document, or null when it stays. */
  readonly step: (direction: 1 | -1) => number | null;
}

/** Keeps the cursor of one answer; a new search or another order begins again at the first document. */
export function useSearchCursor({ request, sort, answer }: Answered): SearchCursor {
  const { openDocument } = useNavigation();
  const { groups } = answer;
  const key = `${sort} ${requestKey(request)}`;
  const [kept, setKept] = useState({ key, cursor: START });
  const cursor = kept.key === key && kept.cursor.group < groups.length ? kept.cursor : START;
  const result = groups[cursor.group];
  const isComplete = result !== undefined && holdsAllHits(result);
  const fetched = useDocumentHits(isComplete ? null : request, result?.documentId ?? null);
  const pages = isComplete ? result.pages : fetched;
  const hits = useMemo(() => (pages === null ? null : hitsOf(pages)), [pages]);
  const at = hits === null ? null : resolveHit(cursor.hit, hits);
  const current = at === null ? null : (hits?.[at] ?? null);

  const go = useCallback((next: HitCursor) => setKept({ key, cursor: next }), [key]);
  const choose = useCallback(
    (index: number) => {
      const group = Math.max(0, Math.min(index, groups.length - 1));
      go({ group, hit: { kind: "index", index: 0 } });
      return group;
    },
    [go, groups.length],
  );
  const choosePage = useCallback(
    (index: number, page: number) => go({ group: index, hit: { kind: "place", page } }),
    [go],
  );
  const openPage = useCallback(
    (index: number, page: number) => {
      const opened = groups[index];
      if (opened === undefined) return;
      const hit = opened.pages.find((item) => item.page === page)?.hits[0];
      const trail: SearchTrail = { search: request, sort, rank: index };
      const place: ReaderPlace = { page, trail };
      openDocument(opened.documentId, hit === undefined ? place : { ...place, quads: hit.quads, hitStart: hit.start });
    },
    [groups, openDocument, request, sort],
  );
  return {
    cursor,
    group: cursor.group,
    currentGroup: result ?? null,
    hits,
    current,
    choose,
    choosePage,
    openPage,
    openCurrent: () => {
      if (result === undefined) return;
      const trail: SearchTrail = { search: request, sort, rank: cursor.group };
      if (current === null) openDocument(result.documentId, { page: result.matchingPages[0] ?? 1, trail });
      else openDocument(result.documentId, placeOfHit(current, trail));
    },
    step: (direction) => {
      const next = stepHit(cursor, direction, hits, groups.length);
      if (next === cursor) return null;
      go(next);
      return next.group;
    },
  };
}

/** True when the answer itself has every hit of the document; the rest of a hit may stand on a page without a begin of one. */
export function holdsAllHits({ pages, matchingPages }: SearchGroup): boolean {
  return (
    pages.length >= matchingPages.length &&
    pages.every((page) => page.hits.every((hit) => hit.continues !== "on-next-page"))
  );
}

/** Where a hit stands, with the search that it is of. */
export function placeOfHit({ page, hit }: DocumentHit, trail: SearchTrail): ReaderPlace {
  return { page, quads: hit.quads, hitStart: hit.start, trail };
}

import { useCallback, useMemo, useState } from "react";
import type { SearchGroup } from "#shared/model/search.ts";
import { useNavigation } from "../app/navigation.ts";
import { groupResults, type ResultGroup } from "./group-results.ts";
import { type DocumentHit, type HitCursor, hitsOf, resolveHit, stepHit } from "./hit-cursor.ts";
import { type Answered, useDocumentPages } from "./use-search.ts";

const START: HitCursor = { group: 0, hit: { kind: "index", index: 0 } };

/** Where the person stands in the results, and the ways to go on. */
export interface SearchCursor {
  readonly groups: readonly ResultGroup[];
  readonly cursor: HitCursor;
  /** Place of the current document in order of rank. */
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

/** Keeps the cursor of one answer; a new query begins again at the best document. */
export function useSearchCursor({ query, confident, answer }: Answered): SearchCursor {
  const { openDocument } = useNavigation();
  const groups = useMemo(() => groupResults(answer), [answer]);
  const [kept, setKept] = useState({ query, cursor: START });
  const cursor = kept.query === query ? within(kept.cursor, groups.length) : START;
  const result = groups[cursor.group];
  const complete = result !== undefined && result.pages.length >= result.group.matchingPages.length;
  const fetched = useDocumentPages(query, result?.group.documentId ?? null, complete ? "none" : "all", confident);
  const pages = complete ? result.pages : fetched;
  const hits = useMemo(() => (pages === null ? null : hitsOf(pages)), [pages]);
  const at = hits === null ? null : resolveHit(cursor.hit, hits);
  const current = at === null ? null : (hits?.[at] ?? null);

  const go = useCallback((next: HitCursor) => setKept({ query, cursor: next }), [query]);
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
      const place = { page, query };
      openDocument(
        opened.group.documentId,
        hit === undefined ? place : { ...place, quads: hit.quads, hitStart: hit.start },
      );
    },
    [groups, openDocument, query],
  );
  return {
    groups,
    cursor,
    group: cursor.group,
    currentGroup: result?.group ?? null,
    hits,
    current,
    choose,
    choosePage,
    openPage,
    openCurrent: () => {
      if (result === undefined) return;
      const { documentId, matchingPages } = result.group;
      if (current === null) openDocument(documentId, { page: matchingPages[0] ?? 1, query });
      else
        openDocument(documentId, { page: current.page, quads: current.hit.quads, query, hitStart: current.hit.start });
    },
    step: (direction) => {
      const next = stepHit(cursor, direction, hits, groups.length);
      if (next === cursor) return null;
      go(next);
      return next.group;
    },
  };
}

function within(cursor: HitCursor, groups: number): HitCursor {
  return cursor.group < groups ? cursor : START;
}

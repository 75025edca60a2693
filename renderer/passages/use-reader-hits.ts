import { useCallback, useMemo, useState } from "react";
import type { DocumentId } from "#shared/base/ids.ts";
import type { ReaderPlace } from "../app/navigation.ts";
import { type DocumentHit, hitsOf, resolveHit, stepHit, type WantedHit } from "../search/hit-cursor.ts";
import { useDocumentPages } from "../search/use-search.ts";

/** The hits of the query in the open document, and the way through them. */
export interface ReaderHits {
  readonly query: string | null;
  /** Null while they are fetched, or without a query. */
  readonly hits: readonly DocumentHit[] | null;
  readonly at: number | null;
  readonly current: DocumentHit | null;
  /** Goes to the next or previous hit and returns it; null at the ends. */
  readonly step: (direction: 1 | -1) => DocumentHit | null;
  /** Makes the hit at a place the current one. */
  readonly choose: (page: number, start: number) => void;
  readonly clear: () => void;
}

/**
 * Follows the query of the place that the reader was sent to. A document that was not opened from a search has none.
 */
export function useReaderHits(documentId: DocumentId, place: ReaderPlace | null): ReaderHits {
  const [dropped, setDropped] = useState<string | null>(null);
  const asked = place?.query?.trim() ?? "";
  const query = asked === "" || asked === dropped ? null : asked;
  const pages = useDocumentPages(query ?? "", documentId, query === null ? "none" : "all");
  const hits = useMemo(() => (pages === null || query === null ? null : hitsOf(pages)), [pages, query]);
  const [kept, setKept] = useState<{ readonly place: ReaderPlace | null; readonly wanted: WantedHit } | null>(null);
  const wanted = kept !== null && kept.place === place ? kept.wanted : wantedOf(place);
  const at = hits === null ? null : resolveHit(wanted, hits);
  const choose = useCallback(
    (page: number, start: number) => setKept({ place, wanted: { kind: "place", page, start } }),
    [place],
  );
  return {
    query,
    hits,
    at,
    current: at === null ? null : (hits?.[at] ?? null),
    step: (direction) => {
      const next = stepHit({ group: 0, hit: wanted }, direction, hits, 1).hit;
      const index = hits === null ? null : resolveHit(next, hits);
      if (index === null || index === at) return null;
      setKept({ place, wanted: next });
      return hits?.[index] ?? null;
    },
    choose,
    clear: () => setDropped(asked),
  };
}

function wantedOf(place: ReaderPlace | null): WantedHit {
  if (place === null) return { kind: "index", index: 0 };
  return place.hitStart === undefined
    ? { kind: "place", page: place.page }
    : { kind: "place", page: place.page, start: place.hitStart };
}

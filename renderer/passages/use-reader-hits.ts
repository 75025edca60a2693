import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import type { DocumentId } from "#shared/base/ids.ts";
import { type ReaderPlace, type SearchTrail, useNavigation } from "../app/navigation.ts";
import { useClient } from "../client/use-client.ts";
import { say } from "../messages/say.ts";
import { type DocumentHit, hitsOf, resolveHit, stepHit, type WantedHit } from "../search/hit-cursor.ts";
import { documentHitsQuery, useDocumentHits } from "../search/use-document-hits.ts";
import { placeOfHit } from "../search/use-search-cursor.ts";
import { describeError } from "../ui/describe-error.ts";
import { type ResultNeighbours, useResultNeighbours } from "./use-result-neighbours.ts";

/** The hits of a search in the open document, and the way through them and on into the next document of its result. */
export interface ReaderHits {
  readonly trail: SearchTrail | null;
  /** Null while they are fetched, or without a search. */
  readonly hits: readonly DocumentHit[] | null;
  readonly at: number | null;
  readonly current: DocumentHit | null;
  readonly neighbours: ResultNeighbours;
  /**
   * Goes to the next or previous hit and returns it. At the ends it goes on into the neighbouring document, or says that
   * there is none; then it returns null.
   */
  readonly step: (direction: 1 | -1) => DocumentHit | null;
  /** Goes to the first hit of the next document of the result, or of the previous one. */
  readonly stepDocument: (direction: 1 | -1) => void;
  /** Makes the hit at a place the current one. */
  readonly choose: (page: number, start: number) => void;
  readonly clear: () => void;
}

/**
 * Follows the search of the place that the reader was sent to. A document that was not opened from a search has none.
 */
export function useReaderHits(documentId: DocumentId, place: ReaderPlace | null): ReaderHits {
  const { announce, openDocument } = useNavigation();
  const { transport } = useClient();
  const cache = useQueryClient();
  const [dropped, setDropped] = useState<ReaderPlace | null>(null);
  const trail = place === dropped ? null : (place?.trail ?? null);
  const pages = useDocumentHits(trail?.search ?? null, documentId);
  const hits = useMemo(() => (pages === null || trail === null ? null : hitsOf(pages)), [pages, trail]);
  const neighbours = useResultNeighbours(trail, documentId);
  const [kept, setKept] = useState<{ readonly place: ReaderPlace | null; readonly wanted: WantedHit } | null>(null);
  const wanted = kept !== null && kept.place === place ? kept.wanted : wantedOf(place);
  const at = hits === null ? null : resolveHit(wanted, hits);
  const choose = useCallback(
    (page: number, start: number) => setKept({ place, wanted: { kind: "place", page, start } }),
    [place],
  );

  /** Its hits are asked for first, so that the document opens at the hit and not at the top of a page. */
  const openNeighbour = async (direction: 1 | -1, end: "first" | "last") => {
    const neighbour = direction === 1 ? neighbours.next : neighbours.previous;
    if (trail === null || neighbour === null || neighbour.documentId === documentId) return;
    const found = hitsOf(await cache.fetchQuery(documentHitsQuery(transport, trail.search, neighbour.documentId)));
    const hit = end === "first" ? found[0] : found.at(-1);
    const there = { ...trail, rank: neighbour.rank };
    openDocument(
      neighbour.documentId,
      hit === undefined ? { page: 1, trail: there } : placeOfHit(hit, there),
      documentId,
    );
  };
  const goOn = (direction: 1 | -1, end: "first" | "last") => {
    if ((direction === 1 ? neighbours.next : neighbours.previous) === null) {
      if (!neighbours.pending) announce(say(direction === 1 ? "passages.lastHit" : "passages.firstHit"));
      return;
    }
    openNeighbour(direction, end).catch((error: unknown) => announce(describeError(error).message, "bad"));
  };

  return {
    trail,
    hits,
    at,
    current: at === null ? null : (hits?.[at] ?? null),
    neighbours,
    step: (direction) => {
      if (hits === null) return null;
      const next = stepHit({ group: 0, hit: wanted }, direction, hits, 1).hit;
      const index = resolveHit(next, hits);
      if (index === null || index === at) {
        goOn(direction, direction === 1 ? "first" : "last");
        return null;
      }
      setKept({ place, wanted: next });
      return hits[index] ?? null;
    },
    stepDocument: (direction) => goOn(direction, "first"),
    choose,
    clear: () => setDropped(place),
  };
}

function wantedOf(place: ReaderPlace | null): WantedHit {
  if (place === null) return { kind: "index", index: 0 };
  return place.hitStart === undefined
    ? { kind: "place", page: place.page }
    : { kind: "place", page: place.page, start: place.hitStart };
}

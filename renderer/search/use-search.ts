import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { RemoteError } from "#shared/errors/wire.ts";
import type { SearchAnswer, SearchRequest, SearchSort } from "#shared/model/search.ts";
import type { WrittenHit } from "#shared/model/search-report.ts";
import { useClient } from "../client/use-client.ts";
import { joinPortions } from "./group-results.ts";
import { requireReadable } from "./require-readable.ts";
import { askerOf } from "./search-askers.ts";
import { requestKey, requestOf } from "./search-request.ts";

/** Documents in one portion of a result; more are fetched as the person comes near the end. */
const PORTION = 50;

/** Snippets that come with each document. */
export const SNIPPETS_PER_DOCUMENT = 3;

/** Milliseconds without a key before a search starts: short enough to feel immediate, long enough to skip half words. */
const SETTLE_MS = 120;

/** What asks for a portion of a result. Counts by field are of the whole: the first portion brings them for all. */
export function portionOf(request: SearchRequest, sort: SearchSort, offset: number) {
  return {
    ...request,
    sort,
    limit: PORTION,
    offset,
    pagesEach: SNIPPETS_PER_DOCUMENT,
    facets: offset === 0,
    asker: askerOf("results"),
  };
}

/** An answer with the search that it answers. */
export interface Answered {
  readonly request: SearchRequest;
  readonly sort: SearchSort;
  readonly answer: SearchAnswer;
}

/** What is known about the search in the field. */
export interface SearchState {
  /** The latest answer; of an earlier search while `stale`. */
  readonly answered: Answered | null;
  readonly stale: boolean;
  /** Why the search as it stands has no answer; null otherwise. */
  readonly error: Error | null;
  readonly retry: () => void;
  /** Fetches more documents; null when all are there or on their way. */
  readonly fetchMore: (() => void) | null;
}

/**
 * Searches as the person types. An answer to a search that is no longer asked is dropped; until the new one comes the old
 * one stays, so that nothing blinks.
 */
export function useSearch(typed: SearchRequest, sort: SearchSort): SearchState {
  const { transport } = useClient();
  const query = useSettled(typed.query);
  const request = useMemo(() => requestOf(query, typed), [query, typed]);
  const key = requestKey(request);
  const call = useInfiniteQuery({
    // The procedure's name comes first, so that the backend's events reach this answer too.
    queryKey: ["search.query", { key, sort }, "portions"],
    queryFn: ({ pageParam, signal }) => {
      // Taking the signal says that a fetch nobody waits for is over: asked again, it starts anew.
      signal.throwIfAborted();
      requireReadable(request.query);
      return transport.call("search.query", portionOf(request, sort, pageParam));
    },
    initialPageParam: 0,
    getNextPageParam: (last, _portions, offset) =>
      offset + last.groups.length < last.documents && last.groups.length > 0 ? offset + PORTION : undefined,
    enabled: query !== "",
    ...AGAIN_WHEN_STOPPED,
  });
  const fresh = useMemo(() => (call.data === undefined ? null : joinPortions(call.data.pages)), [call.data]);
  const [answered, setAnswered] = useState<Answered | null>(null);
  if (fresh !== null && answered?.answer !== fresh) setAnswered({ request, sort, answer: fresh });
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = call;
  const isCurrent = answered !== null && answered.sort === sort && requestKey(answered.request) === requestKey(typed);
  return {
    answered,
    stale: answered !== null && !isCurrent,
    error: call.error !== null && query === typed.query ? call.error : null,
    retry: () => void call.refetch(),
    fetchMore: hasNextPage && !isFetchingNextPage ? () => void fetchNextPage() : null,
  };
}

/** Hits in what people wrote. */
export interface WrittenState {
  /** Null until they have come. */
  readonly hits: readonly WrittenHit[] | null;
  readonly error: Error | null;
}

/** Searches passages, notes and briefs for an answered search. */
export function useWritten({ request }: Answered): WrittenState {
  const { transport } = useClient();
  const call = useQuery({
    queryKey: ["search.written", { key: requestKey(request) }],
    queryFn: async ({ signal }) => {
      signal.throwIfAborted();
      return transport.call("search.written", { ...request, asker: askerOf("written") });
    },
    placeholderData: (before) => before,
    ...AGAIN_WHEN_STOPPED,
  });
  return { hits: call.data?.hits ?? null, error: call.error };
}

/** A search that was stopped because it had been asked once more is made again; nothing else is. */
const AGAIN_WHEN_STOPPED = {
  retry: (failures: number, error: Error) =>
    failures < 3 && error instanceof RemoteError && error.code === "search/cancelled",
  retryDelay: 60,
};

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import type { DocumentId } from "#shared/base/ids.ts";
import type { SearchAnswer, SearchResultPage } from "#shared/model/search.ts";
import { useClient } from "../client/use-client.ts";
import { useCallQuery } from "../client/use-query-call.ts";
import { inPageOrder, joinPortions, SNIPPETS_PER_DOCUMENT } from "./group-results.ts";
import { requireReadable } from "./require-readable.ts";

/** Pages of results in one portion; more are fetched as the person comes near the end. */
const PORTION = 90;

/** Pages of one document whose hits are walked through; the most that one answer may hold. */
const DOCUMENT_PAGES = 1000;

/** Milliseconds without a key before a search starts: short enough to feel immediate, long enough to skip half words. */
const SETTLE_MS = 120;

/** An answer with the query that it answers. */
export interface Answered {
  readonly query: string;
  /** Hits in words of which OCR was not sure were left out. */
  readonly confident: boolean;
  readonly answer: SearchAnswer;
}

/** What is known about the query in the search field. */
export interface SearchState {
  /** The latest answer; of an earlier query while `stale`. */
  readonly answered: Answered | null;
  readonly stale: boolean;
  /** Why the query as it stands has no answer; null otherwise. */
  readonly error: unknown;
  readonly retry: () => void;
  /** Fetches more documents; null when all are there or on their way. */
  readonly fetchMore: (() => void) | null;
}

/**
 * Searches as the person types. An answer to a query that is no longer asked is dropped; until the new one comes the old
 * one stays, so that nothing blinks.
 */
export function useSearch(typed: string, confident: boolean): SearchState {
  const { transport } = useClient();
  const query = useSettled(typed.trim());
  const call = useInfiniteQuery({
    // The procedure's name comes first, so that the backend's events reach this answer too.
    queryKey: ["search.query", { query, limit: PORTION, confident }, "portions"],
    queryFn: ({ pageParam }) => {
      requireReadable(query);
      return transport.call("search.query", { query, limit: PORTION, offset: pageParam, confident });
    },
    initialPageParam: 0,
    getNextPageParam: (_last, portions, offset) => {
      const { documents, groups } = joinPortions(portions);
      return groups.length < documents ? offset + PORTION : undefined;
    },
    enabled: query !== "",
  });
  const fresh = useMemo(() => (call.data === undefined ? null : joinPortions(call.data.pages)), [call.data]);
  const [answered, setAnswered] = useState<Answered | null>(null);
  if (fresh !== null && answered?.answer !== fresh) setAnswered({ query, confident, answer: fresh });
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = call;
  return {
    answered,
    stale: answered !== null && (answered.query !== typed.trim() || answered.confident !== confident),
    error: call.error !== null && query === typed.trim() ? call.error : null,
    retry: () => void call.refetch(),
    fetchMore: hasNextPage && !isFetchingNextPage ? () => void fetchNextPage() : null,
  };
}

/** Pages of one document that match, in page order; null until they have come, or when not asked for. */
export function useDocumentPages(
  query: string,
  documentId: DocumentId | null,
  wanted: "none" | "snippets" | "all",
  confident = false,
): readonly SearchResultPage[] | null {
  const input = {
    query,
    confident,
    limit: wanted === "snippets" ? SNIPPETS_PER_DOCUMENT : DOCUMENT_PAGES,
    ...(documentId === null ? {} : { document: documentId }),
  };
  const call = useCallQuery("search.query", input, {
    enabled: wanted !== "none" && documentId !== null && query !== "",
  });
  const results = call.data?.results;
  return useMemo(() => (results === undefined ? null : inPageOrder(results)), [results]);
}

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

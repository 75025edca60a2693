import { keepPreviousData, useQueries, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { OutputOf } from "#shared/contract/contract.ts";
import type { PassageGrouping, PassageRow, PassageSort } from "#shared/model/passage-browser.ts";
import { callKey } from "../../client/query-key.ts";
import { useClient } from "../../client/use-client.ts";
import type { AskedFilter } from "./browser-filter.ts";
import { CHUNK, layOutRows, type RowLayout } from "./row-layout.ts";

/** How the list is arranged. */
export interface Arrangement {
  readonly sort: PassageSort;
  readonly descending: boolean;
  readonly group: PassageGrouping;
}

/** A list of passages of which only the parts in sight are asked for. */
export interface PassageRows {
  /** Undefined before the first answer. */
  readonly head: Pick<OutputOf<"passages.browse">, "total" | "documents" | "rows" | "groups"> | undefined;
  readonly layout: RowLayout;
  /** A row of the flat list; undefined while its part is on the way. */
  readonly rowAt: (row: number) => PassageRow | undefined;
  readonly error: Error | null;
  readonly retry: () => void;
  /** The rows are those of an earlier filter. */
  readonly stale: boolean;
}

/** Asks for the head of the list, and for the parts of it that hold the chunks in sight. */
export function usePassageRows(filter: AskedFilter, arrangement: Arrangement, chunks: readonly number[]): PassageRows {
  const { transport } = useClient();
  const asked = (chunk: number) => ({ ...filter, ...arrangement, offset: chunk * CHUNK, limit: CHUNK });
  const first = useQuery({
    queryKey: callKey("passages.browse", asked(0)),
    queryFn: () => transport.call("passages.browse", asked(0)),
    placeholderData: keepPreviousData,
  });
  const others = chunks.filter((chunk) => chunk > 0);
  const parts = useQueries({
    queries: others.map((chunk) => ({
      queryKey: callKey("passages.browse", asked(chunk)),
      queryFn: () => transport.call("passages.browse", asked(chunk)),
    })),
  });
  const { data } = first;
  const layout = useMemo(() => layOutRows(data?.rows ?? 0, data?.groups ?? []), [data]);
  return {
    head: data,
    layout,
    rowAt: (row) => {
      const chunk = Math.floor(row / CHUNK);
      const passages = chunk === 0 ? data?.passages : parts[others.indexOf(chunk)]?.data?.passages;
      return passages?.[row - chunk * CHUNK];
    },
    error: first.error,
    retry: () => void first.refetch(),
    stale: first.isPlaceholderData,
  };
}

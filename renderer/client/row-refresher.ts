import type { QueryClient } from "@tanstack/react-query";
import type { DocumentId } from "#shared/base/ids.ts";
import type { DocumentSummary } from "#shared/model/document.ts";
import { callKey } from "./query-key.ts";
import type { Transport } from "./transport.ts";

/** Rows in one question: an answer is read and shown before the next, and none of it holds the window for long. */
const ROWS_AT_ONCE = 200;

const LIST = callKey("documents.list", {});

/** Brings rows of the kept list of documents up to date without asking for all of it. */
export interface RowRefresher {
  /** These have changed, or are new. */
  add(rows: readonly DocumentId[]): void;
  /** Asks for those that were added. Resolves when the list shows them; a failure asks for the whole list. */
  refresh(): Promise<void>;
}

/**
 * An import of ten thousand files changes the list with each commit: its ten megabytes, asked for every second, would hold
 * host and window for longer than a person takes for at once.
 */
export function createRowRefresher(cache: QueryClient, transport: Transport): RowRefresher {
  let waiting = new Set<DocumentId>();
  let turn: Promise<void> = Promise.resolve();

  async function refreshRows(rows: readonly DocumentId[]): Promise<void> {
    const state = cache.getQueryState(LIST);
    if (state === undefined) return;
    // An answer that is on its way may have been made before these rows.
    if (state.fetchStatus === "fetching" || state.data === undefined)
      return cache.invalidateQueries({ queryKey: LIST });
    const before = state.data;
    const { documents } = await transport.call("documents.list", { documents: [...rows] });
    const known = cache.getQueryData<ListAnswer>(LIST);
    // Meanwhile the whole list came: nobody knows which of the two is newer.
    if (known !== before) return cache.invalidateQueries({ queryKey: LIST });
    if (known !== undefined) cache.setQueryData<ListAnswer>(LIST, { documents: mergeRows(known.documents, documents) });
  }

  async function refreshAll(): Promise<void> {
    const rows = [...waiting];
    waiting = new Set();
    try {
      for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
        await refreshRows(rows.slice(from, from + ROWS_AT_ONCE));
      }
    } catch {
      await cache.invalidateQueries({ queryKey: LIST });
    }
  }

  return {
    add: (rows) => {
      for (const row of rows) waiting.add(row);
    },
    refresh: () => {
      turn = turn.then(refreshAll);
      return turn;
    },
  };
}

interface ListAnswer {
  readonly documents: readonly DocumentSummary[];
}

/** The list with rows in their places, and new ones behind the others: documents are never removed. */
export function mergeRows(
  known: readonly DocumentSummary[],
  changed: readonly DocumentSummary[],
): readonly DocumentSummary[] {
  const rows = new Map(changed.map((row) => [row.documentId, row]));
  const merged = known.map((row) => {
    const newer = rows.get(row.documentId);
    rows.delete(row.documentId);
    return newer ?? row;
  });
  return [...merged, ...rows.values()];
}

import { type SavedSearchStore, SEEN_WITH_HITS_MAX, type StoredSearch } from "#core/ports/saved-search-store.ts";
import type { DocumentId, SavedSearchId } from "#shared/base/ids.ts";
import type { SearchRequest } from "#shared/model/search.ts";
import { type Connection, sql } from "./connection.ts";
import { packSeen, unpackSeen } from "./seen-documents.ts";

interface SearchRow {
  readonly saved_search_id: string;
  readonly name: string;
  /** JSON. */
  readonly search: string;
  readonly created_at: string;
}

interface SeenRow {
  readonly looked_at: string;
  readonly documents: number;
  readonly hits: number;
  readonly seen: Uint8Array;
}

function toSearch(row: SearchRow): StoredSearch {
  return {
    savedSearchId: row.saved_search_id as SavedSearchId,
    name: row.name,
    search: JSON.parse(row.search) as SearchRequest,
    createdAt: row.created_at,
  };
}

/** As for tags: SQLite's own NOCASE knows ASCII only. */
function foldName(name: string): string {
  return name.normalize("NFC").toLowerCase();
}

/** The options in one order: two equal searches are equal as text. */
function toText({ query, stemming, synonyms, confident, without, filters }: SearchRequest): string {
  return JSON.stringify({ query, stemming, synonyms, confident, without, filters });
}

/** Saved searches in `case.db`. What was seen of them names documents by their numbers in the catalogue, which never change. */
export function openSavedSearchTable(connection: Connection): SavedSearchStore {
  const catalogue = () =>
    connection.rows<[string, number]>(sql`SELECT document_id, sequence FROM document ORDER BY sequence`);

  return {
    list: () =>
      connection
        .all<SearchRow>(sql`SELECT saved_search_id, name, search, created_at FROM saved_search ORDER BY sequence`)
        .map(toSearch),
    find: (savedSearchId) => {
      const row = connection.get<SearchRow>(sql`
        SELECT saved_search_id, name, search, created_at FROM saved_search WHERE saved_search_id = ${savedSearchId}`);
      return row === undefined ? null : toSearch(row);
    },
    findByName: (name) => {
      const row = connection.get<SearchRow>(sql`
        SELECT saved_search_id, name, search, created_at FROM saved_search WHERE name_folded = ${foldName(name)}`);
      return row === undefined ? null : toSearch(row);
    },
    insert: ({ savedSearchId, name, search, createdAt }) => {
      connection.run(sql`
        INSERT INTO saved_search (saved_search_id, sequence, name, name_folded, search, created_at)
        VALUES (${savedSearchId}, (SELECT coalesce(max(sequence) + 1, 1) FROM saved_search), ${name},
          ${foldName(name)}, ${toText(search)}, ${createdAt})`);
    },
    update: (savedSearchId, { name, search }) => {
      connection.run(sql`
        UPDATE saved_search SET name = ${name}, name_folded = ${foldName(name)}, search = ${toText(search)}
        WHERE saved_search_id = ${savedSearchId}`);
    },
    delete: (savedSearchId) => {
      connection.run(sql`DELETE FROM saved_search WHERE saved_search_id = ${savedSearchId}`);
    },
    seen: ({ savedSearchId, search }) => {
      const row = connection.get<SeenRow>(sql`
        SELECT looked_at, documents, hits, seen FROM saved_search_seen
        WHERE saved_search_id = ${savedSearchId} AND search = ${toText(search)}`);
      if (row === undefined) return null;
      const ids = new Map(catalogue().map(([documentId, number]) => [number, documentId as DocumentId]));
      const found = new Map<DocumentId, number | null>();
      for (const { number, hits } of unpackSeen(row.seen)) {
        const documentId = ids.get(number);
        if (documentId !== undefined) found.set(documentId, hits);
      }
      return { lookedAt: row.looked_at, documents: row.documents, hits: row.hits, found };
    },
    setSeen: ({ savedSearchId, search }, lookedAt, found) => {
      const numbers = new Map(catalogue());
      const isKept = found.length <= SEEN_WITH_HITS_MAX;
      const numbered = found.flatMap(({ documentId, hits }) => {
        const number = numbers.get(documentId);
        return number === undefined ? [] : [{ number, hits: isKept ? hits : null }];
      });
      const hits = found.reduce((sum, document) => sum + document.hits, 0);
      connection.run(sql`
        INSERT INTO saved_search_seen (saved_search_id, search, looked_at, documents, hits, seen)
        VALUES (${savedSearchId}, ${toText(search)}, ${lookedAt}, ${found.length}, ${hits}, ${packSeen(numbered)})
        ON CONFLICT DO UPDATE SET search = excluded.search, looked_at = excluded.looked_at,
          documents = excluded.documents, hits = excluded.hits, seen = excluded.seen`);
    },
  };
}

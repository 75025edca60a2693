import type { Migration } from "../open-database.ts";

/** Tables of this version whose rows people make: every change to them is recorded for undo, as in version 1. */
const TRACKED: Readonly<Record<string, readonly string[]>> = {
  saved_search: ["saved_search_id", "sequence", "name", "name_folded", "search", "created_at"],
  synonym: ["synonym_id", "sequence", "names"],
};

function rowImage(prefix: "OLD" | "NEW", columns: readonly string[]): string {
  return `json_object(${columns.map((column) => `'${column}', ${prefix}.${column}`).join(", ")})`;
}

/** While `edit_now` names a step, each change of a tracked row leaves its images before and after. */
function recordingTriggers(table: string, columns: readonly string[]): string {
  const record = (when: string, before: string, after: string) => `
    CREATE TRIGGER record_${table}_${when.toLowerCase()} AFTER ${when} ON ${table}
    WHEN EXISTS (SELECT 1 FROM edit_now)
    BEGIN
      INSERT INTO edit_row (edit_sequence, table_name, before, after)
      SELECT edit_sequence, '${table}', ${before}, ${after} FROM edit_now;
    END;`;
  return (
    record("INSERT", "NULL", rowImage("NEW", columns)) +
    record("DELETE", rowImage("OLD", columns), "NULL") +
    record("UPDATE", rowImage("OLD", columns), rowImage("NEW", columns))
  );
}

/**
 * What searching leaves behind: saved searches, what was seen of each, the synonyms of the case, certificates.
 *
 * What was seen is no edit: it stands in a table of its own, without a reference, so that a search whose deletion is
 * undone still knows it.
 */
export const caseMigration3: Migration = {
  version: 3,
  reason: "saved searches, synonyms of the case, and certificates of searches",
  apply: (connection) => {
    connection.script(`
      CREATE TABLE saved_search (
        saved_search_id TEXT PRIMARY KEY,
        sequence INTEGER NOT NULL,
        name TEXT NOT NULL,
        name_folded TEXT NOT NULL UNIQUE,
        search TEXT NOT NULL,
        created_at TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE saved_search_seen (
        saved_search_id TEXT PRIMARY KEY,
        search TEXT NOT NULL,
        looked_at TEXT NOT NULL,
        documents INTEGER NOT NULL,
        hits INTEGER NOT NULL,
        seen BLOB NOT NULL
      ) STRICT;
      CREATE TABLE synonym (
        synonym_id TEXT PRIMARY KEY,
        sequence INTEGER NOT NULL,
        names TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE search_certificate (
        certificate_id TEXT PRIMARY KEY,
        made_at TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        journal_sequence INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX search_certificate_sha256 ON search_certificate (sha256);
    `);
    for (const [table, columns] of Object.entries(TRACKED)) connection.script(recordingTriggers(table, columns));
  },
};

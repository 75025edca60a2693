import type { Migration } from "../open-database.ts";

/**
 * Tables whose rows people make: every change to them is recorded for undo. Migrations hold their own copies of such
 * lists, because a migration must mean the same for ever.
 */
const TRACKED: Readonly<Record<string, readonly string[]>> = {
  document: ["document_id", "title", "short_name"],
  tag: ["tag_id", "sequence", "name", "name_folded", "color", "key"],
  passage: [
    "passage_id",
    "document_id",
    "quote",
    "prefix",
    "suffix",
    "ranges",
    "first_page",
    "first_start",
    "note",
    "author",
    "created_at",
    "updated_at",
    "state",
  ],
  passage_tag: ["passage_id", "tag_id"],
  brief: ["brief_id", "sequence", "title", "created_at", "updated_at"],
  brief_section: ["section_id", "brief_id", "position", "heading"],
  brief_block: ["block_id", "section_id", "position", "kind", "text", "passage_id"],
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
  const insertAndDelete =
    table === "document"
      ? ""
      : record("INSERT", "NULL", rowImage("NEW", columns)) + record("DELETE", rowImage("OLD", columns), "NULL");
  return insertAndDelete + record("UPDATE", rowImage("OLD", columns), rowImage("NEW", columns));
}

/** The first form of the case database. */
export const caseMigration1: Migration = {
  version: 1,
  reason: "the catalogue, jobs, tags, passages, briefs and the steps to undo",
  apply: (connection) => {
    connection.script(`
      CREATE TABLE case_property (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

      CREATE TABLE document (
        sequence INTEGER PRIMARY KEY AUTOINCREMENT,
        document_id TEXT NOT NULL UNIQUE,
        sha256 TEXT NOT NULL UNIQUE,
        title TEXT NOT NULL,
        short_name TEXT NOT NULL UNIQUE,
        file_name TEXT NOT NULL,
        source_path TEXT NOT NULL,
        bytes INTEGER NOT NULL,
        pages INTEGER NOT NULL,
        pages_without_text INTEGER NOT NULL,
        metadata TEXT NOT NULL,
        outline TEXT NOT NULL,
        imported_at TEXT NOT NULL
      ) STRICT;

      CREATE TABLE job (
        sequence INTEGER PRIMARY KEY AUTOINCREMENT,
        job_id TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        status TEXT NOT NULL,
        title TEXT NOT NULL,
        request TEXT NOT NULL,
        listed INTEGER NOT NULL DEFAULT 0,
        started_at TEXT NOT NULL,
        finished_at TEXT,
        error TEXT
      ) STRICT;
      CREATE TABLE job_file (
        job_sequence INTEGER NOT NULL REFERENCES job (sequence),
        position INTEGER NOT NULL,
        path BLOB NOT NULL,
        shown_path TEXT NOT NULL,
        outcome TEXT NOT NULL DEFAULT 'pending',
        reason TEXT,
        message TEXT,
        document_id TEXT,
        pages INTEGER NOT NULL DEFAULT 0,
        pages_without_text INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (job_sequence, position)
      ) STRICT, WITHOUT ROWID;
      CREATE UNIQUE INDEX job_file_path ON job_file (job_sequence, path);
      CREATE INDEX job_file_outcome ON job_file (job_sequence, outcome, position);

      CREATE TABLE tag (
        tag_id TEXT PRIMARY KEY,
        sequence INTEGER NOT NULL,
        name TEXT NOT NULL,
        name_folded TEXT NOT NULL UNIQUE,
        color TEXT NOT NULL,
        key INTEGER UNIQUE
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE passage (
        passage_id TEXT PRIMARY KEY,
        document_id TEXT NOT NULL REFERENCES document (document_id),
        quote TEXT NOT NULL,
        prefix TEXT NOT NULL,
        suffix TEXT NOT NULL,
        ranges TEXT NOT NULL,
        first_page INTEGER NOT NULL,
        first_start INTEGER NOT NULL,
        note TEXT NOT NULL,
        author TEXT NOT NULL,
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        state TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX passage_place ON passage (document_id, first_page, first_start);
      CREATE TABLE passage_tag (
        passage_id TEXT NOT NULL REFERENCES passage (passage_id) ON DELETE CASCADE,
        tag_id TEXT NOT NULL REFERENCES tag (tag_id) ON DELETE CASCADE,
        PRIMARY KEY (passage_id, tag_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX passage_tag_by_tag ON passage_tag (tag_id);

      CREATE TABLE brief (
        brief_id TEXT PRIMARY KEY,
        sequence INTEGER NOT NULL,
        title TEXT NOT NULL,
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE brief_section (
        section_id TEXT PRIMARY KEY,
        brief_id TEXT NOT NULL REFERENCES brief (brief_id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        heading TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX brief_section_place ON brief_section (brief_id, position);
      CREATE TABLE brief_block (
        block_id TEXT PRIMARY KEY,
        section_id TEXT NOT NULL REFERENCES brief_section (section_id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        kind TEXT NOT NULL,
        text TEXT NOT NULL,
        passage_id TEXT
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX brief_block_place ON brief_block (section_id, position);

      CREATE TABLE edit (
        edit_sequence INTEGER PRIMARY KEY AUTOINCREMENT,
        label TEXT NOT NULL,
        at TEXT NOT NULL,
        undone INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE TABLE edit_row (
        row_sequence INTEGER PRIMARY KEY AUTOINCREMENT,
        edit_sequence INTEGER NOT NULL REFERENCES edit (edit_sequence) ON DELETE CASCADE,
        table_name TEXT NOT NULL,
        before TEXT,
        after TEXT
      ) STRICT;
      CREATE INDEX edit_row_edit ON edit_row (edit_sequence);
      CREATE TABLE edit_now (edit_sequence INTEGER PRIMARY KEY) STRICT;
    `);
    for (const [table, columns] of Object.entries(TRACKED)) connection.script(recordingTriggers(table, columns));
  },
};

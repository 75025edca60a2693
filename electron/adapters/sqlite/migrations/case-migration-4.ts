import type { Migration } from "../open-database.ts";

/**
 * Tables of this version whose rows people make, with their columns as of this version: every change to them is recorded for
 * undo, as in version 1. Steps recorded before hold fewer columns of tags and passages; undoing them gives the others
 * their defaults, which is what they had.
 */
const TRACKED: Readonly<Record<string, readonly string[]>> = {
  tag: ["tag_id", "sequence", "name", "name_folded", "color", "key", "position", "description", "examples", "archived"],
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
    "marks",
    "region",
    "origin",
  ],
  passage_link: ["link_id", "from_passage_id", "to_passage_id", "relation", "reason", "author", "created_at"],
  bookmark: ["bookmark_id", "document_id", "page", "label", "created_at"],
  library_view: ["view_id", "sequence", "name", "name_folded", "view"],
};

/** Tables that had triggers before, which do not know of the new columns. */
const TRACKED_BEFORE = ["tag", "passage"] as const;

/**
 * Columns of a passage that change together. A step may mark or tag ten thousand passages: what it keeps of each is what
 * changed, not the place and the words of all.
 */
const PASSAGE_CHANGES: Readonly<Record<string, readonly string[]>> = {
  status: ["marks", "updated_at"],
  note: ["note"],
  place: [
    "document_id",
    "quote",
    "prefix",
    "suffix",
    "ranges",
    "first_page",
    "first_start",
    "author",
    "created_at",
    "state",
    "region",
    "origin",
  ],
};

const TRACKED_OF_DOCUMENT = ["document_id", "title", "short_name", "entered", "languages", "reading"] as const;

function rowImage(prefix: "OLD" | "NEW", columns: readonly string[]): string {
  return `json_object(${columns.map((column) => `'${column}', ${prefix}.${column}`).join(", ")})`;
}

function recordingTrigger(name: string, when: string, table: string, before: string, after: string): string {
  return `
    CREATE TRIGGER record_${table}_${name} AFTER ${when} ON ${table}
    WHEN EXISTS (SELECT 1 FROM edit_now)
    BEGIN
      INSERT INTO edit_row (edit_sequence, table_name, before, after)
      SELECT edit_sequence, '${table}', ${before}, ${after} FROM edit_now;
    END;`;
}

/** While `edit_now` names a step, each change of a tracked row leaves its images before and after. */
function recordingTriggers(table: string, columns: readonly string[]): string {
  const [before, after] = [rowImage("OLD", columns), rowImage("NEW", columns)];
  const insertAndDelete =
    recordingTrigger("insert", "INSERT", table, "NULL", after) +
    recordingTrigger("delete", "DELETE", table, before, "NULL");
  if (table !== "passage") return insertAndDelete + recordingTrigger("update", "UPDATE", table, before, after);
  const updates = Object.entries(PASSAGE_CHANGES).map(([name, changed]) => {
    const kept = ["passage_id", ...changed];
    const when = `UPDATE OF ${changed.join(", ")}`;
    return recordingTrigger(name, when, table, rowImage("OLD", kept), rowImage("NEW", kept));
  });
  return insertAndDelete + updates.join("");
}

/**
 * What people say of tags and passages besides their names: a codebook with an order, marks and regions, links between
 * passages, bookmarks, how a document is read, and views of the library.
 *
 * Tags of one position stand in the order of their creation: all do until somebody moves one. Two passages have at most
 * one link of each relation, whichever way it goes.
 */
export const caseMigration4: Migration = {
  version: 4,
  reason: "the codebook, marks, regions and links of passages, bookmarks, and views of the library",
  apply: (connection) => {
    for (const table of TRACKED_BEFORE) {
      for (const when of ["insert", "delete", "update"]) connection.script(`DROP TRIGGER record_${table}_${when};`);
    }
    connection.script(`
      ALTER TABLE tag ADD COLUMN position INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE tag ADD COLUMN description TEXT NOT NULL DEFAULT '';
      ALTER TABLE tag ADD COLUMN examples TEXT NOT NULL DEFAULT '';
      ALTER TABLE tag ADD COLUMN archived INTEGER NOT NULL DEFAULT 0;

      ALTER TABLE passage ADD COLUMN marks TEXT NOT NULL DEFAULT '[]';
      ALTER TABLE passage ADD COLUMN region TEXT;
      ALTER TABLE passage ADD COLUMN origin TEXT;

      CREATE TABLE passage_link (
        link_id TEXT PRIMARY KEY,
        from_passage_id TEXT NOT NULL REFERENCES passage (passage_id) ON DELETE CASCADE,
        to_passage_id TEXT NOT NULL REFERENCES passage (passage_id) ON DELETE CASCADE,
        relation TEXT NOT NULL,
        reason TEXT NOT NULL,
        author TEXT NOT NULL,
        created_at TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE UNIQUE INDEX passage_link_pair ON passage_link (
        min(from_passage_id, to_passage_id), max(from_passage_id, to_passage_id), relation
      );
      CREATE INDEX passage_link_from ON passage_link (from_passage_id);
      CREATE INDEX passage_link_to ON passage_link (to_passage_id);

      CREATE TABLE bookmark (
        bookmark_id TEXT PRIMARY KEY,
        document_id TEXT NOT NULL REFERENCES document (document_id),
        page INTEGER NOT NULL,
        label TEXT NOT NULL,
        created_at TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX bookmark_place ON bookmark (document_id, page);

      CREATE TABLE library_view (
        view_id TEXT PRIMARY KEY,
        sequence INTEGER NOT NULL,
        name TEXT NOT NULL,
        name_folded TEXT NOT NULL UNIQUE,
        view TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;

      ALTER TABLE document ADD COLUMN reading TEXT;
      DROP TRIGGER record_document_update;
      CREATE TRIGGER record_document_update AFTER UPDATE OF title, short_name, entered, languages, reading ON document
      WHEN EXISTS (SELECT 1 FROM edit_now)
      BEGIN
        INSERT INTO edit_row (edit_sequence, table_name, before, after)
        SELECT edit_sequence, 'document', ${rowImage("OLD", TRACKED_OF_DOCUMENT)}, ${rowImage("NEW", TRACKED_OF_DOCUMENT)}
        FROM edit_now;
      END;
    `);
    for (const [table, columns] of Object.entries(TRACKED)) connection.script(recordingTriggers(table, columns));
  },
};

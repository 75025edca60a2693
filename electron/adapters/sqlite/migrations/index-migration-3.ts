import type { Migration } from "../open-database.ts";

/**
 * The full-text index is the program's own from here on: a row of segments (`../words/segment.ts`), each of them streams of
 * bytes in chunks. Documents stand in it under numbers that are never given twice. What was complete has no words yet: they
 * are read from the pages when the index is used next. `word_rules` is the version of the rules by which a document's words
 * were read; 0 when its text has changed since.
 */
export const indexMigration3: Migration = {
  version: 3,
  reason: "places of words in segments, in the place of FTS5",
  apply: (connection) => {
    connection.script(`
      DROP TABLE word_place;
      DROP TABLE page_words;
      DROP VIEW page_indexed;
      ALTER TABLE page DROP COLUMN indexed_text;

      CREATE TABLE word_segment (
        segment INTEGER PRIMARY KEY,
        state TEXT NOT NULL,
        first_number INTEGER NOT NULL,
        last_number INTEGER NOT NULL,
        documents INTEGER NOT NULL,
        pages INTEGER NOT NULL,
        documents_bytes INTEGER NOT NULL,
        directory_bytes INTEGER NOT NULL,
        terms_bytes INTEGER NOT NULL,
        lists_bytes INTEGER NOT NULL,
        places_bytes INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE word_chunk (
        chunk_key INTEGER PRIMARY KEY,
        checksum INTEGER NOT NULL,
        bytes BLOB NOT NULL
      ) STRICT;

      ALTER TABLE indexed_document ADD COLUMN word_number INTEGER;
      ALTER TABLE indexed_document ADD COLUMN word_rules INTEGER NOT NULL DEFAULT 0;
    `);
  },
};

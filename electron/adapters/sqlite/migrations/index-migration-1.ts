import type { Migration } from "../open-database.ts";

/**
 * The first form of the index. Geometry stands in a table of its own so that reading text for snippets does not page
 * through it. `indexed_text` stands for the text where the index must see something else than people do (words divided
 * at a line end), null elsewhere. `page_key` is `document_key * 2^20 + page`: pages of a document are one range of keys.
 */
export const indexMigration1: Migration = {
  version: 1,
  reason: "page text, geometry and the full-text index over it",
  apply: (connection) => {
    connection.script(`
      CREATE TABLE indexed_document (
        document_key INTEGER PRIMARY KEY,
        document_id TEXT NOT NULL UNIQUE,
        complete INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE TABLE page (
        page_key INTEGER PRIMARY KEY,
        label TEXT,
        left REAL NOT NULL,
        bottom REAL NOT NULL,
        right REAL NOT NULL,
        top REAL NOT NULL,
        rotation INTEGER NOT NULL,
        characters INTEGER NOT NULL,
        text TEXT NOT NULL,
        indexed_text TEXT
      ) STRICT;
      CREATE VIEW page_indexed AS SELECT page_key, coalesce(indexed_text, text) AS text FROM page;
      CREATE TABLE page_geometry (page_key INTEGER PRIMARY KEY, runs BLOB NOT NULL) STRICT;
      CREATE VIRTUAL TABLE page_words USING fts5 (
        text,
        content = 'page_indexed',
        content_rowid = 'page_key',
        tokenize = 'unicode61 remove_diacritics 2'
      );
      CREATE VIRTUAL TABLE word_place USING fts5vocab (page_words, instance);
    `);
  },
};

import type { Migration } from "../open-database.ts";

/**
 * Segments have one more stream: the common words beside each place of a word (`../words/neighbours.ts`). No earlier
 * segment has it, so that all words are read anew from the pages.
 */
export const indexMigration4: Migration = {
  version: 4,
  reason: "common words beside each place of a word",
  apply: (connection) => {
    connection.script(`
      DELETE FROM word_chunk;
      DELETE FROM word_segment;
      ALTER TABLE word_segment ADD COLUMN neighbours_bytes INTEGER NOT NULL DEFAULT 0;
      UPDATE indexed_document SET word_number = NULL, word_rules = 0;
    `);
  },
};

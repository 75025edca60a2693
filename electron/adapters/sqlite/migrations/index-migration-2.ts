import type { Migration } from "../open-database.ts";

/**
 * What pages say about themselves, and their OCR. The state of a page stands apart from its text, so that counting and
 * picking what waits does not page through text; each document carries the sums, so that the library does not count.
 *
 * Documents that were read under version 1 are `outdated`: they stay as they are, and can be found, until they have been
 * read anew. Their pages without text wait for OCR, as they would have if they had been read today.
 */
export const indexMigration2: Migration = {
  version: 2,
  reason: "what pages say about themselves, and OCR beside the text layer",
  apply: (connection) => {
    connection.script(`
      CREATE TABLE page_state (
        page_key INTEGER PRIMARY KEY,
        has_text INTEGER NOT NULL,
        text_state TEXT NOT NULL,
        layer TEXT NOT NULL,
        ocr_state TEXT NOT NULL,
        ocr_problem TEXT,
        ocr_text_state TEXT,
        confidence REAL,
        made_by TEXT,
        language TEXT
      ) STRICT;
      CREATE INDEX page_waiting ON page_state (page_key) WHERE ocr_state = 'waiting';
      INSERT INTO page_state (page_key, has_text, text_state, layer, ocr_state)
      SELECT page_key, characters > 0, iif(characters > 0, 'good', 'none'), 'text-layer',
        iif(characters > 0, 'not-needed', 'waiting')
      FROM page;

      CREATE TABLE page_detection (page_key INTEGER PRIMARY KEY, detections TEXT NOT NULL) STRICT;
      CREATE TABLE page_confidence (page_key INTEGER PRIMARY KEY, confidences TEXT NOT NULL) STRICT;
      CREATE TABLE page_hidden (page_key INTEGER PRIMARY KEY, regions TEXT NOT NULL) STRICT;
      CREATE TABLE page_signature (page_key INTEGER PRIMARY KEY, signature BLOB NOT NULL) STRICT;
      CREATE TABLE page_layer (
        page_key INTEGER PRIMARY KEY,
        layer TEXT NOT NULL,
        text TEXT NOT NULL,
        runs BLOB NOT NULL,
        confidences TEXT NOT NULL,
        detections TEXT NOT NULL,
        language TEXT,
        signature BLOB
      ) STRICT;

      ALTER TABLE indexed_document ADD COLUMN outdated INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE indexed_document ADD COLUMN ocr_priority INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE indexed_document ADD COLUMN pages INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE indexed_document ADD COLUMN pages_without_text INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE indexed_document ADD COLUMN pages_by_ocr INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE indexed_document ADD COLUMN ocr_waiting INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE indexed_document ADD COLUMN ocr_done INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE indexed_document ADD COLUMN ocr_failed INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE indexed_document ADD COLUMN ocr_off INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE indexed_document ADD COLUMN confidence REAL;
      UPDATE indexed_document SET outdated = 1;
      UPDATE indexed_document SET (pages, pages_without_text, ocr_waiting) = (
        SELECT count(*), count(*) FILTER (WHERE NOT has_text), count(*) FILTER (WHERE ocr_state = 'waiting')
        FROM page_state
        WHERE page_key BETWEEN document_key * 1048576 AND document_key * 1048576 + 1048575
      );
    `);
  },
};

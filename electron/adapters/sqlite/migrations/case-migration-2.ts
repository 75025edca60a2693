import type { Migration } from "../open-database.ts";

/** Columns of a document that people change. Steps recorded under version 1 hold the first three only, and undo those. */
const TRACKED_OF_DOCUMENT = ["document_id", "title", "short_name", "entered", "languages"] as const;

function rowImage(prefix: "OLD" | "NEW"): string {
  return `json_object(${TRACKED_OF_DOCUMENT.map((column) => `'${column}', ${prefix}.${column}`).join(", ")})`;
}

/**
 * Documents of any format that know about themselves, their families, files inside of files, decisions about hidden text
 * and the custody journal.
 *
 * A job counts its files itself: its progress is asked for ten times a second, and an account may have 100,000 lines. The
 * triggers of the journal refuse what would rewrite it from within SQL; its hashes show what was rewritten from without.
 */
export const caseMigration2: Migration = {
  version: 2,
  reason: "every format, what documents say about themselves, files inside of files, and the custody journal",
  apply: (connection) => {
    connection.script(`
      ALTER TABLE document ADD COLUMN format TEXT NOT NULL DEFAULT 'pdf';
      ALTER TABLE document ADD COLUMN detected TEXT NOT NULL DEFAULT '{}';
      ALTER TABLE document ADD COLUMN entered TEXT NOT NULL DEFAULT '{}';
      ALTER TABLE document ADD COLUMN headers TEXT;
      ALTER TABLE document ADD COLUMN notices TEXT NOT NULL DEFAULT '[]';
      ALTER TABLE document ADD COLUMN thread TEXT;
      ALTER TABLE document ADD COLUMN languages TEXT;

      DROP TRIGGER record_document_update;
      CREATE TRIGGER record_document_update AFTER UPDATE OF title, short_name, entered, languages ON document
      WHEN EXISTS (SELECT 1 FROM edit_now)
      BEGIN
        INSERT INTO edit_row (edit_sequence, table_name, before, after)
        SELECT edit_sequence, 'document', ${rowImage("OLD")}, ${rowImage("NEW")} FROM edit_now;
      END;

      CREATE TABLE document_family (
        parent_document_id TEXT NOT NULL REFERENCES document (document_id),
        child_document_id TEXT NOT NULL REFERENCES document (document_id),
        position INTEGER NOT NULL,
        name TEXT NOT NULL,
        PRIMARY KEY (parent_document_id, position, child_document_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX document_family_child ON document_family (child_document_id, parent_document_id, position);

      ALTER TABLE job_file ADD COLUMN parent_position INTEGER;
      ALTER TABLE job_file ADD COLUMN child_position INTEGER;
      ALTER TABLE job_file ADD COLUMN child_name TEXT;
      ALTER TABLE job_file ADD COLUMN depth INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE job_file ADD COLUMN child_sha256 TEXT;

      ALTER TABLE job ADD COLUMN files_total INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE job ADD COLUMN files_done INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE job ADD COLUMN files_failed INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE job ADD COLUMN pages INTEGER NOT NULL DEFAULT 0;
      UPDATE job SET (files_total, files_done, files_failed, pages) = (
        SELECT count(*), count(*) FILTER (WHERE outcome <> 'pending'), count(*) FILTER (WHERE outcome = 'failed'),
          coalesce(sum(pages), 0)
        FROM job_file WHERE job_sequence = sequence
      );
      CREATE TRIGGER count_job_file_insert AFTER INSERT ON job_file
      BEGIN
        UPDATE job SET files_total = files_total + 1, files_done = files_done + (NEW.outcome <> 'pending'),
          files_failed = files_failed + (NEW.outcome = 'failed'), pages = pages + NEW.pages
        WHERE sequence = NEW.job_sequence;
      END;
      CREATE TRIGGER count_job_file_update AFTER UPDATE OF outcome, pages ON job_file
      BEGIN
        UPDATE job SET files_done = files_done + (NEW.outcome <> 'pending') - (OLD.outcome <> 'pending'),
          files_failed = files_failed + (NEW.outcome = 'failed') - (OLD.outcome = 'failed'),
          pages = pages + NEW.pages - OLD.pages
        WHERE sequence = NEW.job_sequence;
      END;

      CREATE TABLE redaction_decision (
        document_id TEXT NOT NULL REFERENCES document (document_id),
        page INTEGER NOT NULL,
        left REAL NOT NULL,
        bottom REAL NOT NULL,
        right REAL NOT NULL,
        top REAL NOT NULL,
        characters INTEGER NOT NULL,
        cover TEXT NOT NULL,
        decision TEXT NOT NULL,
        decided_at TEXT NOT NULL,
        decided_by TEXT NOT NULL,
        PRIMARY KEY (document_id, page, left, bottom, right, top)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE journal (
        sequence INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        actor TEXT NOT NULL,
        versions TEXT NOT NULL,
        action TEXT NOT NULL,
        subject TEXT,
        sha256 TEXT,
        detail TEXT NOT NULL,
        previous TEXT NOT NULL,
        hash TEXT NOT NULL
      ) STRICT;
      CREATE TRIGGER journal_insert BEFORE INSERT ON journal
      WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM journal)
      BEGIN
        SELECT RAISE(ABORT, 'lines are added to the end of the journal only');
      END;
      CREATE TRIGGER journal_update BEFORE UPDATE ON journal
      BEGIN
        SELECT RAISE(ABORT, 'lines of the journal are never changed');
      END;
      CREATE TRIGGER journal_delete BEFORE DELETE ON journal
      BEGIN
        SELECT RAISE(ABORT, 'lines of the journal are never removed');
      END;
    `);
  },
};

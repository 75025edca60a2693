import type { DocumentChanges } from "#core/ports/document-store.ts";
import type { DocumentId } from "#shared/base/ids.ts";
import { type Connection, sql } from "./connection.ts";

/** Stands in the list of changed documents for the names of the tags. */
const TAG_NAMES = "tags";

/** Puts a subject at the end of the list, once. `AUTOINCREMENT`: a number that was given is never given again. */
function note(subject: string): string {
  return `
    DELETE FROM changed_document WHERE subject = ${subject};
    INSERT INTO changed_document (subject) SELECT ${subject} WHERE ${subject} IS NOT NULL;`;
}

function trigger(table: string, when: string, subjects: readonly string[]): string {
  const name = `note_${table}_${when.slice(0, 6).trim().toLowerCase()}`;
  return `CREATE TEMP TRIGGER IF NOT EXISTS ${name} AFTER ${when} ON main.${table} BEGIN ${subjects.map(note).join("")} END;`;
}

function ofPassage(row: "OLD" | "NEW"): string {
  return `(SELECT document_id FROM passage WHERE passage_id = ${row}.passage_id)`;
}

const TRIGGERS = [
  trigger("document", "INSERT", ["NEW.document_id"]),
  trigger("document", "UPDATE", ["NEW.document_id"]),
  trigger("document_family", "INSERT", ["NEW.parent_document_id", "NEW.child_document_id"]),
  trigger("passage", "INSERT", ["NEW.document_id"]),
  trigger("passage", "UPDATE", ["NEW.document_id"]),
  trigger("passage", "DELETE", ["OLD.document_id"]),
  trigger("passage_tag", "INSERT", [ofPassage("NEW")]),
  trigger("passage_tag", "DELETE", [ofPassage("OLD")]),
  trigger("tag", "INSERT", [`'${TAG_NAMES}'`]),
  trigger("tag", "UPDATE", [`'${TAG_NAMES}'`]),
  trigger("tag", "DELETE", [`'${TAG_NAMES}'`]),
];

/**
 * Notes which documents change, in memory and for as long as the connection is open. Triggers note it, so that no write can
 * forget to: undo writes rows without a look at what they mean, and what is rolled back takes its notes with it.
 *
 * @returns what changed after a mark; 0 is before everything
 */
export function watchDocuments(connection: Connection): (mark: number) => DocumentChanges {
  // Nothing of a case belongs into a temporary folder.
  connection.pragma("temp_store = MEMORY");
  connection.script(`
    CREATE TEMP TABLE IF NOT EXISTS changed_document (
      sequence INTEGER PRIMARY KEY AUTOINCREMENT,
      subject TEXT NOT NULL UNIQUE
    ) STRICT;
    ${TRIGGERS.join("\n")}`);
  return (mark) => {
    const rows = connection.rows<[number, string]>(sql`
      SELECT sequence, subject FROM changed_document WHERE sequence > ${mark} ORDER BY sequence`);
    const subjects = rows.map(([, subject]) => subject);
    return {
      mark: rows.at(-1)?.[0] ?? mark,
      documents: subjects.filter((subject) => subject !== TAG_NAMES) as DocumentId[],
      tagNames: subjects.includes(TAG_NAMES),
    };
  };
}

import type { Clock } from "#core/ports/clock.ts";
import type { EditLog } from "#core/ports/edit-log.ts";
import type { PassageId } from "#shared/base/ids.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { EditStep } from "#shared/model/edit.ts";
import { type Connection, type SqlValue, sql } from "./connection.ts";

type RowImage = Readonly<Record<string, SqlValue>>;

interface RecordedRow {
  readonly table_name: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** How a row of each recorded table is found again. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  document: ["document_id"],
  tag: ["tag_id"],
  passage: ["passage_id"],
  passage_tag: ["passage_id", "tag_id"],
  brief: ["brief_id"],
  brief_section: ["section_id"],
  brief_block: ["block_id"],
  saved_search: ["saved_search_id"],
  synonym: ["synonym_id"],
  passage_link: ["link_id"],
  bookmark: ["bookmark_id"],
  library_view: ["view_id"],
};

/** Statements by their text: a step may hold thousands of rows of one table, and each text is prepared once. */
const templates = new Map<string, TemplateStringsArray>();

/** Makes the query that `Connection` takes from a statement built of known column names. */
function statement(text: readonly string[], values: readonly SqlValue[]) {
  const key = text.join("?");
  const strings = templates.get(key) ?? (Object.assign([...text], { raw: text }) as unknown as TemplateStringsArray);
  templates.set(key, strings);
  return { strings, values };
}

function where(keys: readonly string[], image: RowImage): { readonly text: string[]; readonly values: SqlValue[] } {
  return {
    text: keys.map((key, index) => `${index === 0 ? " WHERE " : " AND "}${key} = `),
    values: keys.map((key) => image[key] ?? null),
  };
}

function apply(connection: Connection, table: string, from: RowImage | null, to: RowImage | null): void {
  const keys = KEYS[table];
  if (keys === undefined) throw new Error("a step holds rows of an unknown table");
  if (from !== null && to === null) {
    const { text, values } = where(keys, from);
    connection.run(statement([`DELETE FROM ${table}${text[0] ?? ""}`, ...text.slice(1), ""], values));
    return;
  }
  if (to === null) return;
  const columns = Object.keys(to);
  const values = columns.map((column) => to[column] ?? null);
  if (from === null) {
    const gaps = columns.slice(1).map(() => ", ");
    connection.run(statement([`INSERT INTO ${table} (${columns.join(", ")}) VALUES (`, ...gaps, ")"], values));
    return;
  }
  const assignments = columns.map((column, index) => `${index === 0 ? `UPDATE ${table} SET ` : ", "}${column} = `);
  const target = where(keys, from);
  connection.run(statement([...assignments, ...target.text, ""], [...values, ...target.values]));
}

/** Documents come in without a step: one that was imported since may have the short name that would come back. */
function requireFreeName(connection: Connection, image: RowImage): void {
  const shortName = String(image["short_name"]);
  const other = connection.get(sql`
    SELECT 1 FROM document WHERE short_name = ${shortName} AND document_id <> ${image["document_id"] ?? null}`);
  if (other !== undefined) throw new ProbativeError("document/name-taken", shortName, { shortName });
}

function parseImage(text: string | null): RowImage | null {
  return text === null ? null : (JSON.parse(text) as RowImage);
}

/**
 * The steps in `case.db`. Rows are recorded by triggers (see the schema), so that no write can forget to.
 * Undoing walks a step's rows backwards; redoing walks them forwards.
 */
export function openEditTable(connection: Connection, clock: Clock): EditLog {
  function replay(sequence: number, direction: "back" | "forth"): readonly PassageId[] {
    const passages = new Set<PassageId>();
    connection.transact(() => {
      // Rows of a step may refer to each other in any order; what counts is the state at the end.
      connection.pragma("defer_foreign_keys = ON");
      const rows = connection.all<RecordedRow>(sql`
        SELECT table_name, before, after FROM edit_row WHERE edit_sequence = ${sequence} ORDER BY row_sequence`);
      for (const row of direction === "back" ? rows.toReversed() : rows) {
        const before = parseImage(row.before);
        const after = parseImage(row.after);
        const [from, to] = direction === "back" ? [after, before] : [before, after];
        if (row.table_name === "document" && to !== null) requireFreeName(connection, to);
        apply(connection, row.table_name, from, to);
        // Whose image holds no ranges is where it was.
        if (row.table_name === "passage" && to !== null && "ranges" in to)
          passages.add(String(to["passage_id"]) as PassageId);
      }
      const undone = direction === "back" ? 1 : 0;
      connection.run(sql`UPDATE edit SET undone = ${undone} WHERE edit_sequence = ${sequence}`);
    });
    return [...passages];
  }

  return {
    perform: (label, work) =>
      connection.transact(() => {
        const { lastInsertRowid } = connection.run(sql`INSERT INTO edit (label, at) VALUES (${label}, ${clock.now()})`);
        connection.run(sql`INSERT INTO edit_now (edit_sequence) VALUES (${lastInsertRowid})`);
        const result = work();
        connection.run(sql`DELETE FROM edit_now`);
        const recorded = connection.get(sql`SELECT 1 FROM edit_row WHERE edit_sequence = ${lastInsertRowid} LIMIT 1`);
        // A step that changed nothing would make Undo do nothing; one that did is the end of what was undone.
        if (recorded === undefined) connection.run(sql`DELETE FROM edit WHERE edit_sequence = ${lastInsertRowid}`);
        else connection.run(sql`DELETE FROM edit WHERE undone = 1`);
        return result;
      }),
    history: (limit) => {
      const undo = connection.all<EditStep>(sql`
        SELECT edit_sequence AS sequence, label, at FROM edit WHERE undone = 0
        ORDER BY edit_sequence DESC LIMIT ${limit}`);
      const redo = connection.all<EditStep>(sql`
        SELECT edit_sequence AS sequence, label, at FROM edit WHERE undone = 1
        ORDER BY edit_sequence LIMIT ${limit}`);
      return { undo, redo };
    },
    undo: () => {
      const step = connection.get<{ readonly sequence: number }>(sql`
        SELECT max(edit_sequence) AS sequence FROM edit WHERE undone = 0 HAVING sequence IS NOT NULL`);
      return step === undefined ? null : replay(step.sequence, "back");
    },
    redo: () => {
      const step = connection.get<{ readonly sequence: number }>(sql`
        SELECT min(edit_sequence) AS sequence FROM edit WHERE undone = 1 HAVING sequence IS NOT NULL`);
      return step === undefined ? null : replay(step.sequence, "forth");
    },
  };
}

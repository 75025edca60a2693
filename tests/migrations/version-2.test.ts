import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { type Connection, connect, sql } from "#adapters/sqlite/connection.ts";
import { openDocumentTable } from "#adapters/sqlite/document-table.ts";
import { openEditTable } from "#adapters/sqlite/edit-table.ts";
import { openJobTable } from "#adapters/sqlite/job-table.ts";
import { openJournalTable } from "#adapters/sqlite/journal-table.ts";
import { caseSchema } from "#adapters/sqlite/migrations/case-schema.ts";
import { indexSchema } from "#adapters/sqlite/migrations/index-schema.ts";
import { checkIntegrity, openDatabase, type Schema } from "#adapters/sqlite/open-database.ts";
import { openPageIndex } from "#adapters/sqlite/page-index.ts";
import { openRedactionTable } from "#adapters/sqlite/redaction-table.ts";
import type { SearchIndex } from "#core/ports/search-index.ts";
import type { DocumentId } from "#shared/base/ids.ts";
import { NO_FIELDS } from "#shared/model/detection.ts";
import { findWords } from "../support/find-words.ts";
import { plantDatabase } from "../support/plant-database.ts";
import { setUpTempFolder } from "../support/temp-folder.ts";
import { makePages } from "../support/test-database.ts";
import { createTestClock } from "../support/test-program.ts";

/** A database of version 1, changed as a program of that version could have, then opened by this one. */
function migrate(schema: Schema, change: (old: Connection) => void = () => {}): Connection {
  const folder = setUpTempFolder();
  const path = join(folder, `${schema.name}.db`);
  plantDatabase(schema, 1, path);
  const old = connect(path);
  change(old);
  old.close();
  const connection = openDatabase(path, schema, join(folder, "backups"));
  onTestFinished(() => {
    connection.close();
  });
  expect(readdirSync(join(folder, "backups"))).toEqual([`${schema.name}-version-1.db`]);
  expect(checkIntegrity(connection)).toEqual([]);
  return connection;
}

/** Every value of every table, with the columns that version 1 had. */
function rowsOfVersion1(connection: Connection, columns: ReadonlyMap<string, readonly string[]>) {
  return [...columns].map(([table, names]) => {
    const text = [`SELECT ${names.join(", ")} FROM ${table} ORDER BY 1, 2`];
    const strings = Object.assign(text, { raw: text }) as unknown as TemplateStringsArray;
    return [table, connection.rows({ strings, values: [] })];
  });
}

function columnsOf(connection: Connection): ReadonlyMap<string, readonly string[]> {
  const tables = connection.pluck<string>(sql`
    SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'page_words%'
      AND name NOT IN ('word_place', 'case_property', 'edit_now')`);
  return new Map(
    tables.map((table) => [
      table,
      connection
        .pluck<string>(sql`SELECT name FROM pragma_table_info(${table})`)
        .filter((column) => !NOT_KEPT.has(column)),
    ]),
  );
}

function find(index: SearchIndex, words: string) {
  return findWords(index, words).map(([documentId, page]) => [documentId, page]);
}

/** What version 3 does without: the text as FTS5 was to see it. */
const NOT_KEPT: ReadonlySet<string> = new Set(["indexed_text"]);

it.each([caseSchema, indexSchema])("nothing of the $name database of version 1 is lost", (schema) => {
  let columns: ReadonlyMap<string, readonly string[]> = new Map();
  let before: unknown;
  const connection = migrate(schema, (old) => {
    columns = columnsOf(old);
    before = rowsOfVersion1(old, columns);
  });
  expect([...columns.keys()].length).toBeGreaterThan(2);
  expect(rowsOfVersion1(connection, columns)).toEqual(before);
});

it("documents of version 1 are PDFs of which nothing was detected or entered", () => {
  const connection = migrate(caseSchema);
  const documents = openDocumentTable(connection);
  const [note] = documents.list();
  expect(documents.find(note?.documentId as DocumentId)).toMatchObject({
    format: "pdf",
    title: "Note Verbale 44/2025",
    fields: { ...NO_FIELDS, title: "Note Verbale 44/2025" },
    entered: [],
    detected: NO_FIELDS,
    headers: null,
    notices: [],
    thread: null,
    languages: null,
    parents: [],
    children: 0,
    passages: 1,
  });
  expect(openJournalTable(connection, { clock: createTestClock(), actor: "", versions: "" }).head().entries).toBe(0);
  expect(openRedactionTable(connection).list(null)).toEqual([]);
});

it("jobs of version 1 have the counts that their files have", () => {
  const connection = migrate(caseSchema);
  const jobs = openJobTable(connection);
  const [job] = jobs.list();
  const account = jobs.account(job?.jobId ?? ("" as never));
  expect(job).toMatchObject({ total: 3, done: 3, failed: 0, pages: 4, status: "done" });
  expect(account).toMatchObject({ given: 3, pending: 0, pages: 4 });
  expect(account?.files.every((file) => file.within === undefined)).toBe(true);
});

it("steps of version 1 are undone and done again, and leave alone what version 1 did not know", () => {
  const connection = migrate(caseSchema, (old) => {
    old.script(`
      INSERT INTO edit (label, at) VALUES ('Rename document', '2026-03-01T10:00:00.000Z');
      INSERT INTO edit_now SELECT max(edit_sequence) FROM edit;
      UPDATE document SET title = 'Renamed', short_name = 'Renamed' WHERE sequence = 1;
      DELETE FROM edit_now;
      DELETE FROM edit WHERE undone = 1;
    `);
  });
  const documents = openDocumentTable(connection);
  const edits = openEditTable(connection, createTestClock());
  const documentId = documents.list()[0]?.documentId as DocumentId;
  documents.setEntered(documentId, { court: "D. Specimen" });
  documents.setLanguages(documentId, ["spa"]);
  const names = () => documents.find(documentId);
  expect(names()).toMatchObject({ title: "Renamed" });
  edits.undo();
  const kept = { enteredFields: { court: "D. Specimen" }, languages: ["spa"] };
  expect(names()).toMatchObject({ title: "Note Verbale 44/2025", shortName: "Note 44/2025", ...kept });
  edits.redo();
  expect(names()).toMatchObject({ title: "Renamed", shortName: "Renamed", ...kept });
});

it("pages of version 1 can be found until they are read anew, and count as to be read", () => {
  const connection = migrate(indexSchema);
  const index = openPageIndex(connection);
  const [note, scan] = ["doc_000000000002" as DocumentId, "doc_000000000003" as DocumentId];
  expect(index.documentIds()).toEqual(new Set());
  expect(find(index, "nunez")).toEqual([[note, 2]]);
  expect(index.pageInfos(note)[1]).toMatchObject({ label: "ii", textState: "good", ocr: "not-needed", addresses: [] });
  expect(index.ocrTotals()).toEqual({ "not-needed": 3, waiting: 1, done: 0, failed: 0, off: 0 });
  expect(index.waitingPages(9)).toEqual([{ documentId: scan, page: 1 }]);
  expect(index.figuresOf(scan)).toMatchObject({ pagesWithoutText: 1, pagesWaiting: 1 });
  expect(index.check()).toEqual([]);
  index.beginDocument(note);
  index.addPages(note, makePages("read anew"), "waiting");
  index.finishDocument(note);
  index.commit();
  expect(index.documentIds()).toEqual(new Set([note]));
  expect([find(index, "nunez"), find(index, "anew"), find(index, "specimen")]).toEqual([[], [[note, 1]], [[scan, 2]]]);
  expect(openPageIndex(connection).documentIds()).toEqual(new Set([note]));
  expect(index.check()).toEqual([]);
});

it("a database of version 2 holds what was put in when it was released", () => {
  const folder = setUpTempFolder();
  for (const schema of [caseSchema, indexSchema]) plantDatabase(schema, 2, join(folder, `${schema.name}.db`));
  const connection = openDatabase(join(folder, "case.db"), caseSchema, folder);
  const documents = openDocumentTable(connection);
  const journal = openJournalTable(connection, { clock: createTestClock(), actor: "", versions: "" });
  expect(journal.verify()).toEqual([]);
  expect(journal.head().entries).toBe(4);
  expect(documents.list().map(({ format, children, parents }) => [format, children, parents.length])).toEqual([
    ["zip", 1, 0],
    ["eml", 0, 1],
    ["pdf", 0, 0],
  ]);
  expect(documents.list()[1]?.fields).toMatchObject({ kind: "diplomatic-note", noteNumber: "44/2025", language: null });
  expect(openRedactionTable(connection).list(null)).toMatchObject([{ page: 2, decision: "keep-hidden" }]);
  connection.close();
  const pages = openDatabase(join(folder, "index.db"), indexSchema, folder);
  const index = openPageIndex(pages);
  expect([find(index, "will be housed"), find(index, "detention")]).toEqual([
    [["doc_000000000002", 1]],
    [["doc_000000000003", 1]],
  ]);
  expect(index.ocrTotals()).toEqual({ "not-needed": 3, waiting: 0, done: 1, failed: 1, off: 0 });
  expect(index.check()).toEqual([]);
  pages.close();
});

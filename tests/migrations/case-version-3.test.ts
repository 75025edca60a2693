import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { openCertificateTable } from "#adapters/sqlite/certificate-table.ts";
import { type Connection, sql } from "#adapters/sqlite/connection.ts";
import { openDocumentTable } from "#adapters/sqlite/document-table.ts";
import { openEditTable } from "#adapters/sqlite/edit-table.ts";
import { openJournalTable } from "#adapters/sqlite/journal-table.ts";
import { caseSchema } from "#adapters/sqlite/migrations/case-schema.ts";
import { checkIntegrity, openDatabase } from "#adapters/sqlite/open-database.ts";
import { openSavedSearchTable } from "#adapters/sqlite/saved-search-table.ts";
import { openSynonymTable } from "#adapters/sqlite/synonym-table.ts";
import { plantDatabase } from "../support/plant-database.ts";
import { setUpTempFolder } from "../support/temp-folder.ts";
import { createTestClock, createTestIds } from "../support/test-program.ts";

function open(version: number): { readonly connection: Connection; readonly folder: string } {
  const folder = setUpTempFolder();
  const path = join(folder, "case.db");
  plantDatabase(caseSchema, version, path);
  const connection = openDatabase(path, caseSchema, join(folder, "backups"));
  onTestFinished(() => {
    connection.close();
  });
  return { connection, folder };
}

function tablesOf(connection: Connection): readonly string[] {
  return connection.pluck<string>(sql`
    SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`);
}

/** The rows of tables, in the columns that `old` has. */
function rowsOf(connection: Connection, tables: readonly string[], old: Connection): readonly unknown[] {
  return tables.map((table) => {
    const columns = old.pragma(`table_info(${table})`) as readonly { readonly name: string }[];
    const text = [`SELECT ${columns.map(({ name }) => `"${name}"`).join(", ")} FROM ${table} ORDER BY 1, 2`];
    const strings = Object.assign(text, { raw: text }) as unknown as TemplateStringsArray;
    return connection.rows({ strings, values: [] });
  });
}

it("a case of version 2 keeps every row, after a backup, and can save searches and synonyms", () => {
  const { connection, folder } = open(2);
  expect(readdirSync(join(folder, "backups"))).toEqual(["case-version-2.db"]);
  const backup = openDatabaseReadOnly(join(folder, "backups", "case-version-2.db"));
  const tables = tablesOf(backup).filter((name) => name !== "edit_now");
  expect(tables.length).toBeGreaterThan(12);
  expect(rowsOf(connection, tables, backup)).toEqual(rowsOf(backup, tables, backup));
  expect(checkIntegrity(connection)).toEqual([]);
  const edits = openEditTable(connection, createTestClock());
  const synonyms = openSynonymTable(connection);
  const group = { synonymId: createTestIds(500).next("synonym"), names: ["a", "b"] };
  edits.perform("Add synonyms", () => synonyms.insert(group));
  expect(synonyms.list()).toEqual([group]);
  edits.undo();
  expect([synonyms.list(), openSavedSearchTable(connection).list()]).toEqual([[], []]);
});

function openDatabaseReadOnly(path: string): Connection {
  const upToTwo = { ...caseSchema, migrations: caseSchema.migrations.slice(0, 2) };
  const connection = openDatabase(path, upToTwo, join(path, ".."));
  onTestFinished(() => {
    connection.close();
  });
  return connection;
}

it("a case of version 3 opens with its searches, what was seen, its synonyms and its certificates", () => {
  const { connection, folder } = open(3);
  expect(readdirSync(join(folder, "backups"))).toEqual(["case-version-3.db"]);
  const [saved] = openSavedSearchTable(connection).list();
  if (saved === undefined) throw new Error("the saved search is gone");
  expect(saved).toMatchObject({ name: "Housing", search: { query: '"housed for" w/5 year', filters: ["kind:email"] } });
  const documents = openDocumentTable(connection).list();
  const seen = openSavedSearchTable(connection).seen(saved);
  expect(seen).toMatchObject({ documents: 1, hits: 1, found: new Map([[documents[1]?.documentId, 1]]) });
  expect(
    openSynonymTable(connection)
      .list()
      .map((group) => group.names),
  ).toEqual([["Embassy", "Legación"]]);
  const [sha256] = connection.pluck<string>(sql`SELECT sha256 FROM search_certificate`);
  expect(openCertificateTable(connection).findBySha256(sha256 ?? "")).toMatchObject({ journalSequence: 1 });
  const author = { clock: createTestClock(), actor: "A. Tester", versions: "" };
  expect(openJournalTable(connection, author).verify()).toEqual([]);
  const edits = openEditTable(connection, createTestClock());
  while (edits.history(1).undo.length > 0) edits.undo();
  expect([openSavedSearchTable(connection).list(), openSynonymTable(connection).list()]).toEqual([[], []]);
});

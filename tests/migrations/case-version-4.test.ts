import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { openBookmarkTable, openReadingTable } from "#adapters/sqlite/bookmark-table.ts";
import type { Connection } from "#adapters/sqlite/connection.ts";
import { openDocumentTable } from "#adapters/sqlite/document-table.ts";
import { openEditTable } from "#adapters/sqlite/edit-table.ts";
import { openLibraryViewTable } from "#adapters/sqlite/library-view-table.ts";
import { caseSchema } from "#adapters/sqlite/migrations/case-schema.ts";
import { checkIntegrity, openDatabase } from "#adapters/sqlite/open-database.ts";
import { openPassageLinkTable } from "#adapters/sqlite/passage-link-table.ts";
import { openPassageTable } from "#adapters/sqlite/passage-table.ts";
import { openTagTable } from "#adapters/sqlite/tag-table.ts";
import { PLAIN_READING } from "#shared/model/reading.ts";
import { plantDatabase } from "../support/plant-database.ts";
import { setUpTempFolder } from "../support/temp-folder.ts";
import { createTestClock } from "../support/test-program.ts";

const EVERYTHING = { documentId: null, tagIds: [], text: null };

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

it("a case of version 3 keeps its tags and passages, and its steps are undone and redone", () => {
  const { connection } = open(3);
  const [tags, passages] = [openTagTable(connection), openPassageTable(connection)];
  const plain = { description: "", examples: "", archived: false, position: 0 };
  expect(tags.list()).toMatchObject([{ name: "Custody › cost", key: 1, passages: 1, ...plain }]);
  const [passage] = passages.list(EVERYTHING);
  expect(passage).toMatchObject({ marks: [], region: null, origin: null, state: "anchored" });
  expect(passage?.ranges.map(({ addresses }) => addresses)).toEqual([[]]);
  expect(passages.facts()).toMatchObject([{ passageId: passage?.passageId, isRegion: false, origin: "here" }]);
  const [document] = openDocumentTable(connection).list();
  if (document === undefined) throw new Error("no document");
  expect(openReadingTable(connection).find(document.documentId)).toEqual(PLAIN_READING);
  const edits = openEditTable(connection, createTestClock());
  const before = [tags.list(), passages.list(EVERYTHING)];
  let undone = 0;
  for (; edits.history(1).undo.length > 0; undone += 1) edits.undo();
  expect([tags.list(), passages.list(EVERYTHING), passages.facts()]).toEqual([[], [], []]);
  for (; undone > 0; undone -= 1) edits.redo();
  expect([tags.list(), passages.list(EVERYTHING)]).toEqual(before);
  expect(checkIntegrity(connection)).toEqual([]);
});

it("a case of version 4 opens with its codebook, marks, regions, links, bookmarks, readings and views", () => {
  const { connection, folder } = open(4);
  expect(readdirSync(folder)).not.toContain("backups");
  const [tag] = openTagTable(connection).list();
  expect(tag).toMatchObject({ description: "What housing costs.", examples: "“for one year”", position: 3 });
  const passages = openPassageTable(connection).list(EVERYTHING);
  const [marked, framed] = passages;
  expect(marked).toMatchObject({ marks: ["relevant", "hot"], region: null });
  expect(framed).toMatchObject({
    quote: "",
    region: { page: 2, box: [72, 600, 300, 700] },
    origin: { kind: "contribution", name: "B. Colleague" },
    ranges: [{ addresses: [{ scheme: "bates", value: "SPEC-000018" }] }],
  });
  expect(openPassageLinkTable(connection).list(null)).toMatchObject([
    { from: marked?.passageId, to: framed?.passageId, relation: "same-event", reason: "Both tell of the year." },
  ]);
  const [bookmark] = openBookmarkTable(connection).list(null);
  expect(bookmark).toMatchObject({ page: 2, label: "Signature" });
  if (bookmark === undefined) throw new Error("no bookmark");
  expect(openReadingTable(connection).find(bookmark.documentId)).toEqual({
    labelScheme: "bates",
    turned: [{ page: 2, by: 90 }],
    cropsMargins: true,
  });
  expect(openLibraryViewTable(connection).findByName("MAIL")).toMatchObject({ view: { group: "family" } });
  const edits = openEditTable(connection, createTestClock());
  while (edits.history(1).undo.length > 0) edits.undo();
  expect(openPassageLinkTable(connection).list(null)).toEqual([]);
  expect([openBookmarkTable(connection).list(null), openLibraryViewTable(connection).list()]).toEqual([[], []]);
  expect(openReadingTable(connection).find(bookmark.documentId)).toEqual(PLAIN_READING);
});

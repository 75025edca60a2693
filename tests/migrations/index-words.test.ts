import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { type Connection, sql } from "#adapters/sqlite/connection.ts";
import { indexSchema } from "#adapters/sqlite/migrations/index-schema.ts";
import { openDatabase } from "#adapters/sqlite/open-database.ts";
import { openPageIndex } from "#adapters/sqlite/page-index.ts";
import { findWords } from "../support/find-words.ts";
import { plantDatabase } from "../support/plant-database.ts";
import { setUpTempFolder } from "../support/temp-folder.ts";

function open(version: number): Connection {
  const folder = setUpTempFolder();
  const path = join(folder, "index.db");
  plantDatabase(indexSchema, version, path);
  const connection = openDatabase(path, indexSchema, join(folder, "backups"));
  onTestFinished(() => {
    connection.close();
  });
  return connection;
}

const WORDS = ["nunez", "will be housed", "detention", "specimen"];
const found = (connection: Connection) => WORDS.map((words) => findWords(openPageIndex(connection), words));

it.each([1, 2, 3])("words of version %i are read from its pages, at the first search or before", (version) => {
  const connection = open(version);
  expect(connection.pluck<number>(sql`SELECT count(*) FROM word_segment`)).toEqual([0]);
  const index = openPageIndex(connection);
  while (index.maintain(5));
  expect(connection.pluck<number>(sql`SELECT count(*) FROM word_segment`)).toEqual([1]);
  expect(connection.pluck<number>(sql`SELECT count(*) FROM indexed_document WHERE word_rules = 0`)).toEqual([0]);
  const unmaintained = open(version);
  expect(found(unmaintained)).toEqual(found(connection));
  expect(findWords(index, "nunez")).toEqual([["doc_000000000002", 2, 1]]);
  expect(index.check()).toEqual([]);
});

it("a database of version 4 has its words in it", () => {
  const connection = open(4);
  expect(connection.pluck<number>(sql`SELECT count(*) FROM indexed_document WHERE word_rules = 0`)).toEqual([0]);
  expect(found(connection)).toEqual(found(open(2)));
  const index = openPageIndex(connection);
  const { numbers, pages } = index.words.fieldPlaces({ field: "bates", prefix: "SPEC-", range: { from: 17, to: 17 } });
  expect([...numbers].map((number, at) => [index.words.documentOf(number), pages[at]])).toEqual([
    ["doc_000000000002", 1],
  ]);
  expect(index.check()).toEqual([]);
});

it("words that were read by other rules are read anew", () => {
  const connection = open(4);
  connection.run(sql`UPDATE indexed_document SET word_rules = 999 WHERE document_key = 2`);
  const index = openPageIndex(connection);
  const before = index.words.numberLimit();
  expect(before).toBe(4);
  expect(findWords(index, "nunez")).toEqual([["doc_000000000002", 2, 1]]);
  expect(connection.pluck<number>(sql`SELECT max(word_rules) FROM indexed_document`)).not.toEqual([999]);
  expect(index.check()).toEqual([]);
});

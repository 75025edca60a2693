import { expect, test } from "vitest";
import { verifyJournal } from "#core/custody/verify-journal.ts";
import { journalToJson } from "#core/export/journal-text.ts";
import { setUpTestCase } from "../../../support/test-case.ts";

test("the journal is walked, and its head must stand in it", async () => {
  const test = await setUpTestCase();
  await test.importOne({ title: "one", pages: ["Words."] });
  const kept = test.ports().journal.head();
  await test.importOne({ title: "two", pages: ["Other words."] });
  expect(verifyJournal(test.ports(), null)).toMatchObject({ ok: true, problems: [] });
  expect(verifyJournal(test.ports(), kept.hash).ok).toBe(true);
  const foreign = verifyJournal(test.ports(), "f".repeat(64));
  expect(foreign).toMatchObject({ ok: false, problems: [{ sequence: 0 }] });
});

test("a line about a document that the catalogue does not hold so is named", async () => {
  const test = await setUpTestCase();
  const documentId = await test.importOne({ title: "one", pages: ["Words."] });
  test.ports().journal.append({ action: "document-imported", subject: documentId, sha256: "0".repeat(64), detail: {} });
  test.ports().journal.append({ action: "document-imported", subject: "doc_gone", sha256: "0".repeat(64), detail: {} });
  const { ok, problems } = verifyJournal(test.ports(), null);
  expect(ok).toBe(false);
  expect(problems.map(({ problem }) => problem)).toEqual([
    `the catalogue holds another hash for ${documentId}`,
    "the catalogue does not hold doc_gone",
  ]);
});

test("the whole journal can be written out, head and all", async () => {
  const test = await setUpTestCase();
  await test.importOne({ title: "one", pages: ["Words."] });
  const written = JSON.parse(journalToJson(test.ports())) as { head: { hash: string }; entries: { hash: string }[] };
  expect(written.head).toEqual(test.ports().journal.head());
  expect(written.entries.at(-1)?.hash).toBe(written.head.hash);
});

import { expect, test } from "vitest";
import { listDuplicates } from "#core/sameness/list-duplicates.ts";
import { pageSignature } from "#shared/text/page-signature.ts";
import { setUpTestCase } from "../../../support/test-case.ts";

const LONG = Array.from({ length: 120 }, (_, index) => `The witness said sentence number ${index} of the statement.`);

/** A case whose reader signs the pages, as the real one does. */
async function setUp() {
  const test = await setUpTestCase();
  test.program.reader.revise((document) => ({
    ...document,
    pages: document.pages.map((page) =>
      typeof page === "string" ? { text: page, signature: pageSignature(page, []) } : page,
    ),
  }));
  return test;
}

test("two copies are told from a copy in which one word was changed", async () => {
  const test = await setUp();
  const text = LONG.join("\n");
  const first = await test.importOne({ title: "first", pages: [text, `${text} end`] });
  // Other line breaks and letter case are the same words.
  const copy = await test.importOne({ title: "copy", pages: [LONG.join(" "), `${text} END`] });
  const changed = text.replace("number 60 of", "number 61 of");
  const corrected = await test.importOne({ title: "corrected", pages: [text, `${changed} end`] });
  const [cluster, ...others] = listDuplicates(test.ports(), null);
  expect(others).toEqual([]);
  expect(cluster?.documents).toEqual([first, copy, corrected]);
  const relationOf = (one: string, two: string) =>
    cluster?.pairs.find(({ first: a, second: b }) => [a, b].includes(one as never) && [a, b].includes(two as never));
  expect(relationOf(first, copy)).toMatchObject({ relation: "same-text", shared: 1, differing: [] });
  expect(relationOf(first, corrected)).toMatchObject({
    relation: "newer-version",
    shared: 0.5,
    differing: [2],
    explanation: "The words agree on 1 of 2 pages; they differ on page 2.",
  });
});

test("a document without a twin has none", async () => {
  const test = await setUp();
  const alone = await test.importOne({ title: "alone", pages: [LONG.join("\n")] });
  expect(listDuplicates(test.ports(), alone)).toEqual([]);
});

import { expect, test } from "vitest";
import { openPageIndex } from "#adapters/sqlite/page-index.ts";
import { textAt } from "#core/ports/joined-texts.ts";
import { makePage, newDocumentId, setUpIndexDatabase } from "../../../support/test-database.ts";

const TEXTS = ["SPECIMEN one", "", "\u0000deux\u0000 été 𝒜\ufeff", "x".repeat(70_000), "last"];

function setUp() {
  const index = openPageIndex(setUpIndexDatabase());
  const [documentId, other] = [newDocumentId(), newDocumentId()];
  for (const [id, texts] of [
    [documentId, TEXTS],
    [other, ["SPECIMEN other"]],
  ] as const) {
    index.beginDocument(id);
    index.addPages(
      id,
      texts.map((text, page) => makePage(text, { page: page + 1 })),
      "off",
    );
    index.finishDocument(id);
  }
  index.commit();
  const read = (...pages: readonly number[]) => {
    const joined = index.joinPages(
      pages.map((page) => (page > 100 ? { documentId: other, page: page - 100 } : { documentId, page })),
    );
    return Array.from(joined.ends, (_, at) => textAt(joined, at));
  };
  return { read, close: () => index.close() };
}

test("texts of pages come in the order in which they were asked for, empty where there is no page", () => {
  const { read, close } = setUp();
  expect(read(5, 101, 3, 2, 9, 1)).toEqual([TEXTS[4], "SPECIMEN other", TEXTS[2], "", "", TEXTS[0]]);
  expect(read(2)).toEqual([""]);
  close();
});

test("a long page is read alone, and ends what is read before it", () => {
  const { read, close } = setUp();
  expect(read(1, 5, 4, 2)).toEqual([TEXTS[0], TEXTS[4]]);
  expect(read(4, 2)).toEqual([TEXTS[3]]);
  close();
});

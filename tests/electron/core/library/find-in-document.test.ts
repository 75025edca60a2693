import { describe, expect, it } from "vitest";
import { type FindRequest, findInDocument } from "#core/library/find-in-document.ts";
import { createSearchRegistry } from "#core/search/pace.ts";
import { expectFailure } from "../../../support/expect-failure.ts";
import { setUpTestCase } from "../../../support/test-case.ts";
import { createTestIds } from "../../../support/test-program.ts";

async function setUp() {
  const test = await setUpTestCase();
  const pages = Array.from(
    { length: 70 },
    (_, index) => `SPECIMEN page ${index + 1}\nNote ${index % 2 === 0 ? "A" : "a"}`,
  );
  const document = await test.importOne({ pages: [...pages, ""] });
  const ports = test.ports();
  const find = (change: Partial<FindRequest>) =>
    findInDocument(
      ports,
      { document, text: "Note", matchCase: false, wholeWord: false, regex: false, ...change },
      createSearchRegistry().begin(null).pace,
    );
  return { find };
}

describe("finding in a document", () => {
  it("gives every place with its boxes, page after page", async () => {
    const { find } = await setUp();
    const { total, places } = await find({ text: "note a" });
    expect(total).toBe(70);
    expect(places.map(({ page }) => page)).toEqual(Array.from({ length: 70 }, (_, index) => index + 1));
    expect(places[0]).toMatchObject({ page: 1, start: 16, end: 22 });
    expect(places.every(({ quads }) => quads.length > 0)).toBe(true);
    expect((await find({ text: "Note A", matchCase: true })).total).toBe(35);
    expect((await find({ text: "ote", wholeWord: true })).total).toBe(0);
  });

  it("understands regular expressions, with their case when that is asked for", async () => {
    const { find } = await setUp();
    expect((await find({ text: "page \\d\\b", regex: true })).total).toBe(9);
    expect((await find({ text: "NOTE", regex: true })).total).toBe(70);
    expect((await find({ text: "NOTE", regex: true, matchCase: true })).total).toBe(0);
    expect((await find({ text: "a|N", regex: true, wholeWord: true })).total).toBe(70);
  });

  it("says what is not there", async () => {
    const { find } = await setUp();
    expect(await find({ text: "nothing like it" })).toEqual({ total: 0, places: [] });
    await expectFailure("document/not-found", () => find({ document: createTestIds().next("document") }));
  });
});

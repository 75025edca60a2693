import { describe, expect, test } from "vitest";
import { verifyJournal } from "#core/custody/verify-journal.ts";
import { rereadDocument } from "#core/import/reread-document.ts";
import { decideRedaction } from "#core/redactions/decide-redaction.ts";
import { countUndecided, listRedactions, revealedRegions, withheldRegions } from "#core/redactions/list-redactions.ts";
import type { HiddenRegion } from "#shared/model/page-state.ts";
import type { RedactionDecision } from "#shared/model/redaction.ts";
import { searchText } from "../../../support/search-text.ts";
import { setUpTestCase } from "../../../support/test-case.ts";

const UPPER: HiddenRegion = { box: [72, 700, 200, 712], characters: 11, cover: "box" };
const LOWER: HiddenRegion = { box: [72, 600, 200, 612], characters: 7, cover: "picture" };

async function setUp() {
  const test = await setUpTestCase();
  const documentId = await test.importOne({
    title: "memo",
    pages: ["First page.", { text: "Paid to the account of.", hidden: [UPPER, LOWER] }],
  });
  const decide = (decision: RedactionDecision, region?: number) =>
    decideRedaction(test.ports(), { document: documentId, page: 2, region }, decision, async (id) => {
      // What was revealed is read from now on, and no longer found as hidden.
      const shown = revealedRegions(test.ports(), id).length > 0;
      test.program.reader.revise((document) => ({
        ...document,
        pages: shown
          ? ["First page.", { text: "Paid to the account of Vantongelen.", hidden: [LOWER] }]
          : document.pages,
      }));
      await rereadDocument(test.ports(), id, new AbortController().signal);
    });
  const find = async (query: string) => (await searchText(test.ports(), query)).pages;
  return { test, documentId, decide, find };
}

describe("hidden text", () => {
  test("is listed from the top of the page down and waits for a decision", async () => {
    const { test, documentId } = await setUp();
    expect(listRedactions(test.ports(), null)).toMatchObject([
      { documentId, page: 2, region: 1, characters: 11, cover: "box", decision: null },
      { documentId, page: 2, region: 2, characters: 7, cover: "picture", decision: null },
    ]);
    expect(countUndecided(test.ports()).get(documentId)).toBe(2);
    expect(withheldRegions(test.ports(), documentId)).toHaveLength(2);
  });

  test("that is kept hidden is not read; the decision is journaled", async () => {
    const { test, documentId, decide } = await setUp();
    const redactions = await decide("keep-hidden", 2);
    expect(redactions.map(({ decision }) => decision)).toEqual([null, "keep-hidden"]);
    expect(withheldRegions(test.ports(), documentId)).toHaveLength(2);
    const [last] = test.ports().journal.entries(test.ports().journal.head().entries - 1, 1);
    expect(last).toMatchObject({
      action: "hidden-text-decided",
      subject: documentId,
      detail: { decision: "keep-hidden" },
    });
    expect(verifyJournal(test.ports(), null).ok).toBe(true);
  });

  test("that is revealed can be found, stays listed under its number, and can be hidden again", async () => {
    const { test, documentId, decide, find } = await setUp();
    expect(await find("Vantongelen")).toBe(0);
    const redactions = await decide("reveal", 1);
    expect(await find("Vantongelen")).toBe(1);
    expect(redactions).toMatchObject([
      { region: 1, characters: 11, cover: "box", decision: "reveal" },
      { region: 2, decision: null },
    ]);
    expect(withheldRegions(test.ports(), documentId)).toEqual([{ page: 2, box: LOWER.box }]);
    test.program.reader.revise((document) => document);
    await decide("keep-hidden", 1);
    expect(await find("Vantongelen")).toBe(0);
    const decisions = test
      .ports()
      .journal.entries(0, 100)
      .filter(({ action }) => action === "hidden-text-decided")
      .map(({ detail }) => detail["decision"]);
    expect(decisions).toEqual(["reveal", "keep-hidden"]);
  });

  test("a place that is not there is refused, and nothing is recorded", async () => {
    const { test, decide } = await setUp();
    const before = test.ports().journal.head();
    await expect(decide("reveal", 9)).rejects.toMatchObject({ code: "redaction/not-found" });
    expect(test.ports().journal.head()).toEqual(before);
  });
});

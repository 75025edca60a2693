import { describe, expect, it } from "vitest";
import { addPassage, addText, createBrief } from "#core/briefs/edit-brief.ts";
import { createPassage } from "#core/passages/edit-passage.ts";
import { searchWritten } from "#core/search/search-written.ts";
import { addSynonyms } from "#core/search/synonyms.ts";
import { type SearchRequest, searchRequestSchema } from "#shared/model/search.ts";
import { expectFailure } from "../../../support/expect-failure.ts";
import { setUpTestCase } from "../../../support/test-case.ts";
import { BREATHLESS } from "./fake-searcher.ts";

/** Two passages of two documents, one with a note, and a brief with one of them. */
async function setUp() {
  const { ports, importOne } = await setUpTestCase();
  const first = await importOne({ title: "Note", pages: [{ text: "SPECIMEN\nThe refund was refused in March." }] });
  const second = await importOne({ title: "Memo", pages: [{ text: "SPECIMEN\nNúñez paid nobody." }] });
  const refund = createPassage(ports(), {
    document: first,
    quote: "The refund was refused in March.",
    tag: ["Breach › refunds"],
    note: "",
  });
  const paid = createPassage(ports(), {
    document: second,
    quote: "Núñez paid nobody.",
    tag: [],
    note: "Compare the refund; ask Nunez.",
  });
  const { briefId, sections } = createBrief(ports(), "Statement of facts");
  const sectionId = sections[0]?.sectionId;
  if (sectionId === undefined) throw new Error("a new brief has a section");
  addText(ports(), sectionId, "Nothing was ever refunded.", undefined);
  addPassage(ports(), briefId, paid.passageId, {});
  const search = async (query: string, options: Partial<SearchRequest> = {}) =>
    searchWritten(ports(), searchRequestSchema.parse({ query, ...options }), BREATHLESS);
  const found = async (query: string, options: Partial<SearchRequest> = {}) =>
    (await search(query, options)).map((hit) => [hit.where, hit.passageId ?? hit.briefId, hit.hits]);
  return { ports, refund, paid, briefId, search, found };
}

describe("searchWritten", () => {
  it("finds words in quotations, notes and briefs, each text by itself", async () => {
    const { refund, paid, briefId, search, found } = await setUp();
    expect(await found("refund")).toEqual([
      ["passage", refund.passageId, 1],
      ["note", paid.passageId, 1],
      ["brief", briefId, 1],
    ]);
    expect(await found("nunez")).toEqual([
      ["passage", paid.passageId, 1],
      ["note", paid.passageId, 1],
      ["brief", briefId, 1],
    ]);
    const [hit] = await search('"was refused" w/3 march');
    expect(hit).toMatchObject({
      where: "passage",
      documentId: refund.documentId,
      title: refund.citation,
      briefId: null,
    });
    expect(hit?.snippetMarks.map(({ start, end }) => hit.snippet.slice(start, end))).toEqual(["was refused", "March"]);
    expect(await found("refund AND nunez")).toEqual([
      ["note", paid.passageId, 2],
      ["brief", briefId, 2],
    ]);
  });

  it("knows stems, strictness, synonyms and regular expressions", async () => {
    const { ports, refund, paid, briefId, found } = await setUp();
    expect(await found("refund", { stemming: false })).toHaveLength(2);
    expect(await found("=núñez")).toEqual([
      ["passage", paid.passageId, 1],
      ["brief", briefId, 1],
    ]);
    addSynonyms(ports(), ["restitution", "refund"]);
    expect((await found("restitution")).length).toBeGreaterThan(0);
    expect(await found("restitution", { synonyms: false })).toEqual([]);
    expect(await found("/ref[a-z]+ in/")).toEqual([["passage", refund.passageId, 1]]);
  });

  it("answers fields of the passage and of its document; a brief has none", async () => {
    const { refund, paid, found } = await setUp();
    expect(await found("tag:breach")).toEqual([["passage", refund.passageId, 0]]);
    expect(await found("refund tag:refunds")).toEqual([["passage", refund.passageId, 1]]);
    expect(await found("title:memo")).toEqual([["passage", paid.passageId, 0]]);
    expect(await found("refund", { filters: ["title:memo"] })).toEqual([["note", paid.passageId, 1]]);
    expect(await found("note:compare nunez")).toEqual([
      ["passage", paid.passageId, 1],
      ["note", paid.passageId, 1],
    ]);
  });

  it("names what cannot be read", async () => {
    const { search } = await setUp();
    await expectFailure("search/syntax", () => search("a AND"));
    await expectFailure("search/syntax", () => search("/(/"));
  });
});

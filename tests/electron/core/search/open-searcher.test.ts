import { describe, expect, it } from "vitest";
import { openSearcher } from "#core/search/open-searcher.ts";
import { addSynonyms } from "#core/search/synonyms.ts";
import { type SearchRequest, searchRequestSchema } from "#shared/model/search.ts";
import { expectFailure } from "../../../support/expect-failure.ts";
import { setUpTestCase } from "../../../support/test-case.ts";
import { BREATHLESS } from "./fake-searcher.ts";

async function setUp() {
  const { ports, importOne } = await setUpTestCase();
  const note = await importOne({
    title: "Note",
    pages: [{ text: "The Embassy speaks of detention.\nCECOT holds them" }, { text: "for one year. Detained again." }],
  });
  const memo = await importOne({ title: "Memo", pages: [{ text: "No detainee; centro penal." }, { text: "" }] });
  const searcher = () => openSearcher(ports());
  const ask = (query: string, options: Partial<SearchRequest> = {}) => searchRequestSchema.parse({ query, ...options });
  return { ports, importOne, note, memo, searcher, ask };
}

describe("a searcher", () => {
  it("finds all documents in the order of import, each with its hits and pages", async () => {
    const { note, memo, searcher, ask } = await setUp();
    const found = await searcher().find(ask("detain*"), BREATHLESS);
    expect(found.documents).toEqual([
      { documentId: note, hits: 1, pages: 1 },
      { documentId: memo, hits: 1, pages: 1 },
    ]);
    expect(found.incomplete).toBeNull();
    const all = await searcher().find(ask("format:pdf"), BREATHLESS);
    expect(all.documents.map(({ hits, pages }) => [hits, pages])).toEqual([
      [0, 0],
      [0, 0],
    ]);
    const some = await searcher().find(ask("format:pdf", { filters: ["title:memo"] }), BREATHLESS);
    expect(some.documents.map(({ documentId }) => documentId)).toEqual([memo]);
  });

  it("gives the hits of a document, over a page break too, also when the index became another one meanwhile", async () => {
    const { note, memo, importOne, searcher, ask } = await setUp();
    const found = await searcher().find(ask('"holds them for one year"'), BREATHLESS);
    const [hit] = await found.hitsOf(note);
    expect(hit?.parts.map((part) => part.page)).toEqual([1, 2]);
    expect(await found.hitsOf(memo)).toEqual([]);
    await importOne({ title: "Later", pages: [{ text: "It holds them for one year." }] });
    expect(await found.hitsOf(note)).toEqual([hit]);
  });

  it("says how a search was read, with every form, what was left out, and synonyms", async () => {
    const { ports, searcher, ask } = await setUp();
    addSynonyms(ports(), ["CECOT", "centro penal"]);
    const read = await searcher().read(ask("detained CECOT nowhere", { without: ["detained>detainee"] }), BREATHLESS);
    expect(read.synonyms).toEqual([{ source: "CECOT", others: ["centro penal"] }]);
    expect(read.expansions.map(({ source }) => source)).toEqual(["detained", "CECOT", "nowhere"]);
    expect(read.expansions[2]?.forms).toEqual([{ form: "nowhere", reason: "typed", hits: 0, excluded: false }]);
    expect(read.words.length).toBeGreaterThan(5);
    const found = await searcher().find(ask("CECOT"), BREATHLESS);
    expect(found.documents).toHaveLength(2);
  });

  it("names what cannot be read", async () => {
    const { searcher, ask } = await setUp();
    const failure = await expectFailure("search/syntax", () => searcher().find(ask("a AND"), BREATHLESS));
    expect(typeof failure.details["offset"]).toBe("number");
    await expectFailure("search/syntax", () => searcher().read(ask("("), BREATHLESS));
  });
});

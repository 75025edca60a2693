import { describe, expect, it } from "vitest";
import { findDocumentHits } from "#core/search/document-hits.ts";
import type { DocumentSearch } from "#core/search/search-documents.ts";
import type { DocumentId } from "#shared/base/ids.ts";
import type { SearchAnswer } from "#shared/model/search.ts";
import { searchRequestSchema } from "#shared/model/search.ts";
import { boundsOfQuads } from "#shared/text/geometry.ts";
import { expectFailure } from "../../../support/expect-failure.ts";
import type { FakeDocument } from "../../../support/fake-files.ts";
import { BREATHLESS, searchText } from "../../../support/search-text.ts";
import { setUpTestCase, type TestCase } from "../../../support/test-case.ts";
import { makePages } from "../../../support/test-database.ts";
import { createTestIds } from "../../../support/test-program.ts";

const LONG: FakeDocument = {
  title: "Long",
  pages: Array.from({ length: 9 }, (_, at) => `SPECIMEN page ${at + 1} of custody${" and cost".repeat(at)}`),
};
const SHORT: FakeDocument = { title: "Short", pages: ["custody custody custody", "nothing", "custody"] };
const SPANISH: FakeDocument = {
  title: "Nota",
  pages: [{ text: "SPECIMEN\nEl señor Núñez\nfirmó la nota", label: "ii" }, "año"],
};

async function setUpSearch() {
  const test = await setUpTestCase();
  const long = await test.importOne(LONG);
  const short = await test.importOne(SHORT);
  const nota = await test.importOne(SPANISH);
  const search = (query: string, options: Partial<DocumentSearch> = {}) => searchText(test.ports(), query, options);
  return { test, long, short, nota, search };
}

function hitsIn(test: TestCase, document: DocumentId, query: string, from = 1, limit = 200) {
  const request = { ...searchRequestSchema.parse({ query }), document, from, limit };
  return findDocumentHits(test.ports(), request, BREATHLESS);
}

function titles(answer: SearchAnswer): readonly string[] {
  return answer.groups.map(({ title }) => title);
}

describe("a search", () => {
  it("counts everything, whatever part of it is shown", async () => {
    const { search, long, short } = await setUpSearch();
    const answer = await search("custody", { limit: 1 });
    expect(answer).toMatchObject({ documents: 2, pages: 11, hits: 13, facets: null, incomplete: null });
    expect(answer.groups).toMatchObject([
      { documentId: short, title: "Short", shortName: "Short", matchingPages: [1, 3], totalPages: 3, hits: 4 },
    ]);
    const [, second] = (await search("custody")).groups;
    expect(second).toMatchObject({ documentId: long, hits: 9, matchingPages: [1, 2, 3, 4, 5, 6, 7, 8, 9] });
    expect((await search("custody", { limit: 1, offset: 1 })).groups.map(({ documentId }) => documentId)).toEqual([
      long,
    ]);
    expect(await search("custody", { offset: 2 })).toMatchObject({ documents: 2, hits: 13, groups: [] });
  });

  it("shows of each document the pages with most different words, then those with most hits", async () => {
    const { search } = await setUpSearch();
    const shown = async (query: string, pagesEach: number) =>
      (await search(query, { pagesEach })).groups.map(({ pages }) => pages.map(({ page }) => page));
    expect(await shown("cost", 2)).toEqual([[8, 9]]);
    expect(await shown("custody", 0)).toEqual([[], []]);
    // The only page with “4” has fewer hits than those after it.
    expect(await shown("cost AND 4", 1)).toEqual([[4]]);
  });

  it("finds words of a document on different pages, and on one page only when told so", async () => {
    const { search, nota, short } = await setUpSearch();
    expect((await search("nota año")).groups).toMatchObject([{ documentId: nota, matchingPages: [1, 2] }]);
    expect(await search("page:(nota año)")).toMatchObject({ documents: 0, hits: 0 });
    expect((await search("custody NOT cost")).groups).toMatchObject([{ documentId: short, hits: 4 }]);
  });

  it("folds case and accents, and boxes each hit on its page", async () => {
    const { search, nota } = await setUpSearch();
    for (const query of ["nunez", "NÚÑEZ", "nu\u0301ñe*", '"senor nunez"']) {
      const answer = await search(query);
      expect(answer.groups).toMatchObject([{ documentId: nota, pages: [{ page: 1, label: "ii" }] }]);
    }
    const [page] = (await search('"nunez firmo"')).groups[0]?.pages ?? [];
    const [hit] = page?.hits ?? [];
    expect(hit).toMatchObject({ start: 18, end: 29, continues: "no" });
    expect(hit?.quads).toHaveLength(2);
    expect(boundsOfQuads(hit?.quads ?? [])).toEqual([72, 692, 72 + 14 * 6, 716]);
    expect(page?.snippet).toBe("SPECIMEN El señor Núñez firmó la nota");
    expect(page?.snippetMarks.map(({ start, end }) => page.snippet.slice(start, end))).toEqual(["Núñez firmó"]);
  });

  it("for fields alone shows the first page, without hits", async () => {
    const { search, short } = await setUpSearch();
    const answer = await search("title:short");
    expect(answer).toMatchObject({ documents: 1, pages: 0, hits: 0 });
    expect(answer.groups).toMatchObject([
      { documentId: short, matchingPages: [], hits: 0, score: 0, pages: [{ page: 1, hits: [], snippetMarks: [] }] },
    ]);
    expect(answer.groups[0]?.pages[0]?.snippet).toBe("custody custody custody");
  });

  it("that cannot be understood says where", async () => {
    const { search } = await setUpSearch();
    const failure = await expectFailure("search/syntax", () => search("custody AND ("));
    expect(failure.details["offset"]).toEqual(expect.any(Number));
    expect(failure.message).toMatch(/^The search could not be understood\. ./);
  });

  it("finds nothing of a document that is not finished or not in the catalogue", async () => {
    const { test, search } = await setUpSearch();
    const gate = test.program.reader.holdAt("Half");
    const folder = await test.give({ "half.pdf": { title: "Half", pages: ["unfinished words", "more words"] } });
    const { jobs, ports } = test.session();
    jobs.start("import", "Import", { paths: [folder], incomingFolder: null, documents: null });
    await gate.reached;
    expect(await search("unfinished")).toMatchObject({ documents: 0, pages: 0, hits: 0, groups: [] });
    gate.release();
    await jobs.settled();
    expect((await search("unfinished")).pages).toBe(1);
    const stray = createTestIds().next("document");
    ports.index.beginDocument(stray);
    ports.index.addPages(stray, makePages("stray words"), "waiting");
    ports.index.finishDocument(stray);
    ports.index.commit();
    expect(await search("stray", { facets: true })).toMatchObject({ documents: 0, pages: 0, hits: 0, groups: [] });
  });

  it("says what a regular expression did not get to", async () => {
    const { test } = await setUpSearch();
    const patterns = { start: () => ({ find: async () => [null], close: () => {} }) };
    // Pages that cannot have a word with “cust” are not looked at. The sources of a search are kept with the documents: others get sources of their own.
    const ports = { ...test.ports(), documents: { ...test.ports().documents }, patterns };
    const answer = await searchText(ports, "/cust.dy/");
    expect(answer).toMatchObject({ documents: 0, incomplete: { pagesInAll: 11 } });
    expect(answer.incomplete?.message).toContain("of 11 pages");
  });

  it("ends when it is stopped", async () => {
    const { test } = await setUpSearch();
    const stopped = new Error("stopped");
    const request = { ...searchRequestSchema.parse({ query: "custody" }), document: createTestIds().next("document") };
    await expectFailure("document/not-found", () =>
      findDocumentHits(test.ports(), { ...request, from: 1, limit: 1 }, BREATHLESS),
    );
    const pace = {
      breathe: () => {
        throw stopped;
      },
    };
    const { searchDocuments } = await import("#core/search/search-documents.ts");
    const whole = { ...request, sort: "relevance", limit: 1, offset: 0, pagesEach: 1, facets: false } as const;
    await expect(searchDocuments(test.ports(), whole, pace)).rejects.toBe(stopped);
    expect((await searchText(test.ports(), "custody")).documents).toBe(2);
  });
});

describe("the order of a result", () => {
  it("is by relevance, with more for words in the title and in the names of tags", async () => {
    const test = await setUpTestCase();
    const text = "SPECIMEN the refund was refused by the bank";
    for (const title of ["First", "Second", "Refund"]) await test.importOne({ title, pages: [text] });
    expect(titles(await searchText(test.ports(), "refund"))).toEqual(["Refund", "First", "Second"]);
    const { documents, tags, passages } = test.ports();
    const [, second] = documents.list();
    if (second === undefined) throw new Error("a document is missing");
    const tagId = createTestIds(700).next("tag");
    tags.insert({ tagId, name: "Refund refused", color: "teal", key: null });
    passages.insert({
      passageId: createTestIds(700).next("passage"),
      documentId: second.documentId,
      quote: "bank",
      prefix: "",
      suffix: "",
      ranges: [{ page: 1, start: 0, end: 4, label: null, addresses: [], quads: [] }],
      tagIds: [tagId],
      note: "",
      marks: [],
      region: null,
      origin: null,
      author: "A. Tester",
      createdAt: "2026-03-01T09:30:00.000Z",
      updatedAt: "2026-03-01T09:30:00.000Z",
      state: "anchored",
    });
    const boosted = await searchText(test.ports(), "refund");
    expect(titles(boosted)).toEqual(["Refund", "Second", "First"]);
    const [title, tag, none] = boosted.groups.map(({ score }) => score);
    expect((title ?? 0) / (none ?? 1)).toBeCloseTo(2, 6);
    expect((tag ?? 0) / (none ?? 1)).toBeCloseTo(1.5, 6);
    // A title alone, without the word in the text, is no hit.
    expect(titles(await searchText(test.ports(), "second"))).toEqual([]);
  });

  it("can be by date, Bates number, kind, title and hits; what has none comes last", async () => {
    const test = await setUpTestCase();
    const of = async (title: string, pages: readonly string[]) => test.importOne({ title, pages });
    const ids = [
      await of("Page 10", ["custody"]),
      await of("Page 9", ["custody custody"]),
      await of("Émigré", ["custody custody custody x"]),
      await of("zebra", ["custody y"]),
    ];
    const fields = [
      { date: "2025-03-15", kind: "order", batesBegin: "CV-000010" },
      { date: "2025-03", kind: "complaint", batesBegin: "CV-9" },
      { date: null, kind: null, batesBegin: null },
      { date: "2024", kind: "order", batesBegin: "AB-1" },
    ] as const;
    for (const [index, documentId] of ids.entries()) test.ports().documents.setEntered(documentId, fields[index] ?? {});
    const sorted = async (sort: DocumentSearch["sort"]) => titles(await searchText(test.ports(), "custody", { sort }));
    expect(await sorted("date")).toEqual(["Page 10", "Page 9", "zebra", "Émigré"]);
    expect(await sorted("date-oldest")).toEqual(["zebra", "Page 9", "Page 10", "Émigré"]);
    expect(await sorted("bates")).toEqual(["zebra", "Page 9", "Page 10", "Émigré"]);
    expect(await sorted("kind")).toEqual(["Page 9", "Page 10", "zebra", "Émigré"]);
    expect(await sorted("title")).toEqual(["Émigré", "Page 9", "Page 10", "zebra"]);
    expect(await sorted("hits")).toEqual(["Émigré", "Page 9", "Page 10", "zebra"]);
  });
});

describe("the hits of a document", () => {
  it("come page by page, and can be asked for in portions", async () => {
    const { test, long } = await setUpSearch();
    const all = await hitsIn(test, long, "cost");
    expect(all).toMatchObject({ matchingPages: [2, 3, 4, 5, 6, 7, 8, 9], hits: 36 });
    expect(all.pages.map(({ hits }) => hits.length)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    const part = await hitsIn(test, long, "cost", 4, 2);
    expect(part).toMatchObject({ matchingPages: all.matchingPages, hits: 36 });
    expect(part.pages).toEqual(all.pages.slice(2, 4));
    expect(await hitsIn(test, long, "nunez")).toEqual({ matchingPages: [], hits: 0, pages: [] });
  });

  it("that go on on the next page have a part on each, and count once", async () => {
    const test = await setUpTestCase();
    const pages = ["the transfer of", "the prisoners was", "not ordered, and the de-", "tention ended"];
    const document = await test.importOne({ title: "Break", pages });
    const continuing = async (query: string, from = 1) => {
      const { matchingPages, hits, pages: shown } = await hitsIn(test, document, query, from, 1);
      const parts = shown.map(({ page, hits: own }) => [page, own.map((hit) => hit.continues)]);
      return { matchingPages, hits, parts };
    };
    expect(await continuing('"transfer of the prisoners"')).toEqual({
      matchingPages: [1],
      hits: 1,
      parts: [
        [1, ["on-next-page"]],
        [2, ["from-page-before"]],
      ],
    });
    expect(await continuing("detention")).toEqual({
      matchingPages: [3],
      hits: 1,
      parts: [
        [3, ["on-next-page"]],
        [4, ["from-page-before"]],
      ],
    });
    const group = (await searchText(test.ports(), '"was not ordered"')).groups[0];
    expect(group).toMatchObject({ matchingPages: [2], hits: 1, pages: [{ page: 2, hits: [{ start: 14, end: 17 }] }] });
  });
});

import { describe, expect, it } from "vitest";
import { searchPages } from "#core/search/search-pages.ts";
import { boundsOfQuads } from "#shared/text/geometry.ts";
import { expectFailure } from "../../../support/expect-failure.ts";
import type { FakeDocument } from "../../../support/fake-files.ts";
import { setUpTestCase } from "../../../support/test-case.ts";
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
  const search = (query: string, options: { limit?: number; offset?: number; document?: typeof long } = {}) =>
    searchPages(test.ports(), { query, limit: 50, offset: 0, confident: false, ...options });
  return { test, long, short, nota, search };
}

describe("a search", () => {
  it("counts everything, whatever part of it is shown", async () => {
    const { search, long, short } = await setUpSearch();
    const answer = search("custody", { limit: 1 });
    expect(answer).toMatchObject({ documents: 2, pages: 11, hits: 13 });
    expect(answer.results).toHaveLength(1);
    expect(answer.groups).toMatchObject([
      { documentId: short, title: "Short", shortName: "Short", matchingPages: [1, 3], totalPages: 3, hits: 4 },
    ]);
    const all = search("custody");
    expect(all.groups.map(({ documentId, hits }) => [documentId, hits])).toEqual([
      [short, 4],
      [long, 9],
    ]);
    expect(all.groups[1]?.matchingPages).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it("shows the best pages of each document before more of one", async () => {
    const { search, long, short } = await setUpSearch();
    const shown = (limit: number, offset = 0) =>
      search("custody", { limit, offset }).results.map(({ documentId, page }) => [documentId, page]);
    const five = shown(5);
    expect(five.filter(([documentId]) => documentId === short)).toEqual([
      [short, 1],
      [short, 3],
    ]);
    // Shorter pages rank higher: the first three of the long document.
    expect(five.filter(([documentId]) => documentId === long)).toEqual([
      [long, 1],
      [long, 2],
      [long, 3],
    ]);
    const parts = [0, 3, 6, 9].flatMap((offset) => shown(3, offset));
    expect(parts).toHaveLength(11);
    expect(new Set(parts.map(String)).size).toBe(11);
    expect(shown(3, 11)).toEqual([]);
    expect(search("custody", { offset: 11 })).toMatchObject({ pages: 11, groups: [], results: [] });
  });

  it("in one document gives its pages in their order", async () => {
    const { search, long } = await setUpSearch();
    const answer = search("cost", { document: long, limit: 4, offset: 2 });
    expect(answer).toMatchObject({ documents: 1, pages: 8, hits: 36 });
    expect(answer.results.map(({ page }) => page)).toEqual([4, 5, 6, 7]);
    expect(search("Núñez", { document: long })).toMatchObject({ documents: 0, pages: 0, results: [] });
    await expectFailure("document/not-found", () => search("x", { document: createTestIds().next("document") }));
  });

  it("folds case and accents, and boxes each hit on its page", async () => {
    const { search, nota } = await setUpSearch();
    for (const query of ["nunez", "NÚÑEZ", "nu\u0301ñe*", '"senor nunez"']) {
      const { results } = search(query);
      expect(results).toHaveLength(1);
      expect(results[0]).toMatchObject({ documentId: nota, title: "Nota", page: 1, label: "ii" });
    }
    const [result] = search('"nunez firmo"').results;
    expect(result?.hits).toHaveLength(1);
    const [hit] = result?.hits ?? [];
    expect([hit?.start, hit?.end]).toEqual([18, 29]);
    expect(hit?.quads).toHaveLength(2);
    expect(boundsOfQuads(hit?.quads ?? [])).toEqual([72, 692, 72 + 14 * 6, 716]);
    expect(result?.snippet).toBe("SPECIMEN El señor Núñez firmó la nota");
    expect(result?.snippetMarks.map(({ start, end }) => result.snippet.slice(start, end))).toEqual(["Núñez firmó"]);
  });

  it.each([
    ["custody cost", 8],
    ["custody OR año", 12],
    ["custody NOT cost", 3],
    ['"page 1" OR "page 2"', 2],
    ["cust*", 11],
    ["(cost OR nothing) NOT custody", 1],
    ["missing", 0],
    ['"custody custody"', 1],
  ])("understands %s", async (query, pages) => {
    const { search } = await setUpSearch();
    const answer = search(query);
    expect(answer.pages).toBe(pages);
    expect(answer.results).toHaveLength(pages);
    for (const { hits } of answer.results) {
      expect(hits.length).toBeGreaterThan(0);
      for (const hit of hits) expect(hit.quads.length).toBeGreaterThan(0);
    }
    expect(answer.hits).toBe(answer.results.reduce((sum, { hits }) => sum + hits.length, 0));
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
    expect(search("unfinished")).toMatchObject({ documents: 0, pages: 0, hits: 0, results: [] });
    gate.release();
    await jobs.settled();
    expect(search("unfinished").pages).toBe(1);
    const stray = createTestIds().next("document");
    ports.index.beginDocument(stray);
    ports.index.addPages(stray, makePages("stray words"), "waiting");
    ports.index.finishDocument(stray);
    ports.index.commit();
    expect(search("stray")).toMatchObject({ documents: 0, pages: 0, hits: 0, results: [], groups: [] });
    await test.reopen();
    expect(test.ports().index.documentIds().has(stray)).toBe(false);
  });
});

import { describe, expect, it } from "vitest";
import { isDateWithin } from "#core/search/field-matches.ts";
import type { DocumentSearch } from "#core/search/search-documents.ts";
import { readFilters } from "#core/search/search-filters.ts";
import type { DocumentId } from "#shared/base/ids.ts";
import type { DocumentFields } from "#shared/model/detection.ts";
import type { SearchFacet } from "#shared/model/search.ts";
import { expectFailure } from "../../../support/expect-failure.ts";
import { searchText } from "../../../support/search-text.ts";
import { setUpTestCase, type TestCase } from "../../../support/test-case.ts";
import { createTestIds } from "../../../support/test-program.ts";

const DOCUMENTS: readonly (readonly [title: string, fields: Partial<DocumentFields>])[] = [
  ["Order one", { kind: "order", court: "D. Capital", date: "2025-03-15", language: "eng", author: "Judge Roe" }],
  ["Order two", { kind: "order", court: "D. Capital East", date: "2024-01", language: "eng" }],
  ["Nota", { kind: "diplomatic-note", court: null, date: "2025", language: "spa", author: "Ministry" }],
  ["Table", { kind: null, court: null, date: null, language: null }],
];

const ids = createTestIds(3000);

function markPassage(test: TestCase, documentId: DocumentId, tag: string, note = "", page = 1): void {
  const { tags, passages } = test.ports();
  const known = tags.findByName(tag)?.tagId;
  const tagId = known ?? ids.next("tag");
  if (known === undefined) tags.insert({ tagId, name: tag, color: "teal", key: null });
  passages.insert({
    passageId: ids.next("passage"),
    documentId,
    quote: "custody",
    prefix: "",
    suffix: "",
    ranges: [{ page, start: 0, end: 7, label: null, addresses: [], quads: [] }],
    tagIds: [tagId],
    note,
    marks: [],
    region: null,
    origin: null,
    author: "A. Tester",
    createdAt: "2026-03-01T09:30:00.000Z",
    updatedAt: "2026-03-01T09:30:00.000Z",
    state: "anchored",
  });
}

async function setUpFields() {
  const test = await setUpTestCase();
  const documents: DocumentId[] = [];
  for (const [title, fields] of DOCUMENTS) {
    const documentId = await test.importOne({ title, pages: [`custody of ${title}`, "custody again"] });
    test.ports().documents.setEntered(documentId, fields);
    documents.push(documentId);
  }
  const answer = (query: string, options: Partial<DocumentSearch> = {}) =>
    searchText(test.ports(), query, { facets: true, ...options });
  const found = async (query: string, options: Partial<DocumentSearch> = {}) =>
    (await answer(query, options)).groups.map(({ title }) => title).sort();
  const facet = async (field: SearchFacet["field"], filters: readonly string[] = []) => {
    const { facets } = await answer("custody", { filters: [...filters] });
    const own = facets?.find((candidate) => candidate.field === field);
    return own?.values.map((value) => [value.label, value.documents, value.chosen]) ?? [];
  };
  return { test, documents, answer, found, facet };
}

describe("filters", () => {
  it("of one field add to each other, those of different fields narrow; counts are of what is left", async () => {
    const { found, answer } = await setUpFields();
    expect(await found("custody", { filters: ["kind:order"] })).toEqual(["Order one", "Order two"]);
    expect(await found("custody", { filters: ["kind:order", "kind:diplomatic-note"] })).toHaveLength(3);
    expect(await found("custody", { filters: ["kind:order", "kind:diplomatic-note", "date:2025"] })).toEqual([
      "Nota",
      "Order one",
    ]);
    expect(await found("custody", { filters: ["-kind:order"] })).toEqual(["Nota", "Table"]);
    expect(await answer("custody", { filters: ["kind:order"] })).toMatchObject({ documents: 2, pages: 4, hits: 4 });
    expect(await answer("custody", { filters: ["kind:letter"] })).toMatchObject({ documents: 0, groups: [] });
  });

  it("name whole values or words of them", async () => {
    const { test, documents, found } = await setUpFields();
    expect(await found("custody", { filters: ["court:capital"] })).toEqual(["Order one", "Order two"]);
    expect(await found("custody", { filters: ['court:="D. Capital"'] })).toEqual(["Order one"]);
    const [first, second] = documents;
    if (first === undefined || second === undefined) throw new Error("no documents");
    markPassage(test, first, 'The "gap"');
    markPassage(test, second, 'The "gap" again');
    expect(await found("custody", { filters: ["tag:gap"] })).toEqual(["Order one", "Order two"]);
    expect(await found("custody", { filters: ['tag:="The ""gap"""'] })).toEqual(["Order one"]);
    expect(await found("custody", { filters: ["has:passage"] })).toEqual(["Order one", "Order two"]);
    expect(await found("custody", { filters: ["-has:text"] })).toEqual([]);
    expect(await found("custody", { filters: ["has:ocr"] })).toEqual([]);
    expect(await found("custody", { filters: ["-has:ocr"] })).toHaveLength(4);
  });

  it("that are no field are named", async () => {
    for (const filter of ["a b", "kind:order court:x", "kind:order OR court:x", "kind:nothing", '"'] as const) {
      const failure = await expectFailure("search/syntax", () => readFilters([filter]));
      expect(failure.details["filter"]).toBe(filter);
    }
    expect(readFilters(["kind:(order OR motion)", " ", "kind:order", "kind:order"])).toHaveLength(2);
  });
});

describe("fields of documents in a search", () => {
  it.each([
    ["kind:order", ["Order one", "Order two"]],
    ["court:capital custody", ["Order one", "Order two"]],
    ['title:"order two"', ["Order two"]],
    ["title:orders", ["Order one", "Order two"]],
    ["author:*", ["Nota", "Order one"]],
    ["date:2025", ["Nota", "Order one"]],
    ["date:2025-03-13..2025-03-16", ["Nota", "Order one"]],
    ["date:<2025", ["Order two"]],
    ["pages:2", ["Nota", "Order one", "Order two", "Table"]],
    ["pages:>2", []],
    ["format:pdf NOT kind:order", ["Nota", "Table"]],
    ["has:attachment", []],
  ])("%s", async (query, titles) => {
    const { found } = await setUpFields();
    expect(await found(query)).toEqual(titles);
  });

  it("see what was written on pages: tags, notes, passages", async () => {
    const { test, documents, found } = await setUpFields();
    const [first, second] = documents;
    if (first === undefined || second === undefined) throw new Error("no documents");
    expect(await found("has:passage")).toEqual([]);
    markPassage(test, first, "Breach › payment", "compare with the log", 2);
    markPassage(test, second, "Breach", "", 1);
    expect(await found("tag:breach")).toEqual(["Order one", "Order two"]);
    expect(await found('tag:"breach payment"')).toEqual(["Order one"]);
    expect(await found("note:log")).toEqual(["Order one"]);
    expect(await found("note:*")).toEqual(["Order one"]);
    expect(await found("page:(tag:breach again)")).toEqual(["Order one"]);
    const { tags } = test.ports();
    const tag = tags.findByName("Breach");
    if (tag === null) throw new Error("no tag");
    tags.update(tag.tagId, { ...tag, name: "Arrears" });
    expect(await found("tag:arrears")).toEqual(["Order two"]);
    tags.delete(tag.tagId);
    expect(await found("tag:arrears")).toEqual([]);
    expect(await found("has:passage")).toEqual(["Order one", "Order two"]);
  });

  it("see what was entered at once", async () => {
    const { test, documents, found } = await setUpFields();
    expect(await found("title:renamed OR kind:letter")).toEqual([]);
    const [first] = documents;
    if (first === undefined) throw new Error("no documents");
    test.ports().documents.rename(first, "Renamed", "Renamed");
    test.ports().documents.setEntered(first, { kind: "letter" });
    expect(await found("title:renamed kind:letter")).toEqual(["Renamed"]);
    expect(await found('title:"order one"')).toEqual([]);
  });

  it.each([
    ["2025-03", "2025-03-15", null, true],
    ["2025-03-15T18:47", null, "2025-03-15", true],
    ["2025", "2025-12", "2026", true],
    ["2024-12", "2025", null, false],
    ["2025-04", null, "2025-03-31", false],
    [null, "2025", null, false],
  ])("a date %s from %s to %s: %s", (date, from, to, expected) => {
    expect(isDateWithin(date, { from, to })).toBe(expected);
  });
});

describe("facets", () => {
  it("count matching documents, without regard to filters of their own field", async () => {
    const { facet } = await setUpFields();
    const kinds = [
      ["Order", 2, false],
      ["Diplomatic note", 1, false],
    ];
    expect(await facet("kind")).toEqual(kinds);
    expect(await facet("kind", ["kind:order"])).toEqual([["Order", 2, true], kinds[1]]);
    expect(await facet("kind", ["date:2025"])).toEqual([
      ["Diplomatic note", 1, false],
      ["Order", 1, false],
    ]);
    expect(await facet("year", ["kind:order"])).toEqual([
      ["2025", 1, false],
      ["2024", 1, false],
    ]);
    expect(await facet("language")).toEqual([
      ["English", 2, false],
      ["Spanish", 1, false],
    ]);
    expect(await facet("author")).toEqual([
      ["Judge Roe", 1, false],
      ["Ministry", 1, false],
    ]);
    expect(await facet("read-how")).toEqual([["Without OCR", 4, false]]);
  });

  it("keep a chosen value in sight, and every filter that they offer finds as many as it says", async () => {
    const { test, documents, answer, facet } = await setUpFields();
    for (const documentId of documents.slice(0, 2)) markPassage(test, documentId, "Breach");
    expect(await facet("kind", ["kind:order", "court:nowhere"])).toEqual([["Order", 0, true]]);
    const { facets } = await answer("custody");
    let tried = 0;
    for (const { values, more } of facets ?? []) {
      expect(more).toBe(0);
      for (const { filter, documents: count } of values) {
        expect([filter, (await answer("custody", { filters: [filter] })).documents]).toEqual([filter, count]);
        tried += 1;
      }
    }
    expect(tried).toBeGreaterThan(9);
  });

  it("list the twelve most frequent values and count the rest", async () => {
    const { test, documents, answer } = await setUpFields();
    const [first] = documents;
    if (first === undefined) throw new Error("no documents");
    for (let tag = 0; tag < 15; tag += 1) markPassage(test, first, `Tag ${tag}`);
    const chosen = 'tag:="Tag 9"';
    const own = (await answer("custody", { filters: [chosen] })).facets?.find(({ field }) => field === "tag");
    expect(own?.values).toHaveLength(13);
    expect(own).toMatchObject({ more: 2 });
    expect(own?.values.find(({ filter }) => filter === chosen)).toMatchObject({ chosen: true, documents: 1 });
  });
});

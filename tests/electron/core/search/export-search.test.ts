import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { exportSearch } from "#core/search/export-search.ts";
import type { DocumentId } from "#shared/base/ids.ts";
import { searchRequestSchema } from "#shared/model/search.ts";
import { setUpTestCase } from "../../../support/test-case.ts";
import { BREATHLESS, createFakeSearcher, hitOn } from "./fake-searcher.ts";

const PAGE = '=HYPERLINK("x") says SPECIMEN, and the refund was refused.';

async function setUp() {
  const { ports, importOne } = await setUpTestCase();
  const one = await importOne({ title: "One", pages: [{ text: "nothing" }, { text: PAGE, label: "ii" }] });
  const other = await importOne({ title: "Other", pages: [{ text: "Other SPECIMEN" }] });
  const found = {
    documents: [
      { documentId: one, hits: 2, pages: 1 },
      { documentId: other, hits: 0, pages: 0 },
    ],
    hits: new Map([[one, [hitOn(2, PAGE, "refund"), hitOn(2, PAGE, "refused")]]]),
  };
  const searcher = createFakeSearcher({ refund: found });
  const write = (format: "csv" | "xlsx" | "json", documents: readonly DocumentId[] | null = null) =>
    exportSearch(
      ports(),
      searcher,
      { search: searchRequestSchema.parse({ query: "refund" }), documents, format, overwrite: false },
      BREATHLESS,
    );
  return { ports, one, other, write };
}

it("a result is written as CSV: a row for each page with hits, one for each document without, nothing that runs", async () => {
  const { one, other, ports, write } = await setUp();
  const file = await write("csv");
  expect(file.name).toBe("search-2026-03-01.csv");
  const names = (id: DocumentId) =>
    `${id},${ports().documents.names(id)?.title},${ports().documents.names(id)?.shortName}`;
  expect(readFileSync(file.path, "utf8").split("\r\n")).toEqual([
    "\ufeffdocument,title,short name,page,label,Bates,ECF,hits,words around",
    `${names(one)},2,ii,,,2,"'=HYPERLINK(""x"") says SPECIMEN, and the refund was refused."`,
    `${names(other)},,,,,0,`,
    "",
  ]);
});

it("as JSON and XLSX with the same rows, of chosen documents only, and journaled without the search", async () => {
  const { one, other, ports, write } = await setUp();
  const json = JSON.parse(readFileSync((await write("json")).path, "utf8")) as readonly Record<string, unknown>[];
  expect(json).toMatchObject([
    { document: one, page: 2, label: "ii", hits: 2, snippet: PAGE },
    { document: other, page: null, hits: 0 },
  ]);
  const sheets = JSON.parse(readFileSync((await write("xlsx", [other])).path, "utf8")) as readonly {
    rows: unknown[];
  }[];
  expect(sheets).toHaveLength(1);
  expect(sheets[0]?.rows).toHaveLength(1);
  const line = ports().journal.entries(ports().journal.head().entries - 1, 1)[0];
  expect(line).toMatchObject({ action: "exported", detail: { kind: "search", name: "search-2026-03-01.xlsx" } });
  expect(JSON.stringify(line)).not.toContain("refund");
});

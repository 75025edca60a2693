import { describe, expect, it } from "vitest";
import type { PageAddress } from "#shared/model/document.ts";
import { findPage, namePage } from "../../../renderer/reader/page-entry.ts";
import { namePages, namesOfPage } from "../../../renderer/reader/page-names.ts";
import { pageInfoOf } from "../support/document-summary.ts";

const addressesOf = (page: number): readonly PageAddress[] => [
  { scheme: "ecf", value: String(page + 1) },
  { scheme: "bates", value: `CV-${String(117 + page).padStart(6, "0")}` },
  { scheme: "page-id", value: String(1233 + page) },
  { scheme: "transcript", value: String(40 + page) },
];
const infos = [1, 2, 3].map((page) =>
  pageInfoOf({ page, label: ["i", "ii", "1"][page - 1] ?? null, addresses: addressesOf(page) }),
);

describe("names of a page", () => {
  it("are all there, as people say them, the position in the file last", () => {
    const [first] = infos;
    expect(first === undefined ? [] : namesOfPage(first, "81-2").map(({ scheme, name }) => [scheme, name])).toEqual([
      ["printed", "p. i"],
      ["ecf", "ECF 81-2 p. 2"],
      ["bates", "CV-000118"],
      ["page-id", "PageID.1234"],
      ["transcript", "Tr. 41"],
      ["file", "PDF p. 1"],
    ]);
  });

  it("change with the scheme that comes first; the document's own stay known", () => {
    expect(namePages(infos, null, null)).toBe(infos);
    const named = namePages(infos, "page-id", null);
    expect(named.map((info) => [info.label, namePage(info)])[1]).toEqual(["1235", "PageID.1235"]);
    expect(named.map((info) => namesOfPage(info, null)[0]?.value)).toEqual(["i", "ii", "1"]);
    const plain = namePages(infos, "file", null);
    expect(plain.map(namePage)).toEqual(["PDF p. 1", "PDF p. 2", "PDF p. 3"]);
    expect(namePages([pageInfoOf({ page: 7 })], "bates", null).map(namePage)).toEqual(["PDF p. 7"]);
  });
});

describe("going to a page by what was typed", () => {
  const go = (typed: string, ecf: string | null = "81-2", pages: Parameters<typeof findPage>[0] = infos) =>
    findPage(pages, typed, 1, ecf);

  it("understands every scheme", () => {
    expect(["PageID.1235", "pageid 1235", "Page ID #1235", "PAGEID: 1235"].map((typed) => go(typed))).toEqual([
      2, 2, 2, 2,
    ]);
    expect(["CV-000119", "cv-119", "CV 119", "cv000119"].map((typed) => go(typed))).toEqual([2, 2, 2, 2]);
    expect(["Tr. 42", "tr 42:7", "transcript at 42"].map((typed) => go(typed))).toEqual([2, 2, 2]);
    expect(
      ["ECF 81-2 p 3", "ECF No. 81-2 at 3", "Dkt. 81-2, 3", "ecf p. 3", "Doc. 81-2 pág. 3", "ECF 3"].map((typed) =>
        go(typed),
      ),
    ).toEqual([2, 2, 2, 2, 2, 2]);
  });

  it("does not take a page of another document at the court for one of this", () => {
    expect(go("ECF 12-3 p 3")).toBeNull();
    expect(go("ECF 12-3 p 3", null)).toBe(2);
    expect(go("ECF 81-2")).toBe(1);
  });

  it("takes the name that is shown first, then what is printed, the position, and what else stands there", () => {
    expect(go("ii")).toBe(2);
    expect(go("1")).toBe(3);
    expect(go("3")).toBe(3);
    expect(go("42")).toBe(2);
    const named = namePages(infos, "ecf", "81-2");
    expect([go("2", "81-2", named), go("ii", "81-2", named), go("#2", "81-2", named)]).toEqual([1, 2, 2]);
  });

  it("finds nothing for what no page is called", () => {
    for (const typed of ["PageID.9", "CV-1", "Tr. 9", "ECF 81-2 p 99", "iii", "ECF", "999"])
      expect(go(typed)).toBeNull();
  });
});

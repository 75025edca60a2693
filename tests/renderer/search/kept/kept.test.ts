import { describe, expect, test } from "vitest";
import type { IndexState, SynonymGroup } from "#shared/model/search-report.ts";
import { coverageOf } from "../../../../renderer/search/kept/index-state-words.ts";
import { sameName } from "../../../../renderer/search/kept/save-search-button.tsx";
import { newsOf, sortSaved } from "../../../../renderer/search/kept/saved-search-order.ts";
import { newestFirst } from "../../../../renderer/search/kept/saved-searches-short.tsx";
import { optionWords, resultWords } from "../../../../renderer/search/kept/search-words.ts";
import { findGroups, namesIn } from "../../../../renderer/search/kept/synonym-names.ts";
import { countSearches, filterLines, problemWords, sortLines } from "../../../../renderer/search/kept/term-lines.ts";
import { decodeText } from "../../../../renderer/search/kept/text-of-file.ts";
import { documentIds, lineOf, OPTIONS, savedOf } from "./support.ts";

describe("saved searches", () => {
  const flights = savedOf({ name: "flights", now: { documents: 3, hits: 9 }, newDocuments: documentIds(1) });
  const costs = savedOf({ name: "Costs", now: { documents: 12, hits: 12 }, lookedAt: "2026-02-01T00:00:00Z" });
  const broken = savedOf({ name: "Broken", now: null, problem: "A synonym is gone." });
  const all = [flights, costs, broken];
  const names = (searches: readonly { readonly name: string }[]) => searches.map(({ name }) => name);

  test("are ordered by any column, and by name where that says nothing", () => {
    expect(names(sortSaved(all, { column: "name", descending: false }))).toEqual(["Broken", "Costs", "flights"]);
    expect(names(sortSaved(all, { column: "documents", descending: true }))).toEqual(["Costs", "flights", "Broken"]);
    expect(names(sortSaved(all, { column: "new", descending: true }))).toEqual(["flights", "Broken", "Costs"]);
    expect(names(sortSaved(all, { column: "looked", descending: true }))).toEqual(["Costs", "Broken", "flights"]);
  });

  test("say what is new and what is gone", () => {
    expect(newsOf(flights)).toBe("1 new");
    expect(newsOf({ ...flights, lostDocuments: documentIds(2) })).toBe("1 new, 2 gone");
    expect(newsOf(costs)).toBeNull();
  });

  test("those with news stand first in the short list", () => {
    expect(names(newestFirst(all))[0]).toBe("flights");
    expect(newestFirst(Array.from({ length: 20 }, () => savedOf({}))).length).toBeLessThan(10);
  });

  test("are known by name without regard to case", () => {
    expect(sameName(all, " costs ")).toBe(costs);
    expect(sameName(all, "cost")).toBeNull();
  });
});

test("a search that is read as usual says nothing of how; another one does", () => {
  expect(optionWords(OPTIONS)).toBe("");
  expect(optionWords({ ...OPTIONS, stemming: false, without: ["detain>detainee"], filters: ["kind:order"] })).toBe(
    "without other forms of the words · 1 form taken out · kind: order",
  );
  expect(resultWords({ documents: 1, hits: 4 })).toBe("4 hits in 1 document");
});

describe("synonyms", () => {
  test("are divided by =, ; or a line, never by a comma; what is written twice counts once", () => {
    expect(namesIn("CECOT =  Centro de  Confinamiento ; cecot")).toEqual(["CECOT", "Centro de Confinamiento"]);
    expect(namesIn("Doe, John = J. Doe")).toEqual(["Doe, John", "J. Doe"]);
    expect(namesIn(" = ;")).toEqual([]);
  });

  test("are found by parts of any of their names, whatever the accents", () => {
    const groups = [{ names: ["Núñez", "Nunes"] }, { names: ["CECOT", "Centro de Confinamiento"] }] as const;
    const found = findGroups(groups as unknown as readonly SynonymGroup[], "nunez");
    expect(found.map(({ names }) => names[0])).toEqual(["Núñez"]);
    expect(findGroups(groups as unknown as readonly SynonymGroup[], "confina centro")).toHaveLength(1);
    expect(findGroups(groups as unknown as readonly SynonymGroup[], " ")).toHaveLength(2);
  });
});

describe("a term list", () => {
  const lines = [
    lineOf({ line: 1, query: "b", documents: 2, withFamilies: 4 }),
    lineOf({ line: 2, query: "a", documents: 9 }),
    lineOf({ line: 4, query: '"', problem: { message: "never closed", offset: 0 } }),
    lineOf({ line: 5, query: "c" }),
  ];
  const numbers = (found: typeof lines | readonly { readonly line: number }[]) => found.map(({ line }) => line);

  test("counts what is searched, not comments and empty lines", () => {
    expect(countSearches("a\n\n  # no\n b \n")).toBe(2);
    expect(countSearches("")).toBe(0);
  });

  test("is ordered by any column, and as the list stands where that says nothing", () => {
    expect(numbers(sortLines(lines, { column: "documents", descending: true }))).toEqual([2, 1, 4, 5]);
    expect(numbers(sortLines(lines, { column: "query", descending: false })).slice(1)).toEqual([2, 1, 5]);
    expect(numbers(sortLines(lines, { column: "line", descending: true }))).toEqual([5, 4, 2, 1]);
  });

  test("says what is wrong without the general sentence", () => {
    expect(problemWords("The search could not be understood. This bracket is never closed.")).toBe(
      "This bracket is never closed.",
    );
    expect(problemWords("Something else.")).toBe("Something else.");
  });

  test("tells lines that found nothing from those that cannot be read", () => {
    expect(numbers(filterLines(lines, "nothing"))).toEqual([5]);
    expect(numbers(filterLines(lines, "problems"))).toEqual([4]);
    expect(filterLines(lines, "all")).toBe(lines);
  });
});

describe("a file of searches", () => {
  test.each([
    ["UTF-8", new TextEncoder().encode("señal\r\nb")],
    ["UTF-8 with its mark", new Uint8Array([0xef, 0xbb, 0xbf, ...new TextEncoder().encode("señal\r\nb")])],
    [
      "UTF-16",
      new Uint8Array([0xff, 0xfe, ...new Uint8Array(Uint16Array.from("señal\r\nb", (c) => c.charCodeAt(0)).buffer)]),
    ],
    ["Windows-1252", Uint8Array.from("se\u00f1al\r\nb", (character) => character.charCodeAt(0))],
  ])("is read as %s", (_, bytes) => {
    expect(decodeText(bytes)).toBe("señal\nb");
  });
});

test("the state of the index is said with every gap, and without those that there are not", () => {
  const whole: IndexState = {
    documents: 46,
    files: { imported: 44, duplicate: 2, failed: 0, skipped: 0, pending: 0 },
    pages: 131,
    pagesWithoutText: 0,
    pagesByOcr: 0,
    pagesUnread: 0,
    pagesLowConfidence: 0,
    hiddenPlaces: 0,
    documentsOutdated: 0,
  };
  expect(coverageOf(whole)).toEqual({ searched: "131 pages of 46 documents searched", gaps: [] });
  const { searched, gaps } = coverageOf({
    ...whole,
    pagesWithoutText: 4,
    hiddenPlaces: 1,
    files: { ...whole.files, failed: 1 },
  });
  expect(searched).toBe("127 pages of 46 documents searched");
  expect(gaps).toEqual([
    "4 pages without text",
    "1 place with text under a cover, not searched",
    "1 file that failed to import",
  ]);
});

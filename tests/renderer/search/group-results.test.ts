import { describe, expect, it } from "vitest";
import { groupResults, joinPortions, snippetParts } from "../../../renderer/search/group-results.ts";
import { answer, group, resultPage } from "./support.ts";

describe("groupResults", () => {
  it("keeps the rank of documents and puts pages in page order", () => {
    const grouped = groupResults(
      answer([group("b", [2, 9]), group("a", [1])], [resultPage("b", 9), resultPage("a", 1), resultPage("b", 2)]),
    );
    expect(grouped.map((item) => item.group.title)).toEqual(["b", "a"]);
    expect(grouped[0]?.pages.map((page) => page.page)).toEqual([2, 9]);
  });

  it("shows the first three to come as snippets, in page order, and keeps the others", () => {
    const pages = [40, 10, 30, 20].map((page) => resultPage("a", page));
    const [only] = groupResults(answer([group("a", [10, 20, 30, 40])], pages));
    expect(only?.snippets.map((page) => page.page)).toEqual([10, 30, 40]);
    expect(only?.pages).toHaveLength(4);
  });

  it("lists a document whose pages have not come", () => {
    const [only] = groupResults(answer([group("a", [3])], []));
    expect(only).toMatchObject({ pages: [], snippets: [] });
  });
});

describe("joinPortions", () => {
  it("takes the totals of the first portion and each document once", () => {
    const first = { ...answer([group("a", [1, 5])], [resultPage("a", 1)]), documents: 2, pages: 3 };
    const second = {
      ...answer([group("a", [1, 5]), group("b", [2])], [resultPage("a", 5), resultPage("b", 2)]),
      documents: 2,
    };
    const joined = joinPortions([first, second]);
    expect(joined).toMatchObject({ documents: 2, pages: 3 });
    expect(joined.groups.map((item) => item.title)).toEqual(["a", "b"]);
    expect(joined.results).toHaveLength(3);
  });
});

describe("snippetParts", () => {
  it("marks the terms and keeps what stands between", () => {
    const parts = snippetParts("the prison door", [{ start: 4, end: 10 }]);
    expect(parts.map((part) => [part.text, part.marked])).toEqual([
      ["the ", false],
      ["prison", true],
      [" door", false],
    ]);
  });

  it.each([
    [
      [
        { start: 2, end: 8 },
        { start: 5, end: 30 },
      ],
    ],
    [[{ start: 9, end: 4 }]],
    [
      [
        { start: 20, end: 40 },
        { start: 0, end: 3 },
      ],
    ],
    [[]],
  ])("neither loses nor doubles text for marks %j", (marks) => {
    const text = "the prison door";
    expect(
      snippetParts(text, marks)
        .map((part) => part.text)
        .join(""),
    ).toBe(text);
  });
});

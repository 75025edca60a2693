import { describe, expect, it } from "vitest";
import { joinPortions, snippetParts } from "../../../renderer/search/group-results.ts";
import { answer, group } from "./support.ts";

describe("joinPortions", () => {
  it("takes the totals of the first portion, and each document once where it came first", () => {
    const first = { ...answer([group("a", [1, 5]), group("b", [2])]), documents: 3, hits: 9 };
    const second = { ...answer([group("b", [2]), group("c", [4])]), documents: 4, hits: 10 };
    const joined = joinPortions([first, second]);
    expect(joined).toMatchObject({ documents: 3, hits: 9 });
    expect(joined?.groups.map((item) => item.title)).toEqual(["a", "b", "c"]);
  });

  it("is nothing before the first portion", () => {
    expect(joinPortions([])).toBeNull();
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

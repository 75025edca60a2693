import { describe, expect, it } from "vitest";
import { segmentText } from "../../../renderer/reader/text-segments.ts";

describe("the text of a page in pieces", () => {
  it("is cut wherever a mark begins or ends, also where marks overlap", () => {
    const text = "The grant to defray costs.";
    const spans = [
      { start: 4, end: 18, mark: "passage" },
      { start: 10, end: 25, mark: "hit" },
    ];
    const [paragraph] = segmentText(text, spans);
    expect(paragraph?.segments.map(({ text: piece, marks }) => [piece, marks])).toEqual([
      ["The ", []],
      ["grant ", ["passage"]],
      ["to defra", ["passage", "hit"]],
      ["y costs", ["hit"]],
      [".", []],
    ]);
  });

  it("keeps paragraphs apart under one mark, with their offsets", () => {
    const text = "One.\n\nTwo\nlines.\n\n\n\nThree.";
    const paragraphs = segmentText(text, [{ start: 0, end: text.length, mark: 1 }]);
    expect(paragraphs.map(({ start, segments }) => [start, segments.map((piece) => piece.text)])).toEqual([
      [0, ["One."]],
      [6, ["Two\nlines."]],
      [20, ["Three."]],
    ]);
    expect(paragraphs.every(({ segments }) => segments.every(({ marks }) => marks.length === 1))).toBe(true);
  });

  it("loses no character and makes none, and passes over marks of nothing", () => {
    const text = "abc def";
    const pieces = segmentText(text, [
      { start: 2, end: 2, mark: 1 },
      { start: 5, end: 99, mark: 2 },
    ]).flatMap(({ segments }) => segments);
    expect(pieces.map((piece) => piece.text).join("")).toBe(text);
    expect(pieces.map(({ marks }) => marks)).toEqual([[], [2]]);
  });
});

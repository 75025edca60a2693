import { describe, expect, it } from "vitest";
import type { TextRun } from "#shared/model/geometry.ts";
import { caretQuad, stepLine } from "../../../renderer/reader/caret-geometry.ts";

/** A line of characters 10 wide. */
function line(start: number, length: number, low: number, left = 100): TextRun {
  const edges = Array.from({ length: length + 1 }, (_, index) => left + index * 10);
  return { start, end: start + length, direction: "right", low, high: low + 12, edges };
}
const text = "first line\nab\n\nthird line";
const runs = [line(0, 10, 700), line(11, 2, 680), line(15, 10, 640)];

describe("caretQuad", () => {
  it("stands before the character at the offset", () => {
    expect(caretQuad(runs, 3)).toEqual([130, 712, 130, 712, 130, 700, 130, 700]);
  });

  it("stands at the end of the line where the text breaks", () => {
    expect(caretQuad(runs, 10)?.[0]).toBe(200);
    expect(caretQuad(runs, 14)?.[1]).toBe(692);
  });

  it("lies across text that runs up the page", () => {
    const up: TextRun = { start: 0, end: 2, direction: "up", low: 50, high: 62, edges: [10, 20, 30] };
    expect(caretQuad([up], 1)).toEqual([50, 20, 50, 20, 62, 20, 62, 20]);
  });

  it("is nowhere on a page without text", () => {
    expect(caretQuad([], 0)).toBeNull();
  });
});

describe("stepLine", () => {
  it("keeps to its column over a shorter line", () => {
    const down = stepLine(text, runs, 7, 1, null);
    expect(down).toEqual({ offset: 13, goal: 170 });
    expect(stepLine(text, runs, 13, 1, down?.goal ?? null)).toEqual({ offset: 22, goal: 170 });
  });

  it("goes up over an empty line", () => {
    expect(stepLine(text, runs, 16, -1, null)?.offset).toBe(12);
  });

  it("ends at the first and the last line", () => {
    expect(stepLine(text, runs, 4, -1, null)).toBeNull();
    expect(stepLine(text, runs, 18, 1, null)).toBeNull();
    expect(stepLine("", [], 0, 1, null)).toBeNull();
  });
});

import { describe, expect, it } from "vitest";
import type { TextRun } from "#shared/model/geometry.ts";
import { offsetNear, textBlocks } from "../../../renderer/reader/text-blocks.ts";

/** A line of ten characters, 10 points each, whose baseline is at `y`. */
function line(start: number, x: number, y: number, characters = 10): TextRun {
  const edges = Array.from({ length: characters + 1 }, (_, index) => x + index * 10);
  return { start, end: start + characters, direction: "right", low: y, high: y + 10, edges };
}

/** Two columns of four lines, with a gap after the second line of the left one, and a footer below both. */
const COLUMNS = [
  line(0, 50, 700),
  line(11, 50, 686),
  line(23, 50, 630),
  line(34, 50, 616, 4),
  line(40, 200, 700),
  line(51, 200, 686),
  line(62, 200, 672),
  line(73, 200, 658),
  line(84, 50, 500, 25),
];

describe("textBlocks", () => {
  it("begins a block where the text goes back up the page, and where a line is much wider", () => {
    expect(textBlocks(COLUMNS).map((block) => block.runs.length)).toEqual([4, 4, 1]);
  });

  it("keeps a paragraph with an indented first and a short last line in one", () => {
    const paragraph = [line(0, 70, 700, 8), line(9, 50, 686), line(20, 50, 672, 3)];
    expect(textBlocks(paragraph)).toHaveLength(1);
  });

  it("reads turned text along its own direction", () => {
    const turned = [100, 114, 128].map(
      (x, index): TextRun => ({ ...line(index * 11, 50, x), direction: "up", low: x, high: x + 10 }),
    );
    expect(textBlocks(turned)).toHaveLength(1);
    expect(textBlocks(turned.toReversed()).length).toBeGreaterThan(1);
  });
});

describe("offsetNear", () => {
  it("stays in the column between two of its paragraphs, where the other column has a line", () => {
    expect(offsetNear(COLUMNS, 120, 663)).toBeLessThan(40);
    expect(offsetNear(COLUMNS, 220, 663)).toBe(75);
  });

  it("gives the end of a short line to its right, inside of its column", () => {
    expect(offsetNear(COLUMNS, 140, 620)).toBe(38);
  });

  it("gives the nearest line outside of all columns, and null without text", () => {
    expect(offsetNear(COLUMNS, 60, 480)).toBe(85);
    expect(offsetNear([], 10, 10)).toBeNull();
  });
});

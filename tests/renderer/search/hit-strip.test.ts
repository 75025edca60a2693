import { describe, expect, it } from "vitest";
import { stripCells } from "../../../renderer/search/hit-strip.ts";

describe("stripCells", () => {
  it("has one cell for each page of a short document", () => {
    const cells = stripCells([2, 4], 4, 72);
    expect(cells.map((cell) => cell.match)).toEqual([null, 2, null, 4]);
  });

  it.each([
    [1, 72],
    [73, 72],
    [1000, 72],
    [5003, 60],
  ])("covers %i pages with at most %i cells, each page once", (pages, limit) => {
    const cells = stripCells([], pages, limit);
    expect(cells.length).toBeLessThanOrEqual(limit);
    expect(cells[0]?.from).toBe(1);
    expect(cells.at(-1)?.to).toBe(pages);
    for (const [index, cell] of cells.entries()) {
      expect(cell.to).toBeGreaterThanOrEqual(cell.from);
      if (index > 0) expect(cell.from).toBe((cells[index - 1]?.to ?? 0) + 1);
    }
  });

  it("loses no matching page", () => {
    const matching = [1, 2, 3, 500, 501, 1000];
    const cells = stripCells(matching, 1000, 72);
    expect(cells.reduce((sum, cell) => sum + cell.matches, 0)).toBe(matching.length);
  });

  it("makes room for a page beyond the stated number", () => {
    expect(stripCells([3], 2, 72).at(-1)?.match).toBe(3);
    expect(stripCells([], 0, 72)).toEqual([]);
  });
});

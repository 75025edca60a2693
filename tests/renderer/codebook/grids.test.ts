import { describe, expect, it } from "vitest";
import type { DocumentId, TagId } from "#shared/base/ids.ts";
import { gridOfMatrix, gridOfPairs, shadeOf } from "../../../renderer/codebook/count-grid.ts";
import { stepInGrid } from "../../../renderer/codebook/grid-steps.ts";

const places = ["Payment", "Custody"].map((path, index) => ({ path, tag: `tag_${index}` as TagId }));

describe("grids of counts", () => {
  it("finds the matrix by document and path", () => {
    const documents = ["doc_a", "doc_b"] as unknown as readonly DocumentId[];
    const cells = [
      [0, 1, 3],
      [1, 0, 1],
    ] as [number, number, number][];
    const grid = gridOfMatrix({ places, documents, cells, ofPlaces: [1, 3], ofDocuments: [3, 1] });
    expect([grid.at("doc_a", "Custody"), grid.at("doc_a", "Payment"), grid.at("doc_b", "Payment")]).toEqual([3, 0, 1]);
    expect([grid.ofRow("doc_a"), grid.ofColumn("Custody"), grid.highest]).toEqual([3, 3, 3]);
  });

  it("is the same both ways for pairs, and shades by them alone", () => {
    const grid = gridOfPairs({ places, pairs: [[0, 1, 2]], ofPlaces: [9, 4] });
    expect([grid.at("Payment", "Custody"), grid.at("Custody", "Payment")]).toEqual([2, 2]);
    expect([grid.at("Payment", "Payment"), grid.ofRow("Custody"), grid.highest]).toEqual([9, 4, 2]);
  });

  it("shades more for more, never beyond full", () => {
    const shades = [0, 1, 2, 10, 100, 1000].map((count) => shadeOf(count, 100));
    expect(shades).toEqual(shades.toSorted((one, other) => one - other));
    expect([shadeOf(0, 100), shadeOf(100, 100), shadeOf(1000, 100)]).toEqual([0, 1, 1]);
    expect(shadeOf(1, 100)).toBeGreaterThan(0.1);
    expect(shadeOf(2, 2)).toBeLessThan(0.7);
  });
});

describe("stepInGrid", () => {
  const size = { rows: 30, columns: 4 };
  it("moves by cells and reaches the heads, but not the corner", () => {
    expect(stepInGrid({ row: 0, column: 0 }, "ArrowUp", false, size)).toEqual({ row: -1, column: 0 });
    expect(stepInGrid({ row: 0, column: 0 }, "ArrowLeft", false, size)).toEqual({ row: 0, column: -1 });
    expect(stepInGrid({ row: -1, column: 0 }, "ArrowLeft", false, size)).toBeNull();
    expect(stepInGrid({ row: 29, column: 3 }, "ArrowRight", false, size)).toBeNull();
  });

  it("jumps", () => {
    expect(stepInGrid({ row: 5, column: 2 }, "PageDown", false, size)).toEqual({ row: 15, column: 2 });
    expect(stepInGrid({ row: 25, column: 2 }, "PageDown", false, size)).toEqual({ row: 29, column: 2 });
    expect(stepInGrid({ row: 5, column: 2 }, "End", true, size)).toEqual({ row: 29, column: 3 });
    expect(stepInGrid({ row: 5, column: 2 }, "Home", false, size)).toEqual({ row: 5, column: -1 });
    expect(stepInGrid({ row: 5, column: 2 }, "x", false, size)).toBeNull();
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CHUNK, chunksOf, layOutRows } from "../../../../renderer/passages/browser/row-layout.ts";

const group = (passages: number, index: number) => ({ key: `k${index}`, name: `Group ${index}`, passages });

describe("layOutRows", () => {
  it("puts each group's head before its rows", () => {
    const layout = layOutRows(3, [2, 1].map(group));
    const lines = Array.from({ length: layout.lines }, (_, index) => layout.lineAt(index));
    expect(lines.map((line) => (line?.kind === "head" ? line.group.key : line?.row))).toEqual(["k0", 0, 1, "k1", 2]);
    expect(layout.lineAt(5)).toBeUndefined();
    expect(layout.lineAt(-1)).toBeUndefined();
  });

  it("is the flat list without groups", () => {
    const layout = layOutRows(2, []);
    expect([layout.lines, layout.lineAt(1), layout.lineAt(2)]).toEqual([2, { kind: "row", row: 1 }, undefined]);
  });

  it("goes through every row once, in order, whatever the groups", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 20 }), (sizes) => {
        const rows = sizes.reduce((sum, size) => sum + size, 0);
        const layout = layOutRows(rows, sizes.map(group));
        const seen: number[] = [];
        for (let index = 0; index < layout.lines; index += 1) {
          const line = layout.lineAt(index);
          if (line?.kind === "row") seen.push(line.row);
        }
        expect(seen).toEqual(Array.from({ length: rows }, (_, row) => row));
      }),
    );
  });
});

describe("chunksOf", () => {
  it("names the parts of the list that hold the rows in sight", () => {
    const layout = layOutRows(CHUNK * 3, []);
    expect(chunksOf(layout, 0, 10)).toEqual([0]);
    expect(chunksOf(layout, CHUNK - 1, CHUNK)).toEqual([0, 1]);
    expect(chunksOf(layout, CHUNK * 3 - 1, CHUNK * 3 + 50)).toEqual([2]);
    expect(chunksOf(layOutRows(0, []), 0, 0)).toEqual([]);
  });
});

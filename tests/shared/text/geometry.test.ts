import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RunDirection, TextRun } from "#shared/model/geometry.ts";
import { boundsOfQuads, offsetAtPoint, quadsForRange } from "#shared/text/geometry.ts";

/** A run whose code units are 10 points wide, beginning at `at` and going on in its direction. */
function run(start: number, length: number, direction: RunDirection, at: number, low: number): TextRun {
  const step = direction === "right" || direction === "up" ? 10 : -10;
  const edges = Array.from({ length: length + 1 }, (_, index) => at + index * step);
  return { start, end: start + length, direction, low, high: low + 12, edges };
}

describe("quadsForRange", () => {
  it.each<[RunDirection, number[]]>([
    ["right", [110, 212, 130, 212, 110, 200, 130, 200]],
    ["left", [90, 212, 70, 212, 90, 200, 70, 200]],
    ["up", [200, 110, 200, 130, 212, 110, 212, 130]],
    ["down", [212, 90, 212, 70, 200, 90, 200, 70]],
  ])("gives the corners of text that runs %s: start-top, end-top, start-bottom, end-bottom", (direction, quad) => {
    expect(quadsForRange([run(0, 5, direction, 100, 200)], 1, 3)).toEqual([quad]);
  });

  it("gives nothing for an empty range, for text outside the runs and for characters without width", () => {
    const flat: TextRun = { start: 5, end: 6, direction: "right", low: 0, high: 12, edges: [50, 50] };
    const runs = [run(0, 5, "right", 0, 0), flat];
    expect(quadsForRange(runs, 2, 2)).toEqual([]);
    expect(quadsForRange(runs, 3, 2)).toEqual([]);
    expect(quadsForRange(runs, 5, 6)).toEqual([]);
    expect(quadsForRange(runs, 6, 9)).toEqual([]);
    expect(quadsForRange([], 0, 9)).toEqual([]);
  });

  it.each<RunDirection>(["right", "left", "up", "down"])("covers the space between words that run %s", (direction) => {
    const sign = direction === "right" || direction === "up" ? 1 : -1;
    const runs = [run(0, 3, direction, 100, 0), run(4, 3, direction, 100 + sign * 36, 0)];
    const quads = quadsForRange(runs, 0, 7);
    const [reach] = [boundsOfQuads(quads)];
    expect(quads.length).toBe(1);
    const length = direction === "right" || direction === "left" ? [0, 2] : [1, 3];
    expect(Math.abs((reach?.[length[1] ?? 0] ?? 0) - (reach?.[length[0] ?? 0] ?? 0))).toBe(66);
  });

  it("takes the greater height of words that it joins", () => {
    const small = { ...run(4, 3, "right", 36, 2), high: 20 };
    expect(boundsOfQuads(quadsForRange([run(0, 3, "right", 0, 0), small], 0, 7))).toEqual([0, 0, 66, 20]);
  });

  it("keeps lines, columns and directions apart", () => {
    const line = run(0, 3, "right", 0, 100);
    expect(quadsForRange([line, run(4, 3, "right", 0, 86)], 0, 7).length).toBe(2);
    expect(quadsForRange([line, run(4, 3, "right", 80, 100)], 0, 7).length).toBe(2);
    expect(quadsForRange([line, run(4, 3, "up", 30, 100)], 0, 7).length).toBe(2);
    expect(quadsForRange([line, run(4, 3, "right", -60, 100)], 0, 7).length).toBe(2);
  });
});

describe("offsetAtPoint", () => {
  const page = [run(0, 5, "right", 100, 200), run(6, 5, "right", 100, 180), run(12, 5, "right", 300, 200)];

  it.each([
    [100, 205, 0],
    [104, 205, 0],
    [106, 205, 1],
    [149, 205, 5],
    [99, 205, 0],
    [0, 205, 0],
    [160, 205, 5],
    [290, 205, 12],
    [1000, 205, 17],
    [121, 185, 8],
    [121, 10, 8],
    [121, 1000, 2],
    [121, 194, 8],
  ])("answers %i, %i with %i", (x, y, offset) => {
    expect(offsetAtPoint(page, x, y)).toBe(offset);
  });

  it("is null without text", () => {
    expect(offsetAtPoint([], 0, 0)).toBeNull();
    expect(offsetAtPoint([{ start: 0, end: 0, direction: "up", low: 0, high: 0, edges: [] }], 0, 0)).toBeNull();
  });

  it("does not divide a character from the marks without width that follow it", () => {
    const marked: TextRun = { start: 0, end: 3, direction: "right", low: 0, high: 12, edges: [0, 10, 10, 20] };
    expect(offsetAtPoint([marked], 9, 5)).toBe(2);
  });

  it("leads from the middle of a character's quad to one of its sides, in all directions", () => {
    const anyRun = fc
      .record({
        direction: fc.constantFrom<RunDirection>("right", "left", "up", "down"),
        at: fc.integer({ min: 200, max: 400 }),
        low: fc.integer({ min: 0, max: 500 }),
        start: fc.nat(100),
      })
      .map(({ direction, at, low, start }) => run(start, 8, direction, at, low));
    fc.assert(
      fc.property(anyRun, fc.nat(7), (some, index) => {
        const at = some.start + index;
        const box = boundsOfQuads(quadsForRange([some], at, at + 1));
        expect(box).not.toBeNull();
        if (box === null) return;
        const offset = offsetAtPoint([some], (box[0] + box[2]) / 2, (box[1] + box[3]) / 2);
        expect([at, at + 1]).toContain(offset);
      }),
    );
  });
});

describe("boundsOfQuads", () => {
  it("is null without quads, else holds them all", () => {
    expect(boundsOfQuads([])).toBeNull();
    const quads = quadsForRange([run(0, 2, "right", 10, 5), run(3, 2, "left", 100, 50)], 0, 5);
    expect(boundsOfQuads(quads)).toEqual([10, 5, 100, 62]);
  });
});

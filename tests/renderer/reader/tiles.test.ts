import { describe, expect, it } from "vitest";
import {
  COARSE_PIXELS,
  isSameRange,
  listTiles,
  planPainting,
  TILE_SIDE,
  tilesIn,
  WHOLE_PIXELS,
} from "../../../renderer/reader/tile-grid.ts";

describe("the plan of a page's painting", () => {
  it("paints a page of common size in one piece, as sharp as the screen", () => {
    expect(planPainting(1142, 1478, 1)).toEqual({ kind: "whole", ratio: 1 });
    expect(planPainting(816, 1056, 1.5)).toEqual({ kind: "whole", ratio: 1.5 });
  });

  it("paints a larger one coarsely in one piece and in tiles as sharp as the screen, at any zoom", () => {
    for (const [width, height, screen] of [
      [1142, 1478, 2],
      [6528, 8448, 1],
      [6528, 8448, 3],
      [115_200, 400, 2],
    ] as const) {
      const plan = planPainting(width, height, screen);
      if (plan.kind !== "tiles") throw new Error("expected tiles");
      expect(plan.ratio).toBe(screen);
      expect(width * height * plan.coarseRatio ** 2).toBeLessThanOrEqual(COARSE_PIXELS + 1);
      expect(Math.max(width, height) * plan.coarseRatio).toBeLessThanOrEqual(8193);
      expect(plan.columns * TILE_SIDE).toBeGreaterThanOrEqual(width * screen);
      expect(plan.rows * TILE_SIDE).toBeGreaterThanOrEqual(height * screen);
    }
  });

  it("takes a long narrow page for a large one, since no browser has a canvas that long", () => {
    expect(9000 * 100).toBeLessThan(WHOLE_PIXELS);
    expect(planPainting(9000, 100, 1).kind).toBe("tiles");
  });
});

describe("tiles in sight", () => {
  const plan = planPainting(4000, 5000, 2);

  it("are those that the sight touches, and no other", () => {
    expect(tilesIn(plan, { left: 0, top: 0, width: 700, height: 700 })).toEqual({
      left: 0,
      top: 0,
      right: 0,
      bottom: 0,
    });
    expect(tilesIn(plan, { left: 760, top: 1500, width: 1440, height: 900 })).toEqual({
      left: 0,
      top: 1,
      right: 2,
      bottom: 3,
    });
    expect(tilesIn(plan, { left: 3900, top: 4900, width: 400, height: 400 })).toEqual({
      left: 5,
      top: 6,
      right: 5,
      bottom: 6,
    });
  });

  it("are none of a page that is out of sight or painted in one piece", () => {
    expect(tilesIn(plan, { left: 0, top: 0, width: 0, height: -50 })).toBeNull();
    expect(tilesIn(planPainting(800, 1000, 1), { left: 0, top: 0, width: 800, height: 900 })).toBeNull();
  });

  it("cover their range without gap or overlap, cut at the page's edge, the middle first", () => {
    const tiles = listTiles({ left: 0, top: 0, right: 5, bottom: 6 }, 4000, 5000, 2);
    expect(tiles.reduce((sum, { width, height }) => sum + width * height, 0)).toBe(8000 * 10_000);
    expect(new Set(tiles.map(({ left, top }) => `${left},${top}`)).size).toBe(tiles.length);
    expect(Math.max(...tiles.map(({ left, width }) => left + width))).toBe(8000);
    expect(tiles[0]).toMatchObject({ row: 3 });
  });

  it("are compared by what they are", () => {
    const range = { left: 0, top: 1, right: 2, bottom: 3 };
    expect(isSameRange(range, { ...range })).toBe(true);
    expect(isSameRange(range, { ...range, bottom: 4 })).toBe(false);
    expect(isSameRange(null, null)).toBe(true);
    expect(isSameRange(range, null)).toBe(false);
  });
});

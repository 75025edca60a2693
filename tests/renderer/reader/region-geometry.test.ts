import { describe, expect, it } from "vitest";
import type { TextRun } from "#shared/model/geometry.ts";
import { makePageTransform } from "../../../renderer/reader/page-transform.ts";
import {
  boxToRect,
  changeRect,
  extentOfRegion,
  rectBetween,
  rectToBox,
  spansInBox,
} from "../../../renderer/reader/region-geometry.ts";
import { pageInfoOf } from "../support/document-summary.ts";

const INFO = pageInfoOf({ page: 3, box: [0, 0, 600, 800] });

describe("rectangles and boxes", () => {
  it.each([0, 90, 180, 270] as const)("give each other back on a page turned by %d", (rotation) => {
    const transform = makePageTransform(INFO, 1.5, rotation);
    const box = [100, 200, 300, 260] as const;
    const back = rectToBox(INFO, transform, boxToRect(transform, [...box]));
    expect(back?.map((value) => Math.round(value))).toEqual([...box]);
  });

  it("stay on the page, and are nothing when a hand only shook", () => {
    const transform = makePageTransform(INFO, 1, 0);
    expect(rectToBox(INFO, transform, { left: -50, top: 700, width: 100, height: 300 })).toEqual([0, 0, 50, 100]);
    expect(rectToBox(INFO, transform, rectBetween([10, 10], [12, 11]))).toBeNull();
  });

  it("move and size inside of the page", () => {
    const page = { width: 100, height: 100 };
    const rect = { left: 80, top: 10, width: 15, height: 20 };
    expect(changeRect(rect, page, { across: 12, down: -12 }, "move")).toEqual({ ...rect, left: 85, top: 0 });
    expect(changeRect(rect, page, { across: 12, down: -12 }, "size")).toEqual({ ...rect, width: 20, height: 8 });
  });
});

describe("text inside of a box", () => {
  const text = "one two\nthree";
  const runs: readonly TextRun[] = [
    { start: 0, end: 7, direction: "right", low: 100, high: 110, edges: [0, 10, 20, 30, 40, 50, 60, 70] },
    { start: 8, end: 13, direction: "right", low: 80, high: 90, edges: [0, 10, 20, 30, 40, 50] },
  ];

  it("is what has its middle there", () => {
    expect(spansInBox(text, runs, [36, 70, 80, 120])).toEqual([
      { start: 4, end: 7 },
      { start: 12, end: 13 },
    ]);
    expect(spansInBox(text, runs, [0, 95, 80, 120])).toEqual([{ start: 0, end: 7 }]);
    expect(spansInBox(text, runs, [0, 0, 80, 60])).toEqual([]);
  });

  it("makes the extent of a region; a page without text gives an empty one", () => {
    const region = { page: 3, box: [0, 70, 80, 120] as [number, number, number, number] };
    const page = { documentId: INFO, page: 3, text, runs, layer: "text-layer", confidences: [] };
    expect(extentOfRegion(region, page as never)).toMatchObject({ quote: "one two\nthree", region });
    expect(extentOfRegion(region, null)).toEqual({ ranges: [], quote: "", region });
  });
});

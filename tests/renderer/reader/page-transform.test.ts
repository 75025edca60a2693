import { degrees, PDFDocument, PDFName, PDFNumber } from "@cantoo/pdf-lib";
import { getDocument, type PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PageRotation } from "#shared/model/document.ts";
import type { Box, Quad } from "#shared/model/geometry.ts";
import {
  addRotation,
  boundQuads,
  makePageTransform,
  quadToRect,
  shownSize,
  toPagePixels,
  toUserSpace,
  usableBox,
} from "../../../renderer/reader/page-transform.ts";

const ROTATIONS: readonly PageRotation[] = [0, 90, 180, 270];
const BOXES: readonly Box[] = [
  [0, 0, 612, 792],
  [40, 60, 600, 820],
  [-120.5, -33.25, 400, 250.75],
];
const CASES = BOXES.flatMap((box) => ROTATIONS.map((rotation) => ({ box, rotation })));

describe("the transform and pdf.js agree", () => {
  let pdf: PDFDocumentProxy;

  beforeAll(async () => {
    const source = await PDFDocument.create();
    for (const { box, rotation } of CASES) {
      const page = source.addPage();
      page.setMediaBox(box[0] - 10, box[1] - 10, box[2] - box[0] + 20, box[3] - box[1] + 20);
      page.setCropBox(box[0], box[1], box[2] - box[0], box[3] - box[1]);
      page.setRotation(degrees(rotation));
      page.node.set(PDFName.of("UserUnit"), PDFNumber.of(1));
    }
    pdf = await getDocument({ data: await source.save(), verbosity: 0 }).promise;
  });
  afterAll(() => pdf.loadingTask.destroy());

  it.each(CASES.map((entry, index) => ({ ...entry, page: index + 1 })))(
    "for box $box rotated by $rotation",
    async ({ box, rotation, page }) => {
      const proxy = await pdf.getPage(page);
      for (const viewRotation of ROTATIONS) {
        for (const scale of [0.5, 1, 96 / 72, 3.7]) {
          const viewport = proxy.getViewport({ scale, rotation: addRotation(rotation, viewRotation) });
          const transform = makePageTransform({ box, rotation }, scale, viewRotation);
          expect(transform.width).toBeCloseTo(viewport.width, 6);
          expect(transform.height).toBeCloseTo(viewport.height, 6);
          for (const [x, y] of [
            [box[0], box[1]],
            [box[2], box[3]],
            [box[0] + 12.5, box[3] - 100],
          ] as const) {
            const [left, top] = viewport.convertToViewportPoint(x, y) as [number, number];
            const own = toPagePixels(transform, x, y);
            expect(own[0]).toBeCloseTo(left, 6);
            expect(own[1]).toBeCloseTo(top, 6);
          }
        }
      }
    },
  );
});

describe("page transform", () => {
  it.each(CASES)("takes pixels back to user space for $box at $rotation", ({ box, rotation }) => {
    const transform = makePageTransform({ box, rotation }, 1.75, 90);
    const [left, top] = toPagePixels(transform, box[0] + 7, box[1] + 11);
    const [x, y] = toUserSpace(transform, left, top);
    expect(x).toBeCloseTo(box[0] + 7, 9);
    expect(y).toBeCloseTo(box[1] + 11, 9);
  });

  it("swaps the sides of a page that lies on its side", () => {
    expect(shownSize({ box: [0, 0, 600, 800], rotation: 90 }, 0)).toEqual([800, 600]);
    expect(shownSize({ box: [0, 0, 600, 800], rotation: 90 }, 270)).toEqual([600, 800]);
  });

  it("sorts the corners of a box and replaces one that encloses nothing", () => {
    expect(usableBox([600, 800, 0, 10])).toEqual([0, 10, 600, 800]);
    expect(usableBox([5, 5, 5, 900])).toEqual([5, 5, 617, 797]);
    expect(usableBox([0, 0, Number.NaN, 800])).toEqual([0, 0, 612, 792]);
    expect(usableBox([0, 0, 1e9, 800])).toEqual([0, 0, 612, 792]);
  });

  /** A word 50 wide and 10 high, at 100, 200, reading to the right. */
  const word: Quad = [100, 210, 150, 210, 100, 200, 150, 200];

  it.each([
    { view: 0, rect: [100, 582, 50, 10], baseline: "bottom" },
    { view: 90, rect: [200, 100, 10, 50], baseline: "left" },
    { view: 180, rect: [462, 200, 50, 10], baseline: "top" },
    { view: 270, rect: [582, 462, 10, 50], baseline: "right" },
  ] as const)("boxes a word in a view turned by $view", ({ view, rect, baseline }) => {
    const transform = makePageTransform({ box: [0, 0, 612, 792], rotation: 0 }, 1, view);
    const found = quadToRect(transform, word);
    expect([found.left, found.top, found.width, found.height]).toEqual(rect);
    expect(found.baseline).toBe(baseline);
  });

  it("bounds several quads, and none", () => {
    const transform = makePageTransform({ box: [0, 0, 612, 792], rotation: 0 }, 1, 0);
    const below: Quad = [90, 190, 120, 190, 90, 180, 120, 180];
    expect(boundQuads(transform, [word, below])).toMatchObject({ left: 90, top: 582, width: 60, height: 30 });
    expect(boundQuads(transform, [])).toBeNull();
  });
});

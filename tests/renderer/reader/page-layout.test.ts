import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Box } from "#shared/model/geometry.ts";
import {
  layOutPages,
  mostVisiblePage,
  PAGE_GAP,
  pagesBetween,
  typicalSize,
} from "../../../renderer/reader/page-layout.ts";

const boxOf = (width: number, height: number): Box => [0, 0, width, height];
const letter = { box: boxOf(612, 792), rotation: 0 } as const;
const plan = { box: boxOf(2400, 1200), rotation: 0 } as const;

describe("layOutPages", () => {
  it("puts pages below each other at the scale asked for", () => {
    const layout = layOutPages([letter, plan, letter], 2, 0);
    expect(layout.topOf(1)).toBe(PAGE_GAP);
    expect(layout.heightOf(1)).toBe(1584);
    expect(layout.topOf(2)).toBe(PAGE_GAP + 1584 + PAGE_GAP);
    expect(layout.widest).toBe(4800);
    expect(layout.height).toBe(PAGE_GAP * 4 + 1584 + 2400 + 1584);
  });

  it("turns all pages with the view", () => {
    const layout = layOutPages([letter], 1, 90);
    expect([layout.widthOf(1), layout.heightOf(1)]).toEqual([792, 612]);
  });

  it("finds the page of every height, and the nearest one outside", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 1, max: 3000 })), { minLength: 1 }),
        fc.double({ min: 0.1, max: 8, noNaN: true }),
        (sizes, scale) => {
          const pages = sizes.map(([width, height]) => ({ box: boxOf(width, height), rotation: 0 as const }));
          const layout = layOutPages(pages, scale, 0);
          for (let page = 1; page <= sizes.length; page += 1) {
            expect(layout.pageAt(layout.topOf(page))).toBe(page);
            expect(layout.pageAt(layout.topOf(page) + layout.heightOf(page) - 0.01)).toBe(page);
            if (page > 1) {
              expect(layout.topOf(page)).toBeGreaterThanOrEqual(
                layout.topOf(page - 1) + layout.heightOf(page - 1) + PAGE_GAP,
              );
            }
          }
          expect(layout.pageAt(-100)).toBe(1);
          expect(layout.pageAt(layout.height + 100)).toBe(sizes.length);
        },
      ),
    );
  });

  it("lays out no pages", () => {
    expect(layOutPages([], 1, 0)).toMatchObject({ pageCount: 0, height: 0 });
  });
});

describe("what is in sight", () => {
  const layout = layOutPages([letter, letter, letter], 1, 0);

  it("names the pages that a stretch touches, not the one that ends above it", () => {
    expect(pagesBetween(layout, 0, 500)).toEqual({ first: 1, last: 1 });
    expect(pagesBetween(layout, PAGE_GAP + 792 + 3, 900)).toEqual({ first: 2, last: 2 });
    expect(pagesBetween(layout, 700, 1700)).toEqual({ first: 1, last: 3 });
    expect(pagesBetween(layout, 1e7, 2e7)).toEqual({ first: 3, last: 3 });
  });

  it("prefers the page that shows most, the earlier one when two show the same", () => {
    expect(mostVisiblePage(layout, 600, 1400)).toBe(2);
    expect(mostVisiblePage(layout, 0, layout.height)).toBe(1);
  });
});

describe("typicalSize", () => {
  it("follows most pages and not a fold-out", () => {
    expect(typicalSize([plan, letter, letter], 0)).toEqual([612, 792]);
    expect(typicalSize([plan, letter, letter], 90)).toEqual([792, 612]);
    expect(typicalSize([], 0)).toEqual([612, 792]);
  });
});

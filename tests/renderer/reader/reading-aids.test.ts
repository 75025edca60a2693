import { describe, expect, it } from "vitest";
import type { Box } from "#shared/model/geometry.ts";
import { choosePages, commonFrames, cropPage, findPrint, frameOfPrint } from "../../../renderer/reader/page-margins.ts";
import { PageSketches, SKETCH_BLOCK } from "../../../renderer/reader/page-sketches.ts";
import { makePageTransform, quadToRect } from "../../../renderer/reader/page-transform.ts";

const LETTER: Box = [0, 0, 612, 792];
const letters = (count: number) => Array.from({ length: count }, (_, index) => ({ page: index + 1, box: LETTER }));

/** White, with a dark rectangle from x0,y0 to x1,y1 (end exclusive, from the top left). */
function paint(width: number, height: number, x0: number, y0: number, x1: number, y1: number) {
  const data = new Uint8ClampedArray(4 * width * height).fill(255);
  for (let y = y0; y < y1; y += 1)
    for (let x = x0; x < x1; x += 1) data.fill(20, 4 * (y * width + x), 4 * (y * width + x) + 3);
  return { width, height, data };
}

describe("print on a page", () => {
  it("is found where pixels are darker than paper, from the left bottom corner", () => {
    expect(findPrint(paint(100, 200, 10, 20, 60, 120))).toEqual([0.1, 0.4, 0.6, 0.9]);
  });

  it("is not found on a blank page, nor in a single speck", () => {
    expect(findPrint(paint(100, 200, 0, 0, 0, 0))).toBeNull();
    expect(findPrint(paint(100, 200, 50, 50, 51, 51))).toBeNull();
  });

  it("has a margin around it that ends at the page's edge", () => {
    expect(frameOfPrint(LETTER, [0.5, 0.5, 1, 0.75])).toEqual([296, 386, 612, 604]);
  });
});

describe("cropped pages", () => {
  const usual: Box = [60, 70, 540, 730];
  const seen = new Map<number, Box | null>(Array.from({ length: 12 }, (_, index) => [index + 1, usual]));

  it("share the frame of their print, also those that were not looked at", () => {
    const pages = letters(40);
    const common = commonFrames(pages, choosePages(pages.slice(0, 12)), seen);
    expect(cropPage({ page: 33, box: LETTER }, common, undefined)).toEqual(usual);
    expect(cropPage({ page: 34, box: LETTER }, common, null)).toEqual(usual);
  });

  it("never cut off print: a page that has some further out is shown further", () => {
    const pages = letters(12);
    const wide: Box = [5, 70, 540, 730];
    const common = commonFrames(pages, choosePages(pages), new Map([...seen, [3, wide]]));
    expect(cropPage({ page: 2, box: LETTER }, common, usual)).toEqual(usual);
    expect(cropPage({ page: 3, box: LETTER }, common, wide)).toEqual(wide);
  });

  it("are shown whole while nothing is known of their size, and where next to nothing would be left", () => {
    expect(cropPage({ page: 1, box: LETTER }, new Map(), undefined)).toEqual(LETTER);
    const dot = commonFrames(letters(1), [1], new Map([[1, [300, 300, 310, 310]]]));
    expect(cropPage({ page: 1, box: LETTER }, dot, undefined)).toEqual(LETTER);
  });

  it("are sampled evenly, up to twelve of each size", () => {
    const plan: Box = [0, 0, 2000, 1000];
    const pages = [...letters(1000), { page: 1001, box: plan }];
    const chosen = choosePages(pages);
    expect(chosen).toHaveLength(13);
    expect(chosen).toContain(1001);
    expect(Math.max(...chosen.slice(0, 12))).toBeGreaterThan(900);
  });
});

describe("a turned or cropped page", () => {
  it("takes its marks with it", () => {
    const quad = [100, 700, 200, 700, 100, 690, 200, 690] as const;
    const plain = quadToRect(makePageTransform({ box: LETTER, rotation: 0 }, 1, 0), [...quad]);
    expect(plain).toMatchObject({ left: 100, top: 92, width: 100, height: 10, baseline: "bottom" });
    const turned = quadToRect(makePageTransform({ box: LETTER, rotation: 90 }, 1, 0), [...quad]);
    expect(turned).toMatchObject({ left: 690, top: 100, width: 10, height: 100, baseline: "left" });
    const cropped = quadToRect(makePageTransform({ box: [60, 70, 540, 730], rotation: 0 }, 1, 0), [...quad]);
    expect(cropped).toMatchObject({ left: 40, top: 30 });
  });
});

describe("PageSketches", () => {
  it("asks for each block once and keeps its lines in user space", async () => {
    const asked: string[] = [];
    const sketches = new PageSketches(letters(120), async (from, to) => {
      asked.push(`${from}-${to}`);
      return Array.from({ length: to - from + 1 }, () => [0, 128, 256, 256]);
    });
    let told = 0;
    sketches.subscribe(() => {
      told += 1;
    });
    expect(sketches.peek(60)).toBeNull();
    await Promise.all([sketches.request(60), sketches.request(61), sketches.request(120), sketches.request(500)]);
    expect(asked).toEqual([`${SKETCH_BLOCK + 1}-${2 * SKETCH_BLOCK}`, "101-120"]);
    expect([...(sketches.peek(60) ?? [])]).toEqual([0, 396, 612, 792]);
    expect(told).toBe(2);
  });

  it("does without what cannot be had", async () => {
    const sketches = new PageSketches(letters(10), () => Promise.reject(new Error("no host")));
    await sketches.request(1);
    expect(sketches.peek(1)).toBeNull();
  });
});

import { describe, expect, it } from "vitest";
import type { Box } from "#shared/model/geometry.ts";
import { layOutPages, TALLEST_CONTENT } from "../../../renderer/reader/page-layout.ts";
import {
  leftOf,
  limitScroll,
  placeAt,
  placeOfQuads,
  scrollTo,
  topOfPage,
  windowOrigin,
} from "../../../renderer/reader/view-place.ts";

const box: Box = [0, 0, 612, 792];
const letter = { page: 1, box, rotation: 0 } as const;
const pages = Array.from({ length: 50 }, (_, index) => ({ ...letter, page: index + 1 }));
const size = { width: 800, height: 600 };

describe("places", () => {
  it("hold a point of the view through zooming", () => {
    const before = layOutPages(pages, 1, 0);
    const around = { x: 0.25, y: 0.75 };
    const place = placeAt(before, size, { top: 5000, left: 0 }, around);
    const after = layOutPages(pages, 3, 0);
    const scroll = scrollTo(after, size, place);
    const again = placeAt(after, size, scroll, around);
    expect(again.page).toBe(place.page);
    expect(again.fractionX).toBeCloseTo(place.fractionX, 2);
    expect(again.fractionY).toBeCloseTo(place.fractionY, 2);
  });

  it("give back the scroll position that they were read from", () => {
    const layout = layOutPages(pages, 1.5, 0);
    expect(scrollTo(layout, size, placeAt(layout, size, { top: 12_345, left: 30 }))).toEqual({ top: 12_345, left: 30 });
  });

  it("show the top of a page with a little desk above it", () => {
    const layout = layOutPages(pages, 1, 0);
    const { top } = scrollTo(layout, size, topOfPage(20));
    expect(layout.topOf(20) - top).toBeGreaterThan(0);
    expect(layout.topOf(20) - top).toBeLessThan(14);
  });

  it("bring a line to the middle, also of a turned page", () => {
    for (const rotation of [0, 90, 180, 270] as const) {
      const layout = layOutPages(pages, 1, rotation);
      const info = { ...letter, page: 10 };
      const place = placeOfQuads(info, [[100, 410, 200, 410, 100, 400, 200, 400]], rotation);
      const { top } = scrollTo(layout, size, place);
      const y = layout.topOf(10) + place.fractionY * layout.heightOf(10) - top;
      expect(y).toBeGreaterThan(size.height * 0.4);
      expect(y).toBeLessThan(size.height * 0.5);
    }
  });

  it("show the beginning of what is taller than the view", () => {
    const layout = layOutPages(pages, 2, 0);
    const place = placeOfQuads({ ...letter, page: 4 }, [[72, 750, 500, 750, 72, 50, 500, 50]], 0);
    const { top } = scrollTo(layout, size, place);
    const beginning = layout.topOf(4) + (792 - 750) * 2;
    expect(beginning - top).toBeGreaterThanOrEqual(0);
    expect(beginning - top).toBeLessThan(size.height * 0.2);
  });

  it("show a page whole across that fits, though a wider one makes the document scroll", () => {
    const plan: Box = [0, 0, 3000, 1000];
    const layout = layOutPages([letter, { ...letter, box: plan }], 1, 0);
    const far = placeOfQuads(letter, [[560, 410, 600, 410, 560, 400, 600, 400]], 0);
    const { left } = scrollTo(layout, size, far);
    expect(leftOf(layout, size, 1) - left).toBe(Math.round((size.width - 612) / 2));
  });

  it("show no desk beside a page that is wider than the view", () => {
    const layout = layOutPages(pages, 3, 0);
    const atEdge = placeOfQuads({ ...letter, page: 2 }, [[2, 410, 40, 410, 2, 400, 40, 400]], 0);
    const { left } = scrollTo(layout, size, atEdge);
    expect(leftOf(layout, size, 2) - left).toBeGreaterThanOrEqual(0);
    expect(leftOf(layout, size, 2) - left).toBeLessThanOrEqual(22);
  });

  it("fall back to the top of the page without quads", () => {
    expect(placeOfQuads({ ...letter, page: 7 }, [], 0)).toEqual(topOfPage(7));
  });

  it("stay inside the document", () => {
    const layout = layOutPages(pages.slice(0, 1), 0.2, 0);
    expect(limitScroll(layout, size, { top: 900, left: -4 })).toEqual({ top: 0, left: 0 });
    expect(leftOf(layout, size, 1)).toBe(Math.round((800 - 612 * 0.2) / 2));
  });
});

describe("windowOrigin", () => {
  const tall = layOutPages(
    Array.from({ length: 20_000 }, () => letter),
    4,
    0,
  );

  it("is 0 while the document fits into one element", () => {
    expect(windowOrigin(layOutPages(pages, 1, 0), 10_000)).toBe(0);
  });

  it("always leaves what is in sight inside the window", () => {
    expect(tall.height).toBeGreaterThan(TALLEST_CONTENT * 3);
    for (let top = 0; top <= tall.height - size.height; top += 777_777) {
      const origin = windowOrigin(tall, top);
      expect(origin).toBeGreaterThanOrEqual(0);
      expect(top - origin).toBeGreaterThanOrEqual(0);
      expect(top + size.height - origin).toBeLessThanOrEqual(TALLEST_CONTENT);
    }
  });

  it("leaves room to scroll up, except at the top", () => {
    expect(windowOrigin(tall, 0)).toBe(0);
    const top = 30_000_000;
    expect(top - windowOrigin(tall, top)).toBeGreaterThan(1_000_000);
  });
});

import { describe, expect, it } from "vitest";
import type { TextRun } from "#shared/model/geometry.ts";
import { sketchPage } from "#shared/text/sketch-page.ts";

const line: TextRun = { start: 0, end: 2, direction: "right", low: 396, high: 408, edges: [153, 200, 306] };

describe("the sketch of a page", () => {
  it("tells where lines stand, in 256ths of the page's box", () => {
    expect(sketchPage([line], [0, 0, 612, 792])).toEqual([64, 128, 128, 132]);
  });

  it("turns what runs up or from right to left", () => {
    const up: TextRun = { ...line, direction: "up", low: 153, high: 306, edges: [396, 600, 792] };
    expect(sketchPage([up], [0, 0, 612, 792])).toEqual([64, 128, 128, 256]);
    const left: TextRun = { ...line, direction: "left", edges: [306, 200, 153] };
    expect(sketchPage([left], [0, 0, 612, 792])).toEqual([64, 128, 128, 132]);
  });

  it("leaves out what is off the page, and everything of a page without extent", () => {
    expect(sketchPage([{ ...line, edges: [700, 710, 800] }], [0, 0, 612, 792])).toEqual([]);
    expect(sketchPage([line], [0, 0, 0, 0])).toEqual([]);
  });
});

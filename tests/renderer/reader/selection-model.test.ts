import { describe, expect, it } from "vitest";
import {
  caretAt,
  comparePositions,
  coveredStretch,
  extendSelection,
  isCaret,
  pagesOf,
  quoteStretch,
  rangeOnPage,
  selectStretch,
} from "../../../renderer/reader/selection-model.ts";

const at = (page: number, offset: number) => ({ page, offset });
const texts = ["", "First page ends here.\n", "   ", "third page\n\ngoes on"];
const textOf = (page: number) => texts[page] ?? "";

describe("selection", () => {
  it("orders positions by page, then by offset", () => {
    expect(comparePositions(at(2, 0), at(1, 900))).toBeGreaterThan(0);
    expect(comparePositions(at(2, 3), at(2, 9))).toBeLessThan(0);
    expect(comparePositions(at(2, 3), at(2, 3))).toBe(0);
  });

  it("covers the same text drawn forwards and backwards", () => {
    const forwards = extendSelection(caretAt(at(1, 6)), at(3, 5));
    const backwards = extendSelection(caretAt(at(3, 5)), at(1, 6));
    expect(coveredStretch(forwards)).toEqual({ start: at(1, 6), end: at(3, 5) });
    expect(coveredStretch(backwards)).toEqual(coveredStretch(forwards));
  });

  it("keeps the word that it started on, whichever way it goes", () => {
    const word = selectStretch({ start: at(1, 6), end: at(1, 10) });
    const next = { start: at(1, 11), end: at(1, 15) };
    const before = { start: at(1, 0), end: at(1, 5) };
    expect(coveredStretch(extendSelection(word, at(1, 13), next))).toEqual({ start: at(1, 6), end: at(1, 15) });
    expect(coveredStretch(extendSelection(word, at(1, 2), before))).toEqual({ start: at(1, 0), end: at(1, 10) });
  });

  it("is a caret while it has no extent, again after shrinking", () => {
    const caret = caretAt(at(2, 4));
    expect(isCaret(caret)).toBe(true);
    expect(isCaret(extendSelection(caret, at(2, 5)))).toBe(false);
    expect(isCaret(extendSelection(extendSelection(caret, at(2, 5)), at(2, 4)))).toBe(true);
  });
});

describe("ranges", () => {
  const stretch = { start: at(1, 6), end: at(3, 10) };

  it("take the rest, the whole and the beginning of the pages", () => {
    expect(rangeOnPage(stretch, 1, 22)).toEqual({ page: 1, start: 6, end: 22 });
    expect(rangeOnPage(stretch, 2, 3)).toEqual({ page: 2, start: 0, end: 3 });
    expect(rangeOnPage(stretch, 3, 19)).toEqual({ page: 3, start: 0, end: 10 });
    expect(rangeOnPage(stretch, 4, 19)).toBeNull();
    expect(rangeOnPage(stretch, 2, 0)).toBeNull();
    expect(pagesOf(stretch)).toEqual([1, 2, 3]);
  });

  it("quote exactly, without white space at the ends and without empty pages", () => {
    expect(quoteStretch(stretch, textOf)).toEqual({
      ranges: [
        { page: 1, start: 6, end: 21 },
        { page: 3, start: 0, end: 10 },
      ],
      quote: "page ends here.\nthird page",
    });
  });

  it("quote nothing where only white space is covered", () => {
    expect(quoteStretch({ start: at(1, 21), end: at(2, 3) }, textOf)).toBeNull();
  });
});

import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { understandText } from "../../../support/understand-text.ts";

/** Pieces from which pages are made: what detectors start from, and what leads them astray. */
const PIECES = [
  "Case 1:25-cv-00766-JEB Document 81 Filed 03/28/25 Page 3 of 41",
  "Case: 20-1 Document: 3 Filed: 01/02/2020 Page: 1",
  "PageID #: 45",
  "DHS-FOIA-000123",
  "March 15, 2025 at 6:47 p.m.",
  "15 de marzo de 2025",
  "151847Z MAR 25",
  "March",
  "may",
  "2025",
  "in 2010",
  "$4.76 million",
  "six million dollars",
  "238 Venezuelans",
  "two hundred thirty-eight",
  "persons",
  "(b)(6), (b)(7)(C)",
  "(b)",
  "b6",
  "1.4(c)",
  "TOP SECRET//SI//NOFORN",
  "8 U.S.C. § 1231(b)(3)",
  "145 S. Ct. 1003 (2025)",
  "No. 25-5067",
  "office@example.org",
  "@",
  "(202) 555-0143",
  "A 123 456 789",
  "14. The",
  "The Ministry presents its compliments to the Embassy",
  "- 3 -",
  "é",
  "𝒳",
  "\ufb01",
  "\u0301",
];
const page = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(" ", "\n", "\n\n", ", ", "", "-")), { maxLength: 60 })
  .map((pieces) => pieces.flat().join(""));

describe("detections", () => {
  test("stand in the order of the text, inside of it, and not empty", () => {
    fc.assert(
      fc.property(fc.oneof(page, fc.string({ unit: "grapheme", maxLength: 400 })), (text) => {
        let last = 0;
        for (const { start, end } of understandText(text).detections) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = start;
        }
      }),
      { numRuns: 300 },
    );
  });

  test("what is reported as printed is what stands there", () => {
    fc.assert(
      fc.property(page, (text) => {
        for (const { start, end, value } of understandText(text).detections) {
          const printed = text.slice(start, end);
          if (value.kind === "bates") expect(printed).toBe(value.prefix + value.digits);
          if (value.kind === "printed-page") expect(printed).toBe(value.label);
          if (value.kind === "email") expect(printed.toLowerCase()).toBe(value.value);
          if (value.kind === "paragraph") expect(printed).toContain(String(value.number));
          if (value.kind === "count") expect(printed.replace(/\s+/gu, " ").endsWith(value.noun)).toBe(true);
          if (value.kind === "ecf-stamp") expect(printed.replace(/\s/gu, "")).toContain(value.caseNumber);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("work", () => {
  afterEach(() => vi.restoreAllMocks());

  /** Code units that patterns are given to search: sticky patterns look at one place, others at all of their text. */
  function countWork(text: string): number {
    const original = RegExp.prototype.exec;
    let work = 0;
    const spy = vi.spyOn(RegExp.prototype, "exec").mockImplementation(function (this: RegExp, subject: string) {
      work += this.sticky ? 1 : subject.length - (this.global ? this.lastIndex : 0);
      const found = original.call(this, subject);
      if (this.global && found !== null) work -= subject.length - this.lastIndex;
      return found;
    });
    understandText(text);
    spy.mockRestore();
    return work;
  }

  test.each([
    ["spaces", " "],
    ["line breaks", "\n"],
    ["months", "March "],
    ["months and days", "15 March "],
    ["cases", "Case "],
    ["dockets", "1:25-cv-"],
    ["digits", "1"],
    ["grouped digits", "1,111"],
    ["numbers", "12 "],
    ["signs of money", "$ "],
    ["number words", "hundred "],
    ["codes", "(b)(6) "],
    ["open brackets", "("],
    ["at signs", "a@"],
    ["dots", "a."],
    ["courtesies", "presents its compliments to "],
    ["capitals", "A"],
    ["marks", "SECRET "],
    ["telephones", "202-555-0143 "],
    ["paragraphs", "1. The\n"],
    ["section signs", "8 U.S.C. § 1(a) "],
    ["years", "in 2010, 2011 "],
    ["hyphens", "C-"],
    ["words of a count", "12 young "],
  ])("grows with the length of %s, not with its square", (_, piece) => {
    const of = (length: number) => countWork(piece.repeat(Math.ceil(length / piece.length)));
    const short = of(10_000);
    expect(of(100_000)).toBeLessThanOrEqual(short * 14 + 10_000);
  });
});

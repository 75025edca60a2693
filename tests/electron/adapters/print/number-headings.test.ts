import { describe, expect, it } from "vitest";
import { numberHeadings } from "#adapters/print/number-headings.ts";

describe("numberHeadings", () => {
  it("numbers in Roman and skips empty headings", () => {
    expect(numberHeadings(["Notes", " ", "Flights "])).toEqual(["I. Notes", "", "II. Flights"]);
  });

  it("counts as Romans do", () => {
    const numbered = numberHeadings(Array.from({ length: 49 }, () => "x"));
    expect([3, 4, 8, 13, 39, 48].map((index) => numbered[index])).toEqual([
      "IV. x",
      "V. x",
      "IX. x",
      "XIV. x",
      "XL. x",
      "XLIX. x",
    ]);
  });

  it.each(["I. Notes", "2) Notes", "A. Notes", "¶ 3", "§ 1 Notes"])(
    "leaves all as they are when one is %s",
    (heading) => {
      expect(numberHeadings(["Facts", heading])).toEqual(["Facts", heading]);
    },
  );

  it("does not take an initial for a number", () => {
    expect(numberHeadings(["Civil", "Vital Interests"])).toEqual(["I. Civil", "II. Vital Interests"]);
  });
});

import { describe, expect, it } from "vitest";
import { formatReport } from "../bench/report.ts";
import { median, percentile } from "../bench/statistics.ts";

describe("statistics", () => {
  it("takes the middle value, or the mean of the two", () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(() => median([])).toThrow(RangeError);
  });

  it("takes a measured value as percentile", () => {
    const values = Array.from({ length: 40 }, (_, index) => index + 1);
    expect(percentile(values, 0.5)).toBe(20);
    expect(percentile(values, 0.95)).toBe(38);
    expect(percentile(values, 1)).toBe(40);
    expect(percentile([7], 0.5)).toBe(7);
  });
});

describe("formatReport", () => {
  it("aligns the columns", () => {
    const figure = {
      what: "import",
      value: "10 pages/s",
      comparedWith: "peer",
      ratio: 1.234,
      aim: "≥ 1.00",
      note: "3 runs",
    };
    expect(formatReport([figure, { ...figure, what: "x", value: "1 s", ratio: null }]).split("\n")).toEqual([
      "what         value  compared with  ratio  aim     how",
      "------  ----------  -------------  -----  ------  ------",
      "import  10 pages/s  peer            1.23  ≥ 1.00  3 runs",
      "x              1 s  peer                  ≥ 1.00  3 runs",
    ]);
  });
});

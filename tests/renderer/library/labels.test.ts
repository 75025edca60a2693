import { describe, expect, test } from "vitest";
import type { DetectedValue } from "#shared/model/detection.ts";
import { describeDetection, formatPartialDate, kindLabel, languageName } from "../../../renderer/library/labels.ts";
import { inSpanish } from "../passages/support.ts";

describe("formatPartialDate", () => {
  test.each([
    ["2025", "2025"],
    ["2025-03", "Mar 2025"],
    ["2025-03-15", "Mar 15, 2025"],
    ["2025-03-15T18:47", "Mar 15, 2025, 18:47"],
  ])("%s is shown at its own precision", (date, shown) => {
    expect(formatPartialDate(date)).toBe(shown);
  });
});

describe("describeDetection", () => {
  const stamp = { caseNumber: "1:25-cv-00042", document: "81", filed: "2025-03-28", page: 3, pages: 41 } as const;
  const cases: readonly (readonly [DetectedValue, string])[] = [
    [
      { kind: "ecf-stamp", ...stamp, attachment: "2" },
      "1:25-cv-00042 · ECF No. 81-2 · page 3 of 41 · filed Mar 28, 2025",
    ],
    [{ kind: "bates", prefix: "VAL-", digits: "000123", number: 123 }, "VAL-000123"],
    [{ kind: "money", amount: "4760000", currency: "USD" }, "$4,760,000"],
    [{ kind: "money", amount: "5", currency: "not a code" }, "not a code 5"],
    [{ kind: "count", number: 238, bound: "about", noun: "people" }, "about 238 people"],
    [{ kind: "transcript-line", transcriptPage: 30, line: 4 }, "30:4"],
    [{ kind: "paragraph", number: 14 }, "¶ 14"],
    [{ kind: "exemption", law: "foia", code: "(b)(7)(C)" }, "(b)(7)(C)"],
  ];
  test.each(cases)("%j reads %s", (value, words) => {
    expect(describeDetection(value)).toBe(words);
  });
});

test("languages are named; a code without a name stays", () => {
  expect(languageName("spa")).toBe("Spanish");
  expect(languageName("zxx")).not.toBe("");
});

test("in Spanish, kinds, languages, dates, amounts and stamps read as Spanish writes them", () =>
  inSpanish(() => {
    expect(kindLabel("exhibit")).toBe("Anexo");
    expect(languageName("spa")).toBe("Español");
    expect(formatPartialDate("2025-03")).toBe("mar 2025");
    expect(describeDetection({ kind: "money", amount: "4760000", currency: "EUR" })).toBe("4.760.000\u00a0€");
    expect(describeDetection({ kind: "count", number: 12_000, bound: "at-least", noun: "people" })).toBe(
      "al menos 12.000 people",
    );
  }));

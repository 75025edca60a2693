import { describe, expect, test } from "vitest";
import { formatBytes, formatDate, formatDuration, formatPercent } from "../../../renderer/ui/format.ts";

const digits = (text: string) => text.replace(/\D/g, "");

describe("format", () => {
  test("100% is said only when all is done", () => {
    expect(digits(formatPercent(0.999))).toBe("99");
    expect(digits(formatPercent(1))).toBe("100");
    expect(digits(formatPercent(7))).toBe("100");
  });

  test.each([
    [0, "0 bytes"],
    [999, "999 bytes"],
    [1000, "1 kB"],
    [999_499, "999 kB"],
    [999_500, "1 MB"],
    [4_200_000, `${new Intl.NumberFormat().format(4.2)} MB`],
    [3.5e15, `${new Intl.NumberFormat().format(3500)} TB`],
  ])("%d bytes is %s", (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });

  test("a date without a time is the same day in every zone", () => {
    expect(formatDate("2025-03-13")).toMatch(/13/);
  });

  test("what is no date is shown as it is", () => {
    expect(formatDate("D:2025 garbage")).toBe("D:2025 garbage");
  });

  test.each([
    [400, "0 s"],
    [59_000, "59 s"],
    [60_000, "1 min"],
    [125_000, "2 min 5 s"],
    [3_840_000, "1 h 4 min"],
  ])("%d ms is %s", (milliseconds, text) => {
    expect(formatDuration(milliseconds)).toBe(text);
  });
});

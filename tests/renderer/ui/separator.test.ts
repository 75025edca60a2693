import { describe, expect, test } from "vitest";
import { valueAfter } from "../../../renderer/ui/separator.tsx";

describe("the line between two parts", () => {
  const line = { value: 300, min: 200, max: 500, step: 16 };

  test.each([
    ["ArrowRight", "before", 316],
    ["ArrowLeft", "before", 284],
    ["ArrowRight", "after", 284],
    ["ArrowLeft", "after", 316],
    ["Home", "after", 200],
    ["End", "before", 500],
    ["a", "before", null],
  ] as const)("moves as %s points, for what stands %s it", (key, side, value) => {
    expect(valueAfter(key, { ...line, side })).toBe(value);
  });

  test("stays within its ends", () => {
    expect(valueAfter("ArrowLeft", { ...line, value: 205, side: "before" })).toBe(200);
    expect(valueAfter("ArrowRight", { ...line, value: 495, side: "before" })).toBe(500);
  });
});

import { describe, expect, test } from "vitest";
import { RemoteError } from "#shared/errors/wire.ts";
import { TAG_COLORS } from "#shared/model/tag.ts";
import { classes } from "../../../renderer/ui/classes.ts";
import { nextRow } from "../../../renderer/ui/data-table.tsx";
import { describeError } from "../../../renderer/ui/describe-error.ts";
import { tagColorName, tagColorValue } from "../../../renderer/ui/tag-colors.ts";

test("classes leaves out what is absent", () => {
  expect(classes("a", false, undefined, null, "", "b")).toBe("a b");
});

test("every hue has a name and a token", () => {
  for (const color of TAG_COLORS) {
    expect(tagColorName(color)).not.toBe("");
    expect(tagColorValue(color)).toBe(`var(--tag-${color})`);
  }
});

describe("nextRow", () => {
  test.each([
    ["ArrowDown", -1, 0],
    ["ArrowDown", 9, 9],
    ["ArrowUp", 0, 0],
    ["ArrowUp", -1, 0],
    ["PageDown", 2, 7],
    ["PageDown", 8, 9],
    ["PageUp", 3, 0],
    ["Home", 5, 0],
    ["End", 0, 9],
    ["a", 3, -1],
  ])("%s from row %d of ten leads to %d", (key, current, next) => {
    expect(nextRow(key, current, 10, 5)).toBe(next);
  });

  test("an empty table has no row to go to", () => {
    expect(nextRow("Home", -1, 0, 5)).toBe(-1);
  });
});

describe("describeError", () => {
  test("a named failure is shown with what to do", () => {
    const error = new RemoteError({
      code: "case/locked",
      message: "Locked by desk-7.",
      action: "Close it there.",
      retryable: true,
      details: {},
    });
    expect(describeError(error)).toEqual({
      message: "Locked by desk-7.",
      action: "Close it there.",
      correlationId: null,
      retryable: true,
    });
  });

  test("an unknown failure is shown with its number in the log", () => {
    const wire = { code: "internal/unknown", message: "m", action: "a", retryable: false, details: {} };
    expect(describeError(new RemoteError({ ...wire, correlationId: "c-17" })).correlationId).toBe("c-17");
  });

  test("a defect says nothing of its insides", () => {
    expect(JSON.stringify(describeError(new Error("secret text of a document")))).not.toContain("secret");
  });
});

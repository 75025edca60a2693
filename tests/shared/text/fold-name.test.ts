import { describe, expect, it } from "vitest";
import { foldName } from "#shared/text/fold-name.ts";

describe("foldName", () => {
  it.each([
    ["D.  Núñez-ORTEGA", "d nunez ortega"],
    ["Nu\u0301n\u0303ez", "nunez"],
    ["1:25-cv-00001", "1 25 cv 00001"],
    [" … ", ""],
  ])("folds %j to %j", (name, folded) => {
    expect(foldName(name)).toBe(folded);
  });
});

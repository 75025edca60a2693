import { describe, expect, it } from "vitest";
import { batesRange, resultChips } from "../../../renderer/search/result-chips.ts";
import { group } from "./support.ts";

describe("resultChips", () => {
  it("names what is known, in words", () => {
    const chips = resultChips({
      ...group("a", [1]),
      title: "Nota verbal 44/2025",
      shortName: "Note 44",
      kind: "diplomatic-note",
      ecfNumber: "20-1",
      batesBegin: "CV-000300",
      batesEnd: "CV-000412",
      language: "spa",
    });
    expect(chips.map((chip) => chip.text)).toEqual([
      "Note 44",
      "Diplomatic note",
      "ECF 20-1",
      "CV-000300–412",
      "Spanish",
    ]);
  });

  it("says nothing twice and nothing that goes without saying", () => {
    expect(
      resultChips({ ...group("a", [1]), title: "Order of March 15", shortName: "Order", language: "eng" }),
    ).toEqual([]);
  });
});

describe("batesRange", () => {
  it.each([
    ["CV-000300", "CV-000412", "CV-000300–412"],
    ["CV-000300", "CV-000300", "CV-000300"],
    ["CV-000300", null, "CV-000300"],
    ["CV-000109", "CV-000110", "CV-000109–10"],
    ["CV-99", "CV-100", "CV-99–CV-100"],
    ["CV-001", "DT-002", "CV-001–DT-002"],
  ])("shortens %s to %s as %s", (begin, end, words) => {
    expect(batesRange(begin, end)).toBe(words);
  });
});

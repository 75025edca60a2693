import { describe, expect, it } from "vitest";
import { doneLine } from "../../../renderer/search/done-note.tsx";
import { previewLine } from "../../../renderer/search/tagging-preview.tsx";

const MADE = { documents: 21, hits: 65, passages: 48, existing: 0, samples: [] };

describe("previewLine", () => {
  it.each([
    [0, "65 hits in 21 documents become 48 passages"],
    [3, "65 hits in 21 documents become 48 passages; 3 of them exist already and only get the tags"],
    [48, "65 hits in 21 documents become 48 passages; all of them exist already and only get the tags"],
  ])("says what %d existing passages mean", (existing, line) => {
    expect(previewLine({ ...MADE, existing })).toBe(line);
  });
});

describe("doneLine", () => {
  it.each([
    [["Custody"], null, "48 passages tagged “Custody”"],
    [[], "Motion", "48 passages added to “Motion”"],
    [["Custody", "Cost"], "Motion", "48 passages tagged “Custody”, “Cost”, added to “Motion”"],
  ])("names tags %j and brief %j", (tagNames, briefTitle, line) => {
    expect(doneLine({ made: MADE, tagNames, briefTitle, step: 1 })).toBe(line);
  });
});

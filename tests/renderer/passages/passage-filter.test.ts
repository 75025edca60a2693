import { describe, expect, it } from "vitest";
import { neighbourOf, oneLine } from "../../../renderer/passages/passage-filter.ts";
import { passage } from "./support.ts";

const PASSAGES = [passage("1"), passage("2"), passage("3")];

describe("neighbourOf", () => {
  it("stays at the ends and begins at the nearer end", () => {
    const [first, second, third] = PASSAGES;
    expect(neighbourOf(PASSAGES, first?.passageId ?? null, 1)).toBe(second);
    expect(neighbourOf(PASSAGES, third?.passageId ?? null, 1)).toBe(third);
    expect(neighbourOf(PASSAGES, null, 1)).toBe(first);
    expect(neighbourOf(PASSAGES, null, -1)).toBe(third);
    expect(neighbourOf([], null, 1)).toBeNull();
  });
});

describe("oneLine", () => {
  it("joins lines and words divided at their ends, and keeps a hyphen that belongs to a name", () => {
    expect(oneLine("the deten-\ntion\n\ncenter of Ortega-\nRuiz ")).toBe("the detention center of Ortega- Ruiz");
  });
});

import { describe, expect, it } from "vitest";
import { hitMarks, meaningOfMark, passageMarks, passageOfRanges } from "../../../renderer/passages/reader-marks.ts";
import { hitsOf } from "../../../renderer/search/hit-cursor.ts";
import { hit, resultPage } from "../search/support.ts";
import { passage, tag } from "./support.ts";

const RUST = tag("a", "Payment", { color: "rust" });

describe("passageMarks", () => {
  it("draws each page of a passage in the colour of its first tag", () => {
    const across = passage("1", {
      tagIds: [RUST.tagId],
      ranges: [
        { page: 2, start: 90, end: 99, label: null, quads: [] },
        { page: 3, start: 0, end: 9, label: null, quads: [] },
      ],
    });
    const marks = passageMarks([across], [RUST], across.passageId);
    expect(marks.map((mark) => mark.page)).toEqual([2, 3]);
    expect(marks[0]?.look).toEqual({ kind: "passage", color: "rust", current: true });
    expect(new Set(marks.map((mark) => mark.id)).size).toBe(2);
    for (const mark of marks) expect(meaningOfMark(mark.id)).toEqual({ kind: "passage", passageId: across.passageId });
  });

  it("draws nothing for a passage that lost its place, and no colour without a tag", () => {
    const marks = passageMarks([passage("1", { state: "orphaned" }), passage("2")], [RUST], null);
    expect(marks).toHaveLength(1);
    expect(marks[0]?.look).toMatchObject({ color: null, current: false });
  });
});

describe("hitMarks", () => {
  it("marks the current hit, and each can be read back", () => {
    const hits = hitsOf([resultPage("a", 4, [7, 30])]);
    const marks = hitMarks(hits, hits[1] ?? null);
    expect(marks.map((mark) => mark.look.current)).toEqual([false, true]);
    expect(meaningOfMark(marks[1]?.id ?? "")).toEqual({ kind: "hit", page: 4, start: 30 });
  });

  it("boxes a hit across pages on both, and each part leads to it", () => {
    const across = [
      { ...resultPage("a", 3), hits: [hit(90, "on-next-page")] },
      { ...resultPage("a", 4), hits: [hit(0, "from-page-before")] },
    ];
    const hits = hitsOf(across);
    const marks = hitMarks(hits, hits[0] ?? null);
    expect(marks.map((mark) => [mark.page, mark.look.current])).toEqual([
      [3, true],
      [4, true],
    ]);
    expect(meaningOfMark(marks[1]?.id ?? "")).toEqual({ kind: "hit", page: 4, start: 0 });
  });

  it("does not claim marks of others", () => {
    expect(meaningOfMark("elsewhere")).toBeNull();
  });
});

describe("passageOfRanges", () => {
  it("finds the passage with exactly these ranges", () => {
    const known = passage("1");
    const range = { page: 2, start: 10, end: 33 };
    expect(passageOfRanges([known], [range])).toBe(known);
    expect(passageOfRanges([known], [{ ...range, end: 34 }])).toBeNull();
    expect(passageOfRanges([{ ...known, state: "orphaned" }], [range])).toBeNull();
  });
});

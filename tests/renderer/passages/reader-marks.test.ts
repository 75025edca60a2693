import { describe, expect, it } from "vitest";
import { hitMarks, meaningOfMark, passageMarks, passageOfExtent } from "../../../renderer/passages/reader-marks.ts";
import { hitsOf } from "../../../renderer/search/hit-cursor.ts";
import { hit, resultPage } from "../search/support.ts";
import { passage, tag } from "./support.ts";

const RUST = tag("a", "Payment", { color: "rust" });

describe("passageMarks", () => {
  it("draws each page of a passage in the colour of its first tag", () => {
    const across = passage("1", {
      tagIds: [RUST.tagId],
      ranges: [
        { page: 2, start: 90, end: 99, label: null, addresses: [], quads: [] },
        { page: 3, start: 0, end: 9, label: null, addresses: [], quads: [] },
      ],
    });
    const marks = passageMarks([across], [RUST], across.passageId);
    expect(marks.map((mark) => mark.page)).toEqual([2, 3]);
    expect(marks[0]?.look).toEqual({
      kind: "passage",
      color: "rust",
      colors: ["rust"],
      lane: 0,
      boxed: false,
      current: true,
    });
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

describe("passageOfExtent", () => {
  it("finds the passage with exactly these ranges", () => {
    const known = passage("1");
    const range = { page: 2, start: 10, end: 33 };
    const of = (ranges: readonly (typeof range)[]) => ({ ranges, region: null });
    expect(passageOfExtent([known], of([range]))).toBe(known);
    expect(passageOfExtent([known], of([{ ...range, end: 34 }]))).toBeNull();
    expect(passageOfExtent([{ ...known, state: "orphaned" }], of([range]))).toBeNull();
  });

  it("tells a region from the text inside of it", () => {
    const region = { page: 2, box: [10, 10, 90, 60] as [number, number, number, number] };
    const boxed = passage("1", { region });
    expect(passageOfExtent([boxed], boxed)).toBe(boxed);
    expect(passageOfExtent([boxed], { ranges: boxed.ranges, region: null })).toBeNull();
    expect(passageMarks([boxed], [RUST], null)[0]).toMatchObject({
      page: 2,
      quads: [[10, 60, 90, 60, 10, 10, 90, 10]],
      look: { boxed: true },
    });
  });
});

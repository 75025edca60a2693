import { describe, expect, it } from "vitest";
import type { OutlineItem } from "#shared/model/document.ts";
import { placeTicks, TICK_HEIGHT, tickNear } from "../../../renderer/reader/gutter-ticks.ts";
import { initiallyExpanded, rowOfPage, visibleRows } from "../../../renderer/reader/outline-tree.ts";
import { layOutPages } from "../../../renderer/reader/page-layout.ts";
import type { ReaderMark } from "../../../renderer/reader/reader-types.ts";
import { pageInfoOf } from "../support/document-summary.ts";

const leaf = (title: string, page: number | null): OutlineItem => ({ title, page, children: [] });
const outline: readonly OutlineItem[] = [
  { title: "Parties", page: 2, children: [leaf("Plaintiffs", 2), leaf("Defendants", 4)] },
  { title: "Facts", page: 6, children: [{ title: "The notes", page: 7, children: [leaf("March 13", 7)] }] },
  leaf("Exhibits", null),
];

describe("outline", () => {
  it("shows only what is unfolded, with its place among its siblings", () => {
    const rows = visibleRows(outline, new Set(["0"]));
    expect(rows.map((row) => [row.key, row.level, row.expanded])).toEqual([
      ["0", 1, true],
      ["0.0", 2, false],
      ["0.1", 2, false],
      ["1", 1, false],
      ["2", 1, false],
    ]);
    expect(rows[2]).toMatchObject({ parent: "0", position: 2, siblings: 2 });
  });

  it("opens a short outline whole and a long one folded", () => {
    expect(visibleRows(outline, initiallyExpanded(outline))).toHaveLength(7);
    const long = Array.from({ length: 30 }, () => outline).flat();
    expect(initiallyExpanded(long).size).toBe(0);
    expect(initiallyExpanded([{ title: "All", page: 1, children: long }])).toEqual(new Set(["0"]));
  });

  it("stops at an outline without end", () => {
    let deep: OutlineItem = leaf("bottom", 1);
    for (let level = 0; level < 5000; level += 1) deep = { title: String(level), page: 1, children: [deep] };
    expect(visibleRows([deep], initiallyExpanded([deep])).length).toBeLessThan(40);
  });

  it("finds the row in which a page lies", () => {
    const rows = visibleRows(outline, initiallyExpanded(outline));
    expect(rowOfPage(rows, 1)).toBeNull();
    expect(rowOfPage(rows, 2)?.title).toBe("Plaintiffs");
    expect(rowOfPage(rows, 5)?.title).toBe("Defendants");
    expect(rowOfPage(rows, 99)?.title).toBe("March 13");
  });
});

describe("gutter", () => {
  const infos = Array.from({ length: 10 }, (_, index) => pageInfoOf({ page: index + 1 }));
  const layout = layOutPages(infos, 1, 0);
  const mark = (id: string, page: number, y: number, look: ReaderMark["look"]): ReaderMark => ({
    id,
    page,
    quads: [[100, y + 10, 150, y + 10, 100, y, 150, y]],
    look,
    label: id,
  });
  const hit = { kind: "hit", current: false } as const;
  const PASSAGE = { kind: "passage", colors: [], lane: 0, boxed: false, current: false } as const;

  it("puts a mark where it stands in the document", () => {
    const [tick] = placeTicks([mark("a", 6, 400, hit)], infos, layout, 600);
    const middle = (layout.topOf(6) + 382) / layout.height;
    expect(tick?.top).toBeGreaterThan(middle * 600 - TICK_HEIGHT);
    expect(tick?.top).toBeLessThanOrEqual(middle * 600);
  });

  it("shows one tick a place: the current hit before hits, hits before passages", () => {
    const marks = [
      mark("current", 2, 400, { kind: "hit", current: true }),
      mark("passage", 2, 401, { ...PASSAGE, color: "blue" }),
      mark("hit", 2, 399, hit),
      mark("far", 9, 100, { ...PASSAGE, color: "rust" }),
    ];
    const ticks = placeTicks(marks, infos, layout, 300);
    expect(ticks.map((tick) => tick.mark.id)).toEqual(["current", "far"]);
    expect(ticks[0]?.look).toEqual({ kind: "current" });
  });

  it("leaves out marks on pages that the document does not have", () => {
    expect(placeTicks([mark("a", 11, 0, hit)], infos, layout, 300)).toEqual([]);
  });

  it("is generous to the pointer, and not too much", () => {
    const ticks = placeTicks([mark("a", 3, 400, hit)], infos, layout, 600);
    const top = ticks[0]?.top ?? 0;
    expect(tickNear(ticks, top + 4)?.mark.id).toBe("a");
    expect(tickNear(ticks, top + 30)).toBeNull();
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Block, type PlacedBlock, paginate } from "#adapters/print/paginate.ts";

/** A block of `count` empty lines, 10 high each. */
function makeBlock(count: number, shape: Partial<Block> = {}): Block {
  return {
    tag: "P",
    lines: Array.from({ length: count }, () => ({ fragments: [], width: 0 })),
    leading: 10,
    indent: 0,
    align: "left",
    spaceBefore: 0,
    keepWithNext: false,
    sideRule: null,
    ruledAbove: false,
    outline: null,
    ...shape,
  };
}

const countLines = (pages: readonly (readonly PlacedBlock[])[]): readonly (readonly number[])[] =>
  pages.map((page) => page.map((placed) => placed.lines.length));

describe("paginate", () => {
  it("fills a page and goes on with the next", () => {
    expect(countLines(paginate([makeBlock(25)], 100))).toEqual([[10], [10], [5]]);
  });

  it("leaves no line alone at the foot of a page", () => {
    expect(countLines(paginate([makeBlock(9), makeBlock(4)], 100))).toEqual([[9], [4]]);
  });

  it("leaves no line alone at the head of a page", () => {
    expect(countLines(paginate([makeBlock(7), makeBlock(4)], 100))).toEqual([[7, 2], [2]]);
    expect(countLines(paginate([makeBlock(8), makeBlock(3)], 100))).toEqual([[8], [3]]);
  });

  it("keeps a heading with the first two lines that follow", () => {
    const heading = makeBlock(1, { keepWithNext: true });
    expect(countLines(paginate([makeBlock(8), heading, makeBlock(6)], 100))).toEqual([[8], [1, 6]]);
    expect(countLines(paginate([makeBlock(7), heading, makeBlock(6)], 100))).toEqual([[7, 1, 2], [4]]);
  });

  it("keeps the last two lines of a quotation with its citation", () => {
    const quotation = makeBlock(8, { keepWithNext: true });
    expect(countLines(paginate([makeBlock(2), quotation, makeBlock(1)], 100))).toEqual([
      [2, 6],
      [2, 1],
    ]);
  });

  it("keeps a chain of short blocks together", () => {
    const kept = makeBlock(1, { keepWithNext: true });
    expect(countLines(paginate([makeBlock(7), kept, kept, kept, makeBlock(1)], 100))).toEqual([[7], [1, 1, 1, 1]]);
  });

  it("drops the space before a block at the top of a page only", () => {
    const spaced = makeBlock(2, { spaceBefore: 15 });
    const [first, second] = paginate([spaced, makeBlock(6), spaced], 100);
    expect(first?.[0]?.baselines).toEqual([7.5, 17.5]);
    expect(second?.[0]?.baselines).toEqual([7.5, 17.5]);
  });

  it("sets a line that is higher than the page, and a chain that no page can hold", () => {
    expect(countLines(paginate([makeBlock(1, { leading: 300 })], 100))).toEqual([[1]]);
    const kept = makeBlock(1, { keepWithNext: true });
    expect(
      countLines(
        paginate(
          Array.from({ length: 12 }, () => kept),
          100,
        ),
      ).flat(),
    ).toHaveLength(12);
  });

  it("places every line once, in order, inside the page", () => {
    const blocks = fc.array(
      fc.record({
        count: fc.integer({ min: 1, max: 30 }),
        spaceBefore: fc.integer({ min: 0, max: 30 }),
        keepWithNext: fc.boolean(),
      }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(blocks, (shapes) => {
        const made = shapes.map(({ count, ...shape }) => makeBlock(count, shape));
        const pages = paginate(made, 100);
        for (const page of pages) {
          const baselines = page.flatMap((placed) => placed.baselines);
          expect([...baselines].sort((a, b) => a - b)).toEqual(baselines);
          expect(baselines.every((y) => y > 0 && y < 100)).toBe(true);
        }
        const placed = pages.flat();
        expect(
          made.map((block) => placed.filter((part) => part.block === block).flatMap((part) => part.lines)),
        ).toEqual(made.map((block) => block.lines));
      }),
    );
  });
});

import type { Line } from "./break-lines.ts";

/** What a block is to a screen reader: its standard structure type (ISO 32000-1, 14.8.4). */
export type BlockTag = "H1" | "H2" | "P" | "BlockQuote" | "Note";

/** A vertical line beside blocks; blocks in a row with the same `name` share one unbroken line. */
export interface SideRule {
  readonly name: string;
  readonly colour: string;
  readonly weight: number;
}

/** Lines that belong together. Distances in points. */
export interface Block {
  readonly tag: BlockTag;
  readonly lines: readonly Line[];
  /** From baseline to baseline. */
  readonly leading: number;
  readonly indent: number;
  readonly align: "left" | "centre";
  /** Left out at the top of a page. */
  readonly spaceBefore: number;
  /** Its last lines stand on the same page as the first lines of the next block. */
  readonly keepWithNext: boolean;
  readonly sideRule: SideRule | null;
  /** A short horizontal line above it. */
  readonly ruledAbove: boolean;
  /** Title of its entry in the outline, or null. */
  readonly outline: string | null;
}

/** Part of a block that stands on one page. `baselines` run down from the top of the text area. */
export interface PlacedBlock {
  readonly block: Block;
  /** Index of its first line in the block; 0 where the block starts. */
  readonly firstLine: number;
  readonly lines: readonly Line[];
  readonly baselines: readonly number[];
}

/** Lines that may not stand alone at the foot or the head of a page. */
const LINES_KEPT = 2;

/**
 * Spreads blocks over pages: no line of a paragraph alone on a page, headings with what follows, the end of a quotation
 * with its citation. A chain of blocks that no page can hold is broken where the page ends.
 *
 * @param height of the text area, in points
 */
export function paginate(blocks: readonly Block[], height: number): readonly (readonly PlacedBlock[])[] {
  const pages: PlacedBlock[][] = [[]];
  let y = 0;
  blocks.forEach((block, index) => {
    let firstLine = 0;
    while (firstLine < block.lines.length) {
      const atTop = y === 0;
      const top = y + (atTop || firstLine > 0 ? 0 : block.spaceBefore);
      const left = block.lines.length - firstLine;
      const room = Math.floor((height - top) / block.leading + 1e-9);
      const fits = countLines(left, room, top + left * block.leading + heightKeptAfter(blocks, index) <= height);
      const taken = fits === 0 && atTop ? Math.max(1, Math.min(left, room)) : fits;
      if (taken > 0) {
        pages.at(-1)?.push(placeLines(block, firstLine, taken, top));
        firstLine += taken;
        y = top + taken * block.leading;
      }
      if (firstLine < block.lines.length) {
        pages.push([]);
        y = 0;
      }
    }
  });
  return pages;
}

/**
 * How many of the `left` lines of a block to set where `room` lines fit.
 *
 * @param wholeFits all of them fit, with what must stay with their end
 */
function countLines(left: number, room: number, wholeFits: boolean): number {
  if (wholeFits) return left;
  const most = Math.min(room, left - LINES_KEPT);
  return most >= LINES_KEPT ? most : 0;
}

/** Height that must be free below a block for the start of the next one; 0 when it may stand last on a page. */
function heightKeptAfter(blocks: readonly Block[], index: number): number {
  const block = blocks[index];
  const next = blocks[index + 1];
  if (block === undefined || next === undefined || !block.keepWithNext) return 0;
  // A block of three lines cannot be parted: two at the foot would leave one alone.
  const whole = next.lines.length < 2 * LINES_KEPT;
  const start = next.spaceBefore + (whole ? next.lines.length : LINES_KEPT) * next.leading;
  return whole ? start + heightKeptAfter(blocks, index + 1) : start;
}

function placeLines(block: Block, firstLine: number, count: number, top: number): PlacedBlock {
  const lines = block.lines.slice(firstLine, firstLine + count);
  return {
    block,
    firstLine,
    lines,
    // A baseline stands three quarters down its line: descenders keep clear of the next line's ascenders.
    baselines: lines.map((_, index) => top + (index + 0.75) * block.leading),
  };
}

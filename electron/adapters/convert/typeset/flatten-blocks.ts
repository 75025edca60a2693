import type { Block } from "../rendition.ts";

/** Tables and footnotes in each other that are set as such. */
export const DEEPEST_NESTING = 8;

/** Content of tables and footnotes, one after the other, without them: for what is nested beyond all measure. */
export function flattenBlocks(blocks: readonly Block[]): readonly Block[] {
  const flat: Block[] = [];
  const waiting: Block[] = blocks.toReversed();
  for (let block = waiting.pop(); block !== undefined; block = waiting.pop()) {
    const inner = contentOf(block);
    if (inner === null) flat.push(block);
    else for (const part of inner.toReversed()) waiting.push(part);
  }
  return flat;
}

function contentOf(block: Block): readonly Block[] | null {
  if (block.kind === "table") return block.rows.flatMap((row) => row.flatMap((cell) => cell.blocks));
  return block.kind === "footnote" ? block.blocks : null;
}

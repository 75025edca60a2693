import type { Block, Span } from "../rendition.ts";

/** The words that blocks show, for comparing two versions of a text. */
export function blockText(blocks: readonly Block[]): string {
  return blocks.map(textOf).join("\n");
}

/** The pictures that blocks show, also inside of tables. */
export function blockPictures(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block) => {
    if (block.kind === "picture") return [block];
    if (block.kind === "table") return block.rows.flatMap((row) => row.flatMap((cell) => blockPictures(cell.blocks)));
    return block.kind === "footnote" ? blockPictures(block.blocks) : [];
  });
}

function textOf(block: Block): string {
  switch (block.kind) {
    case "heading":
    case "paragraph":
    case "item":
      return joinSpans(block.spans);
    case "preformatted":
      return block.text;
    case "table":
      return block.rows.map((row) => row.map((cell) => blockText(cell.blocks)).join("\t")).join("\n");
    case "facts":
      return block.rows.map(({ label, value }) => `${label} ${value}`).join("\n");
    case "footnote":
      return blockText(block.blocks);
    default:
      return "";
  }
}

function joinSpans(spans: readonly Span[]): string {
  return spans.map(({ text }) => text).join("");
}

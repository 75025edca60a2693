import type { Block, Span } from "../rendition.ts";
import { createInlineText, type SpanLook } from "./inline-text.ts";

/** What the text between two block boundaries becomes. */
export type BlockShape =
  | { readonly kind: "heading"; readonly level: 1 | 2 | 3 | 4 | 5 | 6 }
  | {
      readonly kind: "paragraph";
      readonly align: "start" | "center" | "end" | "justify";
      readonly indent: number;
      readonly quoted: number;
    }
  /** The first text of a list item stands beside its marker; what follows in the same item is indented as far. */
  | { readonly kind: "item"; readonly marker: string; readonly level: number; readonly progress: { isBegun: boolean } }
  | { readonly kind: "preformatted" };

export const PLAIN_PARAGRAPH = { kind: "paragraph", align: "start", indent: 0, quoted: 0 } as const;
const DEEPEST_INDENT = 8;

/** Gathers text into blocks, and blocks into the innermost open list of blocks (the page, or a cell). */
export interface PageWriter {
  addText(text: string, look: SpanLook, shape: BlockShape, keepsSpace: boolean): void;
  breakLine(look: SpanLook, shape: BlockShape): void;
  /** Ends the paragraph under way. */
  endBlock(): void;
  push(block: Block): void;
  openList(): void;
  closeList(): readonly Block[];
  /** The page's own blocks. */
  finish(): readonly Block[];
}

/** Makes one with an empty page. */
export function createPageWriter(): PageWriter {
  const page: Block[] = [];
  const open: Block[][] = [page];
  const inline = createInlineText();
  let shape: BlockShape = PLAIN_PARAGRAPH;

  const push = (block: Block): void => {
    open.at(-1)?.push(block);
  };
  const endBlock = (): void => {
    if (shape.kind === "preformatted") {
      // HTML drops the first line end of such an element; ends of lines at its end show nothing.
      const text = inline.takeVerbatim().replace(/^\n/u, "").trimEnd();
      if (text !== "") push({ kind: "preformatted", text });
      return;
    }
    const spans = inline.take();
    if (spans.length > 0) push(makeBlock(shape, spans));
  };

  return {
    addText(text, look, textShape, keepsSpace) {
      shape = textShape;
      if (keepsSpace) inline.addVerbatim(text, look);
      else inline.add(text, look);
    },
    breakLine(look, textShape) {
      shape = textShape;
      inline.breakLine(look);
    },
    endBlock,
    push,
    openList: () => void open.push([]),
    closeList: () => open.pop() ?? [],
    finish() {
      endBlock();
      return page;
    },
  };
}

function makeBlock(shape: Exclude<BlockShape, { kind: "preformatted" }>, spans: readonly Span[]): Block {
  switch (shape.kind) {
    case "heading":
      return { kind: "heading", level: shape.level, spans };
    case "item":
      if (shape.progress.isBegun)
        return { kind: "paragraph", spans, indent: Math.min(shape.level + 1, DEEPEST_INDENT) };
      shape.progress.isBegun = true;
      return { kind: "item", marker: shape.marker, level: shape.level, spans };
    case "paragraph": {
      const { align, indent, quoted } = shape;
      return { kind: "paragraph", spans, align, indent: Math.min(indent, DEEPEST_INDENT), quoted };
    }
  }
}

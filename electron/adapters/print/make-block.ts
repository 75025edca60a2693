import { breakLines, type Measure } from "./break-lines.ts";
import type { Block } from "./paginate.ts";
import type { PrintableText } from "./printable-text.ts";
import { PAGE, type Span } from "./styles.ts";

/** What setting text needs from the typefaces. */
export interface Setting {
  readonly measure: Measure;
  readonly printable: PrintableText;
}

/** Everything about a block that is not the same for most blocks. */
export type BlockShape = Partial<Omit<Block, "lines" | "tag">> & Pick<Block, "tag" | "leading">;

/** Breaks text into the lines of a block. */
export function makeBlock(spans: readonly Span[], shape: BlockShape, setting: Setting): Block {
  const indent = shape.indent ?? 0;
  return {
    indent,
    align: "left",
    spaceBefore: 0,
    keepWithNext: false,
    sideRule: null,
    ruledAbove: false,
    outline: null,
    ...shape,
    lines: breakLines(spans, PAGE.textWidth - 2 * indent, setting.measure),
  };
}

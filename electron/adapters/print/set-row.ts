import { breakLines, type Fragment, type Line } from "./break-lines.ts";
import type { BlockShape, Setting } from "./make-block.ts";
import type { Block } from "./paginate.ts";
import type { Span } from "./styles.ts";

/** A cell of a row: where it stands, in points from the left edge of the text, and what it says. */
export interface RowCell {
  readonly spans: readonly Span[];
  readonly x: number;
  readonly width: number;
  readonly align: "left" | "right";
}

/** Sets cells side by side as one block; a cell that is too long for its width goes on below. */
export function setRow(cells: readonly RowCell[], shape: BlockShape, setting: Setting): Block {
  const columns = cells.map((cell) => ({ cell, lines: breakLines(cell.spans, cell.width, setting.measure) }));
  const height = Math.max(0, ...columns.map(({ lines }) => lines.length));
  const lines = Array.from({ length: height }, (_, row): Line => {
    const fragments = columns.flatMap(({ cell, lines: own }) => shift(own[row], cell));
    return { fragments, width: Math.max(0, ...fragments.map(({ x, width }) => x + width)) };
  });
  return {
    indent: 0,
    align: "left",
    spaceBefore: 0,
    keepWithNext: false,
    sideRule: null,
    ruledAbove: false,
    outline: null,
    ...shape,
    lines,
  };
}

function shift(line: Line | undefined, cell: RowCell): readonly Fragment[] {
  if (line === undefined) return [];
  const start = cell.align === "right" ? cell.x + cell.width - line.width : cell.x;
  return line.fragments.map((fragment) => ({ ...fragment, x: start + fragment.x }));
}

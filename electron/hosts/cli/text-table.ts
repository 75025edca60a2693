import { plainForTerminal } from "./terminal.ts";

/** Widest cell: longer text is cut with an ellipsis, because a table that wraps cannot be read. */
const WIDEST_CELL = 60;

/** A column: its heading and what it shows of a row. Numbers are right-aligned. */
export interface Column<Row> {
  readonly heading: string;
  readonly cell: (row: Row) => string | number | null;
}

/** Rows as aligned text with a line of headings; `(none)` when there are no rows. */
export function formatTable<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  if (rows.length === 0) return "(none)";
  const cells = rows.map((row) => columns.map((column) => column.cell(row)));
  const widths = columns.map((column, index) =>
    Math.max(lengthOf(column.heading), ...cells.map((row) => lengthOf(formatCell(row[index] ?? null)))),
  );
  const lines = [columns.map((column) => column.heading), ...cells].map((row, line) =>
    row
      .map((cell, index) => align(formatCell(cell), widths[index] ?? 0, line > 0 && typeof cell === "number"))
      .join("  ")
      .trimEnd(),
  );
  return lines.join("\n");
}

function formatCell(cell: string | number | null): string {
  if (cell === null) return "–";
  if (typeof cell === "number") return cell.toLocaleString("en");
  const text = plainForTerminal(cell.replace(/\s+/g, " ").trim());
  return lengthOf(text) > WIDEST_CELL ? `${[...text].slice(0, WIDEST_CELL - 1).join("")}…` : text;
}

function align(text: string, width: number, toTheRight: boolean): string {
  const padding = " ".repeat(Math.max(width - lengthOf(text), 0));
  return toTheRight ? padding + text : text + padding;
}

function lengthOf(text: string): number {
  return [...text].length;
}

import type { Block, Cell } from "../rendition.ts";

/** A table while its rows are read. */
export interface TableBuilder {
  /** @param isHead the row stands in `thead` */
  startRow(isHead: boolean): void;
  addCell(cell: Cell): void;
  /** The table, or the content of its cells one after the other when it only served to place things. */
  finish(): readonly Block[];
}

/** Limits of the HTML standard for `colspan` and `rowspan`. */
const MOST_COLUMNS_SPANNED = 1_000;
const MOST_ROWS_SPANNED = 65_534;

/** Reads `colspan` or `rowspan`. */
export function readSpan(value: string | undefined, direction: "columns" | "rows"): number {
  const number = /^\s*(\d{1,6})/u.exec(value ?? "")?.[1];
  const most = direction === "columns" ? MOST_COLUMNS_SPANNED : MOST_ROWS_SPANNED;
  return Math.min(Math.max(1, Number(number ?? 1)), most);
}

/**
 * Begins a table.
 *
 * @param isPlacing true when it is known to hold no data: it says so, or lies too deep in other tables
 */
export function createTableBuilder(isPlacing: boolean): TableBuilder {
  const rows: Cell[][] = [];
  let headerRows = 0;
  let bodyBegun = false;
  return {
    startRow(isHead) {
      rows.push([]);
      if (!isHead) bodyBegun = true;
      else if (!bodyBegun) headerRows += 1;
    },
    addCell(cell) {
      if (rows.length === 0) rows.push([]);
      rows.at(-1)?.push(cell);
    },
    finish() {
      const filled = rows.filter((row) => row.length > 0);
      const dropped = rows.slice(0, headerRows).filter((row) => row.length === 0).length;
      if (filled.every((row) => row.every((cell) => cell.blocks.length === 0))) return [];
      if (isPlacing || placesOnly(filled)) return filled.flatMap((row) => row.flatMap((cell) => cell.blocks));
      const repeated = Math.max(headerRows - dropped, countHeadings(filled));
      return [{ kind: "table", rows: filled, headerRows: repeated }];
    },
  };
}

/** Rows at the top that hold nothing but header cells; a table of nothing else has none. */
function countHeadings(rows: readonly (readonly Cell[])[]): number {
  const first = rows.findIndex((row) => row.some((cell) => cell.header !== true));
  return Math.max(0, first);
}

/** Tables in tables and headings in cells are a way to place things on a screen, and so is a single column. */
function placesOnly(rows: readonly (readonly Cell[])[]): boolean {
  if (rows.every((row) => row.length <= 1 && row.every((cell) => cell.header !== true))) return true;
  return rows.some((row) =>
    row.some((cell) => cell.blocks.some((block) => block.kind === "table" || block.kind === "heading")),
  );
}

import { firstAtLeast } from "#shared/base/sorted-numbers.ts";
import type { Cell } from "../rendition.ts";

/** A cell with its place; columns that no cell begins in are left out of the count. */
export interface GridCell {
  readonly cell: Cell;
  readonly column: number;
  readonly columns: number;
}

/** Rows with the cells that begin in them. */
export interface TableGrid {
  readonly columns: number;
  readonly rows: readonly (readonly GridCell[])[];
}

/**
 * Gives each cell its column: cells that span rows keep their columns in the rows below. A column in which no cell begins
 * is dropped, so that a cell that claims a thousand columns takes none that nobody uses.
 */
export function placeCells(rows: readonly (readonly Cell[])[], progress: () => void): TableGrid {
  const taken: number[] = [];
  const starts = new Set<number>();
  const placed = rows.map((row, rowIndex) => {
    if (rowIndex % 1_000 === 0) progress();
    let column = 0;
    return row.map((cell): GridCell => {
      while ((taken[column] ?? 0) > rowIndex) column += 1;
      const columns = Math.max(1, cell.columns ?? 1);
      starts.add(column);
      if ((cell.rows ?? 1) > 1)
        for (let at = column; at < column + columns; at += 1) taken[at] = rowIndex + (cell.rows ?? 1);
      const grid = { cell, column, columns };
      column += columns;
      return grid;
    });
  });
  const ordered = [...starts].sort((first, second) => first - second);
  const isCompact =
    ordered.every((start, index) => start === index) && placed.every((row) => fits(row, ordered.length));
  if (isCompact) return { columns: ordered.length, rows: placed };
  const ranks = new Map(ordered.map((start, index) => [start, index]));
  return {
    columns: ordered.length,
    rows: placed.map((row) =>
      row.map(({ cell, column, columns }) => {
        const first = ranks.get(column) ?? 0;
        return { cell, column: first, columns: Math.max(1, firstAtLeast(ordered, column + columns) - first) };
      }),
    ),
  };
}

function fits(row: readonly GridCell[], columns: number): boolean {
  return row.every((grid) => grid.column + grid.columns <= columns);
}

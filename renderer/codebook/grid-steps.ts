/** A place in a grid: -1 stands for the heads of the columns, and of the rows. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

/**
 * Where a key goes from a place: arrows, Home and End along the row, with Ctrl to the first and last row too, Page Up and
 * Page Down by ten rows. Null for other keys and at the edges. The corner is passed over.
 *
 * @param key a `KeyboardEvent.key`
 */
export function stepInGrid(from: GridPlace, key: string, ctrl: boolean, size: GridSize): GridPlace | null {
  const next = target(from, key, ctrl, size);
  if (next === null) return null;
  const row = Math.max(-1, Math.min(next.row, size.rows - 1));
  const column = Math.max(-1, Math.min(next.column, size.columns - 1));
  if ((row === -1 && column === -1) || (row === from.row && column === from.column)) return null;
  return { row, column };
}

function target({ row, column }: GridPlace, key: string, ctrl: boolean, size: GridSize): GridPlace | null {
  switch (key) {
    case "ArrowDown":
      return { row: row + 1, column };
    case "ArrowUp":
      return { row: row - 1, column };
    case "ArrowRight":
      return { row, column: column + 1 };
    case "ArrowLeft":
      return { row, column: column - 1 };
    case "PageDown":
      return { row: row + 10, column };
    case "PageUp":
      return { row: Math.max(0, row - 10), column };
    case "Home":
      return ctrl ? { row: 0, column: 0 } : { row, column: row === -1 ? 0 : -1 };
    case "End":
      return ctrl ? { row: size.rows - 1, column: size.columns - 1 } : { row, column: size.columns - 1 };
    default:
      return null;
  }
}

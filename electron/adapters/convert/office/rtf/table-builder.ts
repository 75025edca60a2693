import type { Block, Cell } from "../../rendition.ts";

/** What the file says about a cell of a row before the row comes. */
export interface CellDefinition {
  /** Distance of its right edge, in twentieths of a point. */
  readonly right: number;
  readonly merge: "none" | "first-below" | "below";
  /** Joined to the cell on its left. */
  readonly isAcross: boolean;
}

interface Row {
  readonly cells: readonly (readonly Block[])[];
  readonly definitions: readonly CellDefinition[];
  readonly isHeader: boolean;
}

/** Edges that are nearer than this are one: programs round them. */
const TOLERANCE = 40;
const MAX_COLUMNS = 63;

type MutableCell = { -readonly [Key in keyof Cell]: Cell[Key] };

/** Makes tables of rows whose cells are told by the places of their edges. */
export interface TableBuilder {
  /** Blocks of the cell that is open. */
  readonly cell: Block[];
  endCell(): void;
  endRow(definitions: readonly CellDefinition[], isHeader: boolean): void;
  /** Null when no row was ever ended or begun. */
  finish(): Block | null;
}

/** An empty table. */
export function createTableBuilder(): TableBuilder {
  const rows: Row[] = [];
  let cells: (readonly Block[])[] = [];
  const cell: Block[] = [];

  function endCell(): void {
    cells.push(cell.splice(0));
  }
  function endRow(definitions: readonly CellDefinition[], isHeader: boolean): void {
    if (cell.length > 0) endCell();
    if (cells.length === 0) return;
    rows.push({ cells, definitions, isHeader });
    cells = [];
  }
  return {
    cell,
    endCell,
    endRow,
    finish() {
      // A row without its end is kept as far as it came.
      endRow([], false);
      return rows.length === 0 ? null : makeTable(rows);
    },
  };
}

function makeTable(rows: readonly Row[]): Block {
  const edges = findEdges(rows);
  const headerRows = rows.findIndex(({ isHeader }) => !isHeader);
  /** By column: the cell that goes on downwards. */
  const open = new Map<number, MutableCell>();
  const made = rows.map((row) => {
    const cells: MutableCell[] = [];
    let column = 0;
    for (const [index, blocks] of row.cells.entries()) {
      const definition = row.definitions[index];
      const end = definition === undefined || edges.length === 0 ? column + 1 : columnOf(edges, definition.right) + 1;
      const columns = Math.max(1, end - column);
      const left = cells.at(-1);
      const above = open.get(column);
      if (definition?.isAcross === true && left !== undefined) {
        left.columns = (left.columns ?? 1) + columns;
        left.blocks = [...left.blocks, ...blocks];
      } else if (definition?.merge === "below" && above !== undefined) {
        above.rows = (above.rows ?? 1) + 1;
        above.blocks = [...above.blocks, ...blocks];
      } else {
        const cell: MutableCell = { blocks, ...(columns > 1 && { columns }), ...(row.isHeader && { header: true }) };
        cells.push(cell);
        if (definition?.merge === "first-below") open.set(column, cell);
        else open.delete(column);
      }
      column += columns;
    }
    return cells;
  });
  const widths = edges.map((edge, index) => edge - (edges[index - 1] ?? Math.min(0, edge)));
  const areKnown = widths.length > 0 && widths.every((width) => width > 0);
  return {
    kind: "table",
    rows: made,
    ...(areKnown && { widths }),
    ...(headerRows > 0 && { headerRows }),
  };
}

/** Right edges of all columns; none when the rows do not say, or say nonsense. */
function findEdges(rows: readonly Row[]): readonly number[] {
  if (rows.some(({ cells, definitions }) => definitions.length < cells.length)) return [];
  const all = rows
    .flatMap(({ cells, definitions }) => definitions.slice(0, cells.length).map(({ right }) => right))
    .sort((first, second) => first - second);
  const edges: number[] = [];
  for (const edge of all) if (edge - (edges.at(-1) ?? Number.NEGATIVE_INFINITY) > TOLERANCE) edges.push(edge);
  return edges.length > MAX_COLUMNS ? [] : edges;
}

function columnOf(edges: readonly number[], right: number): number {
  let column = 0;
  while (column + 1 < edges.length && (edges[column + 1] ?? 0) <= right) column += 1;
  return column;
}

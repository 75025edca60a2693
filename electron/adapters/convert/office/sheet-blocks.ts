import { firstAtLeast } from "#shared/base/sorted-numbers.ts";
import type { Block, Cell, Span } from "../rendition.ts";
import type { CellRange } from "./xlsx/cell-reference.ts";

/** One cell of a grid. */
export interface GridCell {
  readonly span: Span;
  readonly align: "start" | "center" | "end";
}

/** Rows and columns with labels, wider than a page or not. */
export interface Grid {
  readonly columns: readonly { readonly id: number; readonly label: string }[];
  readonly rows: readonly {
    readonly id: number;
    readonly label: string;
    readonly cells: ReadonlyMap<number, GridCell>;
  }[];
  /** In ids of rows and columns. */
  readonly merges: readonly CellRange[];
  /** Rows at the top that are repeated on each page, without the row of labels. */
  readonly headerRows: number;
}

/** Widths in characters that a page holds upright and on its side, at the size in which tables are set. */
const PORTRAIT_WIDTH = 90;
const LANDSCAPE_WIDTH = 130;
const MIN_COLUMN = 4;
const MAX_COLUMN = 30;
const LABEL_WIDTH = 7;

/** Cells over more rows than this are not joined: they would not fit on a page. */
const MAX_JOINED_ROWS = 40;
const MAX_HEADER_ROWS = 5;

const EMPTY: Cell = { blocks: [] };

/** Sets a grid as tables; one that is too wide for a page is parted into bands of columns. */
export function layOutGrid(grid: Grid): readonly Block[] {
  const widths = measureColumns(grid);
  const total = widths.reduce((sum, width) => sum + width, LABEL_WIDTH);
  if (total <= PORTRAIT_WIDTH) return [makeTable(grid, grid.columns, widths)];
  const blocks: Block[] = [];
  let start = 0;
  while (start < grid.columns.length) {
    let end = start;
    for (let width = LABEL_WIDTH; end < grid.columns.length; end += 1) {
      width += widths[end] ?? MIN_COLUMN;
      if (width > LANDSCAPE_WIDTH && end > start) break;
    }
    const band = grid.columns.slice(start, end);
    if (band.length < grid.columns.length) {
      if (start > 0) blocks.push({ kind: "page-break", landscape: true });
      blocks.push({ kind: "remark", text: `Columns ${band[0]?.label ?? ""} to ${band.at(-1)?.label ?? ""}` });
    }
    blocks.push(makeTable(grid, band, widths.slice(start, end)));
    start = end;
  }
  return blocks;
}

/** Whether a grid is set on pages on their side. */
export function isWide(grid: Grid): boolean {
  return measureColumns(grid).reduce((sum, width) => sum + width, LABEL_WIDTH) > PORTRAIT_WIDTH;
}

function measureColumns(grid: Grid): readonly number[] {
  const longest = new Map<number, number>();
  for (const { cells } of grid.rows)
    for (const [id, { span }] of cells)
      longest.set(id, Math.max(longest.get(id) ?? 0, Math.min(span.text.length + 2, MAX_COLUMN)));
  return grid.columns.map(({ id, label }) => Math.max(longest.get(id) ?? 0, label.length + 2, MIN_COLUMN));
}

function makeTable(grid: Grid, columns: Grid["columns"], widths: readonly number[]): Block {
  const joined = joinCells(grid, columns);
  const rows: Cell[][] = [[EMPTY, ...columns.map(({ label }) => labelCell(label))]];
  for (const row of grid.rows) {
    const cells: Cell[] = [labelCell(row.label)];
    for (const { id } of columns) {
      const join = joined.get(`${row.id}/${id}`);
      if (join === "covered") continue;
      const cell = row.cells.get(id);
      const content: Cell =
        cell === undefined
          ? EMPTY
          : {
              blocks: [{ kind: "paragraph", spans: [cell.span] }],
              ...(cell.align !== "start" && { align: cell.align }),
            };
      cells.push(join === undefined ? content : { ...content, ...join });
    }
    rows.push(cells);
  }
  const headerRows = 1 + (grid.headerRows <= MAX_HEADER_ROWS ? grid.headerRows : 0);
  return {
    kind: "table",
    rows,
    widths: [LABEL_WIDTH, ...widths],
    ...(headerRows < rows.length && { headerRows }),
  };
}

function labelCell(label: string): Cell {
  return { blocks: [{ kind: "paragraph", spans: [{ text: label }] }], header: true, align: "center" };
}

/** Where cells are joined, and which cells are covered by them, among the rows and columns that are shown. */
function joinCells(
  grid: Grid,
  columns: Grid["columns"],
): ReadonlyMap<string, "covered" | Pick<Cell, "rows" | "columns">> {
  const joined = new Map<string, "covered" | Pick<Cell, "rows" | "columns">>();
  const rowIds = grid.rows.map(({ id }) => id);
  for (const { top, bottom, left, right } of grid.merges) {
    const inside = columns.filter(({ id }) => id >= left && id <= right);
    const from = firstAtLeast(rowIds, top);
    const rows = takeWhile(rowIds, from, bottom);
    const [firstRow] = rows;
    const [firstColumn] = inside;
    // A row that is repeated on each page cannot be joined to one that is not.
    const crossesHeader = from < grid.headerRows && from + rows.length > grid.headerRows;
    if (firstRow === undefined || firstColumn === undefined || crossesHeader) continue;
    if (rows.length * inside.length < 2 || rows.length > MAX_JOINED_ROWS) continue;
    const isTaken = (row: number, index: number, id: number): boolean =>
      joined.has(`${row}/${id}`) ||
      // What a joined cell covers is not seen in a spreadsheet, but it is in the file.
      ((row !== firstRow || id !== firstColumn.id) && grid.rows[from + index]?.cells.has(id) === true);
    if (rows.some((row, index) => inside.some(({ id }) => isTaken(row, index, id)))) continue;
    for (const row of rows) for (const { id } of inside) joined.set(`${row}/${id}`, "covered");
    joined.set(`${firstRow}/${firstColumn.id}`, {
      ...(inside.length > 1 && { columns: inside.length }),
      ...(rows.length > 1 && { rows: rows.length }),
    });
  }
  return joined;
}

function takeWhile(ids: readonly number[], from: number, last: number): readonly number[] {
  const taken: number[] = [];
  for (let at = from; at < ids.length && (ids[at] ?? Number.POSITIVE_INFINITY) <= last; at += 1) {
    taken.push(ids[at] ?? 0);
    if (taken.length > MAX_JOINED_ROWS) break;
  }
  return taken;
}

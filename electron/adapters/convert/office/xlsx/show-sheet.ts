import type { Block, Span } from "../../rendition.ts";
import { countOf, type NoticeCollector } from "../notices.ts";
import type { Relationship } from "../office-package.ts";
import { type Grid, type GridCell, layOutGrid } from "../sheet-blocks.ts";
import { columnName } from "./cell-reference.ts";
import type { Sheet, SheetCell } from "./read-sheet.ts";

const describeHiddenRows = (count: number): string => `${countOf(count, "hidden row")}, shown and marked.`;
const describeHiddenColumns = (count: number): string => `${countOf(count, "hidden column")}, shown and marked.`;
const describeFormulas = (count: number): string =>
  `${countOf(count, "formula")} without a stored result; the formula itself is shown.`;

/** Links over more cells than this are taken for damage. */
const MAX_LINKED_CELLS = 1_000;

/** Makes a grid of what a sheet shows: rows and columns without content are left out, the labels tell. */
export function gridOfSheet(
  sheet: Sheet,
  relationships: ReadonlyMap<string, Relationship>,
  notices: NoticeCollector,
): Grid {
  const links = findLinks(sheet, relationships);
  const columns = new Set<number>();
  const rows = sheet.rows.map(({ row, cells, isHidden }) => {
    if (isHidden) notices.count("hidden-content", describeHiddenRows);
    const shown = new Map<number, GridCell>();
    for (const [column, cell] of cells) {
      columns.add(column);
      if (cell.isFormula) notices.count("content-not-shown", describeFormulas);
      shown.set(column, { span: spanOf(cell, links.get(`${row}/${column}`)), align: cell.align });
    }
    return { id: row, label: isHidden ? `${row + 1} (hidden)` : String(row + 1), cells: shown };
  });
  const isHiddenColumn = (column: number): boolean =>
    sheet.hiddenColumns.some(({ first, last }) => column >= first && column <= last);
  return {
    columns: [...columns]
      .sort((first, second) => first - second)
      .map((id) => {
        if (!isHiddenColumn(id)) return { id, label: columnName(id) };
        notices.count("hidden-content", describeHiddenColumns);
        return { id, label: `${columnName(id)} (hidden)` };
      }),
    rows,
    merges: sheet.merges,
    headerRows: rows.filter(({ id }) => id < sheet.frozenRows).length,
  };
}

/** The blocks of a grid; one without cells is said to be empty. */
export function showGrid(grid: Grid): readonly Block[] {
  return grid.rows.length === 0 ? [{ kind: "remark", text: "The sheet has no cells with content." }] : layOutGrid(grid);
}

function spanOf(cell: SheetCell, link: string | undefined): Span {
  return {
    text: cell.text,
    ...(cell.isBold && { bold: true }),
    ...(cell.isFormula && { italic: true }),
    ...(link !== undefined && { link }),
  };
}

function findLinks(sheet: Sheet, relationships: ReadonlyMap<string, Relationship>): ReadonlyMap<string, string> {
  const links = new Map<string, string>();
  for (const { range, relationshipId } of sheet.links) {
    const address = relationships.get(relationshipId);
    const cells = (range.bottom - range.top + 1) * (range.right - range.left + 1);
    if (address?.isExternal !== true || cells > MAX_LINKED_CELLS) continue;
    for (let row = range.top; row <= range.bottom; row += 1)
      for (let column = range.left; column <= range.right; column += 1) links.set(`${row}/${column}`, address.target);
  }
  return links;
}

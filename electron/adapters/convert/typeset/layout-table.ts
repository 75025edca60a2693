import type { Block } from "../rendition.ts";
import { CELL_PADDING, type ColumnGroup, groupColumns, measureColumns } from "./column-widths.ts";
import type { BlockPlace } from "./layout-blocks.ts";
import { layOutRemark, type Setting } from "./layout-text.ts";
import { drawStrips, type Flow, heightOf, type Strip } from "./strips.ts";
import { HAIRLINE, IN_TABLE, NOTE, SHEET, TABLE_LINE } from "./styles.ts";
import { type GridCell, placeCells, type TableGrid } from "./table-grid.ts";

/** What tables are laid out with. */
export interface TableSetting {
  readonly text: Setting;
  progress(): void;
  layOutCell(blocks: readonly Block[], width: number, isLandscape: boolean): readonly Strip[];
}

/** A row that is higher is parted between its lines rather than moved to the next page as a whole. */
const HIGHEST_WHOLE_ROW = (SHEET.long - 2 * SHEET.margin) / 3;
/** Rows set before the next group of columns of the same rows: about a page. */
const ROWS_PER_GROUP = 30;
const ROW_PADDING = 2.5;

/** A table, laid out on the page that it needs. */
interface TableLayout {
  readonly grid: TableGrid;
  readonly headerRows: number;
  readonly isLandscape: boolean;
  readonly setting: TableSetting;
}

/**
 * Lays a table out. Columns are as wide as their content asks; a table too wide for the page is set on turned pages, and
 * one too wide for these in groups of columns, a page of rows at a time, so that a row's parts stand on pages in a row.
 * Header rows are drawn again on each page; a row that no page holds goes on on the next one.
 */
export function* layOutTable(
  table: Extract<Block, { kind: "table" }>,
  place: BlockPlace,
  setting: TableSetting,
): Generator<Flow> {
  const grid = placeCells(table.rows, setting.progress);
  if (grid.columns === 0) return;
  const needs = measureColumns(grid, setting.text.measure, setting.progress);
  const headerRows = Math.min(table.headerRows ?? 0, grid.rows.length);
  const upright = groupColumns(needs, place.width, table.widths);
  const turnsPage = place.depth === 0 && !place.isLandscape && upright.length > 1;
  if (turnsPage) yield { turn: true, landscape: true };
  const groups = turnsPage ? groupColumns(needs, SHEET.long - 2 * SHEET.margin, table.widths) : upright;
  const layout = { grid, headerRows, isLandscape: turnsPage || place.isLandscape, setting };
  const [only] = groups;
  if (groups.length === 1 && only !== undefined) yield* layOutGroup(layout, only, 0, grid.rows.length);
  else yield* layOutGroups(layout, groups);
  if (turnsPage) yield { turn: true, landscape: false };
}

function* layOutGroups(layout: TableLayout, groups: readonly ColumnGroup[]): Generator<Strip> {
  const { grid, headerRows, setting } = layout;
  for (let from = headerRows; from < Math.max(grid.rows.length, headerRows + 1); from += ROWS_PER_GROUP) {
    const to = Math.min(from + ROWS_PER_GROUP, grid.rows.length);
    for (const group of groups) {
      const columns = `${group.first + 1} to ${group.first + group.widths.length} of ${grid.columns}`;
      const rows = to > from ? `, rows ${from + 1} to ${to} of ${grid.rows.length}` : "";
      const width = group.widths.reduce((sum, value) => sum + value, 0);
      for (const strip of layOutRemark(`columns ${columns}${rows}`, Math.max(width, 200), NOTE, setting.text))
        yield { ...strip, keepWithNext: true };
      yield* layOutGroup(layout, group, from, to);
    }
  }
}

/** Lays out some rows of some columns, with the header above them. */
function* layOutGroup(layout: TableLayout, group: ColumnGroup, from: number, to: number): Generator<Strip> {
  const { headerRows, setting } = layout;
  const header: Strip[] = [];
  for (let row = 0; row < headerRows; row += 1) header.push(...layOutRow(layout, group, row, row === headerRows - 1));
  const isRepeatable = header.length > 0 && heightOf(header) <= HIGHEST_WHOLE_ROW;
  let isFirst = true;
  for (const strip of header) {
    yield { ...strip, spaceBefore: isFirst ? IN_TABLE.leading / 2 : 0, keepWithNext: true };
    isFirst = false;
  }
  for (let row = Math.max(from, headerRows); row < to; row += 1) {
    setting.progress();
    for (const strip of layOutRow(layout, group, row, false)) {
      const spaceBefore = isFirst ? IN_TABLE.leading / 2 : 0;
      isFirst = false;
      yield isRepeatable ? { ...strip, spaceBefore, repeated: header } : { ...strip, spaceBefore };
    }
  }
}

/** A cell's content with its place across the page. */
interface PlacedCell {
  readonly x: number;
  readonly strips: readonly Strip[];
}

function* layOutRow(layout: TableLayout, group: ColumnGroup, row: number, isHeaderEnd: boolean): Generator<Strip> {
  const { grid, isLandscape, setting } = layout;
  const cells: PlacedCell[] = [];
  for (const placed of grid.rows[row] ?? []) {
    const place = placeInGroup(placed, group);
    if (place === null || placed.cell.blocks.length === 0) continue;
    const inner = Math.max(12, place.width - CELL_PADDING);
    cells.push({
      x: place.x + CELL_PADDING / 2,
      strips: setting.layOutCell(alignBlocks(placed), inner, isLandscape),
    });
  }
  const width = group.widths.reduce((sum, value) => sum + value, 0);
  const height = Math.max(IN_TABLE.leading, ...cells.map((cell) => heightOf(cell.strips))) + 2 * ROW_PADDING;
  const colour = isHeaderEnd ? TABLE_LINE : HAIRLINE;
  if (height <= HIGHEST_WHOLE_ROW) yield makeWholeRow(cells, width, height, colour);
  else yield* partRow(cells, width, colour);
}

function makeWholeRow(cells: readonly PlacedCell[], width: number, height: number, colour: string): Strip {
  const outline = cells.flatMap((cell) => cell.strips).find((strip) => strip.outline !== undefined)?.outline;
  return {
    height,
    spaceBefore: 0,
    keepWithNext: false,
    ...(outline === undefined ? {} : { outline }),
    draw(canvas, x, top) {
      for (const cell of cells) drawStrips(cell.strips, canvas, x + cell.x, top + ROW_PADDING);
      canvas.rule([x, top + height], [x + width, top + height], colour, 0.5);
    },
  };
}

/** Parts a high row: the first strips of all cells side by side, then the second ones, and so on. */
function* partRow(cells: readonly PlacedCell[], width: number, colour: string): Generator<Strip> {
  const count = Math.max(...cells.map((cell) => cell.strips.length));
  for (let index = 0; index < count; index += 1) {
    const parts = cells.flatMap(({ x, strips }) => {
      const strip = strips[index];
      return strip === undefined ? [] : [{ x, strip }];
    });
    const isLast = index === count - 1;
    const above = index === 0 ? ROW_PADDING : Math.max(...parts.map(({ strip }) => strip.spaceBefore));
    const height = above + Math.max(...parts.map(({ strip }) => strip.height)) + (isLast ? ROW_PADDING : 0);
    const outline = parts.find(({ strip }) => strip.outline !== undefined)?.strip.outline;
    yield {
      height,
      spaceBefore: 0,
      keepWithNext: index === 0,
      ...(outline === undefined ? {} : { outline }),
      draw(canvas, x, top) {
        for (const part of parts) part.strip.draw(canvas, x + part.x, top + above);
        if (isLast) canvas.rule([x, top + height], [x + width, top + height], colour, 0.5);
      },
    };
  }
}

/** Where a cell stands in a group; one that reaches over several groups stands in the group where it begins. */
function placeInGroup(placed: GridCell, group: ColumnGroup): { readonly x: number; readonly width: number } | null {
  const at = placed.column - group.first;
  if (at < 0 || at >= group.widths.length) return null;
  const sum = (from: number, to: number): number =>
    group.widths.slice(from, to).reduce((total, value) => total + value, 0);
  return { x: sum(0, at), width: sum(at, at + placed.columns) };
}

/** Gives the alignment of a cell to those of its paragraphs that have none, and makes header cells bold. */
function alignBlocks({ cell }: GridCell): readonly Block[] {
  const { align, header } = cell;
  if (align === undefined && header !== true) return cell.blocks;
  return cell.blocks.map((block) => {
    if (block.kind !== "paragraph") return block;
    const spans = header === true ? block.spans.map((span) => ({ ...span, bold: true })) : block.spans;
    return { ...block, spans, ...(align === undefined || block.align !== undefined ? {} : { align }) };
  });
}

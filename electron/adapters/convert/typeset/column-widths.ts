import type { Block, Cell, Span } from "../rendition.ts";
import type { Measure } from "./break-lines.ts";
import { DEEPEST_NESTING, flattenBlocks } from "./flatten-blocks.ts";
import { IN_TABLE, INK, makeStyle, SMALL_SHARE } from "./styles.ts";
import type { TableGrid } from "./table-grid.ts";

/** What a column needs, in points, with the space beside its text. */
export interface ColumnNeed {
  /** For its longest word. */
  readonly least: number;
  /** For its longest text on one line. */
  readonly natural: number;
}

/** Space at both sides of a cell's text, together. */
export const CELL_PADDING = 8;
/** Sums of widths differ in their last digits by the order of adding; no word may break for that. */
const SLACK = 0.1;
const INDENT = 20;
const STYLES = {
  regular: makeStyle("regular", IN_TABLE.size, INK),
  bold: makeStyle("bold", IN_TABLE.size, INK),
  mono: makeStyle("mono", IN_TABLE.size, INK),
};
const LONGEST_WORD = 100;
const INNER_ROWS_MEASURED = 20;
const LONGEST_TEXT = 380;
/** Rows that are measured: all of a small table, and some from everywhere in a large one. */
const ROWS_MEASURED = 1_500;
/** Text of a cell that is measured, in characters. */
const TEXT_MEASURED = 400;

/** Measures what each column needs. Cells over several columns share what they need beyond that evenly. */
export function measureColumns(grid: TableGrid, measure: Measure, progress: () => void): readonly ColumnNeed[] {
  const least = new Float64Array(grid.columns).fill(CELL_PADDING + 12);
  const natural = least.slice();
  const step = Math.max(1, Math.ceil(grid.rows.length / ROWS_MEASURED));
  const wide: { column: number; columns: number; need: ColumnNeed }[] = [];
  grid.rows.forEach((row, index) => {
    if (index >= 50 && index % step !== 0) return;
    if (index % 200 === 0) progress();
    for (const { cell, column, columns } of row) {
      const need = measureBlocks(cell.blocks, cell.header === true, measure, 0);
      if (columns > 1) wide.push({ column, columns, need });
      else {
        least[column] = Math.max(least[column] ?? 0, need.least);
        natural[column] = Math.max(natural[column] ?? 0, need.natural);
      }
    }
  });
  for (const { column, columns, need } of wide) {
    raise(least, column, columns, need.least);
    raise(natural, column, columns, need.natural);
  }
  return Array.from(least, (value, column) => ({ least: value, natural: Math.max(value, natural[column] ?? 0) }));
}

function raise(widths: Float64Array, column: number, columns: number, need: number): void {
  let sum = 0;
  for (let at = column; at < column + columns; at += 1) sum += widths[at] ?? 0;
  const lacking = need - sum;
  if (lacking <= 0) return;
  for (let at = column; at < Math.min(column + columns, widths.length); at += 1)
    widths[at] = (widths[at] ?? 0) + lacking / columns;
}

function measureBlocks(blocks: readonly Block[], isBold: boolean, measure: Measure, depth: number): ColumnNeed {
  let least = 0;
  let natural = 0;
  for (const block of blocks) {
    const need = measureBlock(block, isBold, measure, depth);
    least = Math.max(least, need.least);
    natural = Math.max(natural, need.natural);
  }
  return {
    least: Math.min(least, LONGEST_WORD) + CELL_PADDING + SLACK,
    natural: Math.min(natural, LONGEST_TEXT) + CELL_PADDING + SLACK,
  };
}

function measureBlock(block: Block, isBold: boolean, measure: Measure, depth: number): ColumnNeed {
  switch (block.kind) {
    case "heading":
      return measureSpans(block.spans, true, measure);
    case "paragraph":
      return measureSpans(block.spans, isBold, measure);
    case "item": {
      const need = measureSpans(block.spans, isBold, measure);
      const shift = (block.level + 1) * INDENT;
      return { least: need.least + shift, natural: need.natural + shift };
    }
    case "preformatted":
      return measureSpans([{ text: block.text, monospaced: true }], false, measure);
    case "facts":
      return measureSpans(
        [{ text: block.rows.map((row) => `${row.label}     ${row.value}`).join("\n") }],
        false,
        measure,
      );
    case "table":
      if (depth < DEEPEST_NESTING) return measureTable(block.rows, measure, depth + 1);
      return measureBlocks(flattenBlocks([block]), isBold, measure, depth);
    case "picture":
      return { least: Math.min(block.width, LONGEST_WORD), natural: block.width };
    default:
      return { least: 0, natural: 0 };
  }
}

/** What a table inside of a cell needs: its widest row. */
function measureTable(rows: readonly (readonly Cell[])[], measure: Measure, depth: number): ColumnNeed {
  let least = 0;
  let natural = 0;
  for (const row of rows.slice(0, INNER_ROWS_MEASURED)) {
    const needs = row.map((cell) => measureBlocks(cell.blocks, cell.header === true, measure, depth));
    least = Math.max(
      least,
      needs.reduce((sum, need) => sum + need.least, 0),
    );
    natural = Math.max(
      natural,
      needs.reduce((sum, need) => sum + need.natural, 0),
    );
  }
  return { least, natural };
}

/** Measures text as it will be set: bold where it is bold, with the addresses that follow links. */
function measureSpans(spans: readonly Span[], isBold: boolean, measure: Measure): ColumnNeed {
  let least = 0;
  let natural = 0;
  let line = 0;
  let word = 0;
  let measured = 0;
  for (const span of spans) {
    if (measured > TEXT_MEASURED) break;
    const bold = isBold || span.bold === true;
    const face = span.monospaced === true ? "mono" : bold ? "bold" : "regular";
    const style = STYLES[face];
    const text = span.text.slice(0, TEXT_MEASURED);
    measured += text.length;
    for (const [part] of text.matchAll(/\n|[^\S\n\u00A0]+|[^\s]+|\u00A0/gu)) {
      if (part === "\n") line = 0;
      const width = part === "\n" ? 0 : measure(part, style);
      line += width;
      word = /^[^\S\u00A0]/u.test(part) ? 0 : word + width;
      least = Math.max(least, word);
      natural = Math.max(natural, line);
    }
    if (span.link !== undefined) natural += measure(span.link.slice(0, TEXT_MEASURED), STYLES.regular) * SMALL_SHARE;
  }
  return { least, natural };
}

/** Columns that are set side by side. */
export interface ColumnGroup {
  readonly first: number;
  readonly widths: readonly number[];
}

/**
 * Spreads columns over the width that there is: as wide as their text where all fit, otherwise at least as wide as their
 * longest words with the rest shared out, otherwise in several groups.
 *
 * @param relative widths that the document asks for
 */
export function groupColumns(
  needs: readonly ColumnNeed[],
  width: number,
  relative: readonly number[] | undefined,
): readonly ColumnGroup[] {
  const asked = relative === undefined ? null : scaleTo(relative, needs.length, width);
  if (asked?.every((value, column) => value >= Math.min(needs[column]?.least ?? 0, 40)) === true)
    return [{ first: 0, widths: asked }];
  const groups: ColumnGroup[] = [];
  let first = 0;
  while (first < needs.length) {
    let last = first + 1;
    let sum = needs[first]?.least ?? 0;
    while (last < needs.length && sum + (needs[last]?.least ?? 0) <= width) {
      sum += needs[last]?.least ?? 0;
      last += 1;
    }
    groups.push({ first, widths: shareOut(needs.slice(first, last), width) });
    first = last;
  }
  return groups;
}

function shareOut(needs: readonly ColumnNeed[], width: number): readonly number[] {
  const least = needs.reduce((sum, need) => sum + need.least, 0);
  const natural = needs.reduce((sum, need) => sum + need.natural, 0);
  if (natural <= width) return needs.map((need) => need.natural);
  if (least >= width) return needs.map((need) => (need.least * width) / least);
  const share = (width - least) / (natural - least);
  return needs.map((need) => need.least + (need.natural - need.least) * share);
}

function scaleTo(relative: readonly number[], columns: number, width: number): readonly number[] | null {
  const sum = relative.reduce((total, value) => total + value, 0);
  if (relative.length !== columns || !(sum > 0) || relative.some((value) => !(value > 0))) return null;
  return relative.map((value) => (value * width) / sum);
}

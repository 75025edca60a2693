import type { Block, Cell } from "../../rendition.ts";
import {
  childElements,
  findChild,
  findDescendant,
  numberAttribute,
  propertyValue,
  switchOf,
  type XmlElement,
} from "../xml/element.ts";
import { withChange } from "./inline.ts";
import { readAlign } from "./paragraphs.ts";
import type { RunContext, Story } from "./story.ts";

/** Word itself has at most 63 columns; a cell that claims more is nonsense. */
const MAX_COLUMNS = 63;

/** Reads the blocks of a cell, in a row that may have been inserted or deleted as a whole. */
type CellReader = (story: Story, elements: Iterable<XmlElement>, change: Omit<RunContext, "style">) => Block[];

type MutableCell = { -readonly [Key in keyof Cell]: Cell[Key] };

/** Reads `w:tbl`: cells over columns (`w:gridSpan`) and rows (`w:vMerge`), rows that are repeated on each page. */
export function readTable(story: Story, table: XmlElement, readCell: CellReader): Block {
  const rows: MutableCell[][] = [];
  /** By column: the cell that goes on downwards. */
  const open = new Map<number, MutableCell>();
  let headerRows = 0;
  for (const row of unwrap(table, "w:tr")) {
    story.document.progress();
    const properties = findChild(row, "w:trPr");
    const isHeader = switchOf(properties, "w:tblHeader") ?? false;
    if (isHeader && headerRows === rows.length) headerRows += 1;
    const cells: MutableCell[] = [];
    let column = pushGap(cells, numberAttribute(findChild(properties, "w:gridBefore"), "w:val") ?? 0);
    const change = changeOfRow(story, properties);
    for (const element of unwrap(row, "w:tc")) {
      const cellProperties = findChild(element, "w:tcPr");
      const columns = clampColumns(numberAttribute(findChild(cellProperties, "w:gridSpan"), "w:val") ?? 1);
      const merge = findChild(cellProperties, "w:vMerge");
      const above = open.get(column);
      const blocks = readCell(story, childElements(element), change);
      if (merge !== undefined && propertyValue(cellProperties, "w:vMerge") !== "restart" && above !== undefined) {
        above.rows = (above.rows ?? 1) + 1;
        if (blocks.length > 0) above.blocks = [...above.blocks, ...blocks];
      } else {
        const align = readAlign(propertyValue(findChild(findDescendant(element, "w:p"), "w:pPr"), "w:jc"));
        const cell: MutableCell = {
          blocks,
          ...(columns > 1 && { columns }),
          ...(isHeader && { header: true }),
          ...((align === "center" || align === "end") && { align }),
        };
        cells.push(cell);
        if (merge === undefined) open.delete(column);
        else open.set(column, cell);
      }
      column += columns;
    }
    pushGap(cells, numberAttribute(findChild(properties, "w:gridAfter"), "w:val") ?? 0);
    rows.push(cells);
  }
  const widths = [...childElements(findChild(table, "w:tblGrid"))].map((column) => numberAttribute(column, "w:w") ?? 0);
  const areKnown = widths.length > 0 && widths.length <= MAX_COLUMNS && widths.every((width) => width > 0);
  return {
    kind: "table",
    rows,
    ...(areKnown && { widths }),
    ...(headerRows > 0 && headerRows < rows.length && { headerRows }),
  };
}

function pushGap(cells: MutableCell[], columns: number): number {
  if (columns <= 0) return 0;
  const gap = clampColumns(columns);
  cells.push({ blocks: [], ...(gap > 1 && { columns: gap }) });
  return gap;
}

function clampColumns(columns: number): number {
  return Math.min(Math.max(columns, 1), MAX_COLUMNS);
}

/** Rows or cells, also those inside of content controls. */
function* unwrap(parent: XmlElement, name: string): Iterable<XmlElement> {
  for (const element of childElements(parent)) {
    if (element.name === name) yield element;
    else if (["w:sdt", "w:sdtContent", "w:customXml"].includes(element.name)) yield* unwrap(element, name);
  }
}

function changeOfRow(story: Story, properties: XmlElement | undefined): Omit<RunContext, "style"> {
  const mark = findChild(properties, "w:del") ?? findChild(properties, "w:ins");
  if (mark === undefined) return {};
  const { style: _, ...change } = withChange(story, { style: {} }, mark);
  return change;
}

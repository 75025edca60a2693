import type { OfficePackage } from "../office-package.ts";
import { childElements, findAll, findChild, numberAttribute, textOf, type XmlElement } from "../xml/element.ts";
import { createXmlReader } from "../xml/xml-reader.ts";
import type { CellFormats } from "./cell-formats.ts";
import { type CellRange, parseCell, parseRange } from "./cell-reference.ts";

/** A cell that shows something. */
export interface SheetCell {
  readonly text: string;
  readonly align: "start" | "center" | "end";
  readonly isBold: boolean;
  /** A formula whose result the file does not hold; `text` is the formula. */
  readonly isFormula: boolean;
}

/** A row with at least one cell that shows something. */
export interface SheetRow {
  /** 0-based. */
  readonly row: number;
  readonly cells: ReadonlyMap<number, SheetCell>;
  readonly isHidden: boolean;
}

/** A sheet as far as it is shown. */
export interface Sheet {
  readonly rows: readonly SheetRow[];
  readonly merges: readonly CellRange[];
  readonly hiddenColumns: readonly { readonly first: number; readonly last: number }[];
  /** Rows that stay in place while others are scrolled. */
  readonly frozenRows: number;
  /** Where a link stands, and the id of its reference. */
  readonly links: readonly { readonly range: CellRange; readonly relationshipId: string }[];
  /** Words that are printed above and below each page. */
  readonly margins: readonly string[];
  /** Reference to pictures and shapes. */
  readonly drawingId: string | null;
  readonly isCut: boolean;
}

/** What all sheets of a workbook share. */
export interface WorkbookState {
  readonly strings: readonly string[];
  readonly formats: CellFormats;
  /** Cells and rows that may still be read, over all sheets. */
  budget: { cells: number; rows: number };
  progress(): void;
}

/** Merges beyond this are ignored. */
const MAX_MERGES = 10_000;

type Mutable<Value> = { -readonly [Key in keyof Value]: Value[Key] };

/** Reads a worksheet row by row. @throws ProbativeError when it is damaged; `sheet` then holds what could be read */
export function beginSheet(workbook: WorkbookState): {
  readonly sheet: Sheet;
  read(office: OfficePackage, part: string): Promise<void>;
} {
  const rows: SheetRow[] = [];
  const hiddenColumns: { first: number; last: number }[] = [];
  const sheet: Mutable<Sheet> = {
    rows,
    merges: [],
    hiddenColumns,
    frozenRows: 0,
    links: [],
    margins: [],
    drawingId: null,
    isCut: false,
  };
  let nextRow = 0;

  function take(element: XmlElement): void {
    switch (element.name) {
      case "x:row": {
        const row = (numberAttribute(element, "r") ?? nextRow + 1) - 1;
        nextRow = row + 1;
        workbook.progress();
        if (workbook.budget.rows <= 0 || workbook.budget.cells <= 0) sheet.isCut = true;
        else addRow(row, element);
        break;
      }
      case "x:sheetViews": {
        const pane = findChild(findChild(element, "x:sheetView"), "x:pane");
        if (pane?.attributes.get("state")?.startsWith("frozen") === true)
          sheet.frozenRows = numberAttribute(pane, "ySplit") ?? 0;
        break;
      }
      case "x:cols":
        for (const column of childElements(element))
          if (isOn(column.attributes.get("hidden")))
            hiddenColumns.push({
              first: (numberAttribute(column, "min") ?? 1) - 1,
              last: (numberAttribute(column, "max") ?? 1) - 1,
            });
        break;
      case "x:mergeCells":
        sheet.merges = [...childElements(element)]
          .slice(0, MAX_MERGES)
          .map((merge) => parseRange(merge.attributes.get("ref") ?? ""))
          .filter((range) => range !== null);
        break;
      case "x:hyperlinks":
        sheet.links = [...childElements(element)].flatMap((link) => {
          const range = parseRange(link.attributes.get("ref") ?? "");
          const relationshipId = link.attributes.get("r:id");
          return range === null || relationshipId === undefined ? [] : [{ range, relationshipId }];
        });
        break;
      case "x:headerFooter":
        sheet.margins = [...new Set([...childElements(element)].map((margin) => readMargin(textOf(margin))))].filter(
          (text) => text !== "",
        );
        break;
      case "x:drawing":
        sheet.drawingId = element.attributes.get("r:id") ?? null;
        break;
      default:
        break;
    }
  }

  function addRow(row: number, element: XmlElement): void {
    const cells = new Map<number, SheetCell>();
    let nextColumn = 0;
    for (const child of childElements(element)) {
      if (child.name !== "x:c") continue;
      const column = parseCell(child.attributes.get("r") ?? "")?.column ?? nextColumn;
      nextColumn = column + 1;
      const cell = readCell(child, workbook);
      if (cell !== null) cells.set(column, cell);
    }
    if (cells.size === 0) return;
    workbook.budget.rows -= 1;
    workbook.budget.cells -= cells.size;
    rows.push({ row, cells, isHidden: isOn(element.attributes.get("hidden")) });
  }

  return {
    sheet,
    read: (office, part) =>
      office.stream(
        part,
        createXmlReader((name) => name === "x:sheetData", take),
      ),
  };
}

function isOn(value: string | undefined): boolean {
  return value === "1" || value === "true";
}

/** `x:c` (ECMA-376 part 1, 18.3.1.4): null when it shows nothing. */
function readCell(element: XmlElement, { strings, formats }: WorkbookState): SheetCell | null {
  const style = numberAttribute(element, "s") ?? 0;
  const value = textOf(findChild(element, "x:v"));
  const make = (text: string, align: SheetCell["align"]): SheetCell | null =>
    text.trim() === "" ? null : { text, align, isBold: formats.isBold(style), isFormula: false };
  switch (element.attributes.get("t")) {
    case "s":
      return make(strings[Number(value)] ?? "", "start");
    case "inlineStr":
      return make(readRichText(findChild(element, "x:is")), "start");
    case "str":
    case "d":
      return value === "" ? readFormula(element) : make(value, "start");
    case "b":
      return make(value === "1" || value === "true" ? "TRUE" : "FALSE", "center");
    case "e":
      return make(value, "center");
    default: {
      if (value === "") return readFormula(element);
      const number = Number(value);
      return make(Number.isFinite(number) ? formats.show(number, style) : value, "end");
    }
  }
}

function readFormula(element: XmlElement): SheetCell | null {
  const formula = findChild(element, "x:f");
  if (formula === undefined) return null;
  const text = textOf(formula).trim();
  return { text: text === "" ? "(formula)" : `=${text}`, align: "start", isBold: false, isFormula: true };
}

/** A string with or without formatted stretches; reading aids (`x:rPh`) are left out. */
export function readRichText(element: XmlElement | undefined): string {
  let text = "";
  for (const child of childElements(element)) {
    if (child.name === "x:t") text += textOf(child);
    else if (child.name === "x:r") for (const run of findAll(child, "x:t")) text += textOf(run);
  }
  // Characters that XML cannot hold are written as _x000D_ (ECMA-376 part 1, 22.9.2.19).
  return text
    .replaceAll(/_x([\da-fA-F]{4})_/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll(/\r\n?/gu, "\n");
}

/** Words of a header or footer without its codes for fonts, sizes, and page numbers (ECMA-376 part 1, 18.3.1.46). */
function readMargin(code: string): string {
  return code
    .replaceAll(/&"[^"]*"|&K[\dA-Fa-f]{6}|&\d+/gu, "")
    .replaceAll(/&[LCR]/gu, "  ")
    .replaceAll(/&[A-Z]/gu, "")
    .replaceAll("&&", "&")
    .trim();
}

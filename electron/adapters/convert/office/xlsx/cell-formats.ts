import { SSF } from "@e965/xlsx";
import { childElements, findChild, numberAttribute, switchOf, type XmlElement } from "../xml/element.ts";

/** How the cells of a workbook are shown. */
export interface CellFormats {
  /** @param style the cell's `s`; what the format cannot show is shown as a plain number */
  show(value: number, style: number): string;
  isBold(style: number): boolean;
}

/**
 * Formats 14 and 22 are whatever the reader's own country writes: here without a doubt about day and month
 * (ECMA-376 part 1, 18.8.30).
 */
const NEUTRAL_DATES: Readonly<Record<number, string>> = { 14: "yyyy-mm-dd", 22: "yyyy-mm-dd hh:mm" };

/** Built-in formats (same place); all others below 164 depend on the language and fall back to `General`. */
const BUILT_IN: Readonly<Record<number, string>> = SSF.get_table();

/** Longest format that is interpreted. */
const MAX_FORMAT = 255;

/** Reads `styles.xml` of a workbook. */
export function readCellFormats(elements: readonly XmlElement[], isFrom1904: boolean): CellFormats {
  const own = new Map<number, string>();
  const boldFonts: boolean[] = [];
  const cells: { readonly format: number; readonly font: number }[] = [];
  for (const group of elements) {
    for (const element of childElements(group)) {
      if (group.name === "x:numFmts")
        own.set(numberAttribute(element, "numFmtId") ?? -1, element.attributes.get("formatCode") ?? "General");
      else if (group.name === "x:fonts") boldFonts.push(isSwitchedOn(element, "x:b"));
      else if (group.name === "x:cellXfs")
        cells.push({
          format: numberAttribute(element, "numFmtId") ?? 0,
          font: numberAttribute(element, "fontId") ?? 0,
        });
    }
  }
  return {
    show(value, style) {
      const id = cells[style]?.format ?? 0;
      const format = own.get(id) ?? NEUTRAL_DATES[id] ?? BUILT_IN[id] ?? "General";
      return showNumber(value, format.length > MAX_FORMAT ? "General" : format, isFrom1904);
    },
    isBold: (style) => boldFonts[cells[style]?.font ?? -1] ?? false,
  };
}

function isSwitchedOn(parent: XmlElement, name: string): boolean {
  const value = findChild(parent, name)?.attributes.get("val");
  return value === undefined ? (switchOf(parent, name) ?? false) : value !== "0" && value !== "false";
}

function showNumber(value: number, format: string, isFrom1904: boolean): string {
  try {
    const shown = SSF.format(format, value, { date1904: isFrom1904 });
    // A date before the calendar's first day is shown as nothing.
    return shown === "" && format !== ";;;" ? String(value) : shown.trim();
  } catch {
    // The library throws plain errors at formats that it does not know.
    return String(value);
  }
}

import type { CellValue, Sheet, WorkbookWriter } from "#core/ports/workbook-writer.ts";

type Library = typeof import("@e965/xlsx");
type Cell = import("@e965/xlsx").CellObject;

/** What a sheet may hold (Office Open XML as spreadsheets implement it). */
const CELL_LENGTH_MAX = 32_767;
const SHEET_NAME_MAX = 31;
const NOT_IN_SHEET_NAMES = /[\\/?*[\]:]/gu;

/** Characters that XML 1.0 cannot hold. */
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu;

/** Characters that reorder what is shown. */
const REORDERING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Columns wider than this hide their neighbours; in characters. */
const COLUMN_WIDTH_MAX = 60;

function printable(text: string): string {
  return text.toWellFormed().replace(NOT_IN_XML, "\ufffd").replace(REORDERING, "\ufffd").slice(0, CELL_LENGTH_MAX);
}

/** A cell with its type said: a text that begins with `=` is a text, which a spreadsheet shows and never runs. */
function toCell(value: CellValue): Cell | null {
  if (value === null) return null;
  return typeof value === "number" ? { t: "n", v: value } : { t: "s", v: printable(value) };
}

function widthOf(sheet: Sheet, column: number): number {
  const lengths = sheet.rows.slice(0, 1000).map((row) => String(row[column] ?? "").length);
  return Math.min(COLUMN_WIDTH_MAX, Math.max(sheet.headings[column]?.length ?? 0, ...lengths) + 2);
}

function toWorksheet(library: Library, sheet: Sheet) {
  const rows = [sheet.headings.map(toCell), ...sheet.rows.map((row) => row.map(toCell))];
  const worksheet = library.utils.aoa_to_sheet(rows, { dense: true });
  worksheet["!cols"] = sheet.headings.map((_, column) => ({ wch: widthOf(sheet, column) }));
  const last = library.utils.encode_cell({ r: sheet.rows.length, c: Math.max(0, sheet.headings.length - 1) });
  worksheet["!autofilter"] = { ref: `A1:${last}` };
  return worksheet;
}

/** Writes XLSX files without formulas, macros, links and personal data. */
export function createXlsxWriter(): WorkbookWriter {
  return {
    write: async (sheets) => {
      // The library takes longer to load than most commands to run: only this pays for it.
      const library = await import("@e965/xlsx");
      const workbook = library.utils.book_new();
      for (const sheet of sheets) {
        const name = sheet.name.replace(NOT_IN_SHEET_NAMES, " ").slice(0, SHEET_NAME_MAX);
        library.utils.book_append_sheet(workbook, toWorksheet(library, sheet), name, true);
      }
      const written: unknown = library.write(workbook, { type: "array", bookType: "xlsx", compression: true });
      if (!(written instanceof ArrayBuffer)) throw new Error("the spreadsheet library returned no bytes");
      return new Uint8Array(written);
    },
  };
}

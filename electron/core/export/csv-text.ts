/** Makes spreadsheets read the file as UTF-8; they take the encoding of the machine without it. */
export const BYTE_ORDER_MARK = "\ufeff";

/** Beginnings of a cell that spreadsheets run as a formula, also behind white space and in their full-width forms. */
const FORMULA = /^[\s\p{Cf}]*[=+\-@＝＋－＠]/u;

/** Characters that make a terminal do something, or reorder what is shown; names and texts may hold any. */
const UNSAFE = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/**
 * One cell: without characters that a terminal acts on, and with an apostrophe before what a spreadsheet would run (safety,
 * H9).
 */
function formatCell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const shown = value.replace(UNSAFE, "\ufffd");
  const harmless = FORMULA.test(value) ? `'${shown}` : shown;
  return /[",]/u.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** One line of CSV with its end (RFC 4180). */
export function formatCsvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(formatCell).join(",")}\r\n`;
}

/** JSON text that a terminal can show: characters that it would act on are escaped. */
export function formatSafeJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(UNSAFE, (character) =>
    character === "\n" ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

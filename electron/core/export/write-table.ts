import { assertNever } from "#shared/base/assert-never.ts";
import type { CasePorts } from "../backend-context.ts";
import type { CellValue } from "../ports/workbook-writer.ts";
import { BYTE_ORDER_MARK, formatCsvLine, formatSafeJson } from "./csv-text.ts";

/** A column of a table: its heading and what it shows of a row. */
export interface TableColumn<Row> {
  readonly name: string;
  readonly value: (row: Row) => CellValue;
}

/** Rows with the ways to write them. */
export interface Table<Row> {
  /** Of the sheet. */
  readonly name: string;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  /** What the JSON form holds. */
  readonly json: unknown;
}

/** Forms in which a table leaves the case. */
export type TableFormat = "csv" | "xlsx" | "json";

/** Rows that a sheet holds (1,048,576 with its headings); the others go to further sheets. */
const SHEET_ROWS_MAX = 1_000_000;

/** The table as CSV text (RFC 4180, UTF-8 with a byte order mark; cells that a spreadsheet would run are neutralised). */
export function tableToCsv<Row>({ columns, rows }: Pick<Table<Row>, "columns" | "rows">): string {
  const lines = rows.map((row) => formatCsvLine(columns.map((column) => column.value(row))));
  return BYTE_ORDER_MARK + formatCsvLine(columns.map((column) => column.name)) + lines.join("");
}

/** The table as the bytes of a file. */
export async function tableToBytes<Row>(
  ports: Pick<CasePorts, "workbooks">,
  table: Table<Row>,
  format: TableFormat,
): Promise<Uint8Array> {
  switch (format) {
    case "csv":
      return new TextEncoder().encode(tableToCsv(table));
    case "json":
      return new TextEncoder().encode(`${formatSafeJson(table.json)}\n`);
    case "xlsx":
      return ports.workbooks.write(sheetsOf(table));
    default:
      return assertNever(format);
  }
}

function sheetsOf<Row>({ name, columns, rows }: Table<Row>) {
  const headings = columns.map((column) => column.name);
  const parts = Array.from({ length: Math.max(1, Math.ceil(rows.length / SHEET_ROWS_MAX)) }, (_, part) =>
    rows.slice(part * SHEET_ROWS_MAX, (part + 1) * SHEET_ROWS_MAX),
  );
  return parts.map((part) => ({
    name,
    headings,
    rows: part.map((row) => columns.map((column) => column.value(row))),
  }));
}

import type { LineRemark } from "#shared/model/exchange.ts";
import { TAG_COLORS, type Tag, type TagColor } from "#shared/model/tag.ts";
import { BYTE_ORDER_MARK } from "../export/csv-text.ts";
import type { TableRow } from "../ports/codebook-reader.ts";
import type { CodebookLine, ReadCodebook } from "./codebook-line.ts";
import { colorOfHex } from "./tag-hex.ts";

const COLUMNS = ["path", "color", "key", "archived", "description", "examples"] as const;
type Column = (typeof COLUMNS)[number];

const ALSO_CALLED: Readonly<Record<string, Column>> = { colour: "color", name: "path", tag: "path" };

/** What a spreadsheet would run, behind any apostrophes that were written before it (safety, H9). */
const FORMULA = /^'*[\s\p{Cf}]*[=+\-@＝＋－＠]/u;
const GUARDED = /^'+[\s\p{Cf}]*[=+\-@＝＋－＠]/u;

/** Characters that a terminal acts on or that reorder what is shown; line breaks and tabs belong to a text. */
const UNSAFE = /[^\P{Cc}\n\t]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** One cell. An apostrophe guards what would be run; reading takes it away again, so that nothing changes on the way. */
function writeCell(value: string | number | boolean | null): string {
  const text = value === null ? "" : String(value).replace(UNSAFE, "\ufffd");
  const guarded = typeof value === "string" && FORMULA.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]/u.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

function readCell(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell;
}

/** The codebook as CSV (RFC 4180, UTF-8 with a byte order mark), in its order. */
export function codebookToCsv(tags: readonly Tag[]): string {
  const lines = tags.map((tag) =>
    [tag.name, tag.color, tag.key, tag.archived ? "yes" : "no", tag.description, tag.examples].map(writeCell).join(","),
  );
  return `${BYTE_ORDER_MARK}${[COLUMNS.join(","), ...lines].join("\r\n")}\r\n`;
}

const TRUE = new Set(["yes", "true", "1", "x", "sí", "si"]);
const FALSE = new Set(["no", "false", "0", ""]);

/** Reads one row; what is wrong with it goes to `remark`. */
function readRow(row: TableRow, columns: ReadonlyMap<Column, number>, remark: (message: string) => void): CodebookLine {
  const cellOf = (column: Column): string | undefined => {
    const index = columns.get(column);
    return index === undefined ? undefined : readCell(row.cells[index] ?? "").trim();
  };
  const readColor = (): TagColor | undefined => {
    const cell = cellOf("color")?.toLowerCase() ?? "";
    if (cell === "") return undefined;
    const color = TAG_COLORS.find((known) => known === cell) ?? colorOfHex(cell);
    if (color === null) remark(`“${cell}” is no colour: ${TAG_COLORS.join(", ")}, or #RRGGBB.`);
    return color ?? undefined;
  };
  const readKey = (): number | null | undefined => {
    const cell = cellOf("key");
    if (cell === undefined || cell === "") return cell === undefined ? undefined : null;
    if (/^[1-9]$/u.test(cell)) return Number(cell);
    remark(`“${cell}” is no number key: 1 to 9, or nothing.`);
    return undefined;
  };
  const readArchived = (): boolean | undefined => {
    const cell = cellOf("archived")?.toLowerCase();
    if (cell === undefined) return undefined;
    if (!TRUE.has(cell) && !FALSE.has(cell)) remark(`“${cell}” in the column “archived” is neither yes nor no.`);
    return TRUE.has(cell);
  };
  return {
    line: row.line,
    path: cellOf("path") ?? "",
    guid: null,
    color: readColor(),
    key: readKey(),
    archived: readArchived(),
    description: cellOf("description"),
    examples: cellOf("examples"),
  };
}

/** Reads a codebook out of a table whose first row names its columns; only `path` has to be there. */
export function readCodebookTable(rows: readonly TableRow[]): ReadCodebook {
  const remarks: LineRemark[] = [];
  const [header, ...rest] = rows;
  const columns = new Map<Column, number>();
  for (const [index, cell] of (header?.cells ?? []).entries()) {
    const name = cell.trim().toLowerCase();
    const column = COLUMNS.find((known) => known === name) ?? ALSO_CALLED[name];
    if (column !== undefined && !columns.has(column)) columns.set(column, index);
    else if (name !== "") {
      remarks.push({
        line: header?.line ?? 1,
        severity: "note",
        message: `The column “${cell.trim()}” is passed over.`,
      });
    }
  }
  if (!columns.has("path")) {
    const message = `The first line has to name the columns, “path” among them: ${COLUMNS.join(", ")}.`;
    return { lines: [], remarks: [{ line: header?.line ?? 1, severity: "problem", message }] };
  }
  const lines = rest.map((row) =>
    readRow(row, columns, (message) => remarks.push({ line: row.line, severity: "problem", message })),
  );
  return { lines, remarks };
}

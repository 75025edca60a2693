import papaparse from "papaparse";
import { NO_METADATA } from "#shared/model/document.ts";
import type { FormatReader } from "../converted.ts";
import { decodeBytes } from "../text/decode-bytes.ts";
import { noticeEncoding } from "../text/encoding-notice.ts";
import { createNoticeCollector } from "./notices.ts";
import { type Grid, type GridCell, isWide, layOutGrid } from "./sheet-blocks.ts";
import { columnName } from "./xlsx/cell-reference.ts";

/** What is shown of a table; more would not fit on the pages that a document may have. */
export const CSV_LIMITS = { bytes: 64 * 1024 * 1024, rows: 100_000, cells: 500_000 } as const;

const DELIMITERS = [",", ";", "\t", "|"];

/** Rows that are looked at to tell whether the first one names the columns. */
const SAMPLE_ROWS = 200;

/**
 * Reads comma-separated values (RFC 4180 and its relatives: semicolons, tabs, bars; quoted line breaks; rows of different
 * lengths). Cells are text: what a spreadsheet would run as a formula is shown as it stands.
 */
export const readCsv: FormatReader = async ({ bytes, progress }) => {
  const notices = createNoticeCollector();
  const decoded = decodeBytes(bytes.subarray(0, CSV_LIMITS.bytes), null);
  progress();
  const { rows, isCut } = takeRows(
    parseRows(decoded.text, () =>
      notices.say("damaged-part", "A quotation mark is never closed; the lines are shown as they stand."),
    ),
  );
  progress();
  if (isCut || bytes.length > CSV_LIMITS.bytes)
    notices.say(
      "cut-at-limit",
      `The table was cut: ${CSV_LIMITS.rows} rows, ${CSV_LIMITS.cells} cells, and 64 MB are shown.`,
    );
  const grid = gridOf(rows);
  return {
    format: "csv",
    content: {
      kind: "rendition",
      rendition: {
        title: null,
        blocks:
          grid.rows.length === 0
            ? [{ kind: "remark", text: "The table has no cells with content." }]
            : [...(isWide(grid) ? [{ kind: "page-break", landscape: true } as const] : []), ...layOutGrid(grid)],
      },
    },
    metadata: NO_METADATA,
    headers: null,
    notices: [...noticeEncoding(decoded), ...notices.list()],
  };
};

function parseRows(text: string, onUnclosed: () => void): readonly (readonly string[])[] {
  // Excel's own first line that names the delimiter.
  const [line, declared] = /^\uFEFF?sep=(.)\r?\n/u.exec(text) ?? [];
  const body = line === undefined ? text.replace(/^\uFEFF/u, "") : text.slice(line.length);
  const options = {
    preview: CSV_LIMITS.rows + 1,
    delimiter: declared ?? guessDelimiter(body),
  };
  const parsed = papaparse.parse<string[]>(body, options);
  if (!parsed.errors.some(({ code }) => code === "MissingQuotes")) return parsed.data;
  // One stray mark must not swallow the rest of the file into one cell.
  onUnclosed();
  return papaparse.parse<string[]>(body, { ...options, quoteChar: "\0", escapeChar: "\0" }).data;
}

/** The delimiter by which most rows have the same number of cells; the comma when none parts any row. */
function guessDelimiter(body: string): string {
  let best = { delimiter: ",", share: 0, cells: 1 };
  for (const delimiter of DELIMITERS) {
    const { data } = papaparse.parse<string[]>(body, { delimiter, preview: SAMPLE_ROWS, skipEmptyLines: true });
    const counts = new Map<number, number>();
    for (const { length } of data) counts.set(length, (counts.get(length) ?? 0) + 1);
    for (const [cells, rows] of counts) {
      const share = rows / data.length;
      const isBetter = share > best.share || (share === best.share && cells > best.cells);
      if (cells > 1 && isBetter) best = { delimiter, share, cells };
    }
  }
  return best.delimiter;
}

function takeRows(all: readonly (readonly string[])[]): {
  readonly rows: readonly (readonly string[])[];
  readonly isCut: boolean;
} {
  let cells = 0;
  for (const [index, row] of all.entries()) {
    cells += row.length;
    if (index >= CSV_LIMITS.rows || cells > CSV_LIMITS.cells) return { rows: all.slice(0, index), isCut: true };
  }
  return { rows: all, isCut: false };
}

function gridOf(rows: readonly (readonly string[])[]): Grid {
  const hasHeader = isHeader(rows);
  const columns = new Set<number>();
  const shown = rows.flatMap((row, id) => {
    const cells = new Map<number, GridCell>();
    for (const [column, text] of row.entries()) {
      if (text.trim() === "") continue;
      columns.add(column);
      const isTitle = hasHeader && id === 0;
      const lines = text.replaceAll(/\r\n?/gu, "\n");
      cells.set(column, {
        span: { text: lines, ...(isTitle && { bold: true }) },
        align: isNumber(text) ? "end" : "start",
      });
    }
    return cells.size === 0 ? [] : [{ id, label: String(id + 1), cells }];
  });
  return {
    columns: [...columns].sort((first, second) => first - second).map((id) => ({ id, label: columnName(id) })),
    rows: shown,
    merges: [],
    headerRows: hasHeader ? 1 : 0,
  };
}

/** A first row of different names, none of them a number, above rows that have numbers or are as long. */
function isHeader(rows: readonly (readonly string[])[]): boolean {
  const [first, ...rest] = rows.slice(0, SAMPLE_ROWS);
  const names = first?.map((name) => name.trim()) ?? [];
  if (names.length < 2 || rest.length === 0 || new Set(names).size < names.length) return false;
  if (names.some((name) => name === "" || isNumber(name) || name.length > 80)) return false;
  return rest.some((row) => row.some(isNumber)) || rest.every((row) => row.length === names.length || row.length === 1);
}

function isNumber(text: string): boolean {
  return /^[-+(]?\s*[$€£]?\s*\d[\d.,\u00a0' ]*\s*[%€)]?$/u.test(text.trim());
}

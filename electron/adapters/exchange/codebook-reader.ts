import papaparse from "papaparse";
import type { CodebookReader, TableRow } from "#core/ports/codebook-reader.ts";
import { readCodes } from "./read-codes.ts";

const DELIMITERS = [",", ";", "\t"] as const;

/** The delimiter of which the first line has most. */
function delimiterOf(text: string): string {
  const [header = ""] = text.split(/\r?\n/u, 1);
  const count = (delimiter: string) => header.split(delimiter).length;
  return DELIMITERS.reduce((best, next) => (count(next) > count(best) ? next : best));
}

function readTable(text: string): readonly TableRow[] {
  const body = text.replace(/^\uFEFF/u, "").replaceAll(/\r\n?/gu, "\n");
  const rows: TableRow[] = [];
  let line = 1;
  let from = 0;
  papaparse.parse<string[]>(body, {
    delimiter: delimiterOf(body),
    newline: "\n",
    step: ({ data, meta }) => {
      if (data.some((cell) => cell.trim() !== "")) rows.push({ line, cells: data });
      // A cell may run over several lines.
      line += body.slice(from, meta.cursor).split("\n").length - 1;
      from = meta.cursor;
    },
  });
  return rows;
}

/** Makes a reader of codebooks. */
export function createCodebookReader(): CodebookReader {
  return { readTable, readCodes };
}

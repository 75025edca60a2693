import type { GroupRow, LibraryRow } from "./group-documents.ts";

/** A line of the grid: a heading alone, or documents side by side. `from` is the place of the first among all rows. */
export interface GridLine {
  readonly heading: GroupRow | null;
  readonly from: number;
  readonly count: number;
}

/** Rows as lines with at most so many documents `across`. */
export function gridLines(rows: readonly LibraryRow[], across: number): readonly GridLine[] {
  const lines: GridLine[] = [];
  let from = 0;
  const close = (to: number) => {
    if (to > from) lines.push({ heading: null, from, count: to - from });
    from = to;
  };
  for (const [place, row] of rows.entries()) {
    if (row.kind === "group") {
      close(place);
      lines.push({ heading: row, from: place, count: 1 });
      from = place + 1;
    } else if (place - from === across) close(place);
  }
  close(rows.length);
  return lines;
}

/** Lines that a press of Page Down goes. */
const PAGE = 3;

/** The place among all rows that a key leads to from another one, or -1. Up and down keep to the column where they can. */
export function nextInGrid(key: string, current: number, lines: readonly GridLine[]): number {
  const last = lines.at(-1);
  if (last === undefined) return -1;
  const end = last.from + last.count - 1;
  if (key === "Home") return 0;
  if (key === "End") return end;
  const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE }[key];
  const sideways = { ArrowRight: 1, ArrowLeft: -1 }[key];
  if (steps === undefined && sideways === undefined) return -1;
  if (current < 0) return 0;
  if (sideways !== undefined) return Math.min(end, Math.max(0, current + sideways));
  const at = lines.findIndex((line) => current >= line.from && current < line.from + line.count);
  const column = current - (lines[at]?.from ?? 0);
  const line = lines[Math.min(lines.length - 1, Math.max(0, at + (steps ?? 0)))];
  return line === undefined || lines[at] === line ? current : line.from + Math.min(column, line.count - 1);
}

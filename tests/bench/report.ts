/** One line of the report. */
export interface Figure {
  readonly what: string;
  /** With its unit, e.g. "312 pages/s". */
  readonly value: string;
  /** What it is compared with, or "". */
  readonly comparedWith: string;
  /** Value divided by what it is compared with, or null. */
  readonly ratio: number | null;
  /** What the issue or the design asks for, e.g. "≥ 1.00", or "". */
  readonly aim: string;
  /** How it was measured: runs, files, what was left out. */
  readonly note: string;
}

const COLUMNS: readonly { readonly head: string; readonly alignRight: boolean; read(figure: Figure): string }[] = [
  { head: "what", alignRight: false, read: ({ what }) => what },
  { head: "value", alignRight: true, read: ({ value }) => value },
  { head: "compared with", alignRight: false, read: ({ comparedWith }) => comparedWith },
  { head: "ratio", alignRight: true, read: ({ ratio }) => (ratio === null ? "" : ratio.toFixed(2)) },
  { head: "aim", alignRight: false, read: ({ aim }) => aim },
  { head: "how", alignRight: false, read: ({ note }) => note },
];

/** Lays the figures out as one table of plain text. */
export function formatReport(figures: readonly Figure[]): string {
  const columns = COLUMNS.map((column) => {
    const cells = [column.head, ...figures.map(column.read)];
    const width = Math.max(...cells.map((cell) => cell.length));
    return cells.map((cell) => (column.alignRight ? cell.padStart(width) : cell.padEnd(width)));
  });
  const rows =
    columns[0]?.map((_, row) =>
      columns
        .map((cells) => cells[row] ?? "")
        .join("  ")
        .trimEnd(),
    ) ?? [];
  const [head = "", ...body] = rows;
  const rule = columns.map((cells) => "-".repeat(cells[0]?.length ?? 0)).join("  ");
  return [head, rule, ...body].join("\n");
}

import type { PassageGroup } from "#shared/model/passage-browser.ts";

/** A line of the list: the head of a group, or the row at a place in the backend's flat list. */
export type ListLine =
  | { readonly kind: "head"; readonly group: PassageGroup }
  | { readonly kind: "row"; readonly row: number };

/** Where groups begin, so that a line is found without a list of all lines. */
export interface RowLayout {
  readonly lines: number;
  /** Undefined beyond the end. */
  readonly lineAt: (index: number) => ListLine | undefined;
  /** Index of the line of a row. */
  readonly indexOfRow: (row: number) => number;
}

/** Rows asked for at a time. */
export const CHUNK = 100;

/** The lines of `rows` rows in groups; without groups each row is a line. */
export function layOutRows(rows: number, groups: readonly PassageGroup[]): RowLayout {
  if (groups.length === 0) {
    return {
      lines: rows,
      lineAt: (index) => (index >= 0 && index < rows ? { kind: "row", row: index } : undefined),
      indexOfRow: (row) => row,
    };
  }
  const begins: number[] = [];
  let line = 0;
  for (const group of groups) {
    begins.push(line);
    line += group.passages + 1;
  }
  const lines = line;
  return {
    lines,
    lineAt: (index) => {
      if (index < 0 || index >= lines) return undefined;
      const at = lastAtOrBefore(begins, index);
      const group = groups[at];
      if (group === undefined) return undefined;
      // Before a row stand the rows above it and one head for each group up to its own.
      return index === begins[at] ? { kind: "head", group } : { kind: "row", row: index - at - 1 };
    },
    indexOfRow: (row) => {
      const firstRows = begins.map((begin, at) => begin - at);
      return row + lastAtOrBefore(firstRows, row) + 1;
    },
  };
}

/** Chunks of the backend's list that hold the rows of some lines. */
export function chunksOf(layout: RowLayout, first: number, last: number): readonly number[] {
  const chunks = new Set<number>();
  for (let index = Math.max(0, first); index <= Math.min(last, layout.lines - 1); index += 1) {
    const line = layout.lineAt(index);
    if (line?.kind === "row") chunks.add(Math.floor(line.row / CHUNK));
  }
  return [...chunks];
}

function lastAtOrBefore(ascending: readonly number[], value: number): number {
  let [low, high] = [0, ascending.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((ascending[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

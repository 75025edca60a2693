/** A value of documents that many share, such as a court, as a number by row: -1 for none. */
export interface CodeColumn {
  set(row: number, value: string | null): void;
  /** The value's number; -1 when no row ever had it. */
  codeOf(value: string): number;
  valueOf(code: number): string;
  /** By row; longer than there are rows. Holds until the next `set`. */
  codes(): Int32Array;
  /** Values that there are or were. */
  count(): number;
}

const FIRST_ROOM = 1024;

/** Makes a column without values. */
export function createCodeColumn(): CodeColumn {
  const known = new Map<string, number>();
  const values: string[] = [];
  let codes = new Int32Array(FIRST_ROOM).fill(-1);

  function code(value: string): number {
    const found = known.get(value);
    if (found !== undefined) return found;
    const next = values.push(value) - 1;
    known.set(value, next);
    return next;
  }

  return {
    set: (row, value) => {
      if (row >= codes.length) {
        const wider = new Int32Array(Math.max(row + 1, codes.length * 2)).fill(-1);
        wider.set(codes);
        codes = wider;
      }
      codes[row] = value === null ? -1 : code(value);
    },
    codeOf: (value) => known.get(value) ?? -1,
    valueOf: (wanted) => values[wanted] ?? "",
    codes: () => codes,
    count: () => values.length,
  };
}

import type { GrowingColumn } from "./growing-column.ts";

/** Values in the order of terms, each term's in the order in which they came; and where each term's end. */
export interface SortedByTerm {
  readonly values: Int32Array;
  readonly ends: Int32Array;
}

/**
 * Sorts by counting: stable, and in time that grows with the number of values only.
 *
 * @param column the term of each value
 * @param terms one more than the highest term
 * @param values as many as the column has; without them, its indexes are what is sorted
 */
export function sortByTerm(column: GrowingColumn, terms: number, values: GrowingColumn | null): SortedByTerm {
  const { items, length } = column;
  const ends = new Int32Array(terms);
  for (let index = 0; index < length; index += 1) {
    const term = items[index] ?? 0;
    ends[term] = (ends[term] ?? 0) + 1;
  }
  let sum = 0;
  for (let term = 0; term < terms; term += 1) {
    const count = ends[term] ?? 0;
    ends[term] = sum;
    sum += count;
  }
  const sorted = new Int32Array(length);
  for (let index = 0; index < length; index += 1) {
    const term = items[index] ?? 0;
    const at = ends[term] ?? 0;
    sorted[at] = values === null ? index : (values.items[index] ?? 0);
    ends[term] = at + 1;
  }
  return { values: sorted, ends };
}

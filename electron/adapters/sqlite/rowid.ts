/**
 * A row identifier as FTS5 must be given it. The driver binds numbers as floating point, and FTS5 passes over a
 * constraint on `rowid` whose value is not an integer, without a word: every row would match.
 */
export function toRowid(key: number): bigint {
  return BigInt(key);
}

/** A cell of the strip that shows where in a document the hits stand. Pages are 1-based and inclusive. */
export interface StripCell {
  readonly from: number;
  readonly to: number;
  /** First matching page in the cell, or null. */
  readonly match: number | null;
  /** Number of matching pages in the cell. */
  readonly matches: number;
}

/**
 * Divides a document's pages into at most `limit` cells of as equal size as can be.
 *
 * @param matchingPages ascending
 */
export function stripCells(matchingPages: readonly number[], totalPages: number, limit: number): readonly StripCell[] {
  const count = Math.min(limit, Math.max(totalPages, matchingPages.at(-1) ?? 0));
  if (count === 0) return [];
  const pages = Math.max(totalPages, matchingPages.at(-1) ?? 0);
  return Array.from({ length: count }, (_, index) => {
    const from = Math.floor((index * pages) / count) + 1;
    const to = Math.floor(((index + 1) * pages) / count);
    const inside = matchingPages.filter((page) => page >= from && page <= to);
    return { from, to, match: inside[0] ?? null, matches: inside.length };
  });
}

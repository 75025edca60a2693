/** The value below which the given share of the values lies; 0 when there are none. */
export function atShare(values: readonly number[], share: number): number {
  const sorted = values.toSorted((first, second) => first - second);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** The value in the middle; 0 when there are none. */
export function median(values: readonly number[]): number {
  return atShare(values, 0.5);
}

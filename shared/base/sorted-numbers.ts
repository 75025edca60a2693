/** Index of the first value that is at least `wanted`, in ascending ones, from `from` and before `to`; `to` when none is. */
export function firstAtLeast(values: ArrayLike<number>, wanted: number, from = 0, to = values.length): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** As `firstAtLeast`, in steps that double and then by halves: cheap when it is near `from`. */
export function seekAtLeast(values: ArrayLike<number>, wanted: number, from: number, to = values.length): number {
  if (from >= to || (values[from] ?? 0) >= wanted) return from;
  let step = 1;
  let low = from;
  while (low + step < to && (values[low + step] ?? 0) < wanted) {
    low += step;
    step <<= 1;
  }
  return firstAtLeast(values, wanted, low + 1, Math.min(low + step, to));
}

/** Index of the last value that is at most `wanted`, in ascending whole numbers; -1 when all are above. */
export function lastAtMost(values: ArrayLike<number>, wanted: number): number {
  return firstAtLeast(values, wanted + 1) - 1;
}

/** Index of a number in ascending ones, of which the first `length` count; -1 when it is not there. */
export function indexOfNumber(values: ArrayLike<number>, wanted: number, length = values.length): number {
  const index = firstAtLeast(values, wanted, 0, length);
  return index < length && values[index] === wanted ? index : -1;
}

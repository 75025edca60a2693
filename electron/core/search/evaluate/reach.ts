/** Places of a part of the search in one document: the first `count`, ascending by start, then by end (included). */
export interface Places {
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/**
 * Marks the places that have one of `others` after them, so that between the end of the one and the start of the other
 * lie fewer than `distance` words.
 */
export function markFollowed(places: Places, others: Places, distance: number, flags: Uint8Array): void {
  const { starts } = others;
  let at = 0;
  for (let index = 0; index < places.count; index += 1) {
    const end = places.ends[index] ?? 0;
    // Ends do not ascend where places differ in length: then it is a step or two back.
    while (at > 0 && (starts[at - 1] ?? 0) > end) at -= 1;
    while (at < others.count && (starts[at] ?? 0) <= end) at += 1;
    if (at < others.count && (starts[at] ?? 0) <= end + distance) flags[index] = 1;
  }
}

/**
 * Marks the places that come so near after one of `others`.
 *
 * @param chosen those of `others` that count; null for all
 */
export function markFollowing(
  places: Places,
  others: Places,
  distance: number,
  flags: Uint8Array,
  chosen: Uint8Array | null,
): void {
  const { starts } = places;
  let at = 0;
  let lastFrom = 0;
  let done = 0;
  for (let index = 0; index < others.count; index += 1) {
    if (chosen !== null && chosen[index] === 0) continue;
    const end = others.ends[index] ?? 0;
    while (at > 0 && (starts[at - 1] ?? 0) > end) at -= 1;
    while (at < places.count && (starts[at] ?? 0) <= end) at += 1;
    // Everything from the last begin up to `done` is marked already.
    let next = at >= lastFrom && done > at ? done : at;
    for (; next < places.count && (starts[next] ?? 0) <= end + distance; next += 1) flags[next] = 1;
    lastFrom = at;
    done = next;
  }
}

/** Marks the places that are so near before one of `others` that counts. */
export function markFollowedByChosen(
  places: Places,
  others: Places,
  distance: number,
  flags: Uint8Array,
  chosen: Uint8Array,
): void {
  const { starts } = others;
  let at = 0;
  for (let index = 0; index < places.count; index += 1) {
    const end = places.ends[index] ?? 0;
    while (at > 0 && (starts[at - 1] ?? 0) > end) at -= 1;
    while (at < others.count && (starts[at] ?? 0) <= end) at += 1;
    for (let next = at; next < others.count && (starts[next] ?? 0) <= end + distance; next += 1) {
      if (chosen[next] === 0) continue;
      flags[index] = 1;
      break;
    }
  }
}

/**
 * Marks the positions of two words that lie near one of the other, whichever comes first: one pass over both.
 *
 * @param flags of `one`, all 0
 * @param otherFlags of `other`, all 0
 * @returns whether there are any
 */
export function markMutual(
  one: Places,
  other: Places,
  distance: number,
  flags: Uint8Array,
  otherFlags: Uint8Array,
): boolean {
  const [lefts, rights] = [one.starts, other.starts];
  let left = 0;
  let right = 0;
  /** Those before were near what came after them, or never will be. */
  let settledLeft = 0;
  let settledRight = 0;
  let isAny = false;
  while (left < one.count || right < other.count) {
    const position = left < one.count ? (lefts[left] ?? 0) : Number.POSITIVE_INFINITY;
    const otherPosition = right < other.count ? (rights[right] ?? 0) : Number.POSITIVE_INFINITY;
    // Both at once where they are at one place: neither is near the other then.
    const takesLeft = position <= otherPosition;
    const takesRight = otherPosition <= position;
    if (takesLeft) {
      const lowest = position - distance;
      for (let index = right - 1; index >= settledRight && (rights[index] ?? 0) >= lowest; index -= 1) {
        otherFlags[index] = 1;
      }
      settledRight = right;
      if (right > 0 && (rights[right - 1] ?? 0) >= lowest) {
        flags[left] = 1;
        isAny = true;
      } else if (right === other.count) break;
    }
    if (takesRight) {
      const lowest = otherPosition - distance;
      for (let index = left - 1; index >= settledLeft && (lefts[index] ?? 0) >= lowest; index -= 1) flags[index] = 1;
      settledLeft = left;
      if (left > 0 && (lefts[left - 1] ?? 0) >= lowest) {
        otherFlags[right] = 1;
        isAny = true;
      } else if (left === one.count) break;
    }
    if (takesLeft) left += 1;
    if (takesRight) right += 1;
  }
  return isAny;
}

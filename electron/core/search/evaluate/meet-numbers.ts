import { seekAtLeast } from "#shared/base/sorted-numbers.ts";

/** Where two ascending lists have the same number. Index `i` of the one for index `i` of the other, `count` of them. */
export interface Meetings {
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly count: number;
}

/** From this ratio of lengths on, searching in the longer list beats reading all of it. */
const SEEK_RATIO = 12;

/** Finds the numbers that two ascending lists have in common. */
export function meet(left: Int32Array, right: Int32Array): Meetings {
  const most = Math.min(left.length, right.length);
  const lefts = new Int32Array(most);
  const rights = new Int32Array(most);
  let count = 0;
  let at = 0;
  let other = 0;
  const seeksLeft = left.length > right.length * SEEK_RATIO;
  const seeksRight = right.length > left.length * SEEK_RATIO;
  while (at < left.length && other < right.length) {
    const one = left[at] ?? 0;
    const two = right[other] ?? 0;
    if (one === two) {
      lefts[count] = at;
      rights[count] = other;
      count += 1;
      at += 1;
      other += 1;
    } else if (one < two) at = seeksLeft ? seekAtLeast(left, two, at) : at + 1;
    else other = seeksRight ? seekAtLeast(right, one, other) : other + 1;
  }
  return { left: lefts, right: rights, count };
}

/** A set of document numbers: one bit each. Sets that are combined have the same length. */
export type NumberSet = Uint32Array;

/**
 * An empty set.
 *
 * @param limit one more than the highest number
 */
export function createSet(limit: number): NumberSet {
  return new Uint32Array((limit + 31) >>> 5);
}

/** Whether a number is in the set. */
export function has(set: NumberSet, number: number): boolean {
  return (((set[number >>> 5] ?? 0) >>> (number & 31)) & 1) === 1;
}

/** Puts a number into the set; one beyond its limit is passed over. */
export function add(set: NumberSet, number: number): void {
  const at = number >>> 5;
  set[at] = (set[at] ?? 0) | (1 << (number & 31));
}

/** @param numbers of which those beyond the set's limit are passed over */
export function addAll(set: NumberSet, numbers: Int32Array): void {
  for (let index = 0; index < numbers.length; index += 1) add(set, numbers[index] ?? 0);
}

/** Keeps in `set` what is in `other` too. */
export function keepCommon(set: NumberSet, other: NumberSet): void {
  for (let at = 0; at < set.length; at += 1) set[at] = (set[at] ?? 0) & (other[at] ?? 0);
}

/** Puts all of `other` into `set`. */
export function addSet(set: NumberSet, other: NumberSet): void {
  for (let at = 0; at < set.length; at += 1) set[at] = (set[at] ?? 0) | (other[at] ?? 0);
}

/** Takes all of `other` out of `set`. */
export function removeSet(set: NumberSet, other: NumberSet): void {
  for (let at = 0; at < set.length; at += 1) set[at] = (set[at] ?? 0) & ~(other[at] ?? 0);
}

/** How many numbers are in the set. */
export function countSet(set: NumberSet): number {
  let count = 0;
  for (let at = 0; at < set.length; at += 1) {
    // Counting bits in parallel: pairs, nibbles, bytes, then their sum in the top byte.
    let bits = set[at] ?? 0;
    bits -= (bits >>> 1) & 0x55555555;
    bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
    count += Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return count;
}

/** Its numbers, ascending. */
export function listSet(set: NumberSet): Int32Array {
  const numbers = new Int32Array(countSet(set));
  let count = 0;
  for (let at = 0; at < set.length; at += 1) {
    for (let bits = set[at] ?? 0; bits !== 0; bits &= bits - 1) {
      numbers[count] = (at << 5) + 31 - Math.clz32(bits & -bits);
      count += 1;
    }
  }
  return numbers;
}

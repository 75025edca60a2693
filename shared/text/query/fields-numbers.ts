const view = new DataView(new ArrayBuffer(8));

function step(value: number, by: bigint): number {
  view.setFloat64(0, value);
  view.setBigInt64(0, view.getBigInt64(0) + by);
  return view.getFloat64(0);
}

/**
 * The next greater number that a double can be: with it, “over 80” is a range that includes its ends.
 *
 * @param value not negative, finite
 */
export function nextNumber(value: number): number {
  return step(value, 1n);
}

/**
 * The next smaller number.
 *
 * @param value greater than 0, finite
 */
export function previousNumber(value: number): number {
  return step(value, -1n);
}

/** One end of a range as people write it: `over` and `under` leave the number itself out. */
export interface WrittenEnd {
  readonly number: number;
  readonly isExcluded: boolean;
}

/** The lower end of a range: `nextNumber(80)` is written as what lies over 80. */
export function writtenFrom(from: number): WrittenEnd {
  if (from <= 0) return { number: from, isExcluded: false };
  return shorter(from, previousNumber(from));
}

/** The upper end of a range: `previousNumber(80)` is written as what lies under 80. */
export function writtenTo(to: number): WrittenEnd {
  return shorter(to, nextNumber(to));
}

function shorter(included: number, excluded: number): WrittenEnd {
  return String(excluded).length < String(included).length
    ? { number: excluded, isExcluded: true }
    : { number: included, isExcluded: false };
}

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { firstAtLeast, indexOfNumber, lastAtMost, seekAtLeast } from "#shared/base/sorted-numbers.ts";

const ascending = fc.uniqueArray(fc.nat(100), { maxLength: 50 }).map((numbers) => numbers.sort((a, b) => a - b));

describe("ascending numbers", () => {
  test("are searched from a place on", () => {
    fc.assert(
      fc.property(ascending, fc.nat(100), fc.nat(10), (values, wanted, from) => {
        const found = values.findIndex((value, index) => index >= from && value >= wanted);
        const expected = found === -1 ? Math.max(from, values.length) : found;
        expect(seekAtLeast(Int32Array.from(values), wanted, from)).toBe(expected);
        expect(firstAtLeast(Int32Array.from(values), wanted, from)).toBe(expected);
        expect(lastAtMost(Int32Array.from(values), wanted)).toBe(values.findLastIndex((value) => value <= wanted));
      }),
    );
  });

  test("are searched up to a place, as if nothing stood behind it", () => {
    fc.assert(
      fc.property(ascending, fc.nat(100), fc.nat(50), (values, wanted, most) => {
        const to = Math.min(most, values.length);
        const head = values.slice(0, to);
        const found = head.findIndex((value) => value >= wanted);
        const expected = found === -1 ? to : found;
        expect(seekAtLeast(Int32Array.from(values), wanted, 0, to)).toBe(expected);
        expect(firstAtLeast(Float64Array.from(values), wanted, 0, to)).toBe(expected);
        expect(indexOfNumber(values, wanted, to)).toBe(head.indexOf(wanted));
      }),
    );
  });
});

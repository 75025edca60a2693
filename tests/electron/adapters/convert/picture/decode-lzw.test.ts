import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeLzw } from "#adapters/convert/picture/decode-lzw.ts";

/** Codes of nine bits each, one after the other. */
function packCodes(codes: readonly number[]): Uint8Array {
  const bits = codes.map((code) => code.toString(2).padStart(9, "0")).join("");
  const padded = bits.padEnd(Math.ceil(bits.length / 8) * 8, "0");
  return Uint8Array.from(padded.match(/.{8}/gu) ?? [], (byte) => Number.parseInt(byte, 2));
}

test("the example of the specification, and a code that is not yet in the table", () => {
  // TIFF 6.0, section 13: the codes of 7 7 7 8 8 7 7 6 6.
  const target = new Uint8Array(9);
  expect(decodeLzw(packCodes([256, 7, 258, 8, 8, 258, 6, 6, 257]), target)).toBe(9);
  expect([...target]).toEqual([7, 7, 7, 8, 8, 7, 7, 6, 6]);
});

test("codes that are in no table end it, and nothing is written behind the target", () => {
  const target = new Uint8Array(4);
  expect(decodeLzw(packCodes([256, 7, 400, 7]), target)).toBe(1);
  expect(decodeLzw(packCodes([256, 300]), target)).toBe(0);
  expect(decodeLzw(packCodes([256, 7, 258, 259, 260, 261]), target)).toBe(4);
});

test("any bytes end", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2_000 }), (data) => {
      const target = new Uint8Array(5_000);
      expect(decodeLzw(data, target)).toBeLessThanOrEqual(target.length);
    }),
  );
});

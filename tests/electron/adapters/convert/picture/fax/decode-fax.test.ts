import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeFax, type FaxCoding } from "#adapters/convert/picture/fax/decode-fax.ts";

const WIDTH = 40;
const HEIGHT = 12;
/** A line across, and two boxes; 40 × 12 pixels, as libtiff coded them. */
const ROWS =
  "c0000000003c000000001ffff800001ffff800001ffff80000000070000000000e03fe000000e3fe0000001ffe00000003fe000000003c0000000003";
const T6 = "26bc32c4d902067e6ba0cdea247b83c1e44dc8be002002";
const T4 = "000135c5c00176260001802060000180206000018020600001ae10000111788380015140838001481c700103107001136e000117c0";

const bytesOf = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, "hex"));
const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

/** Bits as bytes, filled up with zeros. */
function packBits(bits: string): Uint8Array {
  const padded = bits.replaceAll(" ", "").padEnd(Math.ceil(bits.replaceAll(" ", "").length / 8) * 8, "0");
  return Uint8Array.from(padded.match(/.{8}/gu) ?? [], (byte) => Number.parseInt(byte, 2));
}

const END_OF_LINE = "000000000001";
/** Two white, three black, three white. */
const PLAIN = "0111 10 1000";

test.each([
  ["t6", T6],
  ["t4", T4],
] as const)("%s gives the picture", (coding, hex) => {
  const { bytes, isWhole } = decodeFax(bytesOf(hex), coding, WIDTH, HEIGHT);
  expect([hexOf(bytes), isWhole]).toEqual([ROWS, true]);
});

test("rows of one and two dimensions take turns in T.4, and rows without ends begin at bytes", () => {
  const mixed = packBits(`${END_OF_LINE}1 ${PLAIN} ${END_OF_LINE}0 1 010 1 ${END_OF_LINE}0 001 0111 11 1`);
  expect(hexOf(decodeFax(mixed, "t4-2d", 8, 3).bytes)).toBe("383030");
  const rows = packBits(`${PLAIN.replaceAll(" ", "").padEnd(16, "0")}${PLAIN}`);
  expect(decodeFax(rows, "rows", 8, 2)).toMatchObject({ bytes: Uint8Array.of(0x38, 0x38), isWhole: true });
});

test("what is cut is read as far as it goes; a damaged row of T.4 costs no other", () => {
  const cut = decodeFax(bytesOf(T6).subarray(0, 12), "t6", WIDTH, HEIGHT);
  expect(cut.isWhole).toBe(false);
  expect(hexOf(cut.bytes).startsWith(ROWS.slice(0, 40))).toBe(true);
  const damaged = packBits(`${END_OF_LINE}${PLAIN}${END_OF_LINE}0111 000000001 0${END_OF_LINE}${PLAIN}`);
  expect(decodeFax(damaged, "t4", 8, 3)).toEqual({ bytes: Uint8Array.of(0x38, 0, 0x38), isWhole: false });
});

test("any bytes end in rows of the size that was asked for", () => {
  const codings: readonly FaxCoding[] = ["rows", "t4", "t4-2d", "t6"];
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 400 }),
      fc.constantFrom(...codings),
      fc.integer({ min: 1, max: 70 }),
      (data, coding, width) => {
        const { bytes } = decodeFax(data, coding, width, 30);
        expect(bytes).toHaveLength(Math.ceil(width / 8) * 30);
      },
    ),
  );
});

test("a long stretch without any code ends at once", () => {
  expect(decodeFax(new Uint8Array(2_000_000), "t6", 2_000, 3_000).isWhole).toBe(false);
  expect(decodeFax(new Uint8Array(2_000_000), "t4", 2_000, 3_000).isWhole).toBe(false);
});

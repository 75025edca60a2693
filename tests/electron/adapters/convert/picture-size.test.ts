import { expect, test } from "vitest";
import { measurePicture } from "#adapters/convert/picture-size.ts";

const PNG = Buffer.from("89504e470d0a1a0a0000000d4948445200000012000000340802000000000000000000", "hex");
/** Start of image, an application segment of four bytes, start of frame: 16 high, 32 wide, three components. */
const JPEG = Buffer.from("ffd8ffe00004abcdffc2001108001000200301220002110103110100", "hex");

test("the size stands in the header", () => {
  expect(measurePicture(PNG)).toEqual({ kind: "png", width: 0x12, height: 0x34, components: 4 });
  expect(measurePicture(JPEG)).toEqual({ kind: "jpeg", width: 32, height: 16, components: 3 });
});

test("what is cut or of another kind has no size", () => {
  for (let length = 0; length < 20; length += 1) {
    expect(measurePicture(PNG.subarray(0, length))).toBeNull();
    expect(measurePicture(JPEG.subarray(0, Math.min(length, 16)))).toBeNull();
  }
  expect(measurePicture(Buffer.from("GIF89a and so on, for more than thirty bytes"))).toBeNull();
  expect(measurePicture(Buffer.alloc(64, 0xff))).toBeNull();
});

import { truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isHeavy } from "#adapters/convert/is-heavy.ts";
import { setUpTempFolder } from "../../../support/temp-folder.ts";

/** The head of a PNG that claims a size. */
function pngHead(width: number, height: number): Buffer {
  const head = Buffer.from("89504e470d0a1a0a0000000d49484452000000000000000008060000000000000000", "hex");
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return head;
}

test("a file is heavy by its length, and a PNG by the pixels that it claims", async () => {
  const path = join(setUpTempFolder(), "file");
  writeFileSync(path, "");
  truncateSync(path, 5 * 1024 ** 2);
  expect(await isHeavy({ path, format: "html" })).toBe(true);
  expect(await isHeavy({ path, format: "eml" })).toBe(false);
  expect(await isHeavy({ path, format: "mbox" })).toBe(false);
  writeFileSync(path, pngHead(9_000, 9_000));
  expect(await isHeavy({ path, format: "png" })).toBe(true);
  writeFileSync(path, pngHead(900, 900));
  expect(await isHeavy({ path, format: "png" })).toBe(false);
});

test("what cannot be read is left to the conversion, which says why", async () => {
  expect(await isHeavy({ path: join(setUpTempFolder(), "absent"), format: "html" })).toBe(false);
});

import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readZip } from "#adapters/convert/archive/read-zip.ts";
import type { Converted } from "#adapters/convert/converted.ts";
import { setUpTempFolder } from "../../../../support/temp-folder.ts";
import { collectChildren } from "../collected-children.ts";
import { buildZip, type PackedEntry } from "./build-zip.ts";

async function read(entries: readonly PackedEntry[], depth: number) {
  const path = join(setUpTempFolder(), "annexes.zip");
  writeFileSync(path, buildZip(entries));
  const children = collectChildren();
  const converted = await readZip({
    bytes: new Uint8Array(0),
    path,
    fileName: "annexes.zip",
    depth,
    children,
    progress: () => undefined,
  });
  return { converted, children };
}

function shownText(converted: Converted): string {
  if (converted.content.kind !== "rendition") throw new Error("there is no rendition");
  return JSON.stringify(converted.content.rendition.blocks);
}

const ENTRIES: readonly PackedEntry[] = [
  { name: "notes/", content: Buffer.alloc(0), isStored: true },
  { name: "notes/one.txt", content: Buffer.from("SPECIMEN one") },
  { name: "__MACOSX/._one.txt", content: Buffer.from("\0\x05\x16\x07") },
  { name: "secret.txt", content: Buffer.from("x"), flags: 1 },
  { name: "torn.txt", content: Buffer.from("SPECIMEN torn"), crc: 7 },
];

test("every file is handed out or refused, in its order, and listed", async () => {
  const { converted, children } = await read(ENTRIES, 0);
  expect(children.files.map(({ name, bytes }) => [name, bytes.toString()])).toEqual([
    ["notes/one.txt", "SPECIMEN one"],
    ["__MACOSX/._one.txt", "\0\x05\x16\x07"],
  ]);
  expect(children.refused.map(({ name, reason }) => [name, reason])).toEqual([
    ["secret.txt", "import/encrypted"],
    ["torn.txt", "import/corrupt"],
  ]);
  const shown = shownText(converted);
  for (const { name } of ENTRIES) expect(shown).toContain(String(name));
  expect(shown).toContain(createHash("sha256").update("SPECIMEN one").digest("hex"));
  expect(converted).toMatchObject({ format: "zip", headers: null, notices: [] });
});

test("in the third container nothing is opened, and everything is still listed", async () => {
  const { converted, children } = await read(ENTRIES, 3);
  expect(children.files).toEqual([]);
  expect(children.refused.map(({ reason }) => reason)).toEqual(Array(4).fill("import/nested-too-deep"));
  expect(shownText(converted)).toContain("notes/one.txt");
});

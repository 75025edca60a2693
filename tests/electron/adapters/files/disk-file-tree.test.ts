import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createDiskFileTree } from "#adapters/files/disk-file-tree.ts";
import type { FoundFile } from "#core/ports/file-tree.ts";
import { setUpTempFolder } from "../../../support/temp-folder.ts";
import { withoutPrivileges } from "../../../support/unprivileged.ts";

const tree = createDiskFileTree();
const never = new AbortController().signal;

async function walk(paths: readonly string[], relativeTo: string | null = null, signal = never) {
  const found: FoundFile[] = [];
  for await (const batch of tree.walk(paths, relativeTo, signal)) found.push(...batch);
  return found;
}

function shown(found: readonly FoundFile[]) {
  return found.map((file) => file.shownPath);
}

describe("walking", () => {
  it("finds every file below the paths, in one order, named relative to a folder", async () => {
    const root = setUpTempFolder();
    for (const folder of ["b/inner", "a", "empty"]) mkdirSync(join(root, folder), { recursive: true });
    for (const file of ["b/inner/z.pdf", "b/B.pdf", "b/a.pdf", "a/é.pdf", "c.pdf"])
      writeFileSync(join(root, file), "x");
    const found = await walk([join(root, "c.pdf"), root], root);
    expect(shown(found)).toEqual(["c.pdf", "a/é.pdf", "b/B.pdf", "b/a.pdf", "b/inner/z.pdf", "c.pdf"]);
    expect(shown(await walk([join(root, "b")]))).toEqual(
      ["B.pdf", "a.pdf", "inner/z.pdf"].map((name) => join(root, "b", name)),
    );
    expect(found.every((file) => file.skipped === null && file.note === null)).toBe(true);
  });

  it("hands on files in batches", async () => {
    const root = setUpTempFolder();
    for (let number = 0; number < 501; number += 1) writeFileSync(join(root, `${number}`), "");
    const sizes: number[] = [];
    for await (const batch of tree.walk([root], root, never)) sizes.push(batch.length);
    expect(sizes).toEqual([500, 1]);
  });

  it("reports links, pipes and what is gone, and follows nothing", async () => {
    const root = setUpTempFolder();
    mkdirSync(join(root, "folder"));
    writeFileSync(join(root, "folder/secret"), "x");
    symlinkSync("..", join(root, "folder/loop"));
    symlinkSync("/etc/hostname", join(root, "link"));
    symlinkSync("nowhere", join(root, "broken"));
    execFileSync("mkfifo", [join(root, "pipe")]);
    const found = await walk([root, join(root, "gone")], root);
    expect(found.map(({ shownPath, skipped, note }) => [shownPath, skipped, note])).toEqual([
      ["broken", "import/not-a-regular-file", "It is a symbolic link."],
      ["folder/loop", "import/not-a-regular-file", "It is a symbolic link."],
      ["folder/secret", null, null],
      ["link", "import/not-a-regular-file", "It is a symbolic link."],
      ["pipe", "import/not-a-regular-file", "It is a named pipe."],
      ["gone", "import/unreadable", "ENOENT"],
    ]);
    expect(shown(await walk([join(root, "link")], root))).toEqual(["link"]);
  });

  it("finds files by the bytes of their names", async () => {
    const root = setUpTempFolder();
    const names = [
      Buffer.from([0x61, 0xff]),
      Buffer.from("n".repeat(255)),
      Buffer.from("CON."),
      Buffer.from("\u202Efdp"),
    ];
    for (const name of names) writeFileSync(Buffer.concat([Buffer.from(`${root}/`), name]), "x");
    const found = await walk([root], root);
    expect(new Set(shown(found))).toEqual(new Set(["a\ufffd", "n".repeat(255), "CON.", "\u202Efdp"]));
    const raw = found.find((file) => file.shownPath === "a\ufffd");
    expect(Buffer.from(raw?.path ?? []).subarray(-2)).toEqual(Buffer.from([0x61, 0xff]));
  });

  it("reports a folder that cannot be listed as one entry and goes on", async () => {
    const root = setUpTempFolder();
    chmodSync(root, 0o755);
    for (const name of ["closed", "open"]) {
      mkdirSync(join(root, name));
      writeFileSync(join(root, name, "file"), "x");
    }
    chmodSync(join(root, "closed"), 0);
    const found = await withoutPrivileges(() => walk([root], root));
    chmodSync(join(root, "closed"), 0o700);
    expect(found.map(({ shownPath, skipped, note }) => [shownPath, skipped, note])).toEqual([
      ["closed", "import/unreadable", "The folder could not be listed (EACCES)."],
      ["open/file", null, null],
    ]);
  });

  it("stops when it is cancelled", async () => {
    const root = setUpTempFolder();
    writeFileSync(join(root, "file"), "x");
    expect(await walk([root], root, AbortSignal.abort())).toEqual([]);
  });
});

it("existence includes what a link stands for, and folders go with what is in them", async () => {
  const root = setUpTempFolder();
  mkdirSync(join(root, "incoming/deep"), { recursive: true });
  symlinkSync("nowhere", join(root, "broken"));
  expect(await tree.exists(join(root, "broken"))).toBe(true);
  expect(await tree.exists(join(root, "gone"))).toBe(false);
  await tree.removeFolder(join(root, "incoming"));
  await tree.removeFolder(join(root, "incoming"));
  expect(existsSync(join(root, "incoming"))).toBe(false);
});

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createDiskFileVault } from "#adapters/files/disk-file-vault.ts";
import { expectFailure, failureOf } from "../../../support/expect-failure.ts";
import { setUpTempFolder } from "../../../support/temp-folder.ts";

const never = new AbortController().signal;
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

function setUpVault() {
  const folder = setUpTempFolder();
  mkdirSync(join(folder, "case/originals"), { recursive: true });
  const vault = createDiskFileVault(join(folder, "case"));
  const source = (name: string, bytes: Uint8Array) => {
    writeFileSync(join(folder, name), bytes);
    return Buffer.from(join(folder, name));
  };
  return { folder, vault, source, staging: join(folder, "case/staging") };
}

describe("staging", () => {
  it("copies, hashes and keeps the beginning of a file of any length", async () => {
    const { vault, source } = setUpVault();
    for (const length of [0, 1, 4096, 4097, 1 << 20, (1 << 20) + 1, 3_000_000]) {
      const bytes = Uint8Array.from({ length }, (_, index) => (index * 31 + length) % 251);
      const staged = await vault.stage(source("file", bytes), never);
      expect(staged).toMatchObject({ sha256: sha256(bytes), bytes: length });
      expect(Buffer.from(staged.head).equals(bytes.subarray(0, 4096))).toBe(true);
      expect(readFileSync(staged.path).equals(bytes)).toBe(true);
      await vault.discard(staged);
      await vault.discard(staged);
      expect(existsSync(staged.path)).toBe(false);
    }
  });

  it("takes a name that is not UTF-8", async () => {
    const { folder, vault } = setUpVault();
    const path = Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0x61, 0xff, 0xfe])]);
    writeFileSync(path, "content");
    expect((await vault.stage(path, never)).bytes).toBe(7);
  });

  it("refuses what is no file, without waiting for it, and leaves nothing", async () => {
    const { folder, vault, source, staging } = setUpVault();
    execFileSync("mkfifo", [join(folder, "pipe")]);
    symlinkSync(source("target", Uint8Array.of(1)), join(folder, "link"));
    for (const name of ["pipe", "link", "case"]) {
      await expectFailure("import/not-a-regular-file", () => vault.stage(Buffer.from(join(folder, name)), never));
    }
    const failure = await expectFailure("import/unreadable", () => vault.stage(Buffer.from(join(folder, "no")), never));
    expect(failure.message).toContain("ENOENT");
    expect(existsSync(staging) ? readdirSync(staging) : []).toEqual([]);
  });

  it.each([false, true])("notices a file that changes while it is read (its time stays: %s)", async (keepsTime) => {
    const { vault, source, staging } = setUpVault();
    const path = source("cut", new Uint8Array(3 << 20));
    utimesSync(path, 1, 1);
    let reads = 0;
    // The signal is asked before each read: the moment at which another program cuts the file off.
    const signal = {
      get aborted() {
        reads += 1;
        if (reads !== 2) return false;
        truncateSync(path, 1 << 20);
        if (keepsTime) utimesSync(path, 1, 1);
        return false;
      },
    } as AbortSignal;
    await expectFailure("import/changed-while-reading", () => vault.stage(path, signal));
    expect(readdirSync(staging)).toEqual([]);
  });

  it("stops when it is cancelled and leaves nothing", async () => {
    const { vault, source, staging } = setUpVault();
    const path = source("file", new Uint8Array(3 << 20));
    await expectFailure("job/cancelled", () => vault.stage(path, AbortSignal.abort()));
    expect(readdirSync(staging)).toEqual([]);
  });

  it("that cannot write names the place, not the file", async () => {
    const { folder, vault, source } = setUpVault();
    const path = source("file", Uint8Array.of(1));
    writeFileSync(join(folder, "case/staging"), "a file where the folder should be");
    const failure = await failureOf(() => vault.stage(path, never));
    expect(failure.code).toBe("export/not-writable");
    expect(failure.message).toContain("staging");
  });

  it("is cleared of what a crash left", async () => {
    const { vault, source, staging } = setUpVault();
    await vault.clearStaging();
    await vault.stage(source("file", Uint8Array.of(1)), never);
    expect(readdirSync(staging)).toHaveLength(1);
    await vault.clearStaging();
    expect(readdirSync(staging)).toEqual([]);
  });
});

describe("originals", () => {
  it("stand under their hash, byte for byte and read-only", async () => {
    const { folder, vault, source } = setUpVault();
    const bytes = Uint8Array.from({ length: 5000 }, (_, index) => index % 253);
    const hash = sha256(bytes);
    expect(await vault.exists(hash)).toBe(false);
    expect(await vault.hash(hash)).toBeNull();
    await vault.keep(await vault.stage(source("file.pdf", bytes), never));
    const path = vault.pathOf(hash);
    expect(path).toBe(join(folder, "case/originals", hash.slice(0, 2), hash));
    expect(readFileSync(path).equals(bytes)).toBe(true);
    expect(statSync(path).mode & 0o777).toBe(0o444);
    expect(await vault.exists(hash)).toBe(true);
    expect(await vault.hash(hash)).toBe(hash);
    await vault.keep(await vault.stage(source("again.pdf", bytes), never));
    expect(readFileSync(path).equals(bytes)).toBe(true);
    expect(readdirSync(join(folder, "case/staging"))).toEqual([]);
  });

  it("that were altered have another hash", async () => {
    const { vault, source } = setUpVault();
    const staged = await vault.stage(source("file", Uint8Array.of(1, 2, 3)), never);
    await vault.keep(staged);
    writeFileSync(`${vault.pathOf(staged.sha256)}.new`, "x");
    execFileSync("cp", ["-f", `${vault.pathOf(staged.sha256)}.new`, vault.pathOf(staged.sha256)]);
    expect(await vault.hash(staged.sha256)).toBe(sha256(Buffer.from("x")));
  });

  it("that cannot be kept are named a failure to write", async () => {
    const { folder, vault, source } = setUpVault();
    const staged = await vault.stage(source("file", Uint8Array.of(1)), never);
    writeFileSync(join(folder, "case/originals", staged.sha256.slice(0, 2)), "a file where the folder should be");
    await expectFailure("export/not-writable", () => vault.keep(staged));
    expect(await vault.exists(staged.sha256)).toBe(false);
  });
});

describe("bytes that arrive piece by piece", () => {
  it("are staged as a file of the same bytes would be", async () => {
    const { vault, source } = setUpVault();
    for (const lengths of [[], [0], [1], [4000, 200, 5000], [4096, 1], [1 << 20, 7]]) {
      const pieces = lengths.map((length, at) => Uint8Array.from({ length }, (_, index) => (index + at) % 251));
      const writer = vault.stageBytes();
      for (const piece of pieces) writer.write(piece);
      const staged = writer.finish();
      const whole = await vault.stage(source("whole", Buffer.concat(pieces)), never);
      expect({ ...staged, head: [...staged.head] }).toEqual({ ...whole, head: [...whole.head], path: staged.path });
      expect(readFileSync(staged.path).equals(Buffer.concat(pieces))).toBe(true);
      await vault.keep(staged);
      expect(await vault.hash(staged.sha256)).toBe(staged.sha256);
      await vault.discard(whole);
    }
  });

  it("leave nothing when they are discarded, before or after the end", () => {
    const { vault, staging } = setUpVault();
    vault.stageBytes().discard();
    const [half, whole] = [vault.stageBytes(), vault.stageBytes()];
    half.write(Uint8Array.of(1));
    half.discard();
    whole.write(Uint8Array.of(2));
    whole.finish();
    whole.discard();
    expect(readdirSync(staging)).toEqual([]);
  });

  it("that cannot be written are named a failure to write", async () => {
    const { folder, vault } = setUpVault();
    writeFileSync(join(folder, "case/staging"), "a file where the folder should be");
    const writer = vault.stageBytes();
    await expectFailure("export/not-writable", () => writer.write(Uint8Array.of(1)));
    writer.discard();
  });
});

describe("an original that is read again", () => {
  it("looks as when it was staged, and is never discarded", async () => {
    const { vault, source } = setUpVault();
    const staged = await vault.stage(source("file", Buffer.alloc(5000, 7)), never);
    await vault.keep(staged);
    const original = await vault.original(staged.sha256);
    expect({ ...original, head: [...original.head] }).toEqual({
      ...staged,
      head: [...staged.head],
      path: vault.pathOf(staged.sha256),
    });
    await vault.discard(original);
    expect(await vault.exists(staged.sha256)).toBe(true);
    await expectFailure("document/original-missing", () => vault.original("ab".repeat(32)));
  });
});

describe("renditions", () => {
  const hash = "cd".repeat(32);

  it("stand under the hash of the original, and are replaced as a whole", async () => {
    const { folder, vault, staging } = setUpVault();
    expect(await vault.hasRendition(hash)).toBe(false);
    await vault.keepRendition(hash, Buffer.from("first"));
    await vault.keepRendition(hash, Buffer.from("second"));
    const path = vault.renditionPathOf(hash);
    expect(path).toBe(join(folder, "case/renditions/cd", `${hash}.pdf`));
    expect(readFileSync(path, "utf8")).toBe("second");
    expect(await vault.hasRendition(hash)).toBe(true);
    expect(readdirSync(staging)).toEqual([]);
  });

  it("that cannot be kept leave what was there, and nothing beside it", async () => {
    const { folder, vault, staging } = setUpVault();
    writeFileSync(join(folder, "case/renditions"), "a file where the folder should be");
    await expectFailure("export/not-writable", () => vault.keepRendition(hash, Buffer.from("pdf")));
    expect(await vault.hasRendition(hash)).toBe(false);
    expect(readdirSync(staging)).toEqual([]);
  });
});

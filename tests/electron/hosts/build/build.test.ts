import { mkdir, mkdtemp, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { withBuildLock } from "#hosts/build/build-lock.ts";
import { isFresh } from "#hosts/build/build-record.ts";
import { fingerprintSources } from "#hosts/build/fingerprint.ts";
import { listFiles, publishBuild } from "#hosts/build/publish.ts";

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "probative-build-"));
  await write("shared/a.ts", "a");
  await write("renderer/b.tsx", "b");
  await write("package.json", "{}");
});

afterEach(() => rm(root, { recursive: true }));

async function write(path: string, text: string): Promise<void> {
  await mkdir(join(root, path, ".."), { recursive: true });
  await writeFile(join(root, path), text);
}

async function publish(files: Readonly<Record<string, string>>, fingerprint = fingerprintSources(root)): Promise<void> {
  const staging = join(root, "dist/.staging");
  for (const [file, text] of Object.entries(files)) await write(`dist/.staging/${file}`, text);
  await publishBuild(root, staging, fingerprint, (file) => file === "cli/main.js");
  await rm(staging, { recursive: true });
}

describe("the fingerprint of the sources", () => {
  it("stays the same until a source changes, comes or goes", async () => {
    const first = fingerprintSources(root);
    expect(fingerprintSources(root)).toBe(first);
    await write("docs/notes.md", "not a source");
    await write("tests/a.test.ts", "not a source");
    expect(fingerprintSources(root)).toBe(first);
    await write("shared/deep/c.ts", "c");
    const second = fingerprintSources(root);
    await rm(join(root, "shared/a.ts"));
    const third = fingerprintSources(root);
    await utimes(join(root, "renderer/b.tsx"), new Date(), new Date(0));
    expect(new Set([first, second, third, fingerprintSources(root)]).size).toBe(4);
  });
});

describe("a build", () => {
  it("is fresh until a source changes or a file of it is gone", async () => {
    expect(isFresh(root, fingerprintSources(root))).toBe(false);
    await publish({ "cli/main.js": "1", "chunks/x-1.js": "x" });
    expect(isFresh(root, fingerprintSources(root))).toBe(true);
    await rm(join(root, "dist/chunks/x-1.js"));
    expect(isFresh(root, fingerprintSources(root))).toBe(false);
    await publish({ "cli/main.js": "1", "chunks/x-1.js": "x" });
    await write("shared/a.ts", "changed");
    expect(isFresh(root, fingerprintSources(root))).toBe(false);
  });

  it("is not fresh when its record cannot be read", async () => {
    await publish({ "cli/main.js": "1" });
    for (const text of ["", "{", "null", '{"fingerprint":1,"files":[]}', '{"fingerprint":"x"}']) {
      await write("dist/build.json", text);
      expect(isFresh(root, fingerprintSources(root))).toBe(false);
    }
  });

  it("keeps the parts of the one before it, for programs that run, and drops older ones", async () => {
    await publish({ "cli/main.js": "1", "chunks/x-1.js": "x1" });
    await write("dist/types/other.d.ts", "of another tool");
    await publish({ "cli/main.js": "2", "chunks/x-2.js": "x2" });
    expect(await listFiles(join(root, "dist/chunks"))).toEqual(["x-1.js", "x-2.js"]);
    expect(await readFile(join(root, "dist/cli/main.js"), "utf8")).toBe("2");
    await publish({ "cli/main.js": "3", "chunks/x-3.js": "x3" });
    expect(await listFiles(join(root, "dist/chunks"))).toEqual(["x-2.js", "x-3.js"]);
    expect(await listFiles(join(root, "dist/types"))).toEqual(["other.d.ts"]);
  });
});

describe("the lock", () => {
  const lock = () => join(root, "dist/.build-lock");

  it("lets one in at a time, and the next when the first failed", async () => {
    const log: string[] = [];
    const work = (name: string) => async () => {
      log.push(`${name} in`);
      await stat(root);
      log.push(`${name} out`);
      if (name === "a") throw new Error("failed");
    };
    const [first, second] = await Promise.allSettled([
      withBuildLock(lock(), work("a")),
      withBuildLock(lock(), work("b")),
    ]);
    expect([first.status, second.status].sort()).toEqual(["fulfilled", "rejected"]);
    expect([log[0]?.[0], log[2]?.[0]]).toEqual([log[1]?.[0], log[3]?.[0]]);
    await expect(stat(lock())).rejects.toThrow("ENOENT");
  });

  it("is taken over from a process that died", async () => {
    await write("dist/.build-lock/owner", "2147483646");
    expect(await withBuildLock(lock(), async () => "done")).toBe("done");
  });
});

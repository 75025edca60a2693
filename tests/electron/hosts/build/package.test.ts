import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ensureBuilt } from "#hosts/build/ensure-built.ts";

const ROOT = resolve(import.meta.dirname, "../../../..");

/** What stands before the switches in the binary of a runtime, so that they can be found and set. */
const FUSE_SENTINEL = "dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX";

let folder: string;
let resources: string;

/** A runtime that is none, but has the files and the switches that the packager works on. */
async function writeStubRuntime(target: string): Promise<void> {
  await mkdir(join(target, "resources"), { recursive: true });
  const wire = Buffer.concat([Buffer.from([1, 8]), Buffer.from("00000000")]);
  await writeFile(join(target, "electron"), Buffer.concat([Buffer.from(FUSE_SENTINEL), wire]), { mode: 0o755 });
  for (const name of ["LICENSE", "LICENSES.chromium.html", "chrome-sandbox"]) await writeFile(join(target, name), "");
}

function runTool(words: readonly string[]): string {
  const [program = "", ...rest] = words;
  const run = spawnSync(process.execPath, [join(ROOT, "node_modules", program), ...rest], {
    cwd: ROOT,
    encoding: "utf8",
  });
  expect(run.stderr + run.stdout).toSatisfy(() => run.status === 0);
  return run.stdout;
}

beforeAll(async () => {
  await ensureBuilt(ROOT);
  folder = await mkdtemp(join(tmpdir(), "probative-package-"));
  await writeStubRuntime(join(folder, "runtime"));
  const overrides = [`-c.electronDist=${join(folder, "runtime")}`, `-c.directories.output=${join(folder, "release")}`];
  runTool(["electron-builder/cli.js", "--dir", "--linux", "--x64", ...overrides]);
  resources = join(folder, "release/linux-unpacked/resources");
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe("a package", () => {
  it("has the switches of its runtime set as the design says", () => {
    const app = join(folder, "release/linux-unpacked/probative");
    const report = runTool(["@electron/fuses/dist/bin.js", "read", "--app", app]);
    expect(report).toContain("RunAsNode is Disabled");
    expect(report).toContain("EnableNodeOptionsEnvironmentVariable is Disabled");
    expect(report).toContain("EnableNodeCliInspectArguments is Disabled");
    expect(report).toContain("EnableCookieEncryption is Enabled");
    expect(report).toContain("EnableEmbeddedAsarIntegrityValidation is Enabled");
    expect(report).toContain("OnlyLoadAppFromAsar is Enabled");
  });

  it("holds the program and what it needs, and nothing of the workshop", () => {
    const files = runTool(["@electron/asar/bin/asar.js", "list", join(resources, "app.asar")]).split("\n");
    for (const file of [
      "/package.json",
      "/dist/desktop/main.js",
      "/dist/desktop/preload.cjs",
      "/dist/desktop/backend.js",
      "/dist/workers/extract.js",
      "/dist/workers/convert.js",
      "/dist/workers/ocr.js",
      "/node_modules/@tesseract.js-data/spa/4.0.0_best_int/spa.traineddata.gz",
      "/node_modules/tesseract.js-core/tesseract-core-simd-lstm.wasm",
      "/node_modules/@jsquash/webp/codec/dec/webp_dec.wasm",
      "/node_modules/@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf",
      "/dist/renderer/index.html",
      "/node_modules/better-sqlite3/prebuilds/linux-x64.node",
    ]) {
      expect(files).toContain(file);
    }
    expect(files.filter((file) => /^\/(electron|renderer|shared|fixtures|tests|docs|\.git|\.ci)\b/.test(file))).toEqual(
      [],
    );
    expect(files.filter((file) => /^\/dist\/types|node_modules\/(pdfjs-dist|electron|vite)\//.test(file))).toEqual([]);
    expect(files.filter((file) => file.endsWith(".node"))).toHaveLength(1);
    expect(files.filter((file) => /tesseract-core(-lstm)?\.|\/4\.0\.0\//.test(file))).toEqual([]);
  });

  // What was packed holds the native module for this system alone.
  const canRun = process.platform === "linux" && process.arch === "x64";
  it.runIf(canRun)(
    "does its work from what was packed alone",
    async () => {
      const app = join(folder, "app");
      runTool(["@electron/asar/bin/asar.js", "extract", join(resources, "app.asar"), app]);
      const script = join(folder, "run.mjs");
      await writeFile(script, `await (await import("./app/dist/cli/main.js")).main(process.argv.slice(2));`);
      const words = ["case", "create-sample", join(folder, "sample.probative"), "--json"];
      const run = spawnSync(process.execPath, [script, ...words], {
        cwd: folder,
        encoding: "utf8",
        env: { ...process.env, PROBATIVE_HOME: join(folder, "home") },
      });
      expect(run.stderr).toBe("");
      const { account } = JSON.parse(run.stdout);
      expect(account.failed).toBe(0);
      expect(account.imported + account.duplicate).toBe(account.given);
      expect(account.imported).toBeGreaterThan(5);
    },
    120_000,
  );
});

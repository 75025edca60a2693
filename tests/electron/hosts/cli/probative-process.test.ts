import { type ChildProcess, spawn } from "node:child_process";
import { copyFile, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ensureBuilt } from "#hosts/build/ensure-built.ts";
import { errorDefinition } from "#shared/errors/codes.ts";

const ROOT = resolve(import.meta.dirname, "../../../..");
const SCRIPT = "electron/hosts/cli/probative.mjs";

/** Makes a Node.js say that it is an older one, before the script looks. */
const PRETEND_OLD = `data:text/javascript,${encodeURIComponent(
  "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.9.0' } });",
)}`;

let home: string;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "probative-process-"));
  await ensureBuilt(ROOT);
}, 60_000);

afterAll(() => rm(home, { recursive: true, force: true }));

function start(words: readonly string[], options: { readonly old?: boolean; readonly script?: string } = {}) {
  const flags = options.old === true ? ["--import", PRETEND_OLD] : [];
  return spawn(process.execPath, [...flags, options.script ?? join(ROOT, SCRIPT), ...words], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, PROBATIVE_HOME: home },
  });
}

async function runToEnd(child: ChildProcess) {
  const written = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name]?.setEncoding("utf8").on("data", (text: string) => {
      written[name] += text;
    });
  }
  const exitCode = await new Promise<number | null>((done) => child.once("close", done));
  return { exitCode, ...written };
}

/** The first line of standard output as JSON. */
async function firstValue(child: ChildProcess): Promise<{ readonly origin: string }> {
  let text = "";
  for await (const part of child.stdout ?? []) {
    text += part;
    if (text.includes("\n")) break;
  }
  return JSON.parse(text);
}

describe("an older Node.js", () => {
  it("is replaced by the one that the clone has", async () => {
    const run = await runToEnd(start(["--version"], { old: true }));
    expect(run).toMatchObject({ exitCode: 0, stdout: "0.1.0\n" });
    const failed = await runToEnd(start(["tags", "list", "--case", join(home, "none"), "--json"], { old: true }));
    expect(failed.exitCode).toBe(4);
    expect(JSON.parse(failed.stdout).error.code).toBe("case/not-a-case");
  });

  it("is refused in the words of the error table where there is no other", async () => {
    await mkdir(join(home, "electron/hosts/cli"), { recursive: true });
    const script = join(home, SCRIPT);
    await copyFile(join(ROOT, SCRIPT), script);
    const { message, action, exitCode } = errorDefinition("host/node-too-old");
    const asText = await runToEnd(start(["tags", "list"], { old: true, script }));
    expect(asText).toEqual({ exitCode, stdout: "", stderr: `${message}\n${action} (host/node-too-old)\n` });
    const asJson = await runToEnd(start(["tags", "list", "--json"], { old: true, script }));
    expect(JSON.parse(asJson.stdout).error).toMatchObject({ code: "host/node-too-old", message, action });
  });
});

describe("serve as a process", () => {
  async function isGone(origin: string): Promise<boolean> {
    return fetch(origin).then(
      () => false,
      () => true,
    );
  }

  it.each([[false], [true]])("ends cleanly on a signal (through an older Node.js: %s)", async (old) => {
    const child = start(["serve", "--no-open", "--json"], { old });
    const ended = new Promise<number | null>((done) => child.once("exit", done));
    const { origin } = await firstValue(child);
    expect((await fetch(origin)).status).toBe(200);
    child.kill("SIGINT");
    expect(await ended).toBe(0);
    expect(await isGone(origin)).toBe(true);
  });

  it("does not outlive the process that started it", async () => {
    const child = start(["serve", "--no-open", "--json"], { old: true });
    const { origin } = await firstValue(child);
    child.kill("SIGKILL");
    await expect.poll(() => isGone(origin), { timeout: 5000 }).toBe(true);
  });
});

#!/usr/bin/env node
// Plain JavaScript that any Node.js since 18 can read: the rest of the program needs a newer one, and a native module
// in an older one ends the process without a word.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "../../..");
const words = process.argv.slice(2);

/** Where the `node` package puts its program: a clone has it, a packaged program does not. */
const bundledNode = ["bin/node", "bin/node.exe"]
  .map((file) => join(root, "node_modules/node", file))
  .find((file) => existsSync(file));

// npm runs scripts in the folder of the package; paths on the command line are meant from where the person stands.
if (process.env.npm_lifecycle_event === "probative" && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);

if (!isAtLeast(24, 0) && bundledNode !== undefined && process.env.PROBATIVE_REEXECUTED !== "1") runWith(bundledNode);
else if (!isAtLeast(22, 13)) refuse();
else await run();

/** @param {number} major @param {number} minor */
function isAtLeast(major, minor) {
  const [ownMajor = 0, ownMinor = 0] = process.versions.node.split(".").map(Number);
  return ownMajor > major || (ownMajor === major && ownMinor >= minor);
}

/** @param {string} program */
function runWith(program) {
  const child = spawn(program, [fileURLToPath(import.meta.url), ...words], {
    // The channel tells the child when this process is gone, however it went.
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: { ...process.env, PROBATIVE_REEXECUTED: "1" },
  });
  // A terminal sends Ctrl-C to both processes. Passed on as SIGTERM, which asks once however often it comes, a signal
  // that was sent to this process alone reaches the child too, and Ctrl-C is not counted twice.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill("SIGTERM"));
  child.once("error", refuse);
  child.once("exit", (code, signal) => {
    process.exitCode = code ?? (signal === "SIGINT" ? 130 : 1);
  });
}

/** Says `host/node-too-old` in the words of the error table, which this file cannot import; a test compares them. */
function refuse() {
  const error = {
    code: "host/node-too-old",
    message: "This Node.js is too old.",
    action: "Use Node.js 22 or newer, or run it through npm.",
    retryable: false,
    details: { version: process.versions.node },
  };
  if (words.includes("--json")) process.stdout.write(`${JSON.stringify({ error })}\n`);
  else process.stderr.write(`${error.message}\n${error.action} (${error.code})\n`);
  process.exitCode = 4;
}

async function run() {
  const ensureBuilt = join(root, "electron/hosts/build/ensure-built.ts");
  if (existsSync(ensureBuilt) && process.features.typescript) {
    await (await import(pathToFileURL(ensureBuilt).href)).ensureBuiltOrExit(root);
  }
  await (await import(pathToFileURL(join(root, "dist/cli/main.js")).href)).main(words);
}

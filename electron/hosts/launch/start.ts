import { spawn } from "node:child_process";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { ensureBuiltOrExit } from "../build/ensure-built.ts";
import { fetchElectron, findElectron, reasonAgainstElectron } from "./electron-runtime.ts";

/** A runtime that ends with a failure this early never showed a window: a library or a permission is missing. */
const EARLY_MILLISECONDS = 10_000;

const root = resolve(import.meta.dirname, "../../..");

/** `npm start`: the workbench in a window of its own, or, where that cannot be had, in the browser. */
async function start(words: readonly string[]): Promise<void> {
  await ensureBuiltOrExit(root);
  const reason = await showWindow();
  say(`No window of its own (${reason}); the workbench is served to the browser instead.`);
  const { main } = await import(pathToFileURL(join(root, "dist/cli/main.js")).href);
  await main(["serve", ...words]);
}

/** Shows the desktop window and ends this process with it. Returns only when it could not, with the reason. */
async function showWindow(): Promise<string> {
  const reason = reasonAgainstElectron(process.platform, process.env);
  if (reason !== null) return reason;
  const program = findElectron(root) ?? (await fetchOnce());
  if (program === null) return "Electron's runtime could not be fetched";
  const started = performance.now();
  const exitCode = await runToEnd(program);
  if (exitCode === 0 || performance.now() - started > EARLY_MILLISECONDS) process.exit(exitCode);
  return "Electron's runtime could not be started";
}

async function fetchOnce(): Promise<string | null> {
  say("Fetching Electron's runtime, once…");
  const folder = join(root, "node_modules/electron");
  await fetchElectron(join(folder, "install.js"), join(folder, "dist"));
  return findElectron(root);
}

function runToEnd(program: string): Promise<number> {
  const child = spawn(program, [root], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => child.kill());
  return new Promise((done) => {
    child.once("error", () => done(1));
    child.once("exit", (exitCode) => done(exitCode ?? 1));
  });
}

/** Standard output is for the link. */
function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

await start(process.argv.slice(2));

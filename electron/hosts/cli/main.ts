import { createInterface } from "node:readline";
import { findInstallation } from "../launch/installation.ts";
import { runCommandLine } from "./command-line.ts";
import { type BrowserStart, browserCommand, startDetached } from "./open-browser.ts";
import { createProcessStopSignal, flush, outputOf } from "./process-terminal.ts";
import { readText } from "./read-text.ts";
import { serveWorkbench } from "./serve.ts";

/**
 * The command line as a process: runs one command and ends the process with its exit code.
 *
 * @param words what was typed after the name of the program
 */
export async function main(words: readonly string[]): Promise<never> {
  const installation = findInstallation(import.meta.url);
  const stdout = outputOf(process.stdout);
  const stderr = outputOf(process.stderr);
  const stop = createProcessStopSignal();
  const exitCode = await runCommandLine(words, {
    version: installation.version,
    stdout,
    stderr,
    stop,
    readText: (path) => readText(path, process.stdin),
    // The native modules behind it are not needed to show help.
    createBackend: async (purpose) => (await import("../launch/open-backend.ts")).openBackend(installation, purpose),
    serve: (backend, request) =>
      serveWorkbench(backend, request, {
        assetsDirectory: installation.assetsDirectory,
        stdout,
        stderr,
        stop,
        browser: findBrowser(),
        ...(process.stdin.isTTY && !request.json ? { onLine: listenToLines } : {}),
      }),
  });
  await Promise.all([flush(process.stdout), flush(process.stderr)]);
  process.exit(exitCode);
}

function findBrowser(): BrowserStart | null {
  const command = browserCommand(process.platform, process.env);
  return command === null ? null : { command, start: startDetached };
}

function listenToLines(listener: () => void): () => void {
  const lines = createInterface({ input: process.stdin });
  lines.on("line", listener);
  return () => lines.close();
}

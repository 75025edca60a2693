import { mkdir, readFile, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { withBuildLock } from "./build-lock.ts";
import { isFresh } from "./build-record.ts";
import { buildNodePrograms, buildPreload, buildRenderer } from "./bundles.ts";
import { fingerprintSources } from "./fingerprint.ts";
import { distFolder, NODE_ENTRIES } from "./layout.ts";
import { publishBuild } from "./publish.ts";

const ENTRY_FILES: ReadonlySet<string> = new Set([
  ...Object.keys(NODE_ENTRIES).map((name) => `${name}.js`),
  "desktop/preload.cjs",
  "renderer/index.html",
]);

type BuildMode = "always" | "if-stale" | "alone";

/**
 * Builds the whole program into `dist/`, once, also when several processes ask at the same time.
 *
 * @param root folder of the clone
 * @param mode `always`; `if-stale`: only when the sources changed since the last build; `alone`: always, and nothing of an
 *   earlier build stays
 * @returns whether anything was built
 */
async function buildProgram(root: string, mode: BuildMode): Promise<boolean> {
  // Vite and React go by it, and whoever runs the tests has another value there: their build would be of React's slow
  // development variant, half as large again, which does much twice.
  process.env["NODE_ENV"] = "production";
  return withBuildLock(join(distFolder(root), ".build-lock"), async () => {
    const fingerprint = fingerprintSources(root);
    if (mode === "if-stale" && isFresh(root, fingerprint)) return false;
    const staging = join(distFolder(root), `.staging-${process.pid}`);
    await rm(staging, { recursive: true, force: true });
    await mkdir(staging, { recursive: true });
    try {
      await buildNodePrograms(root, staging, await readDependencies(root));
      await buildPreload(root, staging);
      await buildRenderer(root, join(staging, "renderer"));
      await publishBuild(root, staging, fingerprint, (file) => ENTRY_FILES.has(file), mode !== "alone");
    } finally {
      await rm(staging, { recursive: true, force: true });
    }
    return true;
  });
}

function modeOf(words: readonly string[]): BuildMode {
  if (words.includes("--if-stale")) return "if-stale";
  return words.includes("--alone") ? "alone" : "always";
}

async function readDependencies(root: string): Promise<readonly string[]> {
  const { dependencies } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  return Object.keys(dependencies);
}

// Messages go to standard error: the command that needed this build owns standard output.
try {
  const started = performance.now();
  const built = await buildProgram(resolve(import.meta.dirname, "../../.."), modeOf(process.argv));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stderr.write(built ? `Built Probative in ${seconds} s.\n` : "Probative is built already.\n");
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}

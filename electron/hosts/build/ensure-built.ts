import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { isFresh } from "./build-record.ts";
import { fingerprintSources } from "./fingerprint.ts";

/** Exit code of a launcher that cannot go on, as for any defect. */
const DEFECT = 70;

/** Makes sure that `dist/` is up to date; ends this process with a sentence when it cannot be built. */
export async function ensureBuiltOrExit(root: string): Promise<void> {
  try {
    await ensureBuilt(root);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exit(DEFECT);
  }
}

/**
 * Makes sure that `dist/` holds what the sources say. Costs a stat of each source file when it does.
 * Where the build tools are not installed (a packaged program) what is there is used.
 *
 * @param root folder of the clone
 * @throws Error when the build fails; its output is on standard error
 */
export async function ensureBuilt(root: string): Promise<void> {
  if (!existsSync(join(root, "node_modules/vite/package.json"))) return;
  if (isFresh(root, fingerprintSources(root))) return;
  const script = join(root, "electron/hosts/build/build.ts");
  // The child's standard output goes to ours for errors: the command that runs next owns standard output.
  const child = spawn(process.execPath, [script, "--if-stale"], { cwd: root, stdio: ["ignore", 2, 2] });
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", resolve);
  });
  if (exitCode !== 0) throw new Error("The build failed; its messages stand above.");
}

import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A download that brings nothing for this long is given up: there is no network, or one that swallows everything. */
const STALL_MILLISECONDS = 20_000;
const LOOK_MILLISECONDS = 500;

/** The program of Electron's runtime, or null when it was never fetched. */
export function findElectron(root: string): string | null {
  try {
    const path = readFileSync(join(root, "node_modules/electron/path.txt"), "utf8");
    const program = join(process.env["ELECTRON_OVERRIDE_DIST_PATH"] ?? join(root, "node_modules/electron/dist"), path);
    return existsSync(program) ? program : null;
  } catch {
    return null;
  }
}

/** Why a window of our own cannot be shown here, or null when nothing speaks against it. */
export function reasonAgainstElectron(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string | null {
  if ((env["PROBATIVE_NO_ELECTRON"] ?? "") !== "") return "PROBATIVE_NO_ELECTRON is set";
  const hasDisplay = (env["DISPLAY"] ?? "") !== "" || (env["WAYLAND_DISPLAY"] ?? "") !== "";
  return platform === "linux" && !hasDisplay ? "there is no display" : null;
}

/**
 * Fetches Electron's runtime with the script that comes with the `electron` package, which does not do it at install.
 *
 * @param script path of that script
 * @param destination folder that it fills; watched, with its temporary files, to tell a slow download from a stalled one
 * @returns whether the script succeeded
 */
export async function fetchElectron(
  script: string,
  destination: string,
  stallMilliseconds = STALL_MILLISECONDS,
): Promise<boolean> {
  const temporary = await mkdtemp(join(tmpdir(), "probative-electron-"));
  const child = spawn(process.execPath, [script], {
    stdio: "ignore",
    env: { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary },
  });
  let size = -1;
  let grewAt = performance.now();
  const watch = setInterval(() => {
    const now = sizeOf(temporary) + sizeOf(destination);
    if (now !== size) grewAt = performance.now();
    size = now;
    if (performance.now() - grewAt > stallMilliseconds) child.kill();
  }, LOOK_MILLISECONDS);
  try {
    return await new Promise<boolean>((resolve) => {
      child.once("error", () => resolve(false));
      child.once("exit", (exitCode) => resolve(exitCode === 0));
    });
  } finally {
    clearInterval(watch);
    await rm(temporary, { recursive: true, force: true });
  }
}

function sizeOf(folder: string): number {
  try {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    return files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
  } catch {
    // A file that was moved away while it was looked at: the next look sees it.
    return 0;
  }
}

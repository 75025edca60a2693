import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** Switches for a browser that must not reach out by itself, and, as root, cannot have the kernel's sandbox. */
export const CHROMIUM_ARGUMENTS: readonly string[] = [
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

function findOnPath(): string | null {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  for (const name of NAMES) {
    const path = folders.map((folder) => join(folder, name)).find((candidate) => existsSync(candidate));
    if (path !== undefined) return path;
  }
  return null;
}

function findPlaywrightsOwn(): string | null {
  const path = chromium.executablePath();
  return path !== "" && existsSync(path) ? path : null;
}

function run(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: ["ignore", "inherit", "inherit"] }).status === 0;
}

function installDebians(): boolean {
  if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) return false;
  return run("apt-get", ["update", "-qq"]) && run("apt-get", ["install", "-y", "-qq", "chromium"]);
}

/** Where a Chromium is now, or null: the system's first, then Playwright's own. */
export function findChromium(): string | null {
  return findOnPath() ?? findPlaywrightsOwn();
}

/**
 * Finds a Chromium: the system's, else Playwright's, else installs Debian's (as root) or Playwright's.
 *
 * @throws when there is none and none can be installed; says what to do
 */
export function ensureChromium(): string {
  const present = findChromium();
  if (present !== null) return present;
  if (installDebians()) {
    const installed = findOnPath();
    if (installed !== null) return installed;
  }
  if (run(process.execPath, ["node_modules/playwright/cli.js", "install", "chromium"])) {
    const installed = findPlaywrightsOwn();
    if (installed !== null) return installed;
  }
  throw new Error("The browser tests need Chromium: install it (Debian: apt-get install chromium) and run them again.");
}

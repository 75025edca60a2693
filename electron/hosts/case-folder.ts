import { existsSync, mkdirSync, readdirSync, rmdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { LOCK_FILE, lockCase } from "#adapters/files/case-lock.ts";
import { toWriteError } from "#adapters/files/durable.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";

/** The catalogue of a case; a folder with it is one. */
export const CASE_FILE = "case.db";

/** What stands in a folder besides the lock of a case. */
export function namesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder).filter((name) => name !== LOCK_FILE) : [];
}

function requireRoom(folder: string): void {
  const names = namesIn(folder);
  if (names.includes(CASE_FILE)) throw new ProbativeError("case/exists", folder);
  if (names.length > 0) throw new ProbativeError("case/folder-not-empty", folder);
}

/** Returns the first folder that had to be made, or null. */
export function makeFolder(path: string): string | null {
  try {
    return mkdirSync(path, { recursive: true }) ?? null;
  } catch (thrown) {
    throw toWriteError(thrown, path);
  }
}

/**
 * Makes and locks the folder of a new case. Only under the lock is it certain that what will stand in the folder is this
 * case, and may be removed when making it fails: another program may be making its own here.
 */
export function takeFolder(folder: string, now: string): { readonly made: string | null; readonly unlock: () => void } {
  if (existsSync(folder) && !statSync(folder).isDirectory()) throw new ProbativeError("export/not-writable", folder);
  requireRoom(folder);
  const made = makeFolder(folder);
  const unlock = lockCase(folder, now);
  try {
    requireRoom(folder);
    return { made, unlock };
  } catch (thrown) {
    unlock();
    throw thrown;
  }
}

/** Removes a folder and those around it up to the first one that was made, as far as they are empty. */
export function removeEmptyFolders(folder: string, made: string): void {
  try {
    for (let path = folder; path.length >= made.length; path = dirname(path)) rmdirSync(path);
  } catch {
    // Something else stands there by now: it is not ours to remove.
  }
}

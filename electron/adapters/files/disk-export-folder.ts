import { createHash, randomBytes } from "node:crypto";
import { link, lstat, mkdir, open, rename, rm } from "node:fs/promises";
import { basename, dirname, extname, join, resolve } from "node:path";
import type { ExportFolder } from "#core/ports/export-folder.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import { syncFolder, systemCode, toWriteError } from "./durable.ts";

/** Name of the folder of a case where files stand that were written without a target. */
export const EXPORTS_FOLDER = "exports";

async function isTaken(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (thrown) {
    if (systemCode(thrown) === "ENOENT") return false;
    throw thrown;
  }
}

async function freeName(folder: string, name: string): Promise<string> {
  const extension = extname(name);
  const stem = basename(name, extension);
  let path = join(folder, name);
  for (let number = 2; await isTaken(path); number += 1) path = join(folder, `${stem} (${number})${extension}`);
  return path;
}

/** Writes beside the target, makes it durable, then gives it its name in one step. */
async function writeWhole(bytes: Uint8Array, target: string, overwrite: boolean): Promise<void> {
  const partial = join(dirname(target), `.probative-${randomBytes(6).toString("hex")}`);
  try {
    const file = await open(partial, "wx");
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    if (overwrite) {
      await rename(partial, target);
    } else {
      await nameWithoutReplacing(partial, target);
    }
    await syncFolder(dirname(target));
  } finally {
    await rm(partial, { force: true });
  }
}

/** A link fails when the name is taken, where a rename would replace. Some file systems have no links. */
async function nameWithoutReplacing(partial: string, target: string): Promise<void> {
  try {
    await link(partial, target);
  } catch (thrown) {
    if (systemCode(thrown) === "EEXIST") throw new ProbativeError("export/exists", target);
    if (await isTaken(target)) throw new ProbativeError("export/exists", target);
    await rename(partial, target);
  }
}

/**
 * Exports on disk.
 *
 * @param caseFolder absolute path of the case
 */
export function createDiskExportFolder(caseFolder: string): ExportFolder {
  return {
    write: async (bytes, target, suggestedName, overwrite) => {
      const shown = target ?? suggestedName;
      try {
        const folder = target === null ? join(caseFolder, EXPORTS_FOLDER) : dirname(resolve(target));
        if (target === null) await mkdir(folder, { recursive: true });
        const path = target === null ? await freeName(folder, suggestedName) : resolve(target);
        if (!overwrite && (await isTaken(path))) throw new ProbativeError("export/exists", path);
        await writeWhole(bytes, path, overwrite);
        return { path, name: basename(path), sha256: createHash("sha256").update(bytes).digest("hex") };
      } catch (thrown) {
        throw toWriteError(thrown, shown);
      }
    },
  };
}

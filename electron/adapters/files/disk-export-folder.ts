import { createHash, randomBytes } from "node:crypto";
import { link, lstat, mkdir, open, rename, rm } from "node:fs/promises";
import { basename, dirname, extname, join, resolve } from "node:path";
import type { ExportedPart, ExportFolder, WrittenFile } from "#core/ports/export-folder.ts";
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

/** Writes beside the target and makes it durable; returns the name that it has so far. */
async function stage(bytes: Uint8Array, target: string): Promise<string> {
  const partial = join(dirname(target), `.probative-${randomBytes(6).toString("hex")}`);
  try {
    const file = await open(partial, "wx");
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    return partial;
  } catch (thrown) {
    await rm(partial, { force: true });
    throw thrown;
  }
}

/** Gives a staged file its name in one step. */
async function settle(partial: string, target: string, overwrite: boolean): Promise<void> {
  try {
    if (overwrite) await rename(partial, target);
    else await nameWithoutReplacing(partial, target);
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
  async function placeFor(part: Omit<ExportedPart, "bytes">, overwrite: boolean): Promise<string> {
    const folder = part.target === null ? join(caseFolder, EXPORTS_FOLDER) : dirname(resolve(part.target));
    if (part.target === null) await mkdir(folder, { recursive: true });
    const path = part.target === null ? await freeName(folder, part.suggestedName) : resolve(part.target);
    if (!overwrite && (await isTaken(path))) throw new ProbativeError("export/exists", path);
    return path;
  }

  function describeFile(path: string, bytes: Uint8Array): WrittenFile {
    return { path, name: basename(path), sha256: createHash("sha256").update(bytes).digest("hex") };
  }

  return {
    write: async (bytes, target, suggestedName, overwrite) => {
      try {
        const path = await placeFor({ target, suggestedName }, overwrite);
        await settle(await stage(bytes, path), path, overwrite);
        return describeFile(path, bytes);
      } catch (thrown) {
        throw toWriteError(thrown, target ?? suggestedName);
      }
    },
    writePair: async (first, second, overwrite) => {
      const staged: string[] = [];
      try {
        const firstPath = await placeFor(first, overwrite);
        const secondPath = await placeFor(second, overwrite);
        // What may fail for want of room happens before either has its name.
        const firstPartial = await stage(first.bytes, firstPath);
        staged.push(firstPartial);
        const secondPartial = await stage(second.bytes, secondPath);
        staged.push(secondPartial);
        await settle(firstPartial, firstPath, overwrite);
        try {
          await settle(secondPartial, secondPath, overwrite);
        } catch (thrown) {
          if (!overwrite) await rm(firstPath, { force: true });
          throw thrown;
        }
        return [describeFile(firstPath, first.bytes), describeFile(secondPath, second.bytes)];
      } catch (thrown) {
        for (const partial of staged) await rm(partial, { force: true });
        throw toWriteError(thrown, second.target ?? second.suggestedName);
      }
    },
  };
}

import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { access, chmod, type FileHandle, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { FileVault, StagedFile } from "#core/ports/file-vault.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import { syncFolder, systemCode, toWriteError } from "./durable.ts";

/** Bytes read at a time: large enough that hashing, not calls, takes the time. */
const CHUNK_BYTES = 1 << 20;
const HEAD_BYTES = 1024;

/** Name of the folder of a case where originals stand. */
export const ORIGINALS_FOLDER = "originals";

async function openSource(path: Uint8Array): Promise<FileHandle> {
  try {
    // Never wait at a pipe, never follow a link: what was listed as a file may have been exchanged since.
    return await open(Buffer.from(path), constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
  } catch (thrown) {
    if (systemCode(thrown) === "ELOOP") throw new ProbativeError("import/not-a-regular-file", "", {}, thrown);
    throw new ProbativeError("import/unreadable", `(${systemCode(thrown) || "unknown"})`, {}, thrown);
  }
}

/** Reads a file from start to end, hashing, and hands each chunk on. Returns hash, length and head. */
async function readThrough(
  source: FileHandle,
  onChunk: (chunk: Uint8Array) => Promise<void>,
  signal: AbortSignal | null,
): Promise<{ readonly sha256: string; readonly bytes: number; readonly head: Uint8Array }> {
  const hash = createHash("sha256");
  const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
  let bytes = 0;
  let head = new Uint8Array(0);
  for (;;) {
    if (signal?.aborted === true) throw new ProbativeError("job/cancelled");
    const { bytesRead } = await source.read(buffer, 0, CHUNK_BYTES, null);
    if (bytesRead === 0) break;
    const chunk = buffer.subarray(0, bytesRead);
    if (bytes === 0) head = Uint8Array.from(chunk.subarray(0, HEAD_BYTES));
    hash.update(chunk);
    await onChunk(chunk);
    bytes += bytesRead;
  }
  return { sha256: hash.digest("hex"), bytes, head };
}

/**
 * The originals on disk: `originals/ab/cd…` by SHA-256, read-only; `staging/` holds what is being read.
 *
 * @param caseFolder absolute path of the case
 */
export function createDiskFileVault(caseFolder: string): FileVault {
  const originals = join(caseFolder, ORIGINALS_FOLDER);
  const staging = join(caseFolder, "staging");
  let counter = 0;

  const pathOf = (sha256: string) => join(originals, sha256.slice(0, 2), sha256);

  /** Failures to write end the import; they are not the file's. */
  async function writing<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (thrown) {
      throw toWriteError(thrown, staging);
    }
  }

  async function createCopy(target: string): Promise<FileHandle> {
    await mkdir(staging, { recursive: true });
    return open(target, "wx");
  }

  async function copyIn(source: FileHandle, target: string, signal: AbortSignal): Promise<Omit<StagedFile, "path">> {
    const before = await source.stat();
    if (!before.isFile()) throw new ProbativeError("import/not-a-regular-file");
    const copy = await writing(createCopy(target));
    try {
      const read = await readThrough(source, (chunk) => writing(copy.writeFile(chunk)), signal);
      const after = await source.stat();
      // The time of the last change, not of the last write: a program may set the latter back.
      if (after.size !== read.bytes || after.ctimeMs !== before.ctimeMs) {
        throw new ProbativeError("import/changed-while-reading");
      }
      await writing(copy.sync());
      return read;
    } finally {
      await copy.close();
    }
  }

  async function removeRest(target: string): Promise<void> {
    try {
      await rm(target, { force: true });
    } catch {
      // What led here says more. The rest goes when the case is opened next.
    }
  }

  async function moveIn(staged: StagedFile): Promise<void> {
    const target = pathOf(staged.sha256);
    const folder = dirname(target);
    if ((await mkdir(folder, { recursive: true })) !== undefined) await syncFolder(originals);
    await chmod(staged.path, 0o444);
    await rename(staged.path, target);
    await syncFolder(folder);
  }

  return {
    pathOf,
    stage: async (path, signal) => {
      const source = await openSource(path);
      counter += 1;
      const target = join(staging, `${process.pid}-${counter}`);
      try {
        return { path: target, ...(await copyIn(source, target, signal)) };
      } catch (thrown) {
        await removeRest(target);
        if (thrown instanceof ProbativeError) throw thrown;
        throw new ProbativeError("import/unreadable", `(${systemCode(thrown) || "unknown"})`, {}, thrown);
      } finally {
        await source.close();
      }
    },
    keep: (staged) => writing(moveIn(staged)),
    discard: async (staged) => {
      await rm(staged.path, { force: true });
    },
    exists: async (sha256) => {
      try {
        await access(pathOf(sha256), constants.R_OK);
        return true;
      } catch {
        return false;
      }
    },
    hash: async (sha256) => {
      let source: FileHandle;
      try {
        source = await open(pathOf(sha256), "r");
      } catch (thrown) {
        if (systemCode(thrown) === "ENOENT") return null;
        throw thrown;
      }
      try {
        return (await readThrough(source, async () => {}, null)).sha256;
      } finally {
        await source.close();
      }
    },
    clearStaging: async () => {
      try {
        await stat(staging);
      } catch {
        return;
      }
      for (const name of await readdir(staging)) await rm(join(staging, name), { force: true });
    },
  };
}

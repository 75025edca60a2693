import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { access, chmod, type FileHandle, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { FileVault, StagedFile } from "#core/ports/file-vault.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import { syncFolder, systemCode, toWriteError } from "./durable.ts";
import { createStagingWriter, HEAD_BYTES } from "./staging-writer.ts";

/** Bytes read at a time: large enough that hashing, not calls, takes the time; of a small file no more than it has. */
const CHUNK_BYTES = 1 << 20;
const LEAST_CHUNK_BYTES = 1 << 12;

/** Name of the folder of a case where originals stand. */
export const ORIGINALS_FOLDER = "originals";

/** Name of the folder of a case where PDFs made from other files stand. */
const RENDITIONS_FOLDER = "renditions";

async function openSource(path: Uint8Array): Promise<FileHandle> {
  try {
    // Never wait at a pipe, never follow a link: what was listed as a file may have been exchanged since.
    return await open(Buffer.from(path), constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
  } catch (thrown) {
    if (systemCode(thrown) === "ELOOP") throw new ProbativeError("import/not-a-regular-file", "", {}, thrown);
    throw new ProbativeError("import/unreadable", `(${systemCode(thrown) || "unknown"})`, {}, thrown);
  }
}

/** Reads a file of about `size` bytes from start to end, hashing, and hands each chunk on. Returns hash, length and head. */
async function readThrough(
  source: FileHandle,
  size: number,
  onChunk: (chunk: Uint8Array) => Promise<void>,
  signal: AbortSignal | null,
): Promise<{ readonly sha256: string; readonly bytes: number; readonly head: Uint8Array }> {
  const hash = createHash("sha256");
  const chunkBytes = Math.min(CHUNK_BYTES, Math.max(LEAST_CHUNK_BYTES, size));
  const buffer = Buffer.allocUnsafeSlow(chunkBytes);
  let bytes = 0;
  let head = new Uint8Array(0);
  for (;;) {
    if (signal?.aborted === true) throw new ProbativeError("job/cancelled");
    const { bytesRead } = await source.read(buffer, 0, chunkBytes, null);
    if (bytesRead === 0) break;
    const chunk = buffer.subarray(0, bytesRead);
    if (bytes === 0) head = Uint8Array.from(chunk.subarray(0, HEAD_BYTES));
    hash.update(chunk);
    await onChunk(chunk);
    bytes += bytesRead;
  }
  return { sha256: hash.digest("hex"), bytes, head };
}

async function canRead(path: string): Promise<boolean> {
  try {
    await access(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

/** The first bytes of a file, with its length. */
async function readHead(path: string): Promise<Pick<StagedFile, "bytes" | "head">> {
  const source = await open(path, "r");
  try {
    const { bytesRead, buffer } = await source.read(new Uint8Array(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return { bytes: (await source.stat()).size, head: buffer.slice(0, bytesRead) };
  } finally {
    await source.close();
  }
}

/**
 * The originals on disk: `originals/ab/cd…` by SHA-256, read-only; `renditions/ab/cd….pdf` by the hash of the original;
 * `staging/` holds what is being read or written.
 *
 * @param caseFolder absolute path of the case
 */
export function createDiskFileVault(caseFolder: string): FileVault {
  const originals = join(caseFolder, ORIGINALS_FOLDER);
  const staging = join(caseFolder, "staging");
  let counter = 0;

  const pathOf = (sha256: string) => join(originals, sha256.slice(0, 2), sha256);
  const renditionPathOf = (sha256: string) => join(caseFolder, RENDITIONS_FOLDER, sha256.slice(0, 2), `${sha256}.pdf`);

  /** Originals on their way in, by hash. */
  const keeping = new Map<string, Promise<void>>();
  /** Folders whose own entries are durable, or will be. */
  const durableFolders = new Map<string, Promise<void>>();

  /**
   * Makes a folder two levels below the case, durable. Two files may come to a new folder at the same moment: the second
   * must not count as kept before the folder does. One that is there may be left by a program that was stopped in between.
   */
  function requireFolder(folder: string): Promise<void> {
    const known = durableFolders.get(folder);
    if (known !== undefined) return known;
    const made = makeFolder(folder);
    durableFolders.set(folder, made);
    made.catch(() => durableFolders.delete(folder));
    return made;
  }

  async function makeFolder(folder: string): Promise<void> {
    await mkdir(folder, { recursive: true });
    await syncFolder(dirname(folder));
    await syncFolder(caseFolder);
  }

  /** Puts a file, whose content is durable, into the place of what stands there: whole, or not at all. */
  async function moveDurably(from: string, to: string): Promise<void> {
    await requireFolder(dirname(to));
    await rename(from, to);
    await syncFolder(dirname(to));
  }

  function nextStagingPath(): string {
    counter += 1;
    return join(staging, `${process.pid}-${counter}`);
  }

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
      const read = await readThrough(source, before.size, (chunk) => writing(copy.writeFile(chunk)), signal);
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
    await chmod(staged.path, 0o444);
    await moveDurably(staged.path, pathOf(staged.sha256));
  }

  async function writeRendition(sha256: string, pdf: Uint8Array): Promise<void> {
    const partial = nextStagingPath();
    try {
      const copy = await createCopy(partial);
      try {
        await copy.writeFile(pdf);
        await copy.sync();
      } finally {
        await copy.close();
      }
      await moveDurably(partial, renditionPathOf(sha256));
    } catch (thrown) {
      await removeRest(partial);
      throw thrown;
    }
  }

  return {
    pathOf,
    stage: async (path, signal) => {
      const source = await openSource(path);
      const target = nextStagingPath();
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
    stageBytes: () => createStagingWriter(nextStagingPath()),
    original: async (sha256) => {
      const path = pathOf(sha256);
      try {
        return { path, sha256, ...(await readHead(path)) };
      } catch (thrown) {
        throw new ProbativeError("document/original-missing", "", {}, thrown);
      }
    },
    keep: (staged) => {
      const kept = writing(moveIn(staged)).finally(() => {
        if (keeping.get(staged.sha256) === kept) keeping.delete(staged.sha256);
      });
      keeping.set(staged.sha256, kept);
      return kept;
    },
    discard: async (staged) => {
      // What `original` gave looks like a staged file, and is none to be removed.
      if (dirname(staged.path) === staging) await rm(staged.path, { force: true });
    },
    exists: async (sha256) => {
      // A file stands there before its folder is durable: whoever asks waits until it is, or until that has failed.
      await keeping.get(sha256)?.catch(() => {});
      return canRead(pathOf(sha256));
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
        return (await readThrough(source, CHUNK_BYTES, async () => {}, null)).sha256;
      } finally {
        await source.close();
      }
    },
    renditionPathOf,
    hasRendition: (sha256) => canRead(renditionPathOf(sha256)),
    keepRendition: (sha256, pdf) => writing(writeRendition(sha256, pdf)),
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

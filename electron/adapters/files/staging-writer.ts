import { createHash } from "node:crypto";
import { closeSync, fsyncSync, mkdirSync, openSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import type { StagingWriter } from "#core/ports/file-vault.ts";
import { toWriteError } from "./durable.ts";

/** What is kept of the beginning of a file, to tell its kind. */
export const HEAD_BYTES = 4096;

/**
 * Writes a staged file whose bytes arrive piece by piece, hashing on the way. Synchronous: pieces come as messages of a
 * worker, each of which must have been taken before the next one.
 *
 * @param path of the file; its folder is made when it is missing, both with the first bytes
 */
export function createStagingWriter(path: string): StagingWriter {
  const hash = createHash("sha256");
  const head = new Uint8Array(HEAD_BYTES);
  let bytes = 0;
  let file: number | null = null;

  function writing<T>(work: () => T): T {
    try {
      return work();
    } catch (thrown) {
      throw toWriteError(thrown, path);
    }
  }

  function openFile(): number {
    if (file !== null) return file;
    mkdirSync(dirname(path), { recursive: true });
    file = openSync(path, "wx");
    return file;
  }

  function close(): void {
    if (file !== null) closeSync(file);
    file = null;
  }

  return {
    write: (piece) => {
      writing(() => {
        const target = openFile();
        for (let written = 0; written < piece.length; ) written += writeSync(target, piece, written);
      });
      if (bytes < HEAD_BYTES) head.set(piece.subarray(0, HEAD_BYTES - bytes), bytes);
      hash.update(piece);
      bytes += piece.length;
    },
    finish: () => {
      writing(() => {
        fsyncSync(openFile());
        close();
      });
      return { path, sha256: hash.digest("hex"), bytes, head: head.slice(0, Math.min(bytes, HEAD_BYTES)) };
    },
    discard: () => {
      close();
      try {
        rmSync(path, { force: true });
      } catch {
        // What led here says more. The rest goes when the case is opened next.
      }
    },
  };
}

import type { Stats } from "node:fs";
import { lstat, readdir, rm } from "node:fs/promises";
import { relative, resolve, sep } from "node:path";
import type { FileTree, FoundFile } from "#core/ports/file-tree.ts";
import { systemCode } from "./durable.ts";

/** Entries handed on at a time. */
const BATCH = 500;

/** A name as people see it. Bytes that are not UTF-8 show as U+FFFD; the file is found by its bytes all the same. */
function show(path: Uint8Array, relativeTo: string | null): string {
  const text = Buffer.from(path).toString("utf8");
  return relativeTo === null ? text : relative(relativeTo, text);
}

/** What kind of thing it is when it is not a file: the words for the account. */
function describeKind(entry: Stats): string {
  if (entry.isSymbolicLink()) return "It is a symbolic link.";
  if (entry.isFIFO()) return "It is a named pipe.";
  if (entry.isSocket()) return "It is a socket.";
  return "It is a device.";
}

/** Folders on disk. Names are handled as bytes, so that no name is unreadable. */
export function createDiskFileTree(): FileTree {
  async function* list(path: Buffer, shownRelativeTo: string | null, signal: AbortSignal): AsyncGenerator<FoundFile> {
    if (signal.aborted) return;
    const found = (skipped: FoundFile["skipped"], note: string | null): FoundFile => ({
      path,
      shownPath: show(path, shownRelativeTo),
      skipped,
      note,
    });
    let status: Stats;
    try {
      status = await lstat(path);
    } catch (thrown) {
      yield found("import/unreadable", systemCode(thrown));
      return;
    }
    if (status.isFile()) {
      yield found(null, null);
      return;
    }
    if (!status.isDirectory()) {
      yield found("import/not-a-regular-file", describeKind(status));
      return;
    }
    let names: Buffer[];
    try {
      names = await readdir(path, { encoding: "buffer" });
    } catch (thrown) {
      yield found("import/unreadable", `The folder could not be listed (${systemCode(thrown) || "unknown"}).`);
      return;
    }
    // One order on every machine, so that a resumed import goes on where it stopped.
    names.sort(Buffer.compare);
    const separator = Buffer.from(sep);
    for (const name of names) yield* list(Buffer.concat([path, separator, name]), shownRelativeTo, signal);
  }

  return {
    exists: async (path) => {
      try {
        await lstat(path);
        return true;
      } catch {
        return false;
      }
    },
    walk: async function* (paths, shownRelativeTo, signal) {
      let batch: FoundFile[] = [];
      for (const path of paths) {
        for await (const file of list(Buffer.from(resolve(path)), shownRelativeTo, signal)) {
          batch.push(file);
          if (batch.length < BATCH) continue;
          yield batch;
          batch = [];
        }
      }
      if (batch.length > 0) yield batch;
    },
    removeFolder: async (path) => {
      await rm(path, { recursive: true, force: true });
    },
  };
}

import { randomBytes } from "node:crypto";
import { createWriteStream } from "node:fs";
import { lstat, mkdir, realpath, rename, rm } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import { type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ProbativeError } from "#shared/errors/probative-error.ts";

/** More than any court or agency sends in one file; the real limit is the drive. */
const LARGEST_FILE = 16 * 1024 ** 3;

/** A folder that takes files of one drop. */
export interface IncomingFolder {
  /** Opaque name under which the window sends files. */
  readonly id: string;
  /** Where the files go; given to `documents.import`. */
  readonly path: string;
  /** Paths received so far, relative to `path`. */
  readonly received: Set<string>;
}

/** Describes a folder that was made for incoming files. */
export function createIncomingFolder(path: string): IncomingFolder {
  return { id: randomBytes(16).toString("hex"), path, received: new Set() };
}

/**
 * Writes one file. It appears under its name only when all of it is on the drive; sending the same path again replaces
 * it, but a different path that this drive takes for the same one (letter case) is refused, so that no file is lost.
 *
 * @param segments checked by `parseIncomingPath`
 * @throws ProbativeError `export/no-space`, `export/not-writable`, `export/exists` or `input/invalid`
 */
export async function receiveFile(folder: IncomingFolder, segments: readonly string[], bytes: Readable): Promise<void> {
  const relative = segments.join("/");
  const target = join(folder.path, ...segments);
  const partial = join(folder.path, `.probative-partial-${randomBytes(8).toString("hex")}`);
  try {
    await lstat(folder.path);
    await mkdir(dirname(target), { recursive: true });
    await requireInside(folder.path, dirname(target));
    await pipeline(bytes, limitBytes(LARGEST_FILE), createWriteStream(partial, { flags: "wx", mode: 0o600 }));
    if (!folder.received.has(relative) && (await exists(target))) throw new ProbativeError("export/exists", relative);
    await rename(partial, target);
    folder.received.add(relative);
  } catch (error) {
    await rm(partial, { force: true }).catch(() => undefined);
    throw nameFailure(error);
  }
}

async function requireInside(folder: string, directory: string): Promise<void> {
  const [outer, inner] = await Promise.all([realpath(folder), realpath(directory)]);
  if (inner !== outer && !inner.startsWith(outer + sep))
    throw new ProbativeError("input/invalid", "The path leaves its folder.");
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

function limitBytes(limit: number): Transform {
  let seen = 0;
  return new Transform({
    transform(part: Buffer, _encoding, done) {
      seen += part.length;
      if (seen > limit) done(new ProbativeError("input/invalid", "The file is too large."));
      else done(null, part);
    },
  });
}

function nameFailure(error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOSPC" || code === "EDQUOT") return new ProbativeError("export/no-space", "", {}, error);
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") {
    return new ProbativeError("export/not-writable", "", {}, error);
  }
  if (code === "ENOENT") return new ProbativeError("input/invalid", "This folder takes no more files.", {}, error);
  if (code === "ENOTDIR" || code === "EEXIST" || code === "EISDIR")
    return new ProbativeError("export/exists", "", {}, error);
  if (code === "ENAMETOOLONG")
    return new ProbativeError("input/invalid", "A name is too long for this drive.", {}, error);
  return error;
}

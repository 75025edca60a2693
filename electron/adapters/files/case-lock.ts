import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname, userInfo } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import { systemCode } from "./durable.ts";

/** Name of the file that says who has a case open. */
export const LOCK_FILE = "case.lock";

/** A lock file that cannot be read is being written just now, unless it is older than this. */
const UNREADABLE_GRACE_MS = 10_000;

const holderSchema = z.object({
  pid: z.number().int().positive(),
  host: z.string(),
  user: z.string(),
  startedAt: z.string(),
  /** Start of the process in the kernel's count, where it can be known: tells a reused pid from its first owner. */
  processStart: z.string().nullable(),
});
type LockHolder = z.infer<typeof holderSchema>;

function processStart(pid: number): string | null {
  try {
    // Field 22 of /proc/pid/stat (proc(5)); the command in field 2 may hold spaces and brackets.
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    return text.slice(text.lastIndexOf(")") + 2).split(" ")[19] ?? null;
  } catch {
    return null;
  }
}

function isAlive(holder: LockHolder): boolean {
  if (holder.host !== hostname()) return true;
  try {
    process.kill(holder.pid, 0);
  } catch (thrown) {
    if (systemCode(thrown) !== "EPERM") return false;
  }
  const start = processStart(holder.pid);
  return holder.processStart === null || start === null || start === holder.processStart;
}

function parseHolder(text: string | null): LockHolder | null {
  try {
    return holderSchema.parse(JSON.parse(text ?? ""));
  } catch {
    return null;
  }
}

function isFresh(path: string): boolean {
  try {
    return Date.now() - statSync(path).mtimeMs < UNREADABLE_GRACE_MS;
  } catch {
    return false;
  }
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

/**
 * Clears a lock that was found stale. Another program may have cleared it at the same moment and taken its own: so it is
 * moved away first, and what was moved is looked at.
 */
function clearStale(path: string, stale: string | null): void {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (thrown) {
    if (systemCode(thrown) === "ENOENT") return;
    throw new ProbativeError("export/not-writable", path, {}, thrown);
  }
  if (readText(aside) !== stale) linkSync(aside, path);
  rmSync(aside, { force: true });
}

/**
 * Takes the lock of a case. A lock whose owner is gone clears by itself.
 *
 * @returns gives the lock back
 * @throws ProbativeError `case/locked`, saying who has it
 */
export function lockCase(caseFolder: string, now: string): () => void {
  const path = join(caseFolder, LOCK_FILE);
  const own: LockHolder = {
    pid: process.pid,
    host: hostname(),
    user: userInfo().username,
    startedAt: now,
    processStart: processStart(process.pid),
  };
  const text = JSON.stringify(own);
  // Two tries: the second after a stale lock was cleared. More would mean that another program is faster.
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      writeFileSync(path, text, { flag: "wx" });
      return () => {
        if (readText(path) === text) rmSync(path, { force: true });
      };
    } catch (thrown) {
      if (systemCode(thrown) !== "EEXIST") throw new ProbativeError("export/not-writable", path, {}, thrown);
    }
    const found = readText(path);
    const holder = parseHolder(found);
    if (holder === null ? isFresh(path) : isAlive(holder)) throw lockedBy(holder);
    clearStale(path, found);
  }
  throw lockedBy(parseHolder(readText(path)));
}

function lockedBy(holder: LockHolder | null): ProbativeError {
  if (holder === null) return new ProbativeError("case/locked");
  const what = `It is open since ${holder.startedAt} by ${holder.user} on ${holder.host} (process ${holder.pid}).`;
  return new ProbativeError("case/locked", what, { pid: holder.pid, host: holder.host, startedAt: holder.startedAt });
}

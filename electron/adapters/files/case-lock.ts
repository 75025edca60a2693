import { readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname, userInfo } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import { systemCode } from "./durable.ts";

const LOCK_FILE = "case.lock";

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

function readHolder(path: string): LockHolder | null {
  try {
    return holderSchema.parse(JSON.parse(readFileSync(path, "utf8")));
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
  // Two tries: the second after a stale lock was cleared. More would mean that another program is faster.
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      writeFileSync(path, JSON.stringify(own), { flag: "wx" });
      return () => {
        if (readHolder(path)?.pid === own.pid) rmSync(path, { force: true });
      };
    } catch (thrown) {
      if (systemCode(thrown) !== "EEXIST") throw new ProbativeError("export/not-writable", path, {}, thrown);
    }
    const holder = readHolder(path);
    if (holder === null ? isFresh(path) : isAlive(holder)) throw lockedBy(holder);
    rmSync(path, { force: true });
  }
  throw lockedBy(readHolder(path));
}

function lockedBy(holder: LockHolder | null): ProbativeError {
  if (holder === null) return new ProbativeError("case/locked");
  const what = `It is open since ${holder.startedAt} by ${holder.user} on ${holder.host} (process ${holder.pid}).`;
  return new ProbativeError("case/locked", what, { pid: holder.pid, host: holder.host, startedAt: holder.startedAt });
}

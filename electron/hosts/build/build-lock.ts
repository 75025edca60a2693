import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

const POLL_MILLISECONDS = 100;

/** A lock without an owner this many polls long was left by a process that died before it wrote its name. */
const POLLS_WITHOUT_OWNER = 50;

/**
 * Runs `work` while no other process holds the lock; waits for the one that does. A lock whose owner has died is
 * taken over.
 *
 * @param folder path of the lock, a folder because making one is atomic everywhere
 */
export async function withBuildLock<Value>(folder: string, work: () => Promise<Value>): Promise<Value> {
  await mkdir(dirname(folder), { recursive: true });
  let withoutOwner = 0;
  while (!(await tryLock(folder))) {
    const owner = await readOwner(folder);
    withoutOwner = owner === null ? withoutOwner + 1 : 0;
    if (withoutOwner > POLLS_WITHOUT_OWNER || (owner !== null && !isAlive(owner))) await discard(folder);
    else await delay(POLL_MILLISECONDS);
  }
  try {
    return await work();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function tryLock(folder: string): Promise<boolean> {
  try {
    await mkdir(folder);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
  await writeFile(join(folder, "owner"), String(process.pid));
  return true;
}

async function readOwner(folder: string): Promise<number | null> {
  const text = await readFile(join(folder, "owner"), "utf8").catch(() => "");
  const owner = Number.parseInt(text, 10);
  return Number.isSafeInteger(owner) && owner > 0 ? owner : null;
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Renaming first makes sure that of several waiting processes only one removes the dead lock. */
async function discard(folder: string): Promise<void> {
  const aside = `${folder}.dead-${process.pid}`;
  await rename(folder, aside).catch(() => undefined);
  await rm(aside, { recursive: true, force: true });
}

import { readdir, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { systemCode } from "./durable.ts";

/**
 * Removes folders of files that arrived for an import that has ended, or that never began. To be called when a case is
 * opened, before anything can arrive.
 *
 * @param incoming absolute path of the folder in which they stand; it may be missing
 * @param wanted folders of imports that can still be resumed; compared by name, because the case may have been moved
 */
export async function clearIncoming(incoming: string, wanted: readonly string[]): Promise<void> {
  const kept = new Set(wanted.map((path) => basename(path)));
  let names: readonly string[];
  try {
    names = await readdir(incoming);
  } catch (thrown) {
    if (systemCode(thrown) === "ENOENT") return;
    throw thrown;
  }
  for (const name of names) if (!kept.has(name)) await rm(join(incoming, name), { recursive: true, force: true });
}

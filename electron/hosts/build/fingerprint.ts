import { createHash } from "node:crypto";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { BUILD_SOURCES } from "./layout.ts";

/**
 * A digest of the names, sizes and modification times of everything that the build reads. Content is not read: this
 * runs before every command of a clone.
 *
 * @param root folder of the clone
 * @returns SHA-256 in hexadecimal
 */
export function fingerprintSources(root: string): string {
  const digest = createHash("sha256");
  for (const source of BUILD_SOURCES) addPath(root, source, digest);
  return digest.digest("hex");
}

function addPath(root: string, path: string, digest: ReturnType<typeof createHash>): void {
  const stats = statSync(join(root, path), { throwIfNoEntry: false });
  if (stats === undefined) return;
  if (!stats.isDirectory()) {
    digest.update(`${path}\0${stats.size}\0${stats.mtimeMs}\n`);
    return;
  }
  for (const name of readdirSync(join(root, path)).sort()) addPath(root, `${path}/${name}`, digest);
}

import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type BuildRecord, readBuildRecord } from "./build-record.ts";
import { buildRecordFile, distFolder } from "./layout.ts";

/**
 * Puts a finished build in place so that a program which starts meanwhile sees either the old or the new one: files
 * with a hash in their names come first (they replace nothing), then each entry point in one rename, and what neither
 * this build nor the one before it wrote goes last, because a running program may still load a part of the old one.
 *
 * @param root folder of the clone
 * @param staging folder of the finished build, on the same drive as `dist/`
 * @param isEntry tells the files that other files are found by
 * @param keepPrevious false for what is packed: it holds this build alone
 */
export async function publishBuild(
  root: string,
  staging: string,
  fingerprint: string,
  isEntry: (file: string) => boolean,
  keepPrevious = true,
): Promise<void> {
  const files = await listFiles(staging);
  const dist = distFolder(root);
  const previous = keepPrevious ? (readBuildRecord(root)?.files ?? []) : [];
  for (const file of [...files.filter((name) => !isEntry(name)), ...files.filter(isEntry)]) {
    await mkdir(dirname(join(dist, file)), { recursive: true });
    await rename(join(staging, file), join(dist, file));
  }
  const record: BuildRecord = { fingerprint, files };
  await writeFile(`${buildRecordFile(root)}.new`, JSON.stringify(record, null, 1));
  await rename(`${buildRecordFile(root)}.new`, buildRecordFile(root));
  await removeLeftovers(dist, new Set([...files, ...previous]));
}

/** All files under a folder, relative, with forward slashes, sorted. */
export async function listFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return files.map((file) => file.slice(folder.length + 1).replaceAll("\\", "/")).sort();
}

async function removeLeftovers(dist: string, keep: ReadonlySet<string>): Promise<void> {
  const folders = new Set([...keep].map((file) => file.split("/", 1)[0] ?? ""));
  for (const folder of folders) {
    for (const file of await listFiles(join(dist, folder))) {
      if (!keep.has(`${folder}/${file}`)) await rm(join(dist, folder, file), { force: true });
    }
  }
}

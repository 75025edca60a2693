import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildRecordFile, distFolder } from "./layout.ts";

/** What the last complete build left behind. `files` are relative to `dist/`, with forward slashes. */
export interface BuildRecord {
  readonly fingerprint: string;
  readonly files: readonly string[];
}

/** The record of the last build, or null when there is none that can be read. */
export function readBuildRecord(root: string): BuildRecord | null {
  try {
    const value: unknown = JSON.parse(readFileSync(buildRecordFile(root), "utf8"));
    return isBuildRecord(value) ? value : null;
  } catch {
    return null;
  }
}

/** True when `dist/` was built from sources with this fingerprint and every file of it is there. */
export function isFresh(root: string, fingerprint: string): boolean {
  const record = readBuildRecord(root);
  if (record === null || record.fingerprint !== fingerprint) return false;
  return record.files.every((file) => existsSync(join(distFolder(root), file)));
}

function isBuildRecord(value: unknown): value is BuildRecord {
  if (typeof value !== "object" || value === null) return false;
  return (
    "fingerprint" in value && typeof value.fingerprint === "string" && "files" in value && Array.isArray(value.files)
  );
}

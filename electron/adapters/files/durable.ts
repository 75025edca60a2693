import { open } from "node:fs/promises";
import { ProbativeError } from "#shared/errors/probative-error.ts";

/** Makes the entries of a folder durable: a renamed file is there after a power cut only when this was done. */
export async function syncFolder(path: string): Promise<void> {
  // Windows cannot open a folder for this; NTFS journals the entry itself.
  if (process.platform === "win32") return;
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** The system's error code, such as `ENOSPC`, or an empty text. */
export function systemCode(thrown: unknown): string {
  return typeof thrown === "object" && thrown !== null && "code" in thrown && typeof thrown.code === "string"
    ? thrown.code
    : "";
}

/** True when the disk or the person's share of it is full. */
export function isOutOfSpace(thrown: unknown): boolean {
  return ["ENOSPC", "EDQUOT"].includes(systemCode(thrown));
}

/** Names a failure to write: a full disk, or a place that cannot be written. */
export function toWriteError(thrown: unknown, shownPath: string): ProbativeError {
  if (thrown instanceof ProbativeError) return thrown;
  if (isOutOfSpace(thrown)) return new ProbativeError("export/no-space", shownPath, {}, thrown);
  return new ProbativeError("export/not-writable", `${shownPath} (${systemCode(thrown) || "unknown"})`, {}, thrown);
}

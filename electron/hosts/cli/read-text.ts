import { open } from "node:fs/promises";
import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { ProbativeError } from "#shared/errors/probative-error.ts";

/** Larger than anything that is typed or written by this program. */
const BYTES_MAX = 32 * 1024 * 1024;

/** UTF-8, or UTF-16 where the bytes begin with its mark, as some spreadsheets write. */
function decode(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}

async function readFileBytes(path: string): Promise<Uint8Array> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    if (size > BYTES_MAX) throw new ProbativeError("input/invalid", `${path}: larger than 32 MB`);
    return await file.readFile();
  } finally {
    await file.close();
  }
}

/**
 * The text of a file whose name was typed; `-` reads the standard input to its end.
 *
 * @throws ProbativeError `input/invalid` for a file that cannot be read or is larger than 32 MB
 */
export async function readText(path: string, standardInput: Readable): Promise<string> {
  try {
    return decode(path === "-" ? await buffer(standardInput) : await readFileBytes(path));
  } catch (thrown) {
    if (thrown instanceof ProbativeError) throw thrown;
    const reason = thrown instanceof Error && "code" in thrown ? ` (${String(thrown.code)})` : "";
    throw new ProbativeError("input/invalid", `${path}: cannot be read${reason}`, {}, thrown);
  }
}

import { decodeWords } from "postal-mime";
import { visibleName } from "../archive/visible-name.ts";

/** Bytes of a message in which its fields are looked for. */
export const HEAD_BYTES = 64 * 1024;

/** A field of a message that is not parsed otherwise, decoded; null when it is absent or empty. `name` in lower case. */
export function findHeadField(bytes: Uint8Array, name: string): string | null {
  const lines = new TextDecoder().decode(bytes.subarray(0, endOfHeaders(bytes))).split(/\r?\n/u);
  let value: string | null = null;
  for (const line of lines) {
    if (line === "") break;
    if (value !== null) {
      if (!/^[ \t]/u.test(line)) break;
      value += ` ${line.trim()}`;
    } else if (line.slice(0, name.length + 1).toLowerCase() === `${name}:`) value = line.slice(name.length + 1).trim();
  }
  if (value === null) return null;
  const shown = visibleName(decodeWords(value).trim());
  // A piece of a string keeps all of it in memory; of a mailbox, thousands of these are kept.
  return shown === "" ? null : Buffer.from(shown, "utf8").toString("utf8");
}

/** Offset behind the first empty line, or where fields are no longer looked for. */
function endOfHeaders(bytes: Uint8Array): number {
  const limit = Math.min(bytes.length, HEAD_BYTES);
  for (let at = bytes.indexOf(0x0a); at !== -1 && at < limit; at = bytes.indexOf(0x0a, at + 1))
    if (bytes[at + 1] === 0x0a || (bytes[at + 1] === 0x0d && bytes[at + 2] === 0x0a)) return at + 1;
  return limit;
}

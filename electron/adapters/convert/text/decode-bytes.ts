import { isUtf8 } from "node:buffer";
import { analyse } from "chardet";

/** Text of a file, and how its encoding was found. */
export interface DecodedText {
  readonly text: string;
  /** Name in the WHATWG Encoding standard. */
  readonly encoding: string;
  /** `known`: a mark in the file or the bytes themselves leave no doubt; `declared`: the file says so; `guessed`: from statistics. */
  readonly source: "known" | "declared" | "guessed";
  /** Places where bytes did not fit the encoding; they read U+FFFD. */
  readonly misfits: number;
}

/** Share of the bytes beyond ASCII that may not fit an encoding that is declared. */
const MOST_MISFITS = 0.1;
/** Bytes that are looked at to guess. */
const SAMPLE = 256 * 1024;

/**
 * Decodes text of unknown origin: by its byte order mark; as UTF-16 when every other byte is zero; as UTF-8 when it is valid
 * as such; as the file declares; otherwise as statistics say (chardet). Any bytes give a text.
 *
 * @param declared name of the encoding that the file claims, or null
 */
export function decodeBytes(bytes: Uint8Array, declared: string | null): DecodedText {
  const marked = findMark(bytes) ?? guessWide(bytes);
  if (marked !== null) return decodeAs(bytes, marked, "known");
  // Hardly any text in another encoding happens to be valid UTF-8 once it has letters beyond ASCII.
  if (isUtf8(bytes)) return decodeAs(bytes, "utf-8", "known");
  const claimed = declared === null ? null : makeDecoder(declared);
  if (claimed !== null && !claimed.encoding.startsWith("utf-16")) {
    const decoded = decodeAs(bytes, claimed.encoding, "declared");
    // A few damaged places are damage; when most letters do not fit, the declaration is wrong.
    if (decoded.misfits <= countHighBytes(bytes) * MOST_MISFITS) return decoded;
  }
  return decodeAs(bytes, guess(bytes), "guessed");
}

function decodeAs(bytes: Uint8Array, encoding: string, source: DecodedText["source"]): DecodedText {
  const text = new TextDecoder(encoding).decode(bytes);
  const misfits = source === "known" && encoding === "utf-8" ? 0 : countMisfits(text);
  return { text, encoding, source, misfits };
}

function countMisfits(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\uFFFD"); at !== -1; at = text.indexOf("\uFFFD", at + 1)) count += 1;
  return count;
}

function countHighBytes(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) if (byte > 0x7f) count += 1;
  return count;
}

function findMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

/** UTF-16 of a European language has a zero in most pairs, always on the same side. */
function guessWide(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, 4_096) & ~1;
  if (length < 8) return null;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even += 1;
    if (bytes[at + 1] === 0) odd += 1;
  }
  const pairs = length / 2;
  if (odd > pairs * 0.6 && even < pairs * 0.05) return "utf-16le";
  if (even > pairs * 0.6 && odd < pairs * 0.05) return "utf-16be";
  return null;
}

/** WHATWG decoders know what mail and old systems call encodings. */
function guess(bytes: Uint8Array): string {
  for (const { name } of analyse(bytes.subarray(0, SAMPLE))) {
    const decoder = makeDecoder(name);
    if (decoder !== null && !decoder.encoding.startsWith("utf-16")) return decoder.encoding;
  }
  return "windows-1252";
}

function makeDecoder(label: string): { readonly encoding: string } | null {
  try {
    return new TextDecoder(label.trim());
  } catch {
    return null;
  }
}

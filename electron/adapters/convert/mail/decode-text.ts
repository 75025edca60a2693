import { detect } from "chardet";

/** Text of a part, and what its reader must know about the encoding. */
export interface DecodedText {
  readonly text: string;
  /** In plain words when the encoding was guessed or bytes did not fit it, otherwise null. */
  readonly doubt: string | null;
}

/** Labels that mail programs write and the WHATWG Encoding Standard does not know. */
const LABELS: ReadonlyMap<string, string> = new Map([
  ["cp932", "shift_jis"],
  ["cp936", "gbk"],
  ["cp949", "euc-kr"],
  ["cp950", "big5"],
  ["iso-2022-jp-2", "iso-2022-jp"],
  ["iso-2022-jp-ms", "iso-2022-jp"],
  ["utf8mb4", "utf-8"],
]);

/** Declared when nothing is known: no promise about bytes beyond ASCII. */
const VAGUE = new Set([
  "",
  "us-ascii",
  "ascii",
  "ansi_x3.4-1968",
  "unknown",
  "unknown-8bit",
  "x-unknown",
  "default",
  "binary",
]);

const ESCAPE = 0x1b;

/**
 * Decodes the bytes of a text part. The declared encoding is taken at its word when every byte fits it; otherwise, and when
 * none is declared, UTF-8 is tried (what is valid UTF-8 is hardly ever anything else), and then the encoding is guessed.
 *
 * @param charset as declared, or null
 */
export function decodeText(bytes: Uint8Array, charset: string | null): DecodedText {
  const label = (charset ?? "").trim().toLowerCase();
  if (!VAGUE.has(label)) {
    const declared = decodeStrictly(bytes, LABELS.get(label) ?? label);
    if (declared !== null) return { text: declared, doubt: null };
  }
  const utf8 = bytes.includes(ESCAPE) ? null : decodeStrictly(bytes, "utf-8");
  if (utf8 !== null) {
    const isAscii = bytes.every((byte) => byte < 0x80);
    return { text: utf8, doubt: isAscii ? null : describeDoubt(label, "UTF-8") };
  }
  const guessed = guessEncoding(bytes);
  return { text: new TextDecoder(guessed).decode(bytes), doubt: describeDoubt(label, guessed) };
}

/** The likeliest encoding of bytes that are not UTF-8: a label that `TextDecoder` takes. */
export function guessEncoding(bytes: Uint8Array): string {
  const guessed = detect(bytes.subarray(0, 64 * 1024));
  return guessed !== null && guessed !== "UTF-8" && isKnown(guessed) ? guessed : "windows-1252";
}

function describeDoubt(label: string, used: string): string {
  return label === ""
    ? `The text names no encoding and was read as ${used}.`
    : `The text does not fit its encoding (${label.slice(0, 40)}) and was read as ${used}.`;
}

function decodeStrictly(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function isKnown(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== "";
  } catch {
    return false;
  }
}

/** As `decodeText`, for HTML: where the message declares no charset, the page may do so itself in its first 1,024 bytes. */
export function decodeHtml(bytes: Uint8Array, charset: string | null): DecodedText {
  if (charset !== null && !VAGUE.has(charset.trim().toLowerCase())) return decodeText(bytes, charset);
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
  return decodeText(bytes, /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/iu.exec(head)?.[1] ?? charset);
}

import type { Pointer } from "./pdfium-exports.ts";
import type { Pdfium } from "./pdfium-module.ts";

/** Longer strings (titles, labels, metadata, notes) are taken for empty: nobody typed them. In bytes of UTF-16. */
const LONGEST_STRING = 1024 * 1024;

const utf16 = new TextDecoder("utf-16le");
const utf8 = new TextEncoder();

/**
 * Reads a UTF-16LE string by PDFium's convention: the function is called once for the length in bytes, terminator
 * included, and once to fill the buffer.
 *
 * @returns the text without its terminator; empty when there is none
 */
export function readString(pdfium: Pdfium, fill: (buffer: Pointer, length: number) => number): string {
  const needed = fill(0, 0);
  if (needed <= 2 || needed > LONGEST_STRING) return "";
  return withMemory(pdfium, needed, (buffer) => {
    const written = Math.min(fill(buffer, needed), needed);
    const text = utf16.decode(pdfium.bytes().subarray(buffer, buffer + Math.max(0, written - 2)));
    return text.normalize("NFC");
  });
}

/** Lends some of PDFium's memory to `use`. Throws RangeError when there is none left. */
export function withMemory<Value>(pdfium: Pdfium, length: number, use: (buffer: Pointer) => Value): Value {
  const buffer = pdfium.exports.malloc(length);
  if (buffer === 0) throw new RangeError("out of memory");
  try {
    return use(buffer);
  } finally {
    pdfium.exports.free(buffer);
  }
}

/** Lends a key (ASCII, zero-terminated) to `use`. */
export function withKey<Value>(pdfium: Pdfium, key: string, use: (key: Pointer) => Value): Value {
  const encoded = utf8.encode(`${key}\0`);
  return withMemory(pdfium, encoded.length, (buffer) => {
    pdfium.bytes().set(encoded, buffer);
    return use(buffer);
  });
}

/** Lends a text (UTF-16LE, zero-terminated) to `use`. */
export function withText<Value>(pdfium: Pdfium, text: string, use: (text: Pointer) => Value): Value {
  const encoded = Buffer.from(`${text}\0`, "utf16le");
  return withMemory(pdfium, encoded.length, (buffer) => {
    pdfium.bytes().set(encoded, buffer);
    return use(buffer);
  });
}

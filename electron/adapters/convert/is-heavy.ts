import { open } from "node:fs/promises";
import type { ConversionRequest } from "#core/ports/document-converter.ts";
import { measurePicture } from "./picture-size.ts";

const MEGABYTE = 1024 ** 2;

/** Enough of a PNG to tell its size. */
const HEAD_BYTES = 64;

/** Pixels from which on a PNG, which is unpacked, takes memory that others should not take at the same time. */
const HEAVY_PIXELS = 20_000_000;

/** Bytes from which on a file does, by format; packed ones grow. Those that are not named are streamed. */
const HEAVY_BYTES: Readonly<Partial<Record<ConversionRequest["format"], number>>> = {
  zip: MEGABYTE,
  docx: MEGABYTE,
  xlsx: MEGABYTE,
  text: 4 * MEGABYTE,
  markdown: MEGABYTE,
  html: 4 * MEGABYTE,
  csv: 2 * MEGABYTE,
  rtf: 4 * MEGABYTE,
  eml: 32 * MEGABYTE,
  mhtml: 16 * MEGABYTE,
  msg: 32 * MEGABYTE,
  "compound-file": 32 * MEGABYTE,
  tiff: 8 * MEGABYTE,
  png: 32 * MEGABYTE,
  jpeg: 64 * MEGABYTE,
  webp: 8 * MEGABYTE,
};

/**
 * Whether a file may take so much memory that it is to be converted by itself. Told from its length and its first bytes: a
 * guess, on which nothing else rests. A file that cannot be read is not heavy; converting it says why.
 */
export async function isHeavy({ path, format }: Pick<ConversionRequest, "path" | "format">): Promise<boolean> {
  try {
    await using file = await open(path, "r");
    const { size } = await file.stat();
    if (size >= (HEAVY_BYTES[format] ?? Number.POSITIVE_INFINITY)) return true;
    if (format !== "png") return false;
    const { buffer, bytesRead } = await file.read(new Uint8Array(Math.min(size, HEAD_BYTES)), 0);
    const picture = measurePicture(buffer.subarray(0, bytesRead));
    return picture !== null && picture.width * picture.height >= HEAVY_PIXELS;
  } catch {
    return false;
  }
}

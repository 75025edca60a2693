import { numberOf, type TagDirectory } from "./tag-directory.ts";

/** Tags of TIFF 6.0. */
const WIDTH = 256;
const HEIGHT = 257;
const STRIP_OFFSETS = 273;
const STRIP_BYTES = 279;
const TILE_OFFSETS = 324;
const TILE_BYTES = 325;
const JPEG_START = 513;

/** Parts may be larger than the picture that they are cut from, but not by much. */
const MOST_SHARE = 4;
const SMALL_PIXELS = 1_000_000;

/** Frames (ITU T.81, table B.1): sequential and progressive. */
const FIRST_FRAME = 0xc0;
const LAST_FRAME = 0xc2;

/**
 * Whether the JPEGs that make up a page claim more pixels than it has: the decoder believes each, and a page may name one
 * JPEG any number of times.
 */
export function holdsTooLargeJpeg(file: Uint8Array, tags: TagDirectory): boolean {
  const offsets = numbersOf(tags, TILE_OFFSETS) ?? numbersOf(tags, STRIP_OFFSETS) ?? [];
  const lengths = numbersOf(tags, TILE_BYTES) ?? numbersOf(tags, STRIP_BYTES) ?? [];
  const most = MOST_SHARE * (numberOf(tags, WIDTH) ?? 0) * (numberOf(tags, HEIGHT) ?? 0) + SMALL_PIXELS;
  const old = numberOf(tags, JPEG_START);
  let pixels = 0;
  let bytes = 0;
  for (const [index, offset] of offsets.entries()) {
    const length = Math.min(lengths[index] ?? file.length, file.length);
    const from = old === null ? offset : Math.min(old, offset);
    pixels += framePixels(file.subarray(from, offset + length));
    bytes += length;
    // As many bytes as the file has, however often they are named.
    if (pixels > most || bytes > 2 * file.length) return true;
  }
  return false;
}

function numbersOf(tags: TagDirectory, tag: number): readonly number[] | null {
  const value = tags.get(tag);
  return value === undefined || typeof value === "string" ? null : value;
}

/** Pixels of the largest frame that stands in a stretch of bytes. */
function framePixels(bytes: Uint8Array): number {
  let most = 0;
  for (let at = bytes.indexOf(0xff); at !== -1 && at + 8 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    const marker = bytes[at + 1] ?? 0;
    if (marker < FIRST_FRAME || marker > LAST_FRAME) continue;
    const height = ((bytes[at + 5] ?? 0) << 8) | (bytes[at + 6] ?? 0);
    const width = ((bytes[at + 7] ?? 0) << 8) | (bytes[at + 8] ?? 0);
    most = Math.max(most, width * height);
  }
  return most;
}

import { constants, inflateSync } from "node:zlib";
import { decodeLzw } from "./decode-lzw.ts";
import { decodeFax, type FaxCoding } from "./fax/decode-fax.ts";
import { numberOf, type TagDirectory } from "./tag-directory.ts";

/** Tags of TIFF 6.0. */
const WIDTH = 256;
const HEIGHT = 257;
const BITS = 258;
const COMPRESSION = 259;
const FILL_ORDER = 266;
const STRIP_OFFSETS = 273;
const SAMPLES = 277;
const ROWS_PER_STRIP = 278;
const STRIP_BYTES = 279;
const T4_OPTIONS = 292;
const TILE_WIDTH = 322;
const TILE_HEIGHT = 323;
const TILE_OFFSETS = 324;
const TILE_BYTES = 325;

/** Compression methods. JPEG inside of TIFF is left to the decoder of pictures. */
const NONE = 1;
const FAX_ROWS = 2;
const T4 = 3;
const T6 = 4;
const LZW = 5;
const DEFLATE = 8;
const OLD_DEFLATE = 32_946;
const PACK_BITS = 32_773;

const READABLE = [NONE, FAX_ROWS, T4, T6, LZW, DEFLATE, OLD_DEFLATE, PACK_BITS];

/** Tiles may reach beyond the picture, but not so far that most of them is beyond. */
const MOST_TILE_SHARE = 4;
const SMALL_PIXELS = 1_000_000;

const LOWEST_BIT_FIRST = 2;
const IN_TWO_DIMENSIONS = 1;

/** A page whose parts lie unpacked, one after the other. */
export interface UnpackedPage {
  readonly bytes: Uint8Array;
  /** The page's tags, as they describe `bytes`. */
  readonly tags: TagDirectory;
  /** False when something of it is missing; that is zero. */
  readonly isWhole: boolean;
}

/** Strips or tiles: how large each is when unpacked, and where it stands. */
interface Parts {
  readonly width: number;
  readonly heights: readonly number[];
  readonly offsets: readonly number[];
  readonly lengths: readonly number[];
  readonly isTiled: boolean;
}

/**
 * Unpacks the parts of a page, each to its own size and no further, so that what decodes pictures meets no packed bytes.
 *
 * @returns null when the page is packed in a way that is not read, or its parts contradict its size
 */
export function unpackPage(file: Uint8Array, tags: TagDirectory): UnpackedPage | null {
  const method = numberOf(tags, COMPRESSION) ?? NONE;
  const parts = READABLE.includes(method) ? locateParts(tags) : null;
  if (parts === null) return null;
  const bits = (numberOf(tags, BITS) ?? 1) * (numberOf(tags, SAMPLES) ?? 1);
  const rowBytes = Math.ceil((parts.width * bits) / 8);
  const starts: number[] = [];
  const sizes = parts.heights.map((height) => height * rowBytes);
  // The decoder tells the order of bytes by the first two.
  let end = 2;
  for (const size of sizes) {
    starts.push(end);
    end += size;
  }
  const bytes = new Uint8Array(end);
  bytes.set(file.subarray(0, 2));
  let isWhole = true;
  for (const [index, start] of starts.entries()) {
    const from = parts.offsets[index] ?? file.length;
    const data = file.subarray(from, from + (parts.lengths[index] ?? 0));
    const target = bytes.subarray(start, start + (sizes[index] ?? 0));
    isWhole =
      unpackPart(data, target, { method, tags, width: parts.width, height: parts.heights[index] ?? 0 }) && isWhole;
  }
  const unpacked = new Map(tags);
  unpacked.set(COMPRESSION, [NONE]);
  unpacked.set(parts.isTiled ? TILE_OFFSETS : STRIP_OFFSETS, starts);
  unpacked.set(parts.isTiled ? TILE_BYTES : STRIP_BYTES, sizes);
  return { bytes, tags: unpacked, isWhole };
}

function numbersOf(tags: TagDirectory, tag: number): readonly number[] {
  const value = tags.get(tag);
  return value === undefined || typeof value === "string" ? [] : value;
}

function locateParts(tags: TagDirectory): Parts | null {
  const width = numberOf(tags, WIDTH) ?? 0;
  const height = numberOf(tags, HEIGHT) ?? 0;
  const tileWidth = numberOf(tags, TILE_WIDTH);
  if (tileWidth !== null) {
    const tileHeight = numberOf(tags, TILE_HEIGHT) ?? 0;
    if (!(tileWidth >= 1 && tileHeight >= 1)) return null;
    const count = Math.ceil(width / tileWidth) * Math.ceil(height / tileHeight);
    const isSensible = count * tileWidth * tileHeight <= MOST_TILE_SHARE * width * height + SMALL_PIXELS;
    if (!isSensible) return null;
    return {
      width: tileWidth,
      heights: new Array<number>(count).fill(tileHeight),
      offsets: numbersOf(tags, TILE_OFFSETS),
      lengths: numbersOf(tags, TILE_BYTES),
      isTiled: true,
    };
  }
  const rows = Math.min(height, Math.max(1, numberOf(tags, ROWS_PER_STRIP) ?? height));
  const offsets = numbersOf(tags, STRIP_OFFSETS);
  const lengths = numbersOf(tags, STRIP_BYTES);
  const count = Math.ceil(height / rows);
  if (offsets.length === 0) return null;
  return {
    width,
    heights: Array.from({ length: count }, (_, index) => Math.min(rows, height - index * rows)),
    offsets,
    // One strip without a length reaches to the end of the file.
    lengths: lengths.length === 0 && count === 1 ? [Number.MAX_SAFE_INTEGER] : lengths,
    isTiled: false,
  };
}

interface PartForm {
  readonly method: number;
  readonly tags: TagDirectory;
  readonly width: number;
  readonly height: number;
}

/** Fills `target`; false when there was not enough for it, or what there was is damaged. */
function unpackPart(data: Uint8Array, target: Uint8Array, form: PartForm): boolean {
  switch (form.method) {
    case NONE:
      target.set(data.subarray(0, target.length));
      return data.length >= target.length;
    case FAX_ROWS:
    case T4:
    case T6: {
      const { bytes, isWhole } = decodeFax(inOrder(data, form.tags), codingOf(form), form.width, form.height);
      target.set(bytes.subarray(0, target.length));
      return isWhole && bytes.length === target.length;
    }
    case LZW:
      return decodeLzw(data, target) === target.length;
    case PACK_BITS:
      return unpackBits(data, target) === target.length;
    default:
      return inflateInto(data, target);
  }
}

function codingOf({ method, tags }: PartForm): FaxCoding {
  if (method === FAX_ROWS) return "rows";
  if (method === T6) return "t6";
  return ((numberOf(tags, T4_OPTIONS) ?? 0) & IN_TWO_DIMENSIONS) === 0 ? "t4" : "t4-2d";
}

/** Bytes with their highest bit first. */
function inOrder(data: Uint8Array, tags: TagDirectory): Uint8Array {
  if (numberOf(tags, FILL_ORDER) !== LOWEST_BIT_FIRST) return data;
  return data.map((byte) => {
    let turned = 0;
    for (let bit = 0; bit < 8; bit += 1) turned |= ((byte >> bit) & 1) << (7 - bit);
    return turned;
  });
}

/** TIFF 6.0, section 9. Returns how many bytes were written. */
function unpackBits(data: Uint8Array, target: Uint8Array): number {
  let written = 0;
  let at = 0;
  while (at < data.length && written < target.length) {
    const head = data[at] ?? 0;
    at += 1;
    if (head < 128) {
      const run = data.subarray(at, at + Math.min(head + 1, target.length - written));
      target.set(run, written);
      written += run.length;
      at += head + 1;
    } else if (head > 128) {
      const length = Math.min(257 - head, target.length - written);
      target.fill(data[at] ?? 0, written, written + length);
      written += length;
      at += 1;
    }
  }
  return written;
}

function inflateInto(data: Uint8Array, target: Uint8Array): boolean {
  try {
    // What breaks off is read as far as it goes; what goes on behind the end of the part is refused.
    const inflated = inflateSync(data, { maxOutputLength: target.length + 1024, finishFlush: constants.Z_SYNC_FLUSH });
    target.set(inflated.subarray(0, target.length));
    return inflated.length >= target.length;
  } catch {
    return false;
  }
}

import { deflateSync } from "node:zlib";
import utif, { type IFD } from "utif2";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import { compressPixels } from "./compress-pixels.ts";
import { holdsTooLargeJpeg } from "./jpeg-in-tiff.ts";
import { checkSize, damaged } from "./limits.ts";
import { readFacts } from "./picture-facts.ts";
import type { StoredPicture } from "./picture-pdf.ts";
import { numberOf, openTagFile, readDirectories, type TagDirectory } from "./tag-directory.ts";
import { unpackPage } from "./unpack-page.ts";

/** Tags of TIFF 6.0. */
const SUBFILE_TYPE = 254;
const WIDTH = 256;
const HEIGHT = 257;
const BITS = 258;
const COMPRESSION = 259;
const PHOTOMETRIC = 262;
const SAMPLES = 277;

const WHITE_IS_ZERO = 0;
const BLACK_IS_ZERO = 1;
const REDUCED = 1;
const MOST_BITS_PER_PIXEL = 64;
/** Methods of compression that keep each part of a page as a JPEG. */
const JPEG_METHODS = [6, 7];
/** Bytes that one page may be decoded to: it stands in memory beside its colours and the file. */
const MOST_PAGE_BYTES = 400_000_000;
/** Photometric interpretations of TIFF 6.0; the others are those of cameras' raw files. */
const LAST_PHOTOMETRIC = 8;
/** Tags that say how a page is stored (TIFF 6.0); the decoder takes others as a sign of some camera's own format. */
const FIRST_TAG = 254;
const LAST_TAG = 532;
const MAKE = 271;
/** Bytes that all pages together may be decoded to (safety.md, H4). */
const MOST_BYTES = 4 * 1024 ** 3;

/** Pages of a TIFF, and the numbers of those that are damaged. */
export interface TiffPages {
  readonly pictures: readonly StoredPicture[];
  /** Blank: nothing of them can be read. */
  readonly lostPages: readonly number[];
  /** Shown as far as they could be read. */
  readonly damagedPages: readonly number[];
}

/**
 * Reads every page of a TIFF. Thumbnails are left out; a page that is damaged becomes a blank one.
 *
 * @param progress is called after every page
 * @throws ProbativeError `import/corrupt` when not one page can be read, `import/too-large`
 */
export function readTiff(bytes: Uint8Array, progress: () => void): TiffPages {
  const file = openTagFile(bytes);
  if (file === null) throw damaged("It is not a TIFF that can be read.");
  const directories = readDirectories(file).filter((tags) => tags.has(WIDTH) && tags.has(HEIGHT));
  const full = directories.filter((tags) => ((numberOf(tags, SUBFILE_TYPE) ?? 0) & REDUCED) === 0);
  const pages = full.length > 0 ? full : directories;
  checkTotal(pages);
  const lostPages: number[] = [];
  const damagedPages: number[] = [];
  const pictures = pages.map((tags, index) => {
    const facts = readFacts(file, tags);
    const [width, height] = [numberOf(tags, WIDTH) ?? 0, numberOf(tags, HEIGHT) ?? 0];
    checkSize(width, height);
    const decoded = decodePage(bytes, tags);
    progress();
    if (decoded === null) lostPages.push(index + 1);
    else if (!decoded.isWhole) damagedPages.push(index + 1);
    return { width, height, facts, ...(decoded?.pixels ?? blank(width, height)) };
  });
  if (lostPages.length === pages.length) throw damaged("None of its pages can be read.");
  return { pictures, lostPages, damagedPages };
}

/** Pages may share their data, so that a small file can claim to be any number of large ones. */
function checkTotal(pages: readonly TagDirectory[]): void {
  const total = pages.reduce((sum, tags) => {
    const pixels = (numberOf(tags, WIDTH) ?? 0) * (numberOf(tags, HEIGHT) ?? 0);
    return sum + (pixels * Math.min(bitsPerPixel(tags), MOST_BITS_PER_PIXEL)) / 8;
  }, 0);
  if (total > MOST_BYTES) throw new ProbativeError("import/too-large", "Its pages claim more than 4 GiB.");
}

function bitsPerPixel(tags: TagDirectory): number {
  return (numberOf(tags, BITS) ?? 1) * (numberOf(tags, SAMPLES) ?? 1);
}

type Pixels = Omit<StoredPicture, "width" | "height" | "facts">;

function blank(width: number, height: number): Pixels {
  return packed(new Uint8Array(Math.ceil(width / 8) * height), true);
}

/** Rows of one bit a pixel. */
function packed(rows: Uint8Array, whiteIsZero: boolean): Pixels {
  const decode = whiteIsZero ? { decode: "[1 0]" } : {};
  return { bits: 1, colorSpace: "/DeviceGray", filter: "FlateDecode", data: deflateSync(rows), ...decode };
}

interface DecodedPage {
  readonly pixels: Pixels;
  readonly isWhole: boolean;
}

function decodePage(file: Uint8Array, tags: TagDirectory): DecodedPage | null {
  const bits = numberOf(tags, BITS) ?? 1;
  const samples = numberOf(tags, SAMPLES) ?? 1;
  const photometric = numberOf(tags, PHOTOMETRIC) ?? WHITE_IS_ZERO;
  if (bits < 1 || samples < 1 || bitsPerPixel(tags) > MOST_BITS_PER_PIXEL || photometric > LAST_PHOTOMETRIC)
    return null;
  const pixelCount = (numberOf(tags, WIDTH) ?? 0) * (numberOf(tags, HEIGHT) ?? 0);
  if ((pixelCount * bitsPerPixel(tags)) / 8 > MOST_PAGE_BYTES) return null;
  try {
    const isJpeg = JPEG_METHODS.includes(numberOf(tags, COMPRESSION) ?? 0);
    if (isJpeg && holdsTooLargeJpeg(file, tags)) return null;
    const unpacked = isJpeg ? { bytes: file, tags, isWhole: true } : unpackPage(file, tags);
    if (unpacked === null) return null;
    const image = toImage(unpacked.tags);
    utif.decodeImage(wholeBuffer(unpacked.bytes), image);
    const { isWhole } = unpacked;
    const isBilevel = bits === 1 && samples === 1 && (photometric === WHITE_IS_ZERO || photometric === BLACK_IS_ZERO);
    if (isBilevel) return { pixels: packed(image.data, photometric === WHITE_IS_ZERO), isWhole };
    return { pixels: compressPixels(utif.toRGBA8(image)), isWhole };
  } catch (thrown) {
    if (thrown instanceof ProbativeError) throw thrown;
    // Whatever the decoder stumbles over is damage of this page.
    return null;
  }
}

/** The tags in the form that the decoder takes: `t256` and so on. */
function toImage(tags: TagDirectory): IFD {
  const kept = [...tags].filter(([tag]) => tag >= FIRST_TAG && tag <= LAST_TAG && tag !== MAKE);
  const entries = kept.map(([tag, value]) => [`t${tag}`, typeof value === "string" ? [value] : [...value]] as const);
  return Object.fromEntries(entries) as unknown as IFD;
}

/** The decoder takes whole buffers only. */
function wholeBuffer(bytes: Uint8Array): ArrayBuffer {
  const isWhole = bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength;
  return isWhole && bytes.buffer instanceof ArrayBuffer ? bytes.buffer : new Uint8Array(bytes).buffer;
}

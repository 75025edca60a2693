import { createRequire } from "node:module";
import { inflateSync } from "node:zlib";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import { compressPixels } from "./compress-pixels.ts";
import { checkSize, damaged } from "./limits.ts";
import { NO_FACTS, type Resolution, readExif, sensibleResolution } from "./picture-facts.ts";
import type { StoredPicture } from "./picture-pdf.ts";

const INCHES_PER_METRE = 0.0254;
const METRE = 1;

/** Kinds of colour (PNG 1.2, 11.2.2). */
const GREY = 0;
const COLOR = 2;
const PALETTE = 3;
const CHANNELS: Readonly<Record<number, number>> = { [GREY]: 1, [COLOR]: 3, [PALETTE]: 1, 4: 2, 6: 4 };

interface Header {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  readonly color: number;
  readonly isInterlaced: boolean;
}

/** What is used of pngjs, which has no types of its own. */
interface PngReader {
  readonly PNG: { readonly sync: { read(bytes: Buffer): { readonly data: Uint8Array } } };
}

/**
 * Takes a PNG. Its compressed rows become part of the page unchanged, which PDF can read; only what is transparent or
 * interlaced is decoded and compressed again.
 *
 * @throws ProbativeError `import/corrupt`, `import/too-large`
 */
export function readPng(bytes: Uint8Array): StoredPicture {
  const chunks = readChunks(bytes);
  const header = readHeader(chunks.find((chunk) => chunk.type === "IHDR")?.data);
  checkSize(header.width, header.height);
  const data = Buffer.concat(chunks.filter((chunk) => chunk.type === "IDAT").map((chunk) => chunk.data));
  const palette = chunks.find((chunk) => chunk.type === "PLTE")?.data;
  const exif = chunks.find((chunk) => chunk.type === "eXIf")?.data;
  const facts = exif === undefined ? NO_FACTS : readExif(exif);
  const resolution = readResolution(chunks.find((chunk) => chunk.type === "pHYs")?.data) ?? facts.resolution;
  const common = { width: header.width, height: header.height, facts: { ...facts, resolution } };
  const isTransparent = header.color > PALETTE || chunks.some((chunk) => chunk.type === "tRNS");
  if (isTransparent || header.isInterlaced) {
    checkDecoded(header);
    return { ...common, ...decode(bytes) };
  }
  checkRows(data, header);
  const channels = CHANNELS[header.color] ?? 1;
  return {
    ...common,
    bits: header.bits as StoredPicture["bits"],
    colorSpace: colorSpaceOf(header, palette),
    filter: "FlateDecode",
    parameters: `<</Predictor 15/Colors ${channels}/BitsPerComponent ${header.bits}/Columns ${header.width}>>`,
    data,
  };
}

/** Bytes of a pixel that was decoded, and of all that are. */
const DECODED_BYTES = 4;
const MOST_DECODED_BYTES = 200_000_000;

interface Chunk {
  readonly type: string;
  readonly data: Uint8Array;
}

function readChunks(bytes: Uint8Array): readonly Chunk[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Chunk[] = [];
  let at = 8;
  while (at + 8 <= bytes.length) {
    const length = view.getUint32(at);
    const type = Buffer.from(bytes.subarray(at + 4, at + 8)).toString("latin1");
    chunks.push({ type, data: bytes.subarray(at + 8, at + 8 + length) });
    if (type === "IEND") break;
    at += 12 + length;
  }
  return chunks;
}

function readHeader(data: Uint8Array | undefined): Header {
  if (data === undefined || data.length < 13) throw damaged("The PNG has no header.");
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const [bits = 0, color = 0, , , interlace = 0] = data.subarray(8, 13);
  if (![1, 2, 4, 8, 16].includes(bits) || CHANNELS[color] === undefined)
    throw damaged("The PNG has an impossible header.");
  return { width: view.getUint32(0), height: view.getUint32(4), bits, color, isInterlaced: interlace !== 0 };
}

function readResolution(data: Uint8Array | undefined): Resolution | null {
  if (data === undefined || data.length < 9 || data[8] !== METRE) return null;
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  return sensibleResolution(view.getUint32(0) * INCHES_PER_METRE, view.getUint32(4) * INCHES_PER_METRE);
}

function colorSpaceOf(header: Header, palette: Uint8Array | undefined): string {
  if (header.color === COLOR) return "/DeviceRGB";
  if (header.color !== PALETTE) return "/DeviceGray";
  if (palette === undefined || palette.length < 3) throw damaged("The PNG has no palette.");
  const colors = Math.min(256, Math.floor(palette.length / 3));
  const digits = Buffer.from(palette.subarray(0, colors * 3)).toString("hex");
  return `[/Indexed/DeviceRGB ${colors - 1}<${digits}>]`;
}

/** Inflates the rows once, into no more room than they may take, so that damage is found here and not by a reader. */
function checkRows(data: Uint8Array, { width, height, bits, color }: Header): void {
  const expected = height * (1 + Math.ceil((width * bits * (CHANNELS[color] ?? 1)) / 8));
  let length: number;
  try {
    length = inflateSync(data, { maxOutputLength: expected + 1 }).length;
  } catch (cause) {
    throw damaged("The rows of the PNG cannot be read.", cause);
  }
  if (length < expected) throw damaged("Rows of the PNG are missing.");
}

/** The decoder holds every pixel three times. */
function checkDecoded({ width, height, bits, color }: Header): void {
  const bytes = width * height * Math.max(DECODED_BYTES, ((CHANNELS[color] ?? 1) * bits) / 8);
  if (bytes <= MOST_DECODED_BYTES) return;
  const sentence = `It is transparent or interlaced, and claims ${width} × ${height} pixels.`;
  throw new ProbativeError("import/too-large", sentence, { width, height });
}

function decode(bytes: Uint8Array): ReturnType<typeof compressPixels> {
  const { PNG } = createRequire(import.meta.url)("pngjs") as PngReader;
  let pixels: Uint8Array;
  try {
    pixels = PNG.sync.read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)).data;
  } catch (cause) {
    throw damaged("The PNG cannot be decoded.", cause);
  }
  return compressPixels(pixels);
}

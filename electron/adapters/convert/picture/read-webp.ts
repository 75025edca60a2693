import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import decode, { init } from "@jsquash/webp/decode.js";
import { compressPixels } from "./compress-pixels.ts";
import { checkSize, damaged } from "./limits.ts";
import { NO_FACTS, readExif } from "./picture-facts.ts";
import type { StoredPicture } from "./picture-pdf.ts";

/** The part of the WebAssembly interface used here: the type libraries of a project without a DOM leave it out. */
const { WebAssembly: webAssembly } = globalThis as unknown as {
  readonly WebAssembly: { readonly Module: new (bytes: Uint8Array) => object };
};

/** The package's own types leave out the form of `init` that takes a compiled module. */
const start = init as unknown as (compiled: object) => Promise<void>;

let started: Promise<void> | undefined;

/** Starts the decoder from the package's file: left to itself it would fetch it by an address. */
function ensureStarted(): Promise<void> {
  started ??= start(new webAssembly.Module(readFileSync(resolveWebpWasm())));
  return started;
}

/** Where the package keeps its WebAssembly file. */
function resolveWebpWasm(): string {
  return createRequire(import.meta.url).resolve("@jsquash/webp/codec/dec/webp_dec.wasm");
}

interface Chunk {
  readonly type: string;
  readonly data: Uint8Array;
}

/**
 * Decodes a WebP.
 *
 * @throws ProbativeError `import/corrupt` (also for moving pictures, which the decoder does not read), `import/too-large`
 */
export async function readWebp(bytes: Uint8Array): Promise<StoredPicture> {
  const chunks = readChunks(bytes);
  const [width, height] = readSize(chunks);
  checkSize(width, height);
  const exif = chunks.find((chunk) => chunk.type === "EXIF")?.data;
  await ensureStarted();
  let image: { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray };
  try {
    image = await decode(new Uint8Array(bytes).buffer);
  } catch (cause) {
    throw damaged("The WebP cannot be decoded.", cause);
  }
  const { data } = image;
  const pixels = compressPixels(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
  return {
    width: image.width,
    height: image.height,
    ...pixels,
    facts: exif === undefined ? NO_FACTS : readExif(withoutMark(exif)),
  };
}

/** Some writers keep the mark that EXIF has in JPEG. */
function withoutMark(exif: Uint8Array): Uint8Array {
  return Buffer.from(exif.subarray(0, 4)).toString("latin1") === "Exif" ? exif.subarray(6) : exif;
}

function readChunks(bytes: Uint8Array): readonly Chunk[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Chunk[] = [];
  let at = 12;
  while (at + 8 <= bytes.length) {
    const length = view.getUint32(at + 4, true);
    const type = Buffer.from(bytes.subarray(at, at + 4)).toString("latin1");
    chunks.push({ type, data: bytes.subarray(at + 8, at + 8 + length) });
    at += 8 + length + (length & 1);
  }
  return chunks;
}

/** Size by the first chunk (RFC 9649, 2.5 to 2.7). Of canvas and picture, which must agree, the larger counts. */
function readSize(chunks: readonly Chunk[]): readonly [number, number] {
  const sizes = chunks.flatMap(({ type, data }): (readonly [number, number])[] => {
    if (data.length < 10) return [];
    const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
    if (type === "VP8X") return [[1 + (view.getUint32(4, true) & 0xffffff), 1 + (view.getUint32(6, true) >>> 8)]];
    if (type === "VP8 ") return [[view.getUint16(6, true) & 0x3fff, view.getUint16(8, true) & 0x3fff]];
    if (type !== "VP8L") return [];
    const word = view.getUint32(1, true);
    return [[1 + (word & 0x3fff), 1 + ((word >>> 14) & 0x3fff)]];
  });
  if (sizes.length === 0) throw damaged("The WebP has no picture.");
  return [Math.max(...sizes.map(([width]) => width)), Math.max(...sizes.map(([, height]) => height))];
}

import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/** A letter page at 200 dots per inch. */
const WIDTH = 1700;
const HEIGHT = 2200;
const CHANNELS = 3;
const PAGE_BYTES = WIDTH * HEIGHT * CHANNELS;

/** Field types of TIFF 6.0, section 2. */
const SHORT = 3;
const LONG = 4;

const FIELDS_PER_PAGE = 9;
const DIRECTORY_BYTES = 2 + FIELDS_PER_PAGE * 12 + 4;
/** Three depths of eight bits stand behind each directory. */
const DEPTH_BYTES = 2 * CHANNELS;

/** Writes a TIFF 6.0 of pages in colour, not compressed, one strip a page. Answers with its path. */
export async function writeColourTiff(path: string, pages: number): Promise<string> {
  function* parts(): Generator<Uint8Array> {
    const header = Buffer.from("II*\0\0\0\0\0", "latin1");
    header.writeUInt32LE(header.length, 4);
    yield header;
    let offset = header.length;
    for (let page = 1; page <= pages; page += 1) {
      const pixelsAt = offset + DIRECTORY_BYTES + DEPTH_BYTES;
      const end = pixelsAt + PAGE_BYTES;
      yield writeDirectory(offset, pixelsAt, page === pages ? 0 : end);
      yield paintPage(page);
      offset = end;
    }
  }
  await pipeline(Readable.from(parts()), createWriteStream(path));
  return path;
}

function writeDirectory(offset: number, pixelsAt: number, nextAt: number): Uint8Array {
  const depthsAt = offset + DIRECTORY_BYTES;
  // Width, height, bits, compression (none), colours (RGB), strip, samples, rows of the strip, bytes of the strip.
  const fields = [
    [256, SHORT, 1, WIDTH],
    [257, SHORT, 1, HEIGHT],
    [258, SHORT, CHANNELS, depthsAt],
    [259, SHORT, 1, 1],
    [262, SHORT, 1, 2],
    [273, LONG, 1, pixelsAt],
    [277, SHORT, 1, CHANNELS],
    [278, SHORT, 1, HEIGHT],
    [279, LONG, 1, PAGE_BYTES],
  ] as const;
  const bytes = Buffer.alloc(DIRECTORY_BYTES + DEPTH_BYTES);
  bytes.writeUInt16LE(FIELDS_PER_PAGE, 0);
  for (const [index, [tag, type, count, value]] of fields.entries()) {
    const at = 2 + index * 12;
    bytes.writeUInt16LE(tag, at);
    bytes.writeUInt16LE(type, at + 2);
    bytes.writeUInt32LE(count, at + 4);
    bytes.writeUInt32LE(value, at + 8);
  }
  bytes.writeUInt32LE(nextAt, 2 + FIELDS_PER_PAGE * 12);
  for (let channel = 0; channel < CHANNELS; channel += 1) bytes.writeUInt16LE(8, DIRECTORY_BYTES + 2 * channel);
  return bytes;
}

/** Bands of colour with a grain that no compression removes. */
function paintPage(page: number): Uint8Array {
  const pixels = new Uint8Array(PAGE_BYTES);
  for (let at = 0; at < PAGE_BYTES; at += 1) pixels[at] = 160 + ((Math.imul(at + page, 2_654_435_761) >>> 26) & 63);
  return pixels;
}

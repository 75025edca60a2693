import { MOST_PIXELS, measurePicture } from "../picture-size.ts";
import type { Block } from "../rendition.ts";

/** Points for a pixel at 96 pixels to the inch. */
const POINTS_PER_PIXEL = 0.75;
const PNG_SIGNATURE_BYTES = 8;
/** Length, type and checksum of a chunk. */
const PNG_CHUNK_BYTES = 12;

/**
 * A picture that a rendition can show; null for every other kind and size, and for one that was cut off: such a part is
 * handed out as a file, so that it is not lost.
 */
export function pictureBlock(bytes: Uint8Array, description: string | null): Block | null {
  const size = measurePicture(bytes);
  if (size === null || size.width * size.height > MOST_PIXELS) return null;
  if (!(size.kind === "png" ? hasPngEnd(bytes) : hasJpegEnd(bytes))) return null;
  const [width, height] = [size.width * POINTS_PER_PIXEL, size.height * POINTS_PER_PIXEL];
  return { kind: "picture", bytes, width, height, description };
}

/** Walks the chunks to IEND (ISO/IEC 15948, 11.2.5). */
function hasPngEnd(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = PNG_SIGNATURE_BYTES;
  while (at + PNG_CHUNK_BYTES <= bytes.length) {
    if (view.getUint32(at + 4) === 0x49_45_4e_44) return true;
    at += PNG_CHUNK_BYTES + view.getUint32(at);
  }
  return false;
}

/** Looks for the marker EOI (ITU T.81, B.1.1.3), which cameras put in front of data of their own. */
function hasJpegEnd(bytes: Uint8Array): boolean {
  for (let at = bytes.lastIndexOf(0xff); at > 0; at = bytes.lastIndexOf(0xff, at - 1))
    if (bytes[at + 1] === 0xd9) return true;
  return false;
}

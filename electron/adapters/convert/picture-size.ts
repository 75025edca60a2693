/** Kind and size in pixels of a picture that a rendition can show. */
export interface PictureSize {
  readonly kind: "png" | "jpeg";
  readonly width: number;
  readonly height: number;
  /** Colour components of a JPEG: 1 grey, 3 colour, 4 for print. */
  readonly components: number;
}

/** Most pixels of a picture in a rendition (safety.md, H3). */
export const MOST_PIXELS = 16_000_000;

/**
 * Tells PNG and JPEG from their first bytes and reads the size from the header, without decoding the picture.
 *
 * @returns null for anything else, and for a header that is cut or gives no size
 */
export function measurePicture(bytes: Uint8Array): PictureSize | null {
  const size = measurePng(bytes) ?? measureJpeg(bytes);
  return size === null || size.width < 1 || size.height < 1 ? null : size;
}

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

function measurePng(bytes: Uint8Array): PictureSize | null {
  if (bytes.length < 33 || PNG_SIGNATURE.some((byte, index) => bytes[index] !== byte)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { kind: "png", width: view.getUint32(16), height: view.getUint32(20), components: 4 };
}

function measureJpeg(bytes: Uint8Array): PictureSize | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) {
      at += 1;
      continue;
    }
    const marker = bytes[at + 1] ?? 0;
    // Start of frame, all but the tables that share its range (ITU T.81, B.1.1.3).
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) {
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)];
      return { kind: "jpeg", width, height, components: bytes[at + 9] ?? 0 };
    }
    const stands = marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    at += marker === 0xff ? 1 : stands ? 2 : 2 + Math.max(2, view.getUint16(at + 2));
  }
  return null;
}

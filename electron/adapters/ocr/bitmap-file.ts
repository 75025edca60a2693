import type { Raster } from "./raster.ts";

const HEAD_BYTES = 54;
const PALETTE_BYTES = 4 * 256;

/**
 * Writes a raster as a Windows bitmap of 8 bits with a palette of greys. Tesseract's picture library reads this format from
 * memory on every system, without compression and without a temporary file (which it makes for "pgm" on some).
 */
export function writeBitmap({ width, height, pixels }: Raster, resolution: number): Uint8Array<ArrayBuffer> {
  const stride = (width + 3) & ~3;
  const start = HEAD_BYTES + PALETTE_BYTES;
  const bytes = new Uint8Array(start + stride * height);
  const view = new DataView(bytes.buffer);
  const dotsPerMetre = Math.round(resolution / 0.0254);
  view.setUint16(0, 0x424d);
  view.setUint32(2, bytes.length, true);
  view.setUint32(10, start, true);
  view.setUint32(14, 40, true);
  view.setInt32(18, width, true);
  view.setInt32(22, height, true);
  view.setUint16(26, 1, true);
  view.setUint16(28, 8, true);
  view.setUint32(34, stride * height, true);
  view.setInt32(38, dotsPerMetre, true);
  view.setInt32(42, dotsPerMetre, true);
  view.setUint32(46, 256, true);
  for (let grey = 0; grey < 256; grey += 1) view.setUint32(HEAD_BYTES + 4 * grey, grey * 0x010101, true);
  // Rows stand from the bottom to the top.
  for (let row = 0; row < height; row += 1) {
    bytes.set(pixels.subarray(row * width, (row + 1) * width), start + (height - 1 - row) * stride);
  }
  return bytes;
}

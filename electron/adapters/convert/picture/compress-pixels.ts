import { deflateSync } from "node:zlib";
import type { StoredPicture } from "./picture-pdf.ts";

const OPAQUE = 255;

/** Fields of a picture that come from its pixels. */
export type PixelFields = Pick<StoredPicture, "bits" | "colorSpace" | "filter" | "data">;

/**
 * Compresses decoded pixels: in grey where they have no colour. What is transparent is put on white.
 *
 * @param rgba red, green, blue and opacity, one byte each; it is overwritten
 */
export function compressPixels(rgba: Uint8Array): PixelFields {
  let isGrey = true;
  for (let at = 0; at < rgba.length; at += 4) {
    const opacity = rgba[at + 3] ?? OPAQUE;
    if (opacity !== OPAQUE) {
      for (let channel = 0; channel < 3; channel += 1) {
        rgba[at + channel] = Math.round(((rgba[at + channel] ?? 0) * opacity) / OPAQUE + OPAQUE - opacity);
      }
    }
    isGrey &&= rgba[at] === rgba[at + 1] && rgba[at] === rgba[at + 2];
  }
  const channels = isGrey ? 1 : 3;
  let to = 0;
  for (let at = 0; at < rgba.length; at += 4) {
    for (let channel = 0; channel < channels; channel += 1) rgba[to++] = rgba[at + channel] ?? 0;
  }
  return {
    bits: 8,
    colorSpace: isGrey ? "/DeviceGray" : "/DeviceRGB",
    filter: "FlateDecode",
    data: deflateSync(rgba.subarray(0, to)),
  };
}

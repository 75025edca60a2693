import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { MOST_PIXELS, measurePicture } from "../picture-size.ts";
import type { PdfDocument } from "./faces.ts";

/** A picture in the document, with the size in points that it is shown at. */
export interface PlacedPicture {
  /** Name in the resources of a page. */
  readonly name: string;
  readonly reference: object;
  readonly width: number;
  readonly height: number;
}

/** Pictures of one document; the same bytes are kept once. */
export interface Pictures {
  /** Puts a picture into the document, or gives null when its bytes cannot be shown. */
  embed(bytes: Uint8Array): Omit<PlacedPicture, "width" | "height"> | null;
}

/** An object of the file, as pdfkit keeps it. */
interface PdfReference {
  end(data: Uint8Array): void;
}

/** Colour space of a JPEG by its number of components; four are inverted, as Adobe writes them. */
const JPEG_COLOURS: ReadonlyMap<number, object> = new Map<number, object>([
  [1, { ColorSpace: "DeviceGray" }],
  [3, { ColorSpace: "DeviceRGB" }],
  [4, { ColorSpace: "DeviceCMYK", Decode: [1, 0, 1, 0, 1, 0, 1, 0] }],
]);

/** What is used of pngjs, which has no types of its own. */
interface PngReader {
  readonly PNG: {
    readonly sync: {
      read(bytes: Buffer): { readonly width: number; readonly height: number; readonly data: Uint8Array };
    };
  };
}

/**
 * Embeds pictures by writing their objects: pdfkit decodes some PNGs in the background, so that the order of objects, and
 * with it the bytes of the file, would depend on timing, and a damaged one would end the worker.
 */
export function createPictures(document: PdfDocument): Pictures {
  const known = new Map<string, ReturnType<Pictures["embed"]>>();

  const addImage = (entries: object, data: Uint8Array): object => {
    const { ref } = document as unknown as { ref(data: object): PdfReference };
    const reference = ref.call(document, { Type: "XObject", Subtype: "Image", BitsPerComponent: 8, ...entries });
    reference.end(data);
    return reference;
  };
  const addPicture = (bytes: Uint8Array): object | null => {
    const size = measurePicture(bytes);
    if (size === null || size.width * size.height > MOST_PIXELS) return null;
    if (size.kind === "jpeg") {
      const colours = JPEG_COLOURS.get(size.components);
      if (colours === undefined) return null;
      return addImage({ Width: size.width, Height: size.height, Filter: "DCTDecode", ...colours }, bytes);
    }
    const pixels = decodePng(bytes);
    return pixels === null
      ? null
      : addImage({ Width: pixels.width, Height: pixels.height, ColorSpace: "DeviceRGB" }, pixels.data);
  };

  return {
    embed(bytes) {
      const hash = createHash("sha256").update(bytes).digest("hex");
      const before = known.get(hash);
      if (before !== undefined) return before;
      const reference = addPicture(bytes);
      const picture = reference === null ? null : { name: `Im${known.size + 1}`, reference };
      known.set(hash, picture);
      return picture;
    },
  };
}

/** Decodes a PNG and lays it on white: a page is white, and a mask would be one more thing that can differ. */
function decodePng(bytes: Uint8Array): { width: number; height: number; data: Uint8Array } | null {
  const { PNG } = createRequire(import.meta.url)("pngjs") as PngReader;
  try {
    const { width, height, data } = PNG.sync.read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    const opaque = new Uint8Array(width * height * 3);
    for (let pixel = 0; pixel < width * height; pixel += 1) {
      const alpha = (data[4 * pixel + 3] ?? 255) / 255;
      for (let channel = 0; channel < 3; channel += 1)
        opaque[3 * pixel + channel] = Math.round((data[4 * pixel + channel] ?? 0) * alpha + 255 * (1 - alpha));
    }
    return { width, height, data: opaque };
  } catch {
    return null;
  }
}

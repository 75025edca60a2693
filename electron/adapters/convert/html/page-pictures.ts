import { MOST_PIXELS, measurePicture } from "../picture-size.ts";
import type { Block } from "../rendition.ts";

/** What became of a picture that a page names. */
export type PictureOutcome =
  | { readonly kind: "shown"; readonly block: Extract<Block, { kind: "picture" }> }
  /** A picture of a pixel or two, which is there to spy or to keep a distance. */
  | { readonly kind: "negligible" }
  /** It lies elsewhere and was not loaded. */
  | { readonly kind: "not-loaded" }
  /** It is here, but of a kind or size that is not shown. */
  | { readonly kind: "not-shown" };

/** Points for a pixel (CSS 2.1: 96 pixels to the inch). */
const POINTS_PER_PIXEL = 0.75;
const NEGLIGIBLE_PIXELS = 2;
/** Longest address that holds its picture, in characters: about 24 MB of bytes. */
const LONGEST_DATA_ADDRESS = 32 * 1024 ** 2;

/**
 * Finds the bytes of a picture: in its own address, or with `lookUp` among what came with the page. Nothing is read from
 * anywhere else.
 */
export function findPicture(
  attributes: ReadonlyMap<string, string>,
  lookUp: (source: string) => Uint8Array | null,
): PictureOutcome {
  const source = (attributes.get("src") ?? "").trim();
  const declared = [readPixels(attributes.get("width")), readPixels(attributes.get("height"))] as const;
  if (declared.every((pixels) => pixels !== null && pixels <= NEGLIGIBLE_PIXELS)) return { kind: "negligible" };
  const isData = /^data:/iu.test(source);
  const bytes = isData ? decodeDataAddress(source) : lookUp(source);
  if (bytes === null) return { kind: isData ? "not-shown" : "not-loaded" };
  const size = measurePicture(bytes);
  if (size === null || size.width * size.height > MOST_PIXELS) return { kind: "not-shown" };
  if (size.width <= NEGLIGIBLE_PIXELS && size.height <= NEGLIGIBLE_PIXELS) return { kind: "negligible" };
  const [width, height] = fitDeclared(declared, size);
  const description = (attributes.get("alt") ?? attributes.get("title") ?? "").trim();
  return {
    kind: "shown",
    block: {
      kind: "picture",
      bytes,
      width: width * POINTS_PER_PIXEL,
      height: height * POINTS_PER_PIXEL,
      description: description === "" ? null : description,
    },
  };
}

/** The size a page asks for, when it asks for one that keeps something to see. */
function fitDeclared(
  [width, height]: readonly [number | null, number | null],
  size: { readonly width: number; readonly height: number },
): readonly [number, number] {
  if (width !== null && height !== null && width > 0 && height > 0) return [width, height];
  if (width !== null && width > 0) return [width, (size.height * width) / size.width];
  if (height !== null && height > 0) return [(size.width * height) / size.height, height];
  return [size.width, size.height];
}

function readPixels(value: string | undefined): number | null {
  const match = /^\s*(\d{1,5})(?:\.\d*)?(?:px)?\s*$/u.exec(value ?? "");
  return match === null ? null : Number(match[1]);
}

function decodeDataAddress(source: string): Uint8Array | null {
  const comma = source.indexOf(",");
  if (comma === -1 || source.length > LONGEST_DATA_ADDRESS) return null;
  if (!/;\s*base64\s*$/iu.test(source.slice(0, comma))) return null;
  return Buffer.from(source.slice(comma + 1), "base64");
}

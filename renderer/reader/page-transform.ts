import type { PageInfo, PageRotation } from "#shared/model/document.ts";
import type { Box, Quad } from "#shared/model/geometry.ts";

/** CSS pixels per PDF point at a zoom of 100 % (96 and 72 to the inch). */
export const PIXELS_PER_POINT = 96 / 72;

/** US Letter: what a page without a usable box is shown as, as PDF viewers do. */
const FALLBACK_SIZE = [612, 792] as const;

/** Beyond this many points a side cannot be meant (the format's own limit is 14,400). */
const LONGEST_SIDE = 100_000;

/**
 * Maps PDF user space to CSS pixels of the page as it is shown:
 * `x' = a·x + c·y + e`, `y' = b·x + d·y + f` (the order of a PDF matrix), inside a page of `width` × `height` pixels.
 */
export interface PageTransform {
  readonly matrix: readonly [number, number, number, number, number, number];
  readonly width: number;
  readonly height: number;
}

/** The edge of a rectangle along which text stands, after rotation. */
export type BaselineEdge = "bottom" | "left" | "top" | "right";

/** A rectangle in CSS pixels from the top left corner of the page. */
export interface PageRect {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The page's box with its corners in order, or US Letter at the same origin when it encloses nothing sensible. */
export function usableBox(box: Box): Box {
  const [x0, y0, x1, y1] = [
    Math.min(box[0], box[2]),
    Math.min(box[1], box[3]),
    Math.max(box[0], box[2]),
    Math.max(box[1], box[3]),
  ];
  const width = x1 - x0;
  const height = y1 - y0;
  if (width >= 1 && height >= 1 && width <= LONGEST_SIDE && height <= LONGEST_SIDE) return [x0, y0, x1, y1];
  const [left, bottom] = Number.isFinite(x0) && Number.isFinite(y0) ? [x0, y0] : [0, 0];
  return [left, bottom, left + FALLBACK_SIZE[0], bottom + FALLBACK_SIZE[1]];
}

/** Sum of the page's own rotation and the one that the reader adds, 0 to 270. */
export function addRotation(first: PageRotation, second: PageRotation): PageRotation {
  return ((first + second) % 360) as PageRotation;
}

/** Width and height in points of a page as it is shown, its rotation applied. */
export function shownSize(
  info: Pick<PageInfo, "box" | "rotation">,
  viewRotation: PageRotation,
): readonly [number, number] {
  const [x0, y0, x1, y1] = usableBox(info.box);
  return addRotation(info.rotation, viewRotation) % 180 === 0 ? [x1 - x0, y1 - y0] : [y1 - y0, x1 - x0];
}

/**
 * The mapping of a page at `scale` CSS pixels per point. Rotation is clockwise, as `/Rotate` (ISO 32000-2, table 31);
 * the mapping is the one of a pdf.js viewport for the same box, scale and rotation.
 */
export function makePageTransform(
  info: Pick<PageInfo, "box" | "rotation">,
  scale: number,
  viewRotation: PageRotation,
): PageTransform {
  const [x0, y0, x1, y1] = usableBox(info.box);
  const [width, height] = shownSize(info, viewRotation);
  const size = { width: width * scale, height: height * scale };
  switch (addRotation(info.rotation, viewRotation)) {
    case 0:
      return { matrix: [scale, 0, 0, -scale, -x0 * scale, y1 * scale], ...size };
    case 90:
      return { matrix: [0, scale, scale, 0, -y0 * scale, -x0 * scale], ...size };
    case 180:
      return { matrix: [-scale, 0, 0, scale, x1 * scale, -y0 * scale], ...size };
    case 270:
      return { matrix: [0, -scale, -scale, 0, y1 * scale, x1 * scale], ...size };
  }
}

/** A point of PDF user space in CSS pixels from the top left corner of the page. */
export function toPagePixels(transform: PageTransform, x: number, y: number): readonly [number, number] {
  const [a, b, c, d, e, f] = transform.matrix;
  return [a * x + c * y + e, b * x + d * y + f];
}

/** The inverse of `toPagePixels`. */
export function toUserSpace(transform: PageTransform, left: number, top: number): readonly [number, number] {
  const [a, b, c, d, e, f] = transform.matrix;
  const determinant = a * d - b * c;
  const x = left - e;
  const y = top - f;
  return [(d * x - c * y) / determinant, (a * y - b * x) / determinant];
}

/** The rectangle that a quad covers on the page as it is shown, and the edge on which its text stands. */
export function quadToRect(transform: PageTransform, quad: Quad): PageRect & { readonly baseline: BaselineEdge } {
  const startTop = toPagePixels(transform, quad[0], quad[1]);
  const endTop = toPagePixels(transform, quad[2], quad[3]);
  const startBottom = toPagePixels(transform, quad[4], quad[5]);
  const endBottom = toPagePixels(transform, quad[6], quad[7]);
  const across = [startTop[0], endTop[0], startBottom[0], endBottom[0]];
  const down = [startTop[1], endTop[1], startBottom[1], endBottom[1]];
  const left = Math.min(...across);
  const top = Math.min(...down);
  const towardsBaseline = [
    startBottom[0] + endBottom[0] - startTop[0] - endTop[0],
    startBottom[1] + endBottom[1] - startTop[1] - endTop[1],
  ] as const;
  return {
    left,
    top,
    width: Math.max(...across) - left,
    height: Math.max(...down) - top,
    baseline:
      Math.abs(towardsBaseline[1]) >= Math.abs(towardsBaseline[0])
        ? towardsBaseline[1] >= 0
          ? "bottom"
          : "top"
        : towardsBaseline[0] >= 0
          ? "right"
          : "left",
  };
}

/** The smallest rectangle around some quads, or null when there are none. */
export function boundQuads(transform: PageTransform, quads: readonly Quad[]): PageRect | null {
  let bounds: PageRect | null = null;
  for (const quad of quads) {
    const rect = quadToRect(transform, quad);
    if (bounds === null) {
      bounds = rect;
      continue;
    }
    const left = Math.min(bounds.left, rect.left);
    const top = Math.min(bounds.top, rect.top);
    bounds = {
      left,
      top,
      width: Math.max(bounds.left + bounds.width, rect.left + rect.width) - left,
      height: Math.max(bounds.top + bounds.height, rect.top + rect.height) - top,
    };
  }
  return bounds;
}

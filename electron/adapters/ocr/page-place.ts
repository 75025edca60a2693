import type { PageRaster } from "#core/ports/page-renderer.ts";
import type { QuarterTurn } from "./raster.ts";

/** A point: x and y. */
export type Point = readonly [number, number];

/** Maps points of one plane to another: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Affine = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** Where a point comes to lie. */
export function applyAffine([a, b, c, d, e, f]: Affine, [x, y]: Point): Point {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** The mapping that does `first`, then `second`. */
export function composeAffine(first: Affine, second: Affine): Affine {
  const origin = applyAffine(second, applyAffine(first, [0, 0]));
  const [a, b, c, d] = first;
  const [sa, sb, sc, sd] = second;
  return [sa * a + sc * b, sb * a + sd * b, sa * c + sc * d, sb * c + sd * d, origin[0], origin[1]];
}

/** What was done to a page's raster before it was recognised. */
export interface Straightening {
  readonly turned: QuarterTurn;
  /** Degrees, clockwise, by which the turned raster was rotated about its centre. */
  readonly rotated: number;
}

type Seen = Pick<PageRaster, "width" | "height" | "box" | "rotation">;

/** The mapping from pixels of a straightened raster (y downwards) to PDF user space. */
export function placeOnPage(page: Seen, { turned, rotated }: Straightening): Affine {
  const isAcross = turned === 90 || turned === 270;
  const width = isAcross ? page.height : page.width;
  const height = isAcross ? page.width : page.height;
  const upright = composeAffine(undoRotation(width, height, rotated), undoTurn(page.width, page.height, turned));
  return composeAffine(upright, pixelsToUserSpace(page));
}

/** As `rotateRaster`, whose picture keeps its size and centre. Pixels have their centre half a pixel from their corner. */
function undoRotation(width: number, height: number, degrees: number): Affine {
  const radians = (degrees * Math.PI) / 180;
  const [cosine, sine] = [Math.cos(radians), Math.sin(radians)];
  const [x, y] = [width / 2, height / 2];
  return [cosine, -sine, sine, cosine, x - cosine * x - sine * y, y + sine * x - cosine * y];
}

/** As `turnRaster`, backwards; width and height are those before the turn. */
function undoTurn(width: number, height: number, turned: QuarterTurn): Affine {
  if (turned === 90) return [0, -1, 1, 0, 0, height];
  if (turned === 180) return [-1, 0, 0, -1, width, height];
  if (turned === 270) return [0, 1, -1, 0, width, 0];
  return [1, 0, 0, 1, 0, 0];
}

/** From pixels of the page as it is seen to user space: the page's own rotation is clockwise (ISO 32000-2, 7.7.3.3). */
function pixelsToUserSpace({ width, height, box, rotation }: Seen): Affine {
  const [left, bottom, right, top] = box;
  const isAcross = rotation === 90 || rotation === 270;
  const x = (isAcross ? top - bottom : right - left) / width;
  const y = (isAcross ? right - left : top - bottom) / height;
  if (rotation === 90) return [0, x, y, 0, left, bottom];
  if (rotation === 180) return [-x, 0, 0, y, right, bottom];
  if (rotation === 270) return [0, -x, -y, 0, right, top];
  return [x, 0, 0, -y, left, top];
}

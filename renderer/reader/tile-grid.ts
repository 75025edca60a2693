import type { PageRect } from "./page-transform.ts";

/** Side of a tile in device pixels: some nine megabytes, and four to six of them fill a large screen. */
export const TILE_SIDE = 1536;

/** A page of no more device pixels is painted in one piece. */
export const WHOLE_PIXELS = 3_000_000;

/** Device pixels of the coarse picture that lies under the tiles of a larger page. */
export const COARSE_PIXELS = 700_000;

/** Longest side of a canvas that every browser paints. */
const LONGEST_SIDE = 8192;

/** Tiles of a page by column and row, counted from 0 at the top left, both ends included. */
export interface TileRange {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** How a page is painted: in one piece, or coarsely in one piece and sharply by those tiles that are in sight. */
export type PaintPlan =
  | { readonly kind: "whole"; readonly ratio: number }
  | {
      readonly kind: "tiles";
      /** Device pixels per CSS pixel of the coarse picture, and of the tiles. */
      readonly coarseRatio: number;
      readonly ratio: number;
      readonly columns: number;
      readonly rows: number;
    };

/** Plans the painting of a page of `width` × `height` CSS pixels. */
export function planPainting(width: number, height: number, devicePixelRatio: number): PaintPlan {
  const area = Math.max(1, width * height);
  const side = Math.max(1, width, height);
  const isSmall = area * devicePixelRatio * devicePixelRatio <= WHOLE_PIXELS && side * devicePixelRatio <= LONGEST_SIDE;
  if (isSmall) return { kind: "whole", ratio: devicePixelRatio };
  return {
    kind: "tiles",
    coarseRatio: Math.min(devicePixelRatio, Math.sqrt(COARSE_PIXELS / area), LONGEST_SIDE / side),
    ratio: devicePixelRatio,
    columns: Math.ceil((width * devicePixelRatio) / TILE_SIDE),
    rows: Math.ceil((height * devicePixelRatio) / TILE_SIDE),
  };
}

/**
 * The tiles that a part of the page touches, the part given in CSS pixels from the page's top left corner; null when the
 * page needs no tiles or none of it is in sight.
 */
export function tilesIn(plan: PaintPlan, sight: PageRect): TileRange | null {
  if (plan.kind === "whole" || sight.width <= 0 || sight.height <= 0) return null;
  const at = (pixels: number, count: number): number =>
    Math.min(Math.max(Math.floor((pixels * plan.ratio) / TILE_SIDE), 0), count - 1);
  return {
    left: at(sight.left, plan.columns),
    top: at(sight.top, plan.rows),
    right: at(sight.left + sight.width - 1, plan.columns),
    bottom: at(sight.top + sight.height - 1, plan.rows),
  };
}

/** True when both name the same tiles. */
export function isSameRange(first: TileRange | null, second: TileRange | null): boolean {
  if (first === null || second === null) return first === second;
  return (
    first.left === second.left &&
    first.top === second.top &&
    first.right === second.right &&
    first.bottom === second.bottom
  );
}

/** A tile: its place in the grid, and its extent in device pixels of the page. */
export interface Tile extends PageRect {
  readonly column: number;
  readonly row: number;
}

/** The tiles of a range, those nearest to its middle first, cut at the page's edges (`width` × `height` CSS pixels). */
export function listTiles(range: TileRange, width: number, height: number, ratio: number): readonly Tile[] {
  const middle = { column: (range.left + range.right) / 2, row: (range.top + range.bottom) / 2 };
  const distance = (tile: Tile): number => Math.hypot(tile.column - middle.column, tile.row - middle.row);
  const tiles: Tile[] = [];
  for (let row = range.top; row <= range.bottom; row += 1) {
    for (let column = range.left; column <= range.right; column += 1) {
      const left = column * TILE_SIDE;
      const top = row * TILE_SIDE;
      const right = Math.min(left + TILE_SIDE, Math.round(width * ratio));
      const bottom = Math.min(top + TILE_SIDE, Math.round(height * ratio));
      if (right > left && bottom > top)
        tiles.push({ column, row, left, top, width: right - left, height: bottom - top });
    }
  }
  return tiles.sort((first, second) => distance(first) - distance(second));
}

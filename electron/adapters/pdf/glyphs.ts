/**
 * Directions in which glyphs advance. The first four are `RUN_DIRECTIONS` of the geometry codec; text that is set upside
 * down also advances to the left, but its lines follow each other upwards, unlike those of Arabic or Hebrew.
 */
export const RIGHT = 0;
export const LEFT = 1;
export const UP = 2;
export const DOWN = 3;
export const UPSIDE_DOWN = 4;
/** A character without a place of its own: a space or line break that was inferred. */
export const NOWHERE = 5;

export const SPACE = 0x20;
export const LINE_BREAK = 0x0a;
export const HYPHEN = 0x2d;
/** A glyph that is drawn but whose character the file does not tell. */
export const UNMAPPED = 0xfffd;

/**
 * Characters of a page with their places, as columns: one row for each, `count` rows in use.
 *
 * `begin` and `end` run along the direction and always ascend: they are x for right, -x for left and upside down,
 * y for up, -y for down. `low` and `high` are the plain coordinates across it. All in PDF points.
 */
export interface Glyphs {
  count: number;
  /** Code points in glyphs as they come; UTF-16 code units once they are units of the text. */
  code: Uint32Array;
  direction: Uint8Array;
  begin: Float64Array;
  end: Float64Array;
  low: Float64Array;
  high: Float64Array;
}

/** Empty columns with room for `capacity` rows. */
export function createGlyphs(capacity: number): Glyphs {
  return {
    count: 0,
    code: new Uint32Array(capacity),
    direction: new Uint8Array(capacity),
    begin: new Float64Array(capacity),
    end: new Float64Array(capacity),
    low: new Float64Array(capacity),
    high: new Float64Array(capacity),
  };
}

/** Makes room for at least `capacity` rows, keeping those in use. */
export function reserveGlyphs(glyphs: Glyphs, capacity: number): void {
  if (capacity <= glyphs.code.length) return;
  const larger = createGlyphs(Math.max(capacity, glyphs.code.length * 2));
  larger.code.set(glyphs.code);
  larger.direction.set(glyphs.direction);
  larger.begin.set(glyphs.begin);
  larger.end.set(glyphs.end);
  larger.low.set(glyphs.low);
  larger.high.set(glyphs.high);
  Object.assign(glyphs, larger, { count: glyphs.count });
}

/** Adds a row; there must be room. */
export function pushGlyph(
  glyphs: Glyphs,
  code: number,
  direction: number,
  begin: number,
  end: number,
  low: number,
  high: number,
): void {
  const row = glyphs.count;
  glyphs.code[row] = code;
  glyphs.direction[row] = direction;
  glyphs.begin[row] = begin;
  glyphs.end[row] = end;
  glyphs.low[row] = low;
  glyphs.high[row] = high;
  glyphs.count = row + 1;
}

/** Divides the rows' common place evenly among them, in their order. */
export function divideEvenly(glyphs: Glyphs, from: number, to: number, begin: number, end: number): void {
  const width = (end - begin) / (to - from);
  for (let row = from; row < to; row += 1) {
    glyphs.begin[row] = begin + width * (row - from);
    glyphs.end[row] = begin + width * (row - from + 1);
  }
}

import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { Box } from "#shared/model/geometry.ts";
import { cleanCharacter, DROPPED, isEastAsian, isNeutral, isRightToLeft } from "./characters.ts";
import {
  DOWN,
  divideEvenly,
  type Glyphs,
  HYPHEN,
  LEFT,
  LINE_BREAK,
  NOWHERE,
  pushGlyph,
  RIGHT,
  reserveGlyphs,
  SPACE,
  UNMAPPED,
  UP,
  UPSIDE_DOWN,
} from "./glyphs.ts";
import type { Pointer } from "./pdfium-exports.ts";
import type { Pdfium } from "./pdfium-module.ts";

/** What PDFium returns for a hyphen that ends a line. */
const LINE_END_HYPHEN = 0x02;
/** A book holds a million characters; a page that claims more would only fill the memory. */
const MOST_CHARACTERS = 1_000_000;

/** The quarter turn that a text's own rotation is nearest to. PDFium counts clockwise, in radians. */
function directionOfAngle(angle: number): number {
  const quarter = Math.round(angle / (Math.PI / 2)) & 3;
  if (quarter === 0) return RIGHT;
  if (quarter === 1) return DOWN;
  return quarter === 2 ? UPSIDE_DOWN : UP;
}

/**
 * Reads the characters of a page with their boxes, in the order in which PDFium delivers them: reading order within a line,
 * with inferred spaces and line breaks. Characters wholly outside of `visible` and hidden ones are left out.
 *
 * @param text a text page
 * @param visible crop box in PDF user space
 * @param isHidden 1 for every character that is to be left out; null when there is none
 * @param scratch 32 bytes of PDFium's memory, aligned to 8
 * @param glyphs is emptied and filled
 * @throws ProbativeError `import/memory` for a page that claims a million characters
 */
export function collectGlyphs(
  pdfium: Pdfium,
  text: Pointer,
  visible: Box,
  isHidden: Uint8Array | null,
  scratch: Pointer,
  glyphs: Glyphs,
): void {
  const { exports } = pdfium;
  const count = exports.FPDFText_CountChars(text);
  if (count > MOST_CHARACTERS) throw new ProbativeError("import/memory", "One page claims a million characters.");
  // A hyphen at the end of a line brings a line break with it.
  reserveGlyphs(glyphs, Math.max(0, count) * 2);
  glyphs.count = 0;
  let floats = pdfium.floats();
  const rectangle = scratch >> 2;
  const [cropLeft, cropBottom, cropRight, cropTop] = visible;
  let currentObject = -1;
  let objectDirection = RIGHT;
  let sharedFrom = 0;
  let sharedLeft = Number.NaN;
  let sharedBottom = 0;
  let sharedRight = 0;
  let sharedTop = 0;

  for (let index = 0; index < count; index += 1) {
    const raw = exports.FPDFText_GetUnicode(text, index);
    if (raw === 0x0d || (isHidden !== null && isHidden[index] === 1)) continue;
    if (raw === LINE_BREAK || (raw === SPACE && exports.FPDFText_IsGenerated(text, index) !== 0)) {
      pushGlyph(glyphs, raw, NOWHERE, 0, 0, 0, 0);
      continue;
    }
    const endsLine = raw === LINE_END_HYPHEN && exports.FPDFText_IsHyphen(text, index) === 1;
    let code = endsLine ? HYPHEN : raw;
    if (raw >= 0xd800 && raw < 0xdc00 && index + 1 < count) {
      const next = exports.FPDFText_GetUnicode(text, index + 1);
      if (next >= 0xdc00 && next < 0xe000) {
        code = 0x10000 + ((raw - 0xd800) << 10) + (next - 0xdc00);
        index += 1;
      }
    }
    if (isUnmapped(exports.FPDFText_HasUnicodeMapError(text, index), code)) code = UNMAPPED;
    code = cleanCharacter(code);
    if (code === DROPPED) continue;

    const object = exports.FPDFText_GetTextObject(text, index);
    if (object !== currentObject) {
      currentObject = object;
      objectDirection = directionOfAngle(exports.FPDFText_GetCharAngle(text, index));
    }
    exports.FPDFText_GetLooseCharBox(text, index, scratch);
    if (floats.length === 0) floats = pdfium.floats();
    let left = floats[rectangle] ?? 0;
    let top = floats[rectangle + 1] ?? 0;
    let right = floats[rectangle + 2] ?? 0;
    let bottom = floats[rectangle + 3] ?? 0;
    if (!(right > left && top > bottom)) {
      // Fonts without metrics have no loose box; the ink's box is better than none.
      exports.FPDFText_GetCharBox(text, index, scratch, scratch + 8, scratch + 16, scratch + 24);
      const doubles = pdfium.doubles();
      left = doubles[scratch >> 3] ?? 0;
      right = doubles[(scratch >> 3) + 1] ?? 0;
      bottom = doubles[(scratch >> 3) + 2] ?? 0;
      top = doubles[(scratch >> 3) + 3] ?? 0;
    }
    if (right < cropLeft || left > cropRight || top < cropBottom || bottom > cropTop) continue;
    if (!Number.isFinite(left + right + top + bottom)) {
      pushGlyph(glyphs, code, NOWHERE, 0, 0, 0, 0);
      continue;
    }

    const row = glyphs.count;
    const direction =
      objectDirection === RIGHT ? directionOnLine(glyphs, code, left, right, bottom, top) : objectDirection;
    pushGlyphAt(glyphs, code, direction, left, bottom, right, top);
    if (left === sharedLeft && right === sharedRight && bottom === sharedBottom && top === sharedTop) {
      // The parts of a ligature come with the box of the whole glyph.
      divideEvenly(glyphs, sharedFrom, row + 1, glyphs.begin[sharedFrom] ?? 0, glyphs.end[row] ?? 0);
    } else {
      sharedFrom = row;
      sharedLeft = left;
      sharedBottom = bottom;
      sharedRight = right;
      sharedTop = top;
    }
    if (endsLine) pushGlyph(glyphs, LINE_BREAK, NOWHERE, 0, 0, 0, 0);
  }
}

/**
 * True for a glyph whose character is not known. PDFium then delivers the glyph's code in its font: one byte says nothing
 * of the character, while longer codes are Unicode themselves (as in the text layers of Tesseract).
 */
function isUnmapped(mapError: number, code: number): boolean {
  return code === 0 || (mapError === 1 && code < 0x100);
}

function pushGlyphAt(
  glyphs: Glyphs,
  code: number,
  direction: number,
  left: number,
  bottom: number,
  right: number,
  top: number,
): void {
  if (direction === RIGHT) pushGlyph(glyphs, code, direction, left, right, bottom, top);
  else if (direction === UP) pushGlyph(glyphs, code, direction, bottom, top, left, right);
  else if (direction === DOWN) pushGlyph(glyphs, code, direction, -top, -bottom, left, right);
  else pushGlyph(glyphs, code, direction, -right, -left, bottom, top);
}

/**
 * The direction of a character that is not turned: to the left for scripts written so, and for the signs between their
 * words; downwards for East Asian columns; else to the right.
 */
function directionOnLine(
  glyphs: Glyphs,
  code: number,
  left: number,
  right: number,
  bottom: number,
  top: number,
): number {
  if (code < 0xc0 && glyphs.count === 0) return RIGHT;
  if (isRightToLeft(code)) return LEFT;
  const last = glyphs.count - 1;
  const before = glyphs.direction[last];
  if (before === LEFT && isNeutral(code)) {
    return right <= -(glyphs.end[last] ?? 0) + (top - bottom) / 2 ? LEFT : RIGHT;
  }
  if (!isEastAsian(code) || last < 0 || !isEastAsian(glyphs.code[last] ?? 0)) return RIGHT;
  const slack = (top - bottom) / 4;
  if (before === DOWN) {
    const isBelow = top <= -(glyphs.end[last] ?? 0) + slack && left < (glyphs.high[last] ?? 0) - slack;
    return isBelow ? DOWN : RIGHT;
  }
  const isUnder =
    before === RIGHT && top <= (glyphs.low[last] ?? 0) + slack && Math.abs(left - (glyphs.begin[last] ?? 0)) < slack;
  if (!isUnder) return RIGHT;
  turnDown(glyphs, last);
  return DOWN;
}

/** The first character of a column is recognised by the second one. */
function turnDown(glyphs: Glyphs, row: number): void {
  const left = glyphs.begin[row] ?? 0;
  const right = glyphs.end[row] ?? 0;
  glyphs.direction[row] = DOWN;
  glyphs.begin[row] = -(glyphs.high[row] ?? 0);
  glyphs.end[row] = -(glyphs.low[row] ?? 0);
  glyphs.low[row] = left;
  glyphs.high[row] = right;
}

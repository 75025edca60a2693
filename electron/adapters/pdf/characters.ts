import { HYPHEN, LINE_BREAK, SPACE, UNMAPPED } from "./glyphs.ts";

/** Marks a character that has no part in the text. */
export const DROPPED = -1;

const SOFT_HYPHEN = 0xad;

function isSpace(code: number): boolean {
  return (
    code === 0x09 ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

/** Controls, marks of byte order and of width, and marks that reorder what is shown (Unicode 16, chapter 23). */
function isInvisible(code: number): boolean {
  return (
    code < 0x20 ||
    (code >= 0x7f && code < 0xa0) ||
    code === 0x200b ||
    code === 0x200e ||
    code === 0x200f ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    code === 0xfeff ||
    (code >= 0xfff9 && code <= 0xfffb) ||
    (code & 0xfffe) === 0xfffe
  );
}

function isPrivateOrBroken(code: number): boolean {
  return (code >= 0xd800 && code <= 0xf8ff) || code >= 0xf0000;
}

/**
 * Which character of the text a character of the file becomes: every kind of space a space, a soft hyphen the hyphen that
 * is drawn, private and broken codes U+FFFD; controls and marks that would reorder what is shown are dropped.
 *
 * @returns a code point, or `DROPPED`
 */
export function cleanCharacter(code: number): number {
  if (code > 0x20 && code < 0x7f) return code;
  if (code === SPACE || code === LINE_BREAK) return code;
  if (isSpace(code)) return SPACE;
  if (code === SOFT_HYPHEN) return HYPHEN;
  if (code === 0x2028 || code === 0x2029) return LINE_BREAK;
  if (isInvisible(code)) return DROPPED;
  if (isPrivateOrBroken(code)) return UNMAPPED;
  return code;
}

/** True for characters of the scripts that are written from right to left. */
export function isRightToLeft(code: number): boolean {
  return (
    (code >= 0x590 && code <= 0x8ff) ||
    (code >= 0xfb1d && code <= 0xfdff) ||
    (code >= 0xfe70 && code <= 0xfeff) ||
    (code >= 0x10800 && code <= 0x10fff) ||
    (code >= 0x1e800 && code <= 0x1efff)
  );
}

/** True for characters that take the direction of their neighbours: punctuation, signs and spaces, not letters or digits. */
export function isNeutral(code: number): boolean {
  return (
    code < 0x30 ||
    (code > 0x39 && code < 0x41) ||
    (code > 0x5a && code < 0x61) ||
    (code > 0x7a && code < 0xc0) ||
    (code >= 0x2010 && code <= 0x2bff)
  );
}

/** True for characters of the scripts that may be written in columns from top to bottom. */
export function isEastAsian(code: number): boolean {
  return code >= 0x2e80 && (code < 0xd800 || (code >= 0xf900 && code < 0xfb00) || (code >= 0xfe30 && code < 0x30000));
}

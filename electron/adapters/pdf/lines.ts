import { composeUnits } from "./compose-units.ts";
import { type Glyphs, HYPHEN, LINE_BREAK, NOWHERE, pushGlyph, reserveGlyphs, SPACE } from "./glyphs.ts";

/**
 * The text of a page as UTF-16 code units in lines: line `l` is the units from `starts[l]` to `starts[l + 1]`.
 * No line is empty, none begins or ends with a space, and there are no two spaces in a row.
 */
export interface Lines {
  readonly units: Glyphs;
  starts: number[];
}

/** First code point whose composed form can depend on what follows it. Everything below is NFC as it stands. */
const FIRST_COMBINING = 0x300;

function pushUnits(units: Glyphs, glyphs: Glyphs, row: number): void {
  const code = glyphs.code[row] ?? 0;
  const direction = glyphs.direction[row] ?? NOWHERE;
  const begin = glyphs.begin[row] ?? 0;
  const end = glyphs.end[row] ?? 0;
  const low = glyphs.low[row] ?? 0;
  const high = glyphs.high[row] ?? 0;
  if (code < 0x10000) {
    pushGlyph(units, code, direction, begin, end, low, high);
    return;
  }
  const middle = (begin + end) / 2;
  pushGlyph(units, 0xd800 + ((code - 0x10000) >> 10), direction, begin, middle, low, high);
  pushGlyph(units, 0xdc00 + ((code - 0x10000) & 0x3ff), direction, middle, end, low, high);
}

/** How a character stands to the one before it on the page. */
type Step = "follows" | "jumps-in-line" | "other-line";

function stepBetween(glyphs: Glyphs, before: number, after: number): Step {
  const beforeLow = glyphs.low[before] ?? 0;
  const beforeHigh = glyphs.high[before] ?? 0;
  const low = glyphs.low[after] ?? 0;
  const high = glyphs.high[after] ?? 0;
  const smaller = Math.min(beforeHigh - beforeLow, high - low);
  const overlap = Math.min(beforeHigh, high) - Math.max(beforeLow, low);
  const sameDirection = glyphs.direction[before] === glyphs.direction[after];
  const isAcross = (glyphs.direction[before] ?? 0) < 2 && (glyphs.direction[after] ?? 0) < 2;
  if (!sameDirection) return isAcross && overlap >= smaller / 2 ? "jumps-in-line" : "other-line";
  if (overlap < smaller / 4) return "other-line";
  const gap = (glyphs.begin[after] ?? 0) - (glyphs.end[before] ?? 0);
  if (gap < -2 * Math.max(beforeHigh - beforeLow, high - low)) return "other-line";
  return overlap >= smaller / 2 && gap > -smaller / 4 && gap < smaller ? "follows" : "jumps-in-line";
}

/**
 * Divides the characters of a page into lines. PDFium's line breaks are followed except between neighbours on one line
 * (a footnote mark and its note); a jump to another place that PDFium took for a space becomes a line break.
 *
 * @param glyphs as `collectGlyphs` delivers them
 * @param lines is emptied and filled
 */
export function splitIntoLines(glyphs: Glyphs, lines: Lines): void {
  const { units } = lines;
  // A code point makes at most two units; a space may be added before it.
  reserveGlyphs(units, glyphs.count * 3);
  units.count = 0;
  lines.starts = [0];
  let lineStart = 0;
  let lastPlaced = -1;
  let space = -1;
  let isBreakPending = false;
  let mayCompose = false;

  const endLine = (): void => {
    if (units.count === lineStart) return;
    if (mayCompose) composeUnits(units, lineStart);
    lineStart = units.count;
    lines.starts.push(lineStart);
    mayCompose = false;
    lastPlaced = -1;
  };

  for (let row = 0; row < glyphs.count; row += 1) {
    const code = glyphs.code[row] ?? 0;
    if (code === SPACE) {
      if (space < 0 || glyphs.direction[space] === NOWHERE) space = row;
      continue;
    }
    if (code === LINE_BREAK) {
      isBreakPending = true;
      continue;
    }
    const isPlaced = glyphs.direction[row] !== NOWHERE;
    const step = isPlaced && lastPlaced >= 0 ? stepBetween(glyphs, lastPlaced, row) : "jumps-in-line";
    const endsWithHyphen = glyphs.code[lastPlaced] === HYPHEN;
    if (isBreakPending ? step !== "follows" || endsWithHyphen : step === "other-line") {
      endLine();
    } else if ((space >= 0 || isBreakPending) && units.count > lineStart) {
      const placed = space >= 0 ? space : -1;
      if (placed >= 0) pushUnits(units, glyphs, placed);
      else pushGlyph(units, SPACE, NOWHERE, 0, 0, 0, 0);
    }
    space = -1;
    isBreakPending = false;
    pushUnits(units, glyphs, row);
    if (code >= FIRST_COMBINING) mayCompose = true;
    if (isPlaced) lastPlaced = row;
  }
  endLine();
}

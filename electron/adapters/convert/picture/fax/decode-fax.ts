import { BitReader } from "./bit-reader.ts";
import { LENGTH_BITS, LONGEST_CODE, RUN_CODES } from "./run-codes.ts";

/** How rows are coded: `rows` is TIFF's compression 2, the others are ITU-T T.4 (in one or two dimensions) and T.6. */
export type FaxCoding = "rows" | "t4" | "t4-2d" | "t6";

/** Rows of one bit a pixel, each from a byte of its own; runs that are called white are 0. */
export interface FaxRows {
  readonly bytes: Uint8Array;
  /** False when rows are missing or damaged; what could not be read is white. */
  readonly isWhole: boolean;
}

/** Two-dimensional modes (T.4, table 4): bits of the code, by the number that stands for the mode. */
const VERTICAL: readonly (readonly [bits: number, code: number, shift: number])[] = [
  [1, 0b1, 0],
  [3, 0b011, 1],
  [3, 0b010, -1],
  [6, 0b000011, 2],
  [6, 0b000010, -2],
  [7, 0b0000011, 3],
  [7, 0b0000010, -3],
];
const HORIZONTAL = [3, 0b001] as const;
const PASS = [4, 0b0001] as const;

/** End of line: eleven zeros, of which there may be more, and a one. */
const END_OF_LINE_ZEROS = 11;

/** Where a row changes its colour, from white at the beginning; as many as `count`. */
interface Changes {
  readonly at: Int32Array;
  count: number;
}

/** A run of a colour (0 white, 1 black); null when no code stands there. */
function readRun(reader: BitReader, color: number): number | null {
  let run = 0;
  for (;;) {
    const found = RUN_CODES[color === 0 ? 0 : 1][reader.peek(LONGEST_CODE)] ?? 0;
    if (found === 0) return null;
    reader.skip(found & ((1 << LENGTH_BITS) - 1));
    const part = found >> LENGTH_BITS;
    run += part;
    if (part < 64) return run;
  }
}

/** Adds a change; false when it leaves the row, or does not stand behind the one before. */
function addChange(row: Changes, at: number, width: number): boolean {
  const before = row.count === 0 ? 0 : (row.at[row.count - 1] ?? 0);
  if (at < before || at > width || row.count >= row.at.length) return false;
  row.at[row.count] = at;
  row.count += 1;
  return true;
}

/** Reads a row whose runs stand one after the other. */
function readPlainRow(reader: BitReader, row: Changes, width: number): boolean {
  row.count = 0;
  let at = 0;
  for (let color = 0; at < width; color = 1 - color) {
    const run = readRun(reader, color);
    if (run === null) return false;
    at += run;
    if (!addChange(row, at, width)) return false;
  }
  return true;
}

/** Reads a row that is described by its differences from the one above. */
function readRelativeRow(reader: BitReader, row: Changes, above: Changes, width: number): boolean {
  row.count = 0;
  let at = -1;
  let color = 0;
  let next = 0;
  const place = (index: number): number => (index < above.count ? (above.at[index] ?? width) : width);
  while (at < width) {
    // The next change above to the other colour: those to black have even numbers.
    next += (next + color) & 1;
    while (next >= 2 && place(next - 2) > at) next -= 2;
    while (next < above.count && place(next) <= at) next += 2;
    const change = place(next);

    const vertical = VERTICAL.find(([bits, code]) => reader.peek(bits) === code);
    if (vertical !== undefined) {
      reader.skip(vertical[0]);
      at = change + vertical[2];
      if (!addChange(row, at, width)) return false;
      color = 1 - color;
    } else if (reader.peek(HORIZONTAL[0]) === HORIZONTAL[1]) {
      reader.skip(HORIZONTAL[0]);
      for (let runs = 0; runs < 2; runs += 1) {
        const run = readRun(reader, color === runs ? 0 : 1);
        if (run === null) return false;
        at = Math.max(at, 0) + run;
        if (!addChange(row, at, width)) return false;
      }
    } else if (reader.peek(PASS[0]) === PASS[1]) {
      reader.skip(PASS[0]);
      at = place(next + 1);
    } else {
      return false;
    }
  }
  return true;
}

/** Goes behind the end of line that stands here, if one does. */
function skipEndOfLine(reader: BitReader): boolean {
  let zeros = 0;
  while (!reader.isAtEnd && reader.peek(1) === 0) {
    reader.skip(1);
    zeros += 1;
  }
  if (reader.isAtEnd) return false;
  if (zeros < END_OF_LINE_ZEROS) {
    reader.skip(-zeros);
    return false;
  }
  reader.skip(1);
  return true;
}

/** Goes behind the next end of line, wherever it is: what was damaged is left behind. */
function findEndOfLine(reader: BitReader): void {
  let zeros = 0;
  while (!reader.isAtEnd) {
    const bit = reader.peek(1);
    reader.skip(1);
    if (bit === 1 && zeros >= END_OF_LINE_ZEROS) {
      // It is read again where the row begins.
      reader.skip(-1 - END_OF_LINE_ZEROS);
      return;
    }
    zeros = bit === 0 ? zeros + 1 : 0;
  }
}

function paintRow(bytes: Uint8Array, start: number, row: Changes, width: number): void {
  for (let index = 0; index < row.count; index += 2) {
    const end = index + 1 < row.count ? (row.at[index + 1] ?? width) : width;
    for (let at = row.at[index] ?? width; at < end; at += 1) {
      const byte = start + (at >> 3);
      bytes[byte] = (bytes[byte] ?? 0) | (0x80 >> (at & 7));
    }
  }
}

/** Reads the next row; null at the end of the picture. */
function readRow(reader: BitReader, coding: FaxCoding, row: Changes, above: Changes, width: number): boolean | null {
  switch (coding) {
    case "rows": {
      const isRead = readPlainRow(reader, row, width);
      reader.alignToByte();
      return isRead;
    }
    case "t6":
      return readRelativeRow(reader, row, above, width);
    case "t4":
    case "t4-2d": {
      let ends = 0;
      let isPlain = true;
      while (skipEndOfLine(reader)) {
        ends += 1;
        if (coding === "t4-2d") {
          isPlain = reader.peek(1) === 1;
          reader.skip(1);
        }
      }
      // Two ends in a row say that nothing follows.
      if (ends > 1 || reader.isAtEnd) return null;
      const isRead = isPlain ? readPlainRow(reader, row, width) : readRelativeRow(reader, row, above, width);
      if (!isRead) findEndOfLine(reader);
      return isRead;
    }
    default:
      return coding satisfies never;
  }
}

/**
 * Decodes what fax machines write. Whatever bytes are given it ends, after at most as many steps as there are bits and rows.
 *
 * @param width pixels of a row
 * @param height rows that are wanted
 */
export function decodeFax(data: Uint8Array, coding: FaxCoding, width: number, height: number): FaxRows {
  const reader = new BitReader(data);
  const rowBytes = Math.ceil(width / 8);
  const bytes = new Uint8Array(rowBytes * height);
  let above: Changes = { at: new Int32Array(width + 2), count: 0 };
  let row: Changes = { at: new Int32Array(width + 2), count: 0 };
  let isWhole = true;
  for (let number = 0; number < height; number += 1) {
    const isRead = readRow(reader, coding, row, above, width);
    if (isRead === null) return { bytes, isWhole: false };
    if (isRead) {
      paintRow(bytes, number * rowBytes, row, width);
      [above, row] = [row, above];
      continue;
    }
    isWhole = false;
    // Rows that are told apart by nothing cannot be found again.
    if (coding === "t6" || reader.isAtEnd) return { bytes, isWhole };
  }
  return { bytes, isWhole };
}

import type { RunDirection, TextRun } from "../model/geometry.ts";
import type { Span } from "./normalize.ts";

/**
 * Runs of one page as columns, so that a reader of many pages need not make an object for every character.
 * Row `r` (0 ≤ r < `count`) covers code units `start[r]` to `end[r]` and owns `end[r] - start[r] + 1` consecutive values
 * of `edges`, directly after those of row `r - 1`. Columns may be longer than what is used. Coordinates are PDF points.
 */
export interface RunColumns {
  readonly count: number;
  readonly start: ArrayLike<number>;
  readonly end: ArrayLike<number>;
  /** Index into `RUN_DIRECTIONS`. */
  readonly direction: ArrayLike<number>;
  readonly low: ArrayLike<number>;
  readonly high: ArrayLike<number>;
  readonly edges: ArrayLike<number>;
}

/** Directions by the number under which they are stored. */
export const RUN_DIRECTIONS: readonly RunDirection[] = ["right", "left", "up", "down"];

/** Coordinates are stored as multiples of this many points. */
export const GEOMETRY_STEP = 1 / 64;

/** Largest coordinate, in points, that can be stored: 2^23, some 600 times the largest page that PDF allows. */
export const GEOMETRY_LIMIT = 2 ** 23;

const VERSION = 1;
const STEPS_PER_POINT = 64;
const DIRECTION_MASK = 3;
/** Flag of a run whose edge steps do not all fit 16 bits: they are written as varints. */
const WIDE_EDGES = 4;
/** Upper bounds in bytes: a 32-bit varint takes 5; a run has six of them and one byte of flags. */
const VARINT_BYTES = 5;
const RUN_HEAD_BYTES = 6 * VARINT_BYTES + 1;

function quantise(points: number): number {
  if (!(Math.abs(points) <= GEOMETRY_LIMIT)) throw new RangeError("a coordinate of a run is out of range");
  return Math.round(points * STEPS_PER_POINT);
}

/** Writes an unsigned 32-bit number, 7 bits a byte, least significant first; returns the next offset. */
function writeVarint(bytes: Uint8Array, offset: number, value: number): number {
  let rest = value >>> 0;
  let next = offset;
  while (rest > 0x7f) {
    bytes[next++] = (rest & 0x7f) | 0x80;
    rest >>>= 7;
  }
  bytes[next++] = rest;
  return next;
}

/** Folds the sign into the lowest bit, so that small negative numbers stay short. */
function writeSigned(bytes: Uint8Array, offset: number, value: number): number {
  return writeVarint(bytes, offset, (value << 1) ^ (value >> 31));
}

function fitsSixteenBits(columns: RunColumns, from: number, count: number): boolean {
  let previous = quantise(columns.edges[from] ?? 0);
  for (let index = from + 1; index < from + count; index += 1) {
    const edge = quantise(columns.edges[index] ?? 0);
    const step = edge - previous;
    if (step < -0x8000 || step > 0x7fff) return false;
    previous = edge;
  }
  return true;
}

/**
 * Writes runs given as columns. Starts must ascend and runs must not overlap.
 *
 * Layout: version byte, varint number of runs, then per run: varint gap since the end of the run before, varint length in
 * code units, flags, signed varint step of `low` from the run before, varint height, signed varint step of the first edge
 * from that of the run before, then one step for each further edge (int16 little-endian, or signed varints when wide).
 *
 * @throws RangeError for runs out of order and for coordinates that are not finite or beyond `GEOMETRY_LIMIT`
 */
export function encodeRunColumns(columns: RunColumns): Uint8Array<ArrayBuffer> {
  let edgeTotal = 0;
  for (let run = 0; run < columns.count; run += 1) {
    edgeTotal += (columns.end[run] ?? 0) - (columns.start[run] ?? 0) + 1;
  }
  const bytes = new Uint8Array(1 + VARINT_BYTES + columns.count * RUN_HEAD_BYTES + edgeTotal * VARINT_BYTES);
  bytes[0] = VERSION;
  let offset = writeVarint(bytes, 1, columns.count);
  let lastEnd = 0;
  let lastLow = 0;
  let lastFirstEdge = 0;
  let edgeIndex = 0;
  for (let run = 0; run < columns.count; run += 1) {
    const start = columns.start[run] ?? 0;
    const end = columns.end[run] ?? 0;
    if (start < lastEnd || end < start) throw new RangeError("runs must ascend and must not overlap");
    const edgeCount = end - start + 1;
    const low = quantise(columns.low[run] ?? 0);
    const high = quantise(columns.high[run] ?? 0);
    const wide = !fitsSixteenBits(columns, edgeIndex, edgeCount);
    const firstEdge = quantise(columns.edges[edgeIndex] ?? 0);

    offset = writeVarint(bytes, offset, start - lastEnd);
    offset = writeVarint(bytes, offset, end - start);
    bytes[offset++] = ((columns.direction[run] ?? 0) & DIRECTION_MASK) | (wide ? WIDE_EDGES : 0);
    offset = writeSigned(bytes, offset, low - lastLow);
    offset = writeSigned(bytes, offset, high - low);
    offset = writeSigned(bytes, offset, firstEdge - lastFirstEdge);

    let previous = firstEdge;
    for (let index = edgeIndex + 1; index < edgeIndex + edgeCount; index += 1) {
      const edge = quantise(columns.edges[index] ?? 0);
      const step = edge - previous;
      if (wide) {
        offset = writeSigned(bytes, offset, step);
      } else {
        bytes[offset++] = step & 0xff;
        bytes[offset++] = (step >> 8) & 0xff;
      }
      previous = edge;
    }
    edgeIndex += edgeCount;
    lastEnd = end;
    lastLow = low;
    lastFirstEdge = firstEdge;
  }
  return bytes.slice(0, offset);
}

/**
 * Writes the runs of a page. Coordinates are rounded to 1/64 point.
 *
 * @throws RangeError for runs out of order, a wrong number of edges, and coordinates that cannot be stored
 */
export function encodeRuns(runs: readonly TextRun[]): Uint8Array<ArrayBuffer> {
  const edges: number[] = [];
  for (const run of runs) {
    if (run.edges.length !== run.end - run.start + 1) throw new RangeError("a run needs one edge more than code units");
    for (const edge of run.edges) edges.push(edge);
  }
  return encodeRunColumns({
    count: runs.length,
    start: runs.map((run) => run.start),
    end: runs.map((run) => run.end),
    direction: runs.map((run) => RUN_DIRECTIONS.indexOf(run.direction)),
    low: runs.map((run) => run.low),
    high: runs.map((run) => run.high),
    edges,
  });
}

/** Reads bytes one after the other, and refuses to read beyond the last. */
interface Cursor {
  readonly bytes: Uint8Array;
  offset: number;
}

function readByte(cursor: Cursor): number {
  const byte = cursor.bytes[cursor.offset];
  if (byte === undefined) throw new RangeError("the stored geometry ends too early");
  cursor.offset += 1;
  return byte;
}

function readVarint(cursor: Cursor): number {
  let value = 0;
  for (let shift = 0; shift < 35; shift += 7) {
    const byte = readByte(cursor);
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) return value >>> 0;
  }
  throw new RangeError("the stored geometry holds a number that is too long");
}

function readSigned(cursor: Cursor): number {
  const folded = readVarint(cursor);
  return (folded >>> 1) ^ -(folded & 1);
}

function skipEdges(cursor: Cursor, flags: number, count: number): void {
  if ((flags & WIDE_EDGES) === 0) cursor.offset += 2 * count;
  else for (let index = 0; index < count; index += 1) readVarint(cursor);
}

function readInt16(cursor: Cursor): number {
  const low = readByte(cursor);
  return ((readByte(cursor) << 24) >> 16) | low;
}

/**
 * Reads what `encodeRuns` or `encodeRunColumns` wrote.
 *
 * @throws RangeError when the bytes are of another version, truncated, or followed by something else
 */
export function decodeRuns(bytes: Uint8Array): TextRun[] {
  return readRuns(bytes, () => true);
}

/**
 * Reads only those runs that touch one of some stretches of the page's text: a few hits need two or three of a page's
 * fifty runs, and each edge of a run is a number of its own.
 *
 * @throws RangeError as `decodeRuns`
 */
export function decodeRunsTouching(bytes: Uint8Array, stretches: readonly Span[]): TextRun[] {
  return readRuns(bytes, (start, end) => stretches.some((stretch) => stretch.start < end && start < stretch.end));
}

function readRuns(bytes: Uint8Array, isWanted: (start: number, end: number) => boolean): TextRun[] {
  const cursor: Cursor = { bytes, offset: 0 };
  if (readByte(cursor) !== VERSION) throw new RangeError("the stored geometry is of an unknown version");
  const count = readVarint(cursor);
  const runs: TextRun[] = [];
  let lastEnd = 0;
  let low = 0;
  let firstEdge = 0;
  for (let run = 0; run < count; run += 1) {
    const start = lastEnd + readVarint(cursor);
    const length = readVarint(cursor);
    if (length > bytes.length) throw new RangeError("the stored geometry holds a run that is too long");
    const flags = readByte(cursor);
    low += readSigned(cursor);
    const height = readSigned(cursor);
    firstEdge += readSigned(cursor);
    lastEnd = start + length;
    if (!isWanted(start, lastEnd)) {
      skipEdges(cursor, flags, length);
      continue;
    }
    const edges: number[] = [firstEdge / STEPS_PER_POINT];
    let edge = firstEdge;
    for (let index = 0; index < length; index += 1) {
      edge += (flags & WIDE_EDGES) === 0 ? readInt16(cursor) : readSigned(cursor);
      edges.push(edge / STEPS_PER_POINT);
    }
    runs.push({
      start,
      end: start + length,
      direction: RUN_DIRECTIONS[flags & DIRECTION_MASK] ?? "right",
      low: low / STEPS_PER_POINT,
      high: (low + height) / STEPS_PER_POINT,
      edges,
    });
  }
  if (cursor.offset !== bytes.length) throw new RangeError("the stored geometry is followed by other bytes");
  return runs;
}

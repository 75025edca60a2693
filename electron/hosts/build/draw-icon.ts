import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { crc32, deflateSync } from "node:zlib";

/**
 * Draws the program's icon, `electron/icons/icon.png`: a page with one line highlighted, as `renderer/app/icon.svg`.
 * Run by hand when the design changes: `node electron/hosts/build/draw-icon.ts`. The installers are made from the PNG.
 */

/** Size that installers scale down from. */
const SIZE = 1024;
/** The drawing's own coordinates, as in the SVG. */
const UNITS = 32;
/** Samples per pixel and axis: enough for edges without steps. */
const SAMPLES = 4;

type Color = readonly [red: number, green: number, blue: number];

interface Shape {
  readonly color: Color;
  /** True for a point inside, in units. */
  readonly covers: (x: number, y: number) => boolean;
}

const BLUE: Color = [0x2a, 0x4f, 0x8f];
const PAPER: Color = [0xff, 0xfe, 0xfb];
const LINE: Color = [0xcf, 0xcb, 0xc2];
const HIGHLIGHT: Color = [0xff, 0x9f, 0x1a];

/** From the back to the front. */
const SHAPES: readonly Shape[] = [
  { color: BLUE, covers: roundedSquare(7) },
  { color: PAPER, covers: (x, y) => x >= 9 && x <= 23 && y >= 6 && y <= 26 && x - 18 <= y - 6 },
  { color: BLUE, covers: either(stroke(18, 6, 18, 11, 1.4), stroke(18, 11, 23, 11, 1.4)) },
  { color: LINE, covers: stroke(12, 15, 20, 15, 1.8) },
  { color: HIGHLIGHT, covers: stroke(12, 19, 20, 19, 2.6) },
  { color: LINE, covers: stroke(12, 23, 17, 23, 1.8) },
];

function roundedSquare(radius: number): Shape["covers"] {
  const beyond = (position: number) => Math.max(radius - position, position - (UNITS - radius), 0);
  return (x, y) => Math.hypot(beyond(x), beyond(y)) <= radius;
}

/** A horizontal or vertical line with round ends. */
function stroke(x1: number, y1: number, x2: number, y2: number, width: number): Shape["covers"] {
  const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);
  return (x, y) => Math.hypot(x - clamp(x, x1, x2), y - clamp(y, y1, y2)) <= width / 2;
}

function either(first: Shape["covers"], second: Shape["covers"]): Shape["covers"] {
  return (x, y) => first(x, y) || second(x, y);
}

/** Rows of RGBA, each with the filter byte that PNG wants before it. */
function drawRows(): Buffer {
  const rows = Buffer.alloc(SIZE * (1 + SIZE * 4));
  for (let row = 0; row < SIZE; row += 1) {
    for (let column = 0; column < SIZE; column += 1) {
      rows.set(drawPixel(column, row), row * (1 + SIZE * 4) + 1 + column * 4);
    }
  }
  return rows;
}

function drawPixel(column: number, row: number): readonly number[] {
  const sum = [0, 0, 0];
  let covered = 0;
  for (let sample = 0; sample < SAMPLES * SAMPLES; sample += 1) {
    const x = ((column + ((sample % SAMPLES) + 0.5) / SAMPLES) * UNITS) / SIZE;
    const y = ((row + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES) * UNITS) / SIZE;
    const shape = SHAPES.findLast(({ covers }) => covers(x, y));
    if (shape === undefined) continue;
    covered += 1;
    shape.color.forEach((value, channel) => {
      sum[channel] = (sum[channel] ?? 0) + value;
    });
  }
  if (covered === 0) return [0, 0, 0, 0];
  return [...sum.map((value) => Math.round(value / covered)), Math.round((covered * 255) / (SAMPLES * SAMPLES))];
}

/** A chunk of a PNG file: length, type, data, checksum of type and data. */
function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const head = Buffer.alloc(4);
  head.writeUInt32BE(data.length);
  const tail = Buffer.alloc(4);
  tail.writeUInt32BE(crc32(body));
  return Buffer.concat([head, body, tail]);
}

const header = Buffer.alloc(13);
header.writeUInt32BE(SIZE, 0);
header.writeUInt32BE(SIZE, 4);
// 8 bits a channel, colour with alpha; the remaining bytes have one legal value.
header.set([8, 6, 0, 0, 0], 8);
const png = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  chunk("IHDR", header),
  chunk("IDAT", deflateSync(drawRows(), { level: 9 })),
  chunk("IEND", Buffer.alloc(0)),
]);
writeFileSync(resolve(import.meta.dirname, "../../icons/icon.png"), png);

import { numberOf, openTagFile, readDirectory, type TagDirectory, type TagFile, textOf } from "./tag-directory.ts";

/** Dots per inch, across and down. */
export type Resolution = readonly [number, number];

/** What a picture says about itself besides its pixels. */
export interface PictureFacts {
  readonly resolution: Resolution | null;
  /** How the stored rows are to be turned to stand upright, 1 to 8 (TIFF 6.0, tag 274). */
  readonly orientation: number;
  /** ISO 8601 without a time zone. */
  readonly takenAt: string | null;
  readonly software: string | null;
}

/** Nothing known. */
export const NO_FACTS: PictureFacts = { resolution: null, orientation: 1, takenAt: null, software: null };

const ORIENTATION = 274;
const X_RESOLUTION = 282;
const Y_RESOLUTION = 283;
const RESOLUTION_UNIT = 296;
const SOFTWARE = 305;
const CHANGED_AT = 306;
const EXIF_DIRECTORY = 34_665;
const TAKEN_AT = 36_867;

const INCH = 2;
const CENTIMETRE = 3;
const CENTIMETRES_PER_INCH = 2.54;

/** Reads the facts of a directory of a TIFF or of EXIF. */
export function readFacts(file: TagFile, tags: TagDirectory): PictureFacts {
  const orientation = numberOf(tags, ORIENTATION) ?? 1;
  const inner = readDirectory(file, numberOf(tags, EXIF_DIRECTORY) ?? file.view.byteLength)?.tags;
  const taken = (inner === undefined ? null : textOf(inner, TAKEN_AT)) ?? textOf(tags, CHANGED_AT);
  return {
    resolution: readResolution(tags),
    orientation: orientation >= 1 && orientation <= 8 ? orientation : 1,
    takenAt: taken === null ? null : toIsoDate(taken),
    software: textOf(tags, SOFTWARE),
  };
}

/** Reads EXIF data as cameras put it into JPEG, PNG and WebP. `NO_FACTS` when they are damaged. */
export function readExif(bytes: Uint8Array): PictureFacts {
  const file = openTagFile(bytes);
  const first = file === null ? null : readDirectory(file, file.view.getUint32(4, file.isLittleEndian));
  return file === null || first === null ? NO_FACTS : readFacts(file, first.tags);
}

function readResolution(tags: TagDirectory): Resolution | null {
  const across = numberOf(tags, X_RESOLUTION);
  const down = numberOf(tags, Y_RESOLUTION);
  const unit = numberOf(tags, RESOLUTION_UNIT) ?? INCH;
  if (across === null || down === null || (unit !== INCH && unit !== CENTIMETRE)) return null;
  const factor = unit === INCH ? 1 : CENTIMETRES_PER_INCH;
  return sensibleResolution(across * factor, down * factor);
}

/** Fewer or more dots than any device has are no resolution but a default or an error. */
const LEAST_RESOLUTION = 20;
const GREATEST_RESOLUTION = 10_000;

/** Null when one of the figures cannot be one. */
export function sensibleResolution(across: number, down: number): Resolution | null {
  const isSensible = (dots: number): boolean => dots >= LEAST_RESOLUTION && dots <= GREATEST_RESOLUTION;
  return isSensible(across) && isSensible(down) ? [across, down] : null;
}

/** `2009:10:02 23:02:49`, as EXIF writes it. */
const EXIF_DATE = /^(\d{4}):(\d{2}):(\d{2}) (\d{2}:\d{2}:\d{2})/u;

function toIsoDate(text: string): string | null {
  const [, year, month, day, time] = EXIF_DATE.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined || time === undefined) return null;
  const iso = `${year}-${month}-${day}T${time}`;
  return Number.isNaN(Date.parse(`${iso}Z`)) ? null : iso;
}

const POINTS_PER_INCH = 72;
/** Resolutions that scanners offer, the commonest first, and sheets that they scan, in inches. */
const SCAN_RESOLUTIONS = [200, 300, 150, 400, 600, 100];
const SHEETS = [
  [8.5, 11],
  [8.27, 11.69],
  [8.5, 14],
] as const;
const SHEET_TOLERANCE = 0.03;
/** Of a screen, where nothing better is known. */
const SCREEN_RESOLUTION = 96;
/** Longest side of a page that readers show, in points (ISO 32000-2, annex C). */
const LONGEST_SIDE = 14_400;

/** Width and height in points at which a picture is shown: its true size, as far as it can be known. */
export function pageSizeOf(width: number, height: number, resolution: Resolution | null): readonly [number, number] {
  const known = resolution ?? guessResolution(width, height);
  const points = [(width / known[0]) * POINTS_PER_INCH, (height / known[1]) * POINTS_PER_INCH] as const;
  const shrink = Math.min(1, LONGEST_SIDE / Math.max(...points));
  return [Math.max(1, points[0] * shrink), Math.max(1, points[1] * shrink)];
}

function guessResolution(width: number, height: number): Resolution {
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  const isNear = (pixels: number, wanted: number): boolean => Math.abs(pixels / wanted - 1) <= SHEET_TOLERANCE;
  const found = SCAN_RESOLUTIONS.find((dots) =>
    SHEETS.some(([sheetWidth, sheetHeight]) => isNear(short, sheetWidth * dots) && isNear(long, sheetHeight * dots)),
  );
  const dots = found ?? SCREEN_RESOLUTION;
  return [dots, dots];
}

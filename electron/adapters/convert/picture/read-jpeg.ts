import { ProbativeError } from "#shared/errors/probative-error.ts";
import { checkSize, damaged } from "./limits.ts";
import { NO_FACTS, type PictureFacts, type Resolution, readExif, sensibleResolution } from "./picture-facts.ts";
import type { StoredPicture } from "./picture-pdf.ts";

const CENTIMETRES_PER_INCH = 2.54;

interface Frame {
  readonly marker: number;
  readonly bits: number;
  readonly width: number;
  readonly height: number;
  readonly components: number;
}

/** What stands before the pixels of a JPEG. */
interface Head {
  frame: Frame | null;
  density: Resolution | null;
  exif: PictureFacts;
  /** Adobe's programs store colours for print inverted. */
  isAdobe: boolean;
}

/** Frames that PDF readers decode: sequential and progressive, of Huffman codes (ITU T.81, table B.1). */
const READABLE_FRAMES = [0xc0, 0xc1, 0xc2];

/**
 * Takes a JPEG as it is: its bytes become part of the page unchanged.
 *
 * @throws ProbativeError `import/corrupt`, `import/too-large`, `import/unsupported-kind` for forms that PDF does not know
 */
export function readJpeg(bytes: Uint8Array): StoredPicture {
  const { frame, density, exif, isAdobe } = readHead(bytes);
  if (frame === null) throw damaged("The JPEG has no frame.");
  checkSize(frame.width, frame.height);
  const colorSpace = { 1: "/DeviceGray", 3: "/DeviceRGB", 4: "/DeviceCMYK" }[frame.components];
  if (colorSpace === undefined || frame.bits !== 8 || !READABLE_FRAMES.includes(frame.marker)) {
    throw new ProbativeError("import/unsupported-kind", "It is a form of JPEG that PDF does not know.");
  }
  return {
    width: frame.width,
    height: frame.height,
    bits: 8,
    colorSpace,
    filter: "DCTDecode",
    ...(frame.components === 4 && isAdobe ? { decode: "[1 0 1 0 1 0 1 0]" } : {}),
    data: bytes,
    facts: { ...exif, resolution: density ?? exif.resolution },
  };
}

function readHead(bytes: Uint8Array): Head {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head: Head = { frame: null, density: null, exif: NO_FACTS, isAdobe: false };
  let at = 2;
  while (at + 4 <= bytes.length && head.frame === null) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff || marker === 0xff) {
      at += 1;
      continue;
    }
    const standsAlone = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    const length = standsAlone ? 0 : view.getUint16(at + 2);
    if (!standsAlone && (length < 2 || at + 2 + length > bytes.length)) break;
    if (!standsAlone) takeSegment(head, marker, bytes.subarray(at + 4, at + 2 + length));
    at += 2 + length;
  }
  return head;
}

function takeSegment(head: Head, marker: number, segment: Uint8Array): void {
  const view = new DataView(segment.buffer, segment.byteOffset, segment.byteLength);
  const starts = (name: string): boolean => Buffer.from(segment.subarray(0, name.length)).toString("latin1") === name;
  if (marker === 0xe0 && starts("JFIF\0") && segment.length >= 12) {
    const unit = segment[7] ?? 0;
    const factor = unit === 2 ? CENTIMETRES_PER_INCH : 1;
    if (unit === 1 || unit === 2)
      head.density = sensibleResolution(view.getUint16(8) * factor, view.getUint16(10) * factor);
  } else if (marker === 0xe1 && starts("Exif\0\0")) {
    head.exif = readExif(segment.subarray(6));
  } else if (marker === 0xee && starts("Adobe")) {
    head.isAdobe = true;
  } else if (isFrame(marker) && segment.length >= 6) {
    const [bits = 0, components = 0] = [segment[0], segment[5]];
    head.frame = { marker, bits, height: view.getUint16(1), width: view.getUint16(3), components };
  }
}

/** Start of a frame: all but the tables that share its range. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** True when the end of a JPEG is missing: what there is of it is shown. */
export function isCutJpeg(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).lastIndexOf(Buffer.from([0xff, 0xd9])) < 0;
}

import { fstatSync, readSync } from "node:fs";
import { ProbativeError } from "#shared/errors/probative-error.ts";

/** Where an archive lies in a file, and what its end record claims. Offsets in bytes from the start of the file. */
export interface LocatedArchive {
  /** The archive's own offset 0: greater than 0 when something else stands before it. */
  readonly start: number;
  /** Behind its end record: less than the size of the file when something else follows. */
  readonly end: number;
  readonly bytesBehind: number;
  readonly directory: { readonly start: number; readonly bytes: number; readonly entries: number };
}

const END_RECORD = 0x06_05_4b_50;
const END_RECORD_BYTES = 22;
const MAX_COMMENT_BYTES = 0xff_ff;
const ZIP64_LOCATOR = 0x07_06_4b_50;
const ZIP64_LOCATOR_BYTES = 20;
const ZIP64_END_RECORD = 0x06_06_4b_50;
const ZIP64_END_RECORD_BYTES = 56;
const DIRECTORY_ENTRY = 0x02_01_4b_50;

/**
 * Finds the end record and the list of contents (PKWARE APPNOTE 6.3.10, 4.3.12–4.3.16), also when other bytes stand before
 * the archive or behind it: yauzl refuses both.
 *
 * @throws ProbativeError `import/corrupt` when there is none, as when the end was cut off
 */
export function locateArchive(descriptor: number): LocatedArchive {
  const size = fstatSync(descriptor).size;
  const tailStart = Math.max(0, size - END_RECORD_BYTES - MAX_COMMENT_BYTES - ZIP64_LOCATOR_BYTES);
  const tail = readAt(descriptor, tailStart, size - tailStart);
  for (let at = tail.length - END_RECORD_BYTES; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== END_RECORD) continue;
    const end = tailStart + at + END_RECORD_BYTES + tail.readUInt16LE(at + 20);
    if (end > size) continue;
    const located = readEndRecords(descriptor, tail, at, tailStart);
    if (located !== null) return { ...located, end, bytesBehind: size - end };
  }
  throw new ProbativeError("import/corrupt", "The archive has no list of its contents: its end is missing or damaged.");
}

function readEndRecords(
  descriptor: number,
  tail: Buffer,
  at: number,
  tailStart: number,
): Pick<LocatedArchive, "start" | "directory"> | null {
  const locatorAt = at - ZIP64_LOCATOR_BYTES;
  if (locatorAt >= 0 && tail.readUInt32LE(locatorAt) === ZIP64_LOCATOR) {
    const claimed = Number(tail.readBigUInt64LE(locatorAt + 8));
    // The record usually stands right before its locator, wherever the archive begins.
    for (const recordStart of [claimed, tailStart + locatorAt - ZIP64_END_RECORD_BYTES]) {
      const record = readAt(descriptor, recordStart, ZIP64_END_RECORD_BYTES);
      if (record.length < ZIP64_END_RECORD_BYTES || record.readUInt32LE(0) !== ZIP64_END_RECORD) continue;
      return placeDirectory(descriptor, recordStart, {
        entries: Number(record.readBigUInt64LE(32)),
        bytes: Number(record.readBigUInt64LE(40)),
        offset: Number(record.readBigUInt64LE(48)),
      });
    }
    return null;
  }
  return placeDirectory(descriptor, tailStart + at, {
    entries: tail.readUInt16LE(at + 10),
    bytes: tail.readUInt32LE(at + 12),
    offset: tail.readUInt32LE(at + 16),
  });
}

function placeDirectory(
  descriptor: number,
  endRecordStart: number,
  claim: { readonly entries: number; readonly bytes: number; readonly offset: number },
): Pick<LocatedArchive, "start" | "directory"> | null {
  const { entries, bytes, offset } = claim;
  const shifted = endRecordStart - bytes;
  for (const start of offset === shifted ? [offset] : [offset, shifted]) {
    if (start < offset || start + bytes > endRecordStart) continue;
    const mark = readAt(descriptor, start, 4);
    if (entries > 0 && (mark.length < 4 || mark.readUInt32LE(0) !== DIRECTORY_ENTRY)) continue;
    return { start: start - offset, directory: { start, bytes, entries } };
  }
  return null;
}

function readAt(descriptor: number, position: number, bytes: number): Buffer {
  if (!Number.isSafeInteger(position) || position < 0) return Buffer.alloc(0);
  const buffer = Buffer.alloc(bytes);
  let filled = 0;
  while (filled < bytes) {
    const count = readSync(descriptor, buffer, filled, bytes - filled, position + filled);
    if (count === 0) break;
    filled += count;
  }
  return buffer.subarray(0, filled);
}

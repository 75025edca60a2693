import { type Entry, getFileNameLowLevel } from "yauzl";
import type { RefusedChild } from "#core/ports/document-converter.ts";
import { visibleName } from "./visible-name.ts";

/** Why an entry is not read. */
export type EntryRefusal = Pick<RefusedChild, "reason" | "message">;

/** An entry of an archive, as its list of contents claims it. */
export interface SafeZipEntry {
  /** Path in the archive with `/`, control characters made visible. Not unique, and never a path to write to. */
  readonly name: string;
  /** Bytes when unpacked. */
  readonly bytes: number;
  readonly compressedBytes: number;
  readonly crc32: number;
  readonly isDirectory: boolean;
  readonly isEncrypted: boolean;
  /** ISO 8601: with `Z` when the archive gives the time in UTC, otherwise the packer's own clock; null when it is none. */
  readonly modified: string | null;
  /** Known before it is read: encrypted, a link, packed in a way that is not read; otherwise null. */
  readonly refusal: EntryRefusal | null;
}

const UTF8_FLAG = 0x08_00;
const STRONG_ENCRYPTION_FLAG = 0x40;
const UNIX_TIME = 0x54_55;
const NTFS_TIME = 0x00_0a;

/** Upper half of the external attributes: `st_mode` of the packer's system (stat(2)). */
const FILE_TYPE = 0o17_0000;
const REGULAR = 0o10_0000;
const DIRECTORY = 0o04_0000;

/** APPNOTE 6.3.10, 4.4.5. */
const METHODS: ReadonlyMap<number, string> = new Map([
  [9, "Deflate64"],
  [12, "bzip2"],
  [14, "LZMA"],
  [93, "Zstandard"],
  [95, "XZ"],
  [98, "PPMd"],
]);
const STORED = 0;
const DEFLATED = 8;

/** What the list of contents says about one entry. */
export function describeEntry(entry: Entry): SafeZipEntry {
  const name = visibleName(decodeName(entry));
  return {
    name,
    bytes: entry.uncompressedSize,
    compressedBytes: entry.compressedSize,
    crc32: entry.crc32,
    // A folder that has content is a file that hides.
    isDirectory: name.endsWith("/") && entry.uncompressedSize === 0,
    isEncrypted: isEncrypted(entry),
    modified: readTime(entry),
    refusal: findRefusal(entry),
  };
}

/**
 * Names are UTF-8 when they are flagged so or carry Info-ZIP's Unicode path, else code page 437. macOS writes UTF-8 without
 * the flag: bytes beyond ASCII that are valid UTF-8 are hardly ever anything else.
 */
function decodeName(entry: Entry): string {
  const raw = entry.fileNameRaw;
  const flags = isUtf8(raw) ? entry.generalPurposeBitFlag | UTF8_FLAG : entry.generalPurposeBitFlag & ~UTF8_FLAG;
  return getFileNameLowLevel(flags, raw, entry.extraFields, false);
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function isEncrypted(entry: Entry): boolean {
  return entry.isEncrypted() || (entry.generalPurposeBitFlag & STRONG_ENCRYPTION_FLAG) !== 0;
}

function findRefusal(entry: Entry): EntryRefusal | null {
  if (isEncrypted(entry)) return { reason: "import/encrypted", message: "It is packed with a password." };
  const type = (entry.externalFileAttributes >>> 16) & FILE_TYPE;
  if (type !== 0 && type !== REGULAR && type !== DIRECTORY)
    return { reason: "import/not-a-regular-file", message: null };
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) {
    const method = METHODS.get(entry.compressionMethod) ?? `number ${entry.compressionMethod}`;
    return { reason: "import/unsupported-kind", message: `It is packed with a method that is not read (${method}).` };
  }
  return null;
}

function readTime(entry: Entry): string | null {
  if (entry.lastModFileDate === 0 && entry.extraFields.length === 0) return null;
  const isUniversal = entry.extraFields.some(
    ({ id, data }) => (id === UNIX_TIME && data.length >= 5) || (id === NTFS_TIME && data.length === 32),
  );
  const date = entry.getLastModDate({ timezone: "UTC" });
  if (Number.isNaN(date.getTime())) return null;
  const text = date.toISOString().slice(0, 19);
  return isUniversal ? `${text}Z` : text;
}

/** Values of a tag: numbers, or one text. Fractions are divided out. */
export type TagValue = readonly number[] | string;

/** One directory of a TIFF or of EXIF: values by tag (TIFF 6.0, section 2). */
export type TagDirectory = ReadonlyMap<number, TagValue>;

/** Bytes of one value, by type from 1: byte, text, short, long, fraction, then the signed ones, floats, and an offset. */
const TYPE_BYTES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];
const TEXT_TYPE = 2;

/** Directories of one file, and tags of one directory, beyond which it means harm. */
const MOST_DIRECTORIES = 20_000;
const MOST_TAGS = 4_096;

/** What a file of directories holds, and where its numbers stand. */
export interface TagFile {
  readonly view: DataView;
  readonly isLittleEndian: boolean;
}

/** Opens the header of a TIFF or of EXIF. Null when it is none (BigTIFF is none). */
export function openTagFile(bytes: Uint8Array): TagFile | null {
  if (bytes.length < 8) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const order = view.getUint16(0);
  if (order !== 0x4949 && order !== 0x4d4d) return null;
  const isLittleEndian = order === 0x4949;
  return view.getUint16(2, isLittleEndian) === 42 ? { view, isLittleEndian } : null;
}

/** Reads the chain of directories. It ends where it would meet a directory again, or leave the file. */
export function readDirectories(file: TagFile): readonly TagDirectory[] {
  const directories: TagDirectory[] = [];
  const seen = new Set<number>();
  let offset = file.view.getUint32(4, file.isLittleEndian);
  while (offset !== 0 && !seen.has(offset) && directories.length < MOST_DIRECTORIES) {
    seen.add(offset);
    const read = readDirectory(file, offset);
    if (read === null) break;
    directories.push(read.tags);
    offset = read.next;
  }
  return directories;
}

/** Reads one directory and where the next one stands (0: nowhere). Null when it leaves the file. */
export function readDirectory(
  { view, isLittleEndian }: TagFile,
  offset: number,
): { readonly tags: TagDirectory; readonly next: number } | null {
  if (offset + 2 > view.byteLength) return null;
  const count = view.getUint16(offset, isLittleEndian);
  const end = offset + 2 + 12 * count;
  if (count === 0 || count > MOST_TAGS || end > view.byteLength) return null;
  const tags = new Map<number, TagValue>();
  for (let entry = offset + 2; entry < end; entry += 12) {
    const value = readValue({ view, isLittleEndian }, entry);
    if (value !== null) tags.set(view.getUint16(entry, isLittleEndian), value);
  }
  return { tags, next: end + 4 <= view.byteLength ? view.getUint32(end, isLittleEndian) : 0 };
}

function readValue({ view, isLittleEndian }: TagFile, entry: number): TagValue | null {
  const type = view.getUint16(entry + 2, isLittleEndian);
  const count = view.getUint32(entry + 4, isLittleEndian);
  const size = TYPE_BYTES[type] ?? 0;
  if (size === 0 || count === 0) return null;
  const length = size * count;
  const from = length <= 4 ? entry + 8 : view.getUint32(entry + 8, isLittleEndian);
  if (from + length > view.byteLength) return null;
  if (type === TEXT_TYPE) {
    const bytes = Buffer.from(view.buffer, view.byteOffset + from, count);
    return bytes.toString("latin1").replace(/\0[\s\S]*$/u, "");
  }
  return Array.from({ length: count }, (_, index) => readNumber(view, from + index * size, type, isLittleEndian));
}

function readNumber(view: DataView, at: number, type: number, isLittleEndian: boolean): number {
  switch (type) {
    case 3:
      return view.getUint16(at, isLittleEndian);
    case 4:
    case 13:
      return view.getUint32(at, isLittleEndian);
    case 5:
      return view.getUint32(at, isLittleEndian) / view.getUint32(at + 4, isLittleEndian);
    case 6:
      return view.getInt8(at);
    case 8:
      return view.getInt16(at, isLittleEndian);
    case 9:
      return view.getInt32(at, isLittleEndian);
    case 10:
      return view.getInt32(at, isLittleEndian) / view.getInt32(at + 4, isLittleEndian);
    case 11:
      return view.getFloat32(at, isLittleEndian);
    case 12:
      return view.getFloat64(at, isLittleEndian);
    default:
      return view.getUint8(at);
  }
}

/** The first number of a tag; null when it has none. */
export function numberOf(tags: TagDirectory, tag: number): number | null {
  const value = tags.get(tag);
  return value === undefined || typeof value === "string" ? null : (value[0] ?? null);
}

/** The text of a tag; null when it has none or a blank one. */
export function textOf(tags: TagDirectory, tag: number): string | null {
  const value = tags.get(tag);
  if (typeof value !== "string") return null;
  // Names in a directory are ASCII by the standard and UTF-8 by habit.
  const text = Buffer.from(value, "latin1")
    .toString("utf8")
    .replaceAll(/\p{Cc}/gu, " ")
    .trim();
  return text === "" ? null : text;
}

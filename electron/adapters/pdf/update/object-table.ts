import { readStreamData } from "./stream-data.ts";
import {
  type Dictionary,
  numberIn,
  numbersIn,
  readDictionary,
  readNumber,
  readWord,
  skipSpace,
  UnreadableStructure,
} from "./syntax.ts";

/** Where an object stands: at an offset of the file, or at a position in an object stream. */
export type ObjectPlace =
  | { readonly kind: "free" }
  | { readonly kind: "offset"; readonly offset: number; readonly generation: number }
  | { readonly kind: "compressed"; readonly container: number; readonly index: number };

/** The cross-reference table of a file, all its updates taken together. */
export interface ObjectTable {
  readonly bytes: Uint8Array;
  /** Offset of the header: offsets in the file are counted from there. */
  readonly base: number;
  readonly places: ReadonlyMap<number, ObjectPlace>;
  /** The newest trailer. */
  readonly trailer: Dictionary;
  /** Form of the newest section; an update has to use the same. */
  readonly form: "table" | "stream";
  /** Offset of the newest section, counted from the header. */
  readonly startOfNewest: number;
  /** First object number that is free. */
  readonly size: number;
}

const HEADER_WINDOW = 1024;
/** `startxref` stands within so many bytes of the end. */
const TAIL_WINDOW = 2048;
/** Objects of a file, and updates of it, beyond which the table is not read. */
const MOST_OBJECTS = 5_000_000;
const MOST_SECTIONS = 1000;

interface Section {
  readonly form: "table" | "stream";
  readonly dictionary: Dictionary;
}

/**
 * Reads the cross-reference table of a PDF as it is written (ISO 32000-2, 7.5.4 and 7.5.8), without repairing anything.
 *
 * @throws UnreadableStructure when it is damaged
 */
export function readObjectTable(bytes: Uint8Array): ObjectTable {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const base = file.subarray(0, HEADER_WINDOW).indexOf("%PDF-", 0, "latin1");
  const pointer = file.lastIndexOf("startxref", undefined, "latin1");
  if (base < 0 || pointer < bytes.length - TAIL_WINDOW) throw new UnreadableStructure("no start of the table");
  const startOfNewest = readNumber(bytes, pointer + "startxref".length).value;

  const places = new Map<number, ObjectPlace>();
  const seen = new Set<number>();
  let newest: Section | undefined;
  const pending = [startOfNewest];
  for (let start = pending.shift(); start !== undefined; start = pending.shift()) {
    if (seen.has(start)) continue;
    seen.add(start);
    if (seen.size > MOST_SECTIONS) throw new UnreadableStructure("too many updates");
    const section = readSection(bytes, base + start, places);
    newest ??= section;
    // A hybrid file hides objects from old readers in a stream that comes before the earlier sections.
    const hidden = numberIn(section.dictionary, "XRefStm");
    if (section.form === "table" && hidden !== undefined) pending.push(hidden);
    const previous = numberIn(section.dictionary, "Prev");
    if (previous !== undefined) pending.push(previous);
  }
  if (newest === undefined || !newest.dictionary.entries.has("Root")) throw new UnreadableStructure("no trailer");
  let size = numberIn(newest.dictionary, "Size") ?? 0;
  for (const number of places.keys()) size = Math.max(size, number + 1);
  return { bytes, base, places, trailer: newest.dictionary, form: newest.form, startOfNewest, size };
}

function readSection(bytes: Uint8Array, start: number, places: Map<number, ObjectPlace>): Section {
  const at = skipSpace(bytes, start);
  const { word, end } = readWord(bytes, at);
  return word === "xref" ? readTable(bytes, end, places) : readStreamSection(bytes, at, places);
}

function addPlace(places: Map<number, ObjectPlace>, number: number, place: ObjectPlace): void {
  if (places.size > MOST_OBJECTS) throw new UnreadableStructure("too many objects");
  // Newer sections are read first.
  if (!places.has(number)) places.set(number, place);
}

function readTable(bytes: Uint8Array, from: number, places: Map<number, ObjectPlace>): Section {
  let at = skipSpace(bytes, from);
  for (;;) {
    const { word, end } = readWord(bytes, at);
    if (word === "trailer") return { form: "table", dictionary: readDictionary(bytes, end) };
    const first = readNumber(bytes, at);
    const count = readNumber(bytes, first.end);
    at = count.end;
    for (let index = 0; index < count.value; index += 1) {
      const offset = readNumber(bytes, at);
      const generation = readNumber(bytes, offset.end);
      const type = readWord(bytes, skipSpace(bytes, generation.end));
      if (type.word !== "n" && type.word !== "f") throw new UnreadableStructure("an entry has no type");
      const isFree = type.word === "f";
      addPlace(
        places,
        first.value + index,
        isFree ? { kind: "free" } : { kind: "offset", offset: offset.value, generation: generation.value },
      );
      at = type.end;
    }
    at = skipSpace(bytes, at);
  }
}

function readStreamSection(bytes: Uint8Array, start: number, places: Map<number, ObjectPlace>): Section {
  const dictionary = readDictionary(bytes, readObjectHead(bytes, start).end);
  const data = readStreamData(bytes, dictionary, (own) => {
    const length = numberIn(own, "Length");
    // The table that would lead to a length elsewhere is the one that is being read.
    if (length === undefined) throw new UnreadableStructure("a table has no length");
    return length;
  });
  const [typeWidth = 0, secondWidth = 0, thirdWidth = 0] = numbersIn(dictionary, "W") ?? [];
  const width = typeWidth + secondWidth + thirdWidth;
  if (width === 0 || width > 24) throw new UnreadableStructure("a table has no entries");
  const index = numbersIn(dictionary, "Index") ?? [0, numberIn(dictionary, "Size") ?? 0];
  let row = 0;
  for (let part = 0; part + 1 < index.length; part += 2) {
    const first = index[part] ?? 0;
    const count = Math.min(index[part + 1] ?? 0, Math.floor(data.length / width) - row);
    for (let offset = 0; offset < count; offset += 1) {
      const at = row * width;
      const type = typeWidth === 0 ? 1 : readInteger(data, at, typeWidth);
      const second = readInteger(data, at + typeWidth, secondWidth);
      const third = readInteger(data, at + typeWidth + secondWidth, thirdWidth);
      addPlace(places, first + offset, placeOf(type, second, third));
      row += 1;
    }
  }
  return { form: "stream", dictionary };
}

function placeOf(type: number, second: number, third: number): ObjectPlace {
  if (type === 1) return { kind: "offset", offset: second, generation: third };
  return type === 2 ? { kind: "compressed", container: second, index: third } : { kind: "free" };
}

function readInteger(data: Uint8Array, from: number, width: number): number {
  let value = 0;
  for (let at = from; at < from + width; at += 1) value = value * 256 + (data[at] ?? 0);
  return value;
}

/** Reads `12 0 obj` and returns its number, its generation and where it ends. */
export function readObjectHead(
  bytes: Uint8Array,
  from: number,
): { readonly number: number; readonly generation: number; readonly end: number } {
  const number = readNumber(bytes, from);
  const generation = readNumber(bytes, number.end);
  const keyword = readWord(bytes, skipSpace(bytes, generation.end));
  if (keyword.word !== "obj") throw new UnreadableStructure("an object was expected");
  return { number: number.value, generation: generation.value, end: keyword.end };
}

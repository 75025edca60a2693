import { type ObjectTable, readObjectHead } from "./object-table.ts";
import { readStreamData } from "./stream-data.ts";
import {
  type Dictionary,
  numberIn,
  readDictionary,
  readNumber,
  referenceOf,
  type Span,
  skipSpace,
  skipValue,
  textOf,
  UnreadableStructure,
} from "./syntax.ts";

/** An object as it is written. */
export interface WrittenObject {
  readonly generation: number;
  readonly value: Span;
}

/**
 * Finds an object of a file.
 *
 * @throws UnreadableStructure when the table leads to something else
 */
export function readObject(table: ObjectTable, number: number): WrittenObject {
  const place = table.places.get(number);
  if (place === undefined || place.kind === "free") throw new UnreadableStructure("an object is missing");
  if (place.kind === "compressed") {
    return { generation: 0, value: readCompressed(table, place.container, place.index, number) };
  }
  const { bytes } = table;
  const head = readObjectHead(bytes, table.base + place.offset);
  if (head.number !== number) throw new UnreadableStructure("the table leads to another object");
  const start = skipSpace(bytes, head.end);
  return { generation: head.generation, value: { bytes, start, end: skipValue(bytes, start) } };
}

function readCompressed(table: ObjectTable, container: number, index: number, number: number): Span {
  const place = table.places.get(container);
  if (place?.kind !== "offset") throw new UnreadableStructure("an object stream is missing");
  const head = readObjectHead(table.bytes, table.base + place.offset);
  if (head.number !== container) throw new UnreadableStructure("the table leads to another object");
  const dictionary = readDictionary(table.bytes, head.end);
  const data = readStreamData(table.bytes, dictionary, (own) => resolveLength(table, own));
  const first = numberIn(dictionary, "First");
  if (first === undefined) throw new UnreadableStructure("an object stream has no objects");
  let at = 0;
  for (let position = 0; position <= index; position += 1) {
    const own = readNumber(data, at);
    const offset = readNumber(data, own.end);
    at = offset.end;
    if (position < index) continue;
    if (own.value !== number) throw new UnreadableStructure("an object stream holds another object");
    const start = skipSpace(data, first + offset.value);
    return { bytes: data, start, end: skipValue(data, start) };
  }
  throw new UnreadableStructure("an object stream holds fewer objects");
}

function resolveLength(table: ObjectTable, dictionary: Dictionary): number {
  const length = numberIn(dictionary, "Length");
  if (length !== undefined) return length;
  const span = dictionary.entries.get("Length");
  const reference = span === undefined ? undefined : referenceOf(span);
  const place = reference === undefined ? undefined : table.places.get(reference);
  // A length in an object stream could only be read by way of a stream again.
  if (reference === undefined || place?.kind !== "offset") throw new UnreadableStructure("a stream has no length");
  return Number(textOf(readObject(table, reference).value));
}

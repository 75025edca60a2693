import { ByteReader, type ByteWriter } from "./bytes.ts";
import { throwDamaged } from "./chunks.ts";

/**
 * A term's documents, as parallel arrays, ascending by number. `ends[i]` is where the places of document `i` end in the
 * term's stretch of the places stream, and those of the next begin.
 */
export interface TermList {
  readonly numbers: Int32Array;
  readonly hits: Uint32Array;
  readonly pages: Uint32Array;
  readonly ends: Uint32Array;
}

/** Bytes that a decoded list takes. */
export function sizeOfList(documents: number): number {
  return documents * 16 + 200;
}

/**
 * Writes one document of a list: the number less that of the one before (the first as it is), the hits, the pages where
 * they are not as many, the bytes that its places take.
 */
export function writeListEntry(
  writer: ByteWriter,
  delta: number,
  hits: number,
  pages: number,
  placesBytes: number,
): void {
  writer.varint(delta);
  if (pages === hits) writer.varint(hits * 2);
  else {
    writer.varint(hits * 2 + 1);
    writer.varint(pages);
  }
  writer.varint(placesBytes);
}

/** Reads a list of so many documents. */
export function decodeList(bytes: Uint8Array, documents: number): TermList {
  const numbers = new Int32Array(documents);
  const hits = new Uint32Array(documents);
  const pages = new Uint32Array(documents);
  const ends = new Uint32Array(documents);
  const reader = new ByteReader(bytes);
  let number = 0;
  let end = 0;
  for (let index = 0; index < documents; index += 1) {
    number += reader.varint();
    const figure = reader.varint();
    const count = Math.floor(figure / 2);
    numbers[index] = number;
    hits[index] = count;
    pages[index] = figure % 2 === 1 ? reader.varint() : count;
    end += reader.varint();
    ends[index] = end;
  }
  if (reader.at !== bytes.length) throwDamaged("a word list of the index does not fit its size");
  return { numbers, hits, pages, ends };
}

/**
 * Reads positions from a stretch of bytes: the first as it is, each further one less the one before.
 *
 * @param into is filled from its begin; it has room for `hits`
 */
export function decodePositions(bytes: Uint8Array, from: number, to: number, hits: number, into: Int32Array): void {
  let position = 0;
  let at = from;
  for (let index = 0; index < hits; index += 1) {
    let byte = bytes[at] ?? 0;
    at += 1;
    if (byte < 0x80) position += byte;
    else {
      let delta = byte & 0x7f;
      for (let shift = 7; byte >= 0x80; shift += 7) {
        byte = bytes[at] ?? 0;
        at += 1;
        delta |= (byte & 0x7f) << shift;
      }
      position += delta;
    }
    into[index] = position;
  }
  if (at !== to) throwDamaged("the places of a word in the index do not fit their size");
}

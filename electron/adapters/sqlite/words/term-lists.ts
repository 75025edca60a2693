import { type BesideWords, MAY_FIT } from "#core/ports/word-index.ts";
import { countBits } from "#shared/base/count-bits.ts";
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
  /** As `TermPlaces` has them. */
  readonly pageBits: Uint32Array;
  readonly isShared: Uint8Array;
  readonly ends: Uint32Array;
}

/** What a list says of a term in one document. */
export interface ListEntry {
  readonly hits: number;
  readonly pages: number;
  /** 0 where pages cannot be told apart by bits. */
  readonly pageBits: number;
  readonly isShared: boolean;
  /** Bytes that its places take. */
  readonly placesBytes: number;
}

/** Bytes that a decoded list takes. */
export function sizeOfList(documents: number): number {
  return documents * 21 + 200;
}

/** How an entry says on which pages the term stands. */
const ON_FIRST_PAGE = 0;
const AS_BITS = 1;
const AS_MANY_AS_HITS = 2;
const AS_COUNT = 3;
/** Forms, and the flag of shared places, below the hits. */
const SHARED = 4;
const STEPS = 8;

function formOf({ hits, pages, pageBits }: ListEntry): number {
  if (pageBits === 1) return ON_FIRST_PAGE;
  if (pageBits !== 0) return AS_BITS;
  return pages === hits ? AS_MANY_AS_HITS : AS_COUNT;
}

/**
 * Writes one document of a list: the number less that of the one before (the first as it is), the hits with how the pages
 * are said, the pages, the bytes that its places take.
 */
export function writeListEntry(writer: ByteWriter, delta: number, entry: ListEntry): void {
  const form = formOf(entry);
  writer.varint(delta);
  writer.varint(entry.hits * STEPS + (entry.isShared ? SHARED : 0) + form);
  if (form === AS_BITS) writer.varint(entry.pageBits);
  else if (form === AS_COUNT) writer.varint(entry.pages);
  writer.varint(entry.placesBytes);
}

/** Reads a list of so many documents. */
export function decodeList(bytes: Uint8Array, documents: number): TermList {
  const numbers = new Int32Array(documents);
  const hits = new Uint32Array(documents);
  const pages = new Uint32Array(documents);
  const pageBits = new Uint32Array(documents);
  const isShared = new Uint8Array(documents);
  const ends = new Uint32Array(documents);
  const reader = new ByteReader(bytes);
  let number = 0;
  let end = 0;
  for (let index = 0; index < documents; index += 1) {
    number += reader.varint();
    const figure = reader.varint();
    const count = Math.floor(figure / STEPS);
    const form = figure % SHARED;
    numbers[index] = number;
    hits[index] = count;
    isShared[index] = figure % STEPS >= SHARED ? 1 : 0;
    if (form === ON_FIRST_PAGE || form === AS_BITS) {
      const bits = form === AS_BITS ? reader.varint() : 1;
      pageBits[index] = bits;
      pages[index] = countBits(bits);
    } else pages[index] = form === AS_COUNT ? reader.varint() : count;
    end += reader.varint();
    ends[index] = end;
  }
  if (reader.at !== bytes.length) throwDamaged("a word list of the index does not fit its size");
  return { numbers, hits, pages, pageBits, isShared, ends };
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

/** Bytes of a stream, from a place on. */
export interface ByteStretch {
  bytes: Uint8Array;
  from: number;
}

/**
 * As `decodePositions`, but only those that stand beside common words.
 *
 * @param neighbours two bytes for each position: codes of the common words before and after it
 * @returns how many were kept; with the sign turned when what stands beside any of them is not told for certain
 */
export function decodeBeside(
  { bytes, from }: ByteStretch,
  hits: number,
  neighbours: ByteStretch,
  { before, after }: BesideWords,
  into: Int32Array,
): number {
  let position = 0;
  let at = from;
  let beside = neighbours.from;
  let kept = 0;
  let fit = 0;
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
    const isBefore = before[neighbours.bytes[beside] ?? 0] ?? 0;
    const isAfter = after[neighbours.bytes[beside + 1] ?? 0] ?? 0;
    beside += 2;
    if (isBefore === 0 || isAfter === 0) continue;
    into[kept] = position;
    kept += 1;
    fit |= isBefore | isAfter;
  }
  return (fit & MAY_FIT) === 0 ? kept : -kept;
}

import type { TermPlaces } from "#core/ports/word-index.ts";
import { CHUNK_BYTES } from "./chunks.ts";
import { keepsNeighbours, NEIGHBOUR_BYTES } from "./neighbours.ts";
import type { TermEntry } from "./segment.ts";
import type { SegmentReader } from "./segment-reader.ts";
import { type ByteStretch, decodeBeside, decodePositions, sizeOfList, type TermList } from "./term-lists.ts";

/** A term in one segment. */
interface TermPart {
  readonly reader: SegmentReader;
  readonly entry: TermEntry;
  readonly list: TermList;
  /** Where the part's documents begin in the arrays of the whole. */
  readonly from: number;
  /** Which of the list's documents are in the whole, or null for all. */
  readonly kept: Int32Array | null;
  /** The chunk that was read last, for a list of many chunks: the next document's places mostly lie in it. */
  chunk: Uint8Array;
  chunkNumber: number;
  /** Places before those of each of the list's documents, when neighbours were asked for. */
  placesBefore: Uint32Array | null;
}

const NOTHING = new Uint8Array(0);
const NOTHING_READ = { chunk: NOTHING, chunkNumber: -1, placesBefore: null };

/** A term in all segments, as the index hands it out. */
export interface JoinedTerm {
  readonly places: TermPlaces;
  /** Bytes that it holds, those of its parts among them. */
  readonly bytes: number;
  /** Bytes of the places of the document at an index. */
  placesOf(index: number): Uint8Array;
}

/**
 * Joins what the segments have of a term; documents that are gone are left out. Null when nothing is left.
 *
 * @param hasGone whether any document of a segment is gone
 */
export function joinTerm(
  found: readonly { readonly reader: SegmentReader; readonly entry: TermEntry }[],
  hasGone: (reader: SegmentReader) => boolean,
  isLive: (number: number) => boolean,
): JoinedTerm | null {
  const parts: TermPart[] = [];
  let documents = 0;
  for (const { reader, entry } of found) {
    const list = reader.list(entry);
    const kept = hasGone(reader) ? keepLive(list, isLive) : null;
    const count = kept?.length ?? list.numbers.length;
    if (count > 0) parts.push({ reader, entry, list, from: documents, kept, ...NOTHING_READ });
    documents += count;
  }
  const [first] = parts;
  if (first === undefined) return null;
  const isAlone = parts.length === 1 && first.kept === null;
  const columns = isAlone ? first.list : copyColumns(parts, documents);
  let part = first;

  function placesOf(index: number): Uint8Array {
    part = partAt(parts, part, index);
    const { reader, entry, list, kept, from } = part;
    const at = kept === null ? index - from : (kept[index - from] ?? 0);
    return reader.places(entry, list.ends[at - 1] ?? 0, list.ends[at] ?? 0);
  }

  const places: ByteStretch = { bytes: NOTHING, from: 0 };
  const beside: ByteStretch = { bytes: NOTHING, from: 0 };

  /** Points `places` at those of a document; how many bytes they take. */
  function findPlaces(at: number): number {
    const { entry, list, reader } = part;
    const start = entry.placesAt + (list.ends[at - 1] ?? 0);
    const length = entry.placesAt + (list.ends[at] ?? 0) - start;
    const number = Math.floor(start / CHUNK_BYTES);
    const offset = start - number * CHUNK_BYTES;
    places.from = offset;
    if (offset + length > CHUNK_BYTES) {
      places.bytes = reader.places(entry, start - entry.placesAt, start - entry.placesAt + length);
      places.from = 0;
    } else if (entry.placesBytes < CHUNK_BYTES) places.bytes = reader.placesChunk(number);
    else {
      if (part.chunkNumber !== number) {
        part.chunk = reader.placesChunk(number);
        part.chunkNumber = number;
      }
      places.bytes = part.chunk;
    }
    return length;
  }

  /** Points `beside` at what stands beside the places of a document. */
  function findNeighbours(at: number): void {
    const { entry, list, reader } = part;
    part.placesBefore ??= sumBefore(list.hits);
    const before = part.placesBefore[at] ?? 0;
    const start = entry.neighboursAt + before * NEIGHBOUR_BYTES;
    const length = (list.hits[at] ?? 0) * NEIGHBOUR_BYTES;
    const number = Math.floor(start / CHUNK_BYTES);
    const offset = start - number * CHUNK_BYTES;
    beside.from = offset;
    if (offset + length > CHUNK_BYTES) {
      beside.bytes = reader.neighbours(entry, before, before + (list.hits[at] ?? 0));
      beside.from = 0;
    } else beside.bytes = reader.neighboursChunk(number);
  }

  /** Place of a document in the list of its part, which becomes the current one. */
  function placeInPart(index: number): number {
    part = partAt(parts, part, index);
    return part.kept === null ? index - part.from : (part.kept[index - part.from] ?? 0);
  }

  function read(index: number, count: number, into: Int32Array): void {
    const length = findPlaces(placeInPart(index));
    decodePositions(places.bytes, places.from, places.from + length, count, into);
  }

  const { numbers, hits, pages, pageBits, isShared } = columns;
  return {
    bytes: parts.reduce((sum, { list }) => sum + sizeOfList(list.numbers.length), isAlone ? 0 : sizeOfList(documents)),
    placesOf,
    places: {
      numbers,
      hits,
      pages,
      pageBits,
      isShared,
      positions: (index) => {
        const items = new Int32Array(hits[index] ?? 0);
        read(index, items.length, items);
        return items;
      },
      readPositions: (index, into) => {
        const count = hits[index] ?? 0;
        if (count > into.items.length) into.items = new Int32Array(count * 2);
        read(index, count, into.items);
        into.length = count;
      },
      hasNeighbours: keepsNeighbours(first.entry.term),
      readBeside: (index, words, into) => {
        const count = hits[index] ?? 0;
        if (count > into.items.length) into.items = new Int32Array(count * 2);
        const at = placeInPart(index);
        findPlaces(at);
        findNeighbours(at);
        const kept = decodeBeside(places, count, beside, words, into.items);
        into.length = Math.abs(kept);
        return kept < 0;
      },
    },
  };
}

function sumBefore(hits: Uint32Array): Uint32Array {
  const sums = new Uint32Array(hits.length);
  for (let index = 1; index < hits.length; index += 1) sums[index] = (sums[index - 1] ?? 0) + (hits[index - 1] ?? 0);
  return sums;
}

function keepLive({ numbers }: TermList, isLive: (number: number) => boolean): Int32Array | null {
  const kept = new Int32Array(numbers.length);
  let count = 0;
  for (let index = 0; index < numbers.length; index += 1) {
    if (!isLive(numbers[index] ?? 0)) continue;
    kept[count] = index;
    count += 1;
  }
  return count === numbers.length ? null : kept.subarray(0, count);
}

function copyColumns(parts: readonly TermPart[], documents: number): Omit<TermList, "ends"> {
  const numbers = new Int32Array(documents);
  const hits = new Uint32Array(documents);
  const pages = new Uint32Array(documents);
  const pageBits = new Uint32Array(documents);
  const isShared = new Uint8Array(documents);
  for (const { list, kept, from } of parts) {
    if (kept === null) {
      numbers.set(list.numbers, from);
      hits.set(list.hits, from);
      pages.set(list.pages, from);
      pageBits.set(list.pageBits, from);
      isShared.set(list.isShared, from);
      continue;
    }
    for (let index = 0; index < kept.length; index += 1) {
      const at = kept[index] ?? 0;
      numbers[from + index] = list.numbers[at] ?? 0;
      hits[from + index] = list.hits[at] ?? 0;
      pages[from + index] = list.pages[at] ?? 0;
      pageBits[from + index] = list.pageBits[at] ?? 0;
      isShared[from + index] = list.isShared[at] ?? 0;
    }
  }
  return { numbers, hits, pages, pageBits, isShared };
}

/** The part that has an index; the one that was asked last is tried first. */
function partAt(parts: readonly TermPart[], last: TermPart, index: number): TermPart {
  const count = last.kept?.length ?? last.list.numbers.length;
  if (index >= last.from && index < last.from + count) return last;
  return parts.findLast(({ from }) => from <= index) ?? last;
}

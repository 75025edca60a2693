import { lastAtMost } from "#shared/base/sorted-numbers.ts";
import type { ByteCache } from "./byte-cache.ts";
import { ByteReader, decodeWord } from "./bytes.ts";
import { type ChunkReader, throwDamaged } from "./chunks.ts";
import { keepsNeighbours, NEIGHBOUR_BYTES } from "./neighbours.ts";
import type { SegmentRow, TermEntry } from "./segment.ts";
import { decodeList, sizeOfList, type TermList } from "./term-lists.ts";

/** Where the blocks of terms of a segment stand; parallel arrays with one more at the end. */
interface Directory {
  /** First term of each block; not one more. */
  readonly firsts: readonly string[];
  readonly blockAt: Float64Array;
  /** Terms before each block. */
  readonly termsBefore: Float64Array;
  readonly listAt: Float64Array;
  readonly placesAt: Float64Array;
  readonly neighboursAt: Float64Array;
}

interface Block {
  readonly terms: readonly string[];
  /**
   * `FIGURES` a term: documents, hits, span, begin and bytes of its list and of its places, begin of its neighbours, from
   * the block's on.
   */
  readonly figures: Float64Array;
  readonly listAt: number;
  readonly placesAt: number;
  readonly neighboursAt: number;
}

const FIGURES = 8;

/** A segment, as it is read. */
export interface SegmentReader {
  readonly row: SegmentRow;
  find(term: string): TermEntry | null;
  /** Terms from one on, ascending. */
  entriesFrom(term: string): Generator<TermEntry>;
  /** The term at a place among all of the segment, from 0. */
  entryAt(ordinal: number): TermEntry;
  termCount(): number;
  list(entry: TermEntry): TermList;
  /** The same as it was written. */
  listBytes(entry: TermEntry): Uint8Array;
  /** Bytes of places, from and to within those of the term. */
  places(entry: TermEntry, from: number, to: number): Uint8Array;
  /** What stands beside some of the term's places, from and to by their order: two bytes each. */
  neighbours(entry: TermEntry, from: number, to: number): Uint8Array;
  /** One chunk of the stream of places, or of what stands beside them. */
  placesChunk(number: number): Uint8Array;
  neighboursChunk(number: number): Uint8Array;
  /** The terms of each block as they were written: UTF-8, each ended by a line feed. */
  termBytes(): Generator<{ readonly bytes: Uint8Array; readonly count: number }>;
}

/**
 * @param chunks where the streams are read
 * @param cache keeps what was decoded; null where everything is read once
 */
export function openSegment(row: SegmentRow, chunks: ChunkReader, cache: ByteCache | null): SegmentReader {
  const { segment, sizes } = row;
  let directory: Directory | null = null;
  let current: { readonly number: number; readonly block: Block } | null = null;

  function openDirectory(): Directory {
    directory ??= decodeDirectory(chunks.read(segment, "directory", 0, sizes.directory));
    return directory;
  }

  function readBlock(number: number): {
    readonly bytes: Uint8Array;
    readonly count: number;
    readonly head: ByteReader;
  } {
    const { blockAt } = openDirectory();
    const bytes = chunks.read(segment, "terms", blockAt[number] ?? 0, blockAt[number + 1] ?? 0);
    const head = new ByteReader(bytes);
    return { bytes, count: head.varint(), head };
  }

  function decodeBlock(number: number): Block {
    const { listAt, placesAt, neighboursAt } = openDirectory();
    const { bytes, count, head } = readBlock(number);
    const textBytes = head.varint();
    const textEnd = head.at + textBytes;
    const terms = decodeWord(bytes, head.at, textEnd - 1).split("\n");
    if (terms.length !== count) throwDamaged("the list of words of the index is damaged");
    const figures = new Float64Array(count * FIGURES);
    const reader = new ByteReader(bytes, textEnd);
    let list = 0;
    let places = 0;
    let neighbours = 0;
    for (let at = 0; at < figures.length; at += FIGURES) {
      const documents = reader.varint();
      figures[at] = documents;
      figures[at + 1] = documents + reader.varint();
      figures[at + 2] = documents > 1 ? reader.varint() : 0;
      figures[at + 3] = list;
      list += figures[at + 4] = reader.varint();
      figures[at + 5] = places;
      places += figures[at + 6] = reader.varint();
      figures[at + 7] = neighbours;
      if (keepsNeighbours(terms[at / FIGURES] ?? "")) neighbours += (figures[at + 1] ?? 0) * NEIGHBOUR_BYTES;
    }
    return {
      terms,
      figures,
      listAt: listAt[number] ?? 0,
      placesAt: placesAt[number] ?? 0,
      neighboursAt: neighboursAt[number] ?? 0,
    };
  }

  function block(number: number): Block {
    if (current?.number === number) return current.block;
    const key = `block ${segment} ${number}`;
    let found = cache?.get<Block>(key);
    if (found === undefined) {
      found = decodeBlock(number);
      cache?.set(key, found, found.terms.length * 90);
    }
    current = { number, block: found };
    return found;
  }

  function entry({ terms, figures, listAt, placesAt, neighboursAt }: Block, index: number): TermEntry {
    const at = index * FIGURES;
    return {
      term: terms[index] ?? "",
      documents: figures[at] ?? 0,
      hits: figures[at + 1] ?? 0,
      span: figures[at + 2] ?? 0,
      listAt: listAt + (figures[at + 3] ?? 0),
      listBytes: figures[at + 4] ?? 0,
      placesAt: placesAt + (figures[at + 5] ?? 0),
      placesBytes: figures[at + 6] ?? 0,
      neighboursAt: neighboursAt + (figures[at + 7] ?? 0),
    };
  }

  /** Number of the block in which a term is, if it is anywhere. */
  function blockOf(term: string): number {
    return Math.max(0, countUpTo(openDirectory().firsts, term) - 1);
  }

  function listBytes({ listAt, listBytes: length }: TermEntry): Uint8Array {
    return chunks.read(segment, "lists", listAt, listAt + length);
  }

  return {
    row,
    listBytes,
    find: (term) => {
      const { firsts } = openDirectory();
      if (firsts.length === 0 || term < (firsts[0] ?? "")) return null;
      const found = block(blockOf(term));
      const index = countUpTo(found.terms, term) - 1;
      return found.terms[index] === term ? entry(found, index) : null;
    },
    entriesFrom: function* (term) {
      const { firsts } = openDirectory();
      let from = term;
      for (let number = blockOf(term); number < firsts.length; number += 1) {
        const found = block(number);
        let index = countUpTo(found.terms, from);
        if (index > 0 && found.terms[index - 1] === from) index -= 1;
        for (; index < found.terms.length; index += 1) yield entry(found, index);
        from = "";
      }
    },
    entryAt: (ordinal) => {
      const { termsBefore } = openDirectory();
      const number = lastAtMost(termsBefore, ordinal);
      return entry(block(number), ordinal - (termsBefore[number] ?? 0));
    },
    termCount: () => openDirectory().termsBefore.at(-1) ?? 0,
    list: (term) => {
      const key = `list ${segment} ${term.listAt}`;
      const known = cache?.get<TermList>(key);
      if (known !== undefined) return known;
      const list = decodeList(listBytes(term), term.documents);
      cache?.set(key, list, sizeOfList(term.documents));
      return list;
    },
    placesChunk: (number) => chunks.chunk(segment, "places", number),
    neighboursChunk: (number) => chunks.chunk(segment, "neighbours", number),
    places: (term, from, to) => chunks.read(segment, "places", term.placesAt + from, term.placesAt + to),
    neighbours: ({ neighboursAt }, from, to) => {
      const start = neighboursAt + from * NEIGHBOUR_BYTES;
      return chunks.read(segment, "neighbours", start, start + (to - from) * NEIGHBOUR_BYTES);
    },
    termBytes: function* () {
      const { firsts } = openDirectory();
      for (let number = 0; number < firsts.length; number += 1) {
        const { bytes, count, head } = readBlock(number);
        const textBytes = head.varint();
        yield { bytes: bytes.subarray(head.at, head.at + textBytes), count };
      }
    },
  };
}

function decodeDirectory(bytes: Uint8Array): Directory {
  const firsts: string[] = [];
  const blockAt = [0];
  const termsBefore = [0];
  const listAt = [0];
  const placesAt = [0];
  const neighboursAt = [0];
  const columns = [blockAt, termsBefore, listAt, placesAt, neighboursAt];
  const reader = new ByteReader(bytes);
  while (reader.at < bytes.length) {
    const length = reader.varint();
    firsts.push(decodeWord(bytes, reader.at, reader.at + length));
    reader.at += length;
    for (const column of columns) column.push((column.at(-1) ?? 0) + reader.varint());
  }
  return {
    firsts,
    blockAt: Float64Array.from(blockAt),
    termsBefore: Float64Array.from(termsBefore),
    listAt: Float64Array.from(listAt),
    placesAt: Float64Array.from(placesAt),
    neighboursAt: Float64Array.from(neighboursAt),
  };
}

/** How many of ascending words are at most `wanted`. */
function countUpTo(words: readonly string[], wanted: string): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((words[middle] ?? "") <= wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

import type { Connection } from "../connection.ts";
import { ByteReader, ByteWriter } from "./bytes.ts";
import { createChunkReader } from "./chunks.ts";
import { decodeDocuments, factsRange } from "./document-facts.ts";
import { keepsNeighbours, NEIGHBOUR_BYTES } from "./neighbours.ts";
import type { SegmentRow, TermEntry } from "./segment.ts";
import { openSegment, type SegmentReader } from "./segment-reader.ts";
import { createSegmentWriter } from "./segment-writer.ts";
import { writeListEntry } from "./term-lists.ts";

/** A merge under way. */
export interface Merge {
  /** Segments that become one. */
  readonly inputs: readonly SegmentRow[];
  readonly segment: number;
  /** Goes on until `isTime` says to stop; the new segment when it is whole, else null. To be called in a transaction. */
  step(isTime: () => boolean): SegmentRow | null;
}

interface Input {
  readonly reader: SegmentReader;
  readonly entries: Generator<TermEntry>;
  /** Whether all of its documents are taken over: their lists are copied as they are. */
  readonly isWhole: boolean;
  entry: TermEntry | null;
}

const NOTHING = new Uint8Array(0);

/** Terms between two looks at the clock. */
const TERMS_AT_ONCE = 32;

/**
 * Makes one segment of several that follow each other. Lists and places are copied as bytes; only where documents are gone
 * they are read.
 *
 * @param isLive whether a document's words are still those that are to be found; asked once, when the merge begins
 */
export function mergeSegments(
  connection: Connection,
  inputs: readonly SegmentRow[],
  segment: number,
  isLive: (number: number) => boolean,
): Merge {
  const writer = createSegmentWriter(connection, segment);
  const first = inputs[0]?.first ?? 0;
  const last = inputs.at(-1)?.last ?? 0;
  const live = new Uint8Array(last - first + 1);
  const facts = new ByteWriter();
  let documents = 0;
  let pages = 0;
  let lastNumber = 0;

  /** Takes over the documents of a segment; whether all of them. */
  function takeDocuments(row: SegmentRow): boolean {
    const bytes = createChunkReader(connection, null).read(row.segment, "documents", 0, row.sizes.documents);
    const held = decodeDocuments(bytes, row.documents);
    let taken = 0;
    for (const [index, number] of held.numbers.entries()) {
      if (!isLive(number)) continue;
      live[number - first] = 1;
      facts.varint(number - lastNumber);
      facts.append(bytes, ...factsRange(held, index));
      lastNumber = number;
      taken += 1;
      pages += held.pages[index] ?? 0;
    }
    documents += taken;
    return taken === row.documents;
  }

  const sources = inputs.map((row): Input => {
    const isWhole = takeDocuments(row);
    const reader = openSegment(row, createChunkReader(connection, null), null);
    const entries = reader.entriesFrom("");
    return { reader, entries, isWhole, entry: null };
  });
  for (const source of sources) advance(source);

  /** Of the term that is being written. */
  const totals = { documents: 0, hits: 0, first: 0, last: 0 };
  const list = new ByteWriter();

  function begin(number: number): number {
    const delta = totals.documents === 0 ? number : number - totals.last;
    if (totals.documents === 0) totals.first = number;
    return delta;
  }

  function copyWhole({ reader, entry }: Input): void {
    if (entry === null) return;
    const bytes = reader.listBytes(entry);
    const head = new ByteReader(bytes);
    const number = head.varint();
    list.clear();
    list.varint(begin(number));
    writer.list(list.bytes, 0, list.length);
    writer.list(bytes, head.at, bytes.length);
    const places = reader.places(entry, 0, entry.placesBytes);
    writer.places(places, 0, places.length);
    if (keepsNeighbours(entry.term)) {
      const neighbours = reader.neighbours(entry, 0, entry.hits);
      writer.neighbours(neighbours, 0, neighbours.length);
    }
    totals.documents += entry.documents;
    totals.hits += entry.hits;
    totals.last = number + entry.span;
  }

  function copyLive({ reader, entry }: Input): void {
    if (entry === null) return;
    const { numbers, hits, pages: pagesOf, pageBits, isShared, ends } = reader.list(entry);
    const places = reader.places(entry, 0, entry.placesBytes);
    const neighbours = keepsNeighbours(entry.term) ? reader.neighbours(entry, 0, entry.hits) : NOTHING;
    let place = 0;
    for (const [index, number] of numbers.entries()) {
      const before = place;
      place += hits[index] ?? 0;
      if (live[number - first] === 0) continue;
      const from = ends[index - 1] ?? 0;
      const to = ends[index] ?? 0;
      list.clear();
      writeListEntry(list, begin(number), {
        hits: hits[index] ?? 0,
        pages: pagesOf[index] ?? 0,
        pageBits: pageBits[index] ?? 0,
        isShared: isShared[index] === 1,
        placesBytes: to - from,
      });
      writer.list(list.bytes, 0, list.length);
      writer.places(places, from, to);
      if (neighbours.length > 0) writer.neighbours(neighbours, before * NEIGHBOUR_BYTES, place * NEIGHBOUR_BYTES);
      totals.documents += 1;
      totals.hits += hits[index] ?? 0;
      totals.last = number;
    }
  }

  /** Writes the next term; false when there is none. */
  function writeTerm(): boolean {
    let term: string | null = null;
    for (const { entry } of sources) if (entry !== null && (term === null || entry.term < term)) term = entry.term;
    if (term === null) return false;
    totals.documents = 0;
    totals.hits = 0;
    for (const source of sources) {
      if (source.entry?.term !== term) continue;
      if (source.isWhole) copyWhole(source);
      else copyLive(source);
      advance(source);
    }
    if (totals.documents > 0) writer.endTerm(term, totals.documents, totals.hits, totals.last - totals.first);
    return true;
  }

  return {
    inputs,
    segment,
    step: (isTime) => {
      do for (let left = TERMS_AT_ONCE; left > 0; left -= 1) if (!writeTerm()) return finish();
      while (!isTime());
      return null;
    },
  };

  function finish(): SegmentRow {
    writer.documents(facts.bytes, 0, facts.length);
    return { segment, first, last, documents, pages, sizes: writer.finish() };
  }
}

function advance(source: Input): void {
  const next = source.entries.next();
  source.entry = next.done === true ? null : next.value;
}

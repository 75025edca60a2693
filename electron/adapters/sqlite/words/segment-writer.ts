import type { Connection } from "../connection.ts";
import { ByteWriter } from "./bytes.ts";
import { createStreamWriter, type StreamName } from "./chunks.ts";

/** Terms of a block: what must be read to find one. */
const TERMS_PER_BLOCK = 256;

/** Writes a segment, term by term in ascending order. To be used in transactions only. */
export interface SegmentWriter {
  /** Appends to the current term's list. */
  list(bytes: Uint8Array, from: number, to: number): void;
  /** Appends to the current term's places. */
  places(bytes: Uint8Array, from: number, to: number): void;
  /** Appends to what stands beside the current term's places: two bytes for each, of a term that has them. */
  neighbours(bytes: Uint8Array, from: number, to: number): void;
  /** Ends the current term. */
  endTerm(term: string, documents: number, hits: number, span: number): void;
  documents(bytes: Uint8Array, from: number, to: number): void;
  /** Writes what is left; bytes of each stream. */
  finish(): Readonly<Record<StreamName, number>>;
}

/** @param segment a number that no segment has */
export function createSegmentWriter(connection: Connection, segment: number): SegmentWriter {
  const stream = (name: StreamName) => createStreamWriter(connection, segment, name);
  const writers = {
    documents: stream("documents"),
    directory: stream("directory"),
    terms: stream("terms"),
    lists: stream("lists"),
    places: stream("places"),
    neighbours: stream("neighbours"),
  };
  const { lists, places, neighbours } = writers;
  const terms = new ByteWriter();
  const figures = new ByteWriter();
  const head = new ByteWriter();
  let first = "";
  let count = 0;
  let blockListAt = 0;
  let blockPlacesAt = 0;
  let blockNeighboursAt = 0;
  let listAt = 0;
  let placesAt = 0;

  function endBlock(): void {
    if (count === 0) return;
    head.clear();
    head.varint(count);
    head.varint(terms.length);
    writers.terms.append(head.bytes, 0, head.length);
    writers.terms.append(terms.bytes, 0, terms.length);
    writers.terms.append(figures.bytes, 0, figures.length);
    const size = head.length + terms.length + figures.length;
    head.clear();
    head.varint(Buffer.byteLength(first));
    head.text(first);
    const neighboursAt = neighbours.length();
    const bytes = [listAt - blockListAt, placesAt - blockPlacesAt, neighboursAt - blockNeighboursAt];
    for (const figure of [size, count, ...bytes]) head.varint(figure);
    writers.directory.append(head.bytes, 0, head.length);
    terms.clear();
    figures.clear();
    count = 0;
    blockListAt = listAt;
    blockPlacesAt = placesAt;
    blockNeighboursAt = neighboursAt;
  }

  return {
    list: lists.append,
    places: places.append,
    neighbours: neighbours.append,
    endTerm: (term, documents, hits, span) => {
      if (count === 0) first = term;
      terms.text(term);
      terms.varint(TERM_END);
      const listEnd = lists.length();
      const placesEnd = places.length();
      figures.varint(documents);
      figures.varint(hits - documents);
      if (documents > 1) figures.varint(span);
      figures.varint(listEnd - listAt);
      figures.varint(placesEnd - placesAt);
      listAt = listEnd;
      placesAt = placesEnd;
      count += 1;
      if (count === TERMS_PER_BLOCK) endBlock();
    },
    documents: writers.documents.append,
    finish: () => {
      endBlock();
      for (const writer of Object.values(writers)) writer.finish();
      return {
        documents: writers.documents.length(),
        directory: writers.directory.length(),
        terms: writers.terms.length(),
        lists: lists.length(),
        places: places.length(),
        neighbours: neighbours.length(),
      };
    },
  };
}

/** Ends each term of a block. No term has it: neither letters nor the values of fields are control characters. */
export const TERM_END = 0x0a;

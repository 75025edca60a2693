import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { Connection } from "../connection.ts";
import { createChunkReader } from "./chunks.ts";
import { hashTerm, mixPlace } from "./digest.ts";
import { decodeDocuments, readFacts } from "./document-facts.ts";
import { eachFieldPlace, mixFieldPlace } from "./field-places.ts";
import { shapeOfField } from "./field-terms.ts";
import { keepsNeighbours, mixNeighbours, NEIGHBOUR_BYTES } from "./neighbours.ts";
import type { NumberedDocuments } from "./numbered-documents.ts";
import { readDocument } from "./read-document.ts";
import { FIELD_MARK, type SegmentRow, type TermEntry } from "./segment.ts";
import { openSegment, type SegmentReader } from "./segment-reader.ts";
import { decodePositions } from "./term-lists.ts";
import { WordBatch } from "./word-batch.ts";
import type { WordStore } from "./word-store.ts";

/**
 * Compares the word lists with the text of all pages: whatever stands in the one and not in the other is found, in words,
 * fields and their places. Reads everything; minutes for a million pages.
 *
 * @returns problems; empty when sound
 */
export function checkWords(
  connection: Connection,
  { documents, segments }: Pick<WordStore, "documents" | "segments">,
): readonly string[] {
  const problems = new Set<string>();
  const batch = new WordBatch();
  let found = 0;
  for (const { row } of segments()) {
    try {
      const sums = new DigestSums(row);
      const reader = openSegment(row, createChunkReader(connection, null), null);
      for (const entry of reader.entriesFrom("")) addTerm(reader, entry, sums);
      found += compare(connection, row, documents, sums, batch, problems);
    } catch (thrown) {
      if (!(thrown instanceof ProbativeError)) throw thrown;
      problems.add(thrown.what);
    }
  }
  if (found < documents.count() && problems.size === 0) {
    problems.add("the full-text index lacks the words of documents; rebuild the index");
  }
  return [...problems];
}

/** Digests of a segment's documents as its lists have them. */
class DigestSums {
  readonly ones: Int32Array;
  readonly others: Int32Array;
  private readonly first: number;

  constructor({ first, last }: SegmentRow) {
    this.first = first;
    this.ones = new Int32Array(last - first + 1);
    this.others = new Int32Array(last - first + 1);
  }

  add(number: number, one: number, other: number): void {
    const at = number - this.first;
    this.ones[at] = (this.ones[at] ?? 0) + one;
    this.others[at] = (this.others[at] ?? 0) + other;
  }

  of(number: number): readonly [number, number] {
    const at = number - this.first;
    return [(this.ones[at] ?? 0) >>> 0, (this.others[at] ?? 0) >>> 0];
  }
}

function addTerm(reader: SegmentReader, entry: TermEntry, sums: DigestSums): void {
  const { numbers, hits, ends } = reader.list(entry);
  const places = reader.places(entry, 0, entry.placesBytes);
  const [hash, otherHash] = hashTerm(entry.term);
  const neighbours = keepsNeighbours(entry.term) ? reader.neighbours(entry, 0, entry.hits) : new Uint8Array(0);
  let neighbour = 0;
  const isField = entry.term.startsWith(FIELD_MARK);
  for (const [index, number] of numbers.entries()) {
    const bytes = places.subarray(ends[index - 1] ?? 0, ends[index] ?? 0);
    const count = hits[index] ?? 0;
    if (isField) {
      eachFieldPlace(bytes, count, shapeOfField(entry.term), (page, start, end, value) => {
        sums.add(
          number,
          mixFieldPlace(hash, page, start, end, value),
          mixFieldPlace(otherHash, page, start, end, value),
        );
      });
    } else {
      const positions = new Int32Array(count);
      decodePositions(bytes, 0, bytes.length, count, positions);
      for (const place of positions) {
        sums.add(number, mixPlace(hash, place), mixPlace(otherHash, place));
      }
      for (let place = 0; place < count && neighbours.length > 0; place += 1, neighbour += NEIGHBOUR_BYTES) {
        const position = positions[place] ?? 0;
        const before = neighbours[neighbour] ?? 0;
        const after = neighbours[neighbour + 1] ?? 0;
        sums.add(
          number,
          mixNeighbours(hash, position, before, after),
          mixNeighbours(otherHash, position, before, after),
        );
      }
    }
  }
}

/** Compares the documents of a segment with their text; how many there are. */
function compare(
  connection: Connection,
  row: SegmentRow,
  documents: NumberedDocuments,
  sums: DigestSums,
  batch: WordBatch,
  problems: Set<string>,
): number {
  let live = 0;
  const bytes = createChunkReader(connection, null).read(row.segment, "documents", 0, row.sizes.documents);
  const held = decodeDocuments(bytes, row.documents);
  for (const [index, number] of held.numbers.entries()) {
    const documentKey = documents.keyOf(number);
    if (documentKey === -1) continue;
    live += 1;
    const stored = readFacts(held, index);
    const ofText = readDocument(connection, documentKey, number, batch);
    batch.clear();
    if (!isSame(sums.of(number), stored.digest) || stored.documentKey !== documentKey) {
      problems.add("the full-text index does not agree with itself; rebuild the index");
    } else if (!isSame(ofText.digest, stored.digest) || ofText.bodyWords !== stored.bodyWords) {
      problems.add("the full-text index does not agree with the page text; rebuild the index");
    }
  }
  return live;
}

function isSame(one: readonly [number, number], other: readonly [number, number]): boolean {
  return one[0] === other[0] && one[1] === other[1];
}

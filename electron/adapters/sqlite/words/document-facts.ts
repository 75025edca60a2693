import { type PageWordCounts, POSITION_GAP } from "#shared/text/page-words.ts";
import { ByteReader, type ByteWriter } from "./bytes.ts";
import { throwDamaged } from "./chunks.ts";

/** What a segment knows of a document as a whole. */
export interface DocumentFacts {
  readonly documentKey: number;
  readonly bodyWords: number;
  /** Two sums over all its words and field values with their places, whatever their order: 32 bits each. */
  readonly digest: readonly [number, number];
}

/** What a segment knows of a page. */
export interface PageFacts extends Pick<PageWordCounts, "bodyCount" | "furnitureSpan"> {
  /** Where the page's body begins in its text, and how many code units come after it. */
  readonly bodyStart: number;
  readonly tail: number;
}

const FIGURES_PER_PAGE = 4;

/** Writes one document; the number less that of the one before, the first as it is. */
export function writeFacts(writer: ByteWriter, delta: number, facts: DocumentFacts, pages: readonly PageFacts[]): void {
  writer.varint(delta);
  writer.varint(facts.documentKey);
  writer.varint(facts.bodyWords);
  for (const sum of facts.digest) writer.varint(sum);
  writer.varint(pages.length);
  for (const { bodyCount, furnitureSpan, bodyStart, tail } of pages) {
    for (const figure of [bodyCount, furnitureSpan, bodyStart, tail]) writer.varint(figure);
  }
}

/** The documents of a segment, held as they were written: a few bytes a page. Parallel arrays. */
export interface SegmentDocuments {
  readonly bytes: Uint8Array;
  readonly numbers: Int32Array;
  readonly pages: Uint32Array;
  readonly bodyWords: Uint32Array;
  /** Where each document's facts begin, after its number; and one more, at the end of all. */
  readonly factsAt: Uint32Array;
}

/** Reads a segment's stream of documents. */
export function decodeDocuments(bytes: Uint8Array, documents: number): SegmentDocuments {
  const reader = new ByteReader(bytes);
  const numbers = new Int32Array(documents);
  const pages = new Uint32Array(documents);
  const bodyWords = new Uint32Array(documents);
  const factsAt = new Uint32Array(documents + 1);
  let number = 0;
  for (let index = 0; index < documents; index += 1) {
    number += reader.varint();
    numbers[index] = number;
    factsAt[index] = reader.at;
    reader.skip(1);
    bodyWords[index] = reader.varint();
    reader.skip(2);
    const count = reader.varint();
    pages[index] = count;
    reader.skip(count * FIGURES_PER_PAGE);
  }
  factsAt[documents] = reader.at;
  if (reader.at !== bytes.length) throwDamaged("the list of documents of the index is damaged");
  return { bytes, numbers, pages, bodyWords, factsAt };
}

/** Bytes of a document's facts, from and to: all that was written of it but its number. */
export function factsRange({ bytes, numbers, factsAt }: SegmentDocuments, index: number): readonly [number, number] {
  const next = factsAt[index + 1] ?? bytes.length;
  if (index + 1 === numbers.length) return [factsAt[index] ?? 0, next];
  // The number of the next document stands before its facts.
  const delta = (numbers[index + 1] ?? 0) - (numbers[index] ?? 0);
  return [factsAt[index] ?? 0, next - varintBytes(delta)];
}

function varintBytes(value: number): number {
  let bytes = 1;
  for (let rest = value; rest >= 128; rest = Math.floor(rest / 128)) bytes += 1;
  return bytes;
}

/** What the segment knows of the document at an index. */
export function readFacts({ bytes, factsAt }: SegmentDocuments, index: number): DocumentFacts {
  const reader = new ByteReader(bytes, factsAt[index] ?? 0);
  return {
    documentKey: reader.varint(),
    bodyWords: reader.varint(),
    digest: [reader.varint(), reader.varint()],
  };
}

/** What the segment knows of each page of the document at an index. */
export function readPageFacts({ bytes, factsAt }: SegmentDocuments, index: number): readonly PageFacts[] {
  const reader = new ByteReader(bytes, factsAt[index] ?? 0);
  reader.skip(4);
  return Array.from({ length: reader.varint() }, () => ({
    bodyCount: reader.varint(),
    furnitureSpan: reader.varint(),
    bodyStart: reader.varint(),
    tail: reader.varint(),
  }));
}

/** How the words of all documents of a segment are numbered: what `numberDocument` says of each, one after the other. */
export interface SegmentNumbering {
  readonly bodyStarts: Int32Array;
  readonly furnitureStarts: Int32Array;
  /** Where each document's pages begin in `furnitureStarts`; in `bodyStarts` they begin as many places later as its index is. */
  readonly pagesAt: Int32Array;
}

/** Numbers the words of all documents of a segment. */
export function numberSegment(documents: SegmentDocuments): SegmentNumbering {
  const { bytes, pages, factsAt } = documents;
  const total = pages.reduce((sum, count) => sum + count, 0);
  const bodyStarts = new Int32Array(total + pages.length);
  const furnitureStarts = new Int32Array(total);
  const pagesAt = new Int32Array(pages.length);
  const spans = new Int32Array(pages.reduce((most, count) => Math.max(most, count), 0));
  const reader = new ByteReader(bytes);
  let at = 0;
  for (let index = 0; index < pages.length; index += 1) {
    const count = pages[index] ?? 0;
    reader.at = factsAt[index] ?? 0;
    reader.skip(5);
    pagesAt[index] = at;
    let position = 0;
    for (let page = 0; page < count; page += 1) {
      bodyStarts[at + index + page] = position;
      position += reader.varint();
      spans[page] = reader.varint();
      reader.skip(FIGURES_PER_PAGE - 2);
    }
    bodyStarts[at + index + count] = position;
    position += POSITION_GAP;
    for (let page = 0; page < count; page += 1) {
      furnitureStarts[at + page] = position;
      const span = spans[page] ?? 0;
      if (span > 0) position += span + POSITION_GAP;
    }
    at += count;
  }
  return { bodyStarts, furnitureStarts, pagesAt };
}

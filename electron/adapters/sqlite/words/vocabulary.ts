import { lastAtMost } from "#shared/base/sorted-numbers.ts";
import { PAIR_MARK } from "#shared/text/common-words.ts";
import { ACCENTED_MARK, AFTER_ACCENTED } from "./segment.ts";
import type { SegmentReader } from "./segment-reader.ts";
import { TERM_END } from "./segment-writer.ts";

/**
 * All words of a segment, one after the other in UTF-8, each ended by a line feed: what is not asked for by how it begins
 * is found by a search through these bytes.
 */
export interface Vocabulary {
  readonly bytes: Buffer;
  /** Where each word begins, and at the end the length of all. */
  readonly starts: Uint32Array;
  /** Place of the first word among all terms of the segment: values of fields and pairs of words come before it. */
  readonly before: number;
  /** Words with their accents, which are no folds: from and to, end exclusive. */
  readonly accented: readonly [number, number];
}

/** Bytes in memory. */
export function sizeOfVocabulary({ bytes, starts }: Vocabulary): number {
  return bytes.length + starts.byteLength;
}

/** Reads all words of a segment: ten bytes a word, and four for its place. */
export function readVocabulary(reader: SegmentReader): Vocabulary {
  const bytes = Buffer.allocUnsafe(reader.row.sizes.terms);
  const starts = new Uint32Array(reader.termCount() + 1);
  let length = 0;
  let count = 0;
  let before = 0;
  for (const block of reader.termBytes()) {
    let at = 0;
    for (let left = block.count; left > 0; left -= 1) {
      const end = block.bytes.indexOf(TERM_END, at) + 1;
      if ((block.bytes[at] ?? 0) <= PAIR_BYTE) before += 1;
      else {
        starts[count] = length;
        for (let index = at; index < end; index += 1) bytes[length + index - at] = block.bytes[index] ?? 0;
        length += end - at;
        count += 1;
      }
      at = end;
    }
  }
  starts[count] = length;
  const whole = {
    bytes: Buffer.from(bytes.subarray(0, length)),
    starts: starts.slice(0, count + 1),
    before,
    accented: [0, 0] as const,
  };
  const accented = [firstFrom(whole, ACCENTED_MARK), firstFrom(whole, AFTER_ACCENTED)] as const;
  return { ...whole, accented };
}

/** Values of fields and pairs of words come before all words. */
const PAIR_BYTE = PAIR_MARK.charCodeAt(0);

/** How many words there are. */
export function countWords({ starts }: Vocabulary): number {
  return starts.length - 1;
}

/** The word at an index. */
export function wordAt({ bytes, starts }: Vocabulary, index: number): string {
  return bytes.toString("utf8", starts[index] ?? 0, (starts[index + 1] ?? 1) - 1);
}

/** Index of the first word that is not before `wanted`. */
export function firstFrom(vocabulary: Vocabulary, wanted: string): number {
  let low = 0;
  let high = countWords(vocabulary);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (wordAt(vocabulary, middle) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the word that the byte at `offset` belongs to. */
export function wordOfByte({ starts }: Vocabulary, offset: number): number {
  return lastAtMost(starts, offset);
}

/** Index of the first word after `index` that does not begin with the same `length` bytes; words that do are neighbours. */
export function firstWithoutPrefix(vocabulary: Vocabulary, index: number, length: number): number {
  const { bytes, starts } = vocabulary;
  const begin = starts[index] ?? 0;
  const count = countWords(vocabulary);

  function hasPrefix(other: number): boolean {
    const start = starts[other] ?? 0;
    if ((starts[other + 1] ?? 0) - 1 - start < length) return false;
    for (let at = 0; at < length; at += 1) if (bytes[start + at] !== bytes[begin + at]) return false;
    return true;
  }

  // In growing strides, then by halves: most often it is one of the next.
  let low = index;
  let stride = 1;
  while (low + stride < count && hasPrefix(low + stride)) {
    low += stride;
    stride *= 2;
  }
  let high = Math.min(count, low + stride);
  while (low + 1 < high) {
    const middle = (low + high) >>> 1;
    if (hasPrefix(middle)) low = middle;
    else high = middle;
  }
  return low + 1;
}

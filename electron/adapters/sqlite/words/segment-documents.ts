import { indexOfNumber, seekAtLeast } from "#shared/base/sorted-numbers.ts";
import type { NumberedPages } from "#shared/text/document-words.ts";
import type { ChunkReader } from "./chunks.ts";
import {
  decodeDocuments,
  numberSegment,
  type PageFacts,
  readPageFacts,
  type SegmentDocuments,
  type SegmentNumbering,
} from "./document-facts.ts";
import type { SegmentRow } from "./segment.ts";

/** The documents of the segments that are in use. */
export interface HeldDocuments {
  /** Body words by number; 0 for a number of no document. */
  lengths(segments: readonly SegmentRow[], numberLimit: number, isLive: (number: number) => boolean): Uint32Array;
  /** Null for a document that no segment has. */
  pages(segments: readonly SegmentRow[], number: number): readonly PageFacts[] | null;
  /** How its words are numbered; good until it is called again. Null for a document that no segment has. */
  numbering(segments: readonly SegmentRow[], number: number): NumberedPages | null;
}

/** A segment's documents, and how their words are numbered once that was asked for. */
interface HeldSegment {
  readonly documents: SegmentDocuments;
  numbering: SegmentNumbering | null;
  /** Index of the document that was asked for last: the next one mostly follows soon. */
  last: number;
}

const NONE: Int32Array = new Int32Array(0);

/** @param chunks where the streams are read; asked for each segment that is met the first time */
export function holdDocuments(chunks: () => ChunkReader): HeldDocuments {
  let held = new Map<number, HeldSegment>();
  const shown = { pages: 0, bodyStarts: NONE, bodyFrom: 0, furnitureStarts: NONE, furnitureFrom: 0 };

  function hold(row: SegmentRow): HeldSegment {
    let found = held.get(row.segment);
    if (found === undefined) {
      const bytes = chunks().read(row.segment, "documents", 0, row.sizes.documents);
      found = { documents: decodeDocuments(bytes, row.documents), numbering: null, last: 0 };
      held.set(row.segment, found);
    }
    return found;
  }

  const documentsOf = (row: SegmentRow): SegmentDocuments => hold(row).documents;

  /** Forgets segments that are gone. */
  function keepOnly(segments: readonly SegmentRow[]): void {
    if (held.size <= segments.length) return;
    const wanted = new Set(segments.map(({ segment }) => segment));
    held = new Map([...held].filter(([segment]) => wanted.has(segment)));
  }

  return {
    lengths: (segments, numberLimit, isLive) => {
      keepOnly(segments);
      const lengths = new Uint32Array(numberLimit);
      for (const row of segments) {
        const { numbers, bodyWords } = documentsOf(row);
        for (let index = 0; index < numbers.length; index += 1) {
          const number = numbers[index] ?? 0;
          if (isLive(number)) lengths[number] = bodyWords[index] ?? 0;
        }
      }
      return lengths;
    },
    pages: (segments, number) => {
      keepOnly(segments);
      const row = segments.find(({ first, last }) => first <= number && number <= last);
      if (row === undefined) return null;
      const documents = documentsOf(row);
      const index = indexOfNumber(documents.numbers, number);
      return index === -1 ? null : readPageFacts(documents, index);
    },
    numbering: (segments, number) => {
      for (const row of segments) {
        if (number < row.first || number > row.last) continue;
        const own = hold(row);
        const { numbers } = own.documents;
        const index = seekAtLeast(numbers, number, (numbers[own.last] ?? 0) <= number ? own.last : 0);
        if (numbers[index] !== number) return null;
        own.last = index;
        own.numbering ??= numberSegment(own.documents);
        shown.pages = own.documents.pages[index] ?? 0;
        shown.bodyStarts = own.numbering.bodyStarts;
        shown.furnitureStarts = own.numbering.furnitureStarts;
        shown.furnitureFrom = own.numbering.pagesAt[index] ?? 0;
        shown.bodyFrom = shown.furnitureFrom + index;
        return shown;
      }
      return null;
    },
  };
}

import {
  type FieldPlaces,
  type IndexedCondition,
  type IndexTerm,
  PAGE_BITS,
  type WordIndex,
} from "#core/ports/word-index.ts";
import type { DocumentId } from "#shared/base/ids.ts";
import { PAIR_MARK } from "#shared/text/common-words.ts";
import { countPagesWith, type NumberedPages, pageMaskOf } from "#shared/text/document-words.ts";
import { type Connection, sql } from "../connection.ts";
import { PAGES_PER_KEY } from "../page-keys.ts";
import { createChunkReader } from "./chunks.ts";
import type { PageFacts } from "./document-facts.ts";
import { lookUpField } from "./field-terms.ts";
import { mergeTerms } from "./merge-terms.ts";
import { collectFieldPlaces } from "./read-fields.ts";
import { ACCENTED_MARK, FIELD_MARK, type SegmentRow } from "./segment.ts";
import { holdDocuments } from "./segment-documents.ts";
import type { SegmentReader } from "./segment-reader.ts";
import { type JoinedTerm, joinTerm } from "./term-places.ts";
import { readVocabulary, sizeOfVocabulary, type Vocabulary } from "./vocabulary.ts";
import type { WordStore } from "./word-store.ts";
import { eachLike, readWildcards } from "./words-like.ts";
import { eachNear } from "./words-near.ts";

/** What begins terms that are no plain words. */
const NO_WORDS = [FIELD_MARK, PAIR_MARK, ACCENTED_MARK];

/** Which document has a key, and the other way round; null and -1 for one that is not complete. */
export interface DocumentNames {
  idOf(documentKey: number): DocumentId | null;
  keyOf(documentId: DocumentId): number;
}

/** The words of the index, read. */
export function openWordIndex(connection: Connection, store: WordStore, names: DocumentNames): WordIndex {
  const { cache, documents } = store;
  const held = holdDocuments(() => createChunkReader(connection, null));
  let lengths: { readonly generation: number; readonly values: Uint32Array } | null = null;
  /** Segments of which a document is gone, and those of which none is, as of `goneAt`. */
  let gone = new Map<number, boolean>();
  let goneAt = -1;
  /** Rows of the segments as of `rowsAt`. */
  let segmentRows: readonly SegmentRow[] = [];
  let rowsAt = -1;

  /** Segments, once the words of all documents that a search must not miss are read. */
  function segments(): readonly SegmentReader[] {
    store.settle("needed");
    return store.segments();
  }

  const rows = () => store.segments().map(({ row }) => row);

  function hasGone({ row }: SegmentReader): boolean {
    if (goneAt !== store.generation()) {
      gone = new Map();
      goneAt = store.generation();
    }
    let answer = gone.get(row.segment);
    if (answer === undefined) {
      let live = 0;
      for (let number = row.first; number <= row.last; number += 1) if (documents.isLive(number)) live += 1;
      answer = live < row.documents;
      gone.set(row.segment, answer);
    }
    return answer;
  }

  function joined(term: string): JoinedTerm | null {
    const readers = segments();
    const key = `term ${store.generation()} ${term}`;
    const known = cache.get<JoinedTerm>(key);
    if (known !== undefined) return known;
    const found = readers.flatMap((reader) => {
      const entry = reader.find(term);
      return entry === null ? [] : [{ reader, entry }];
    });
    const result = joinTerm(found, hasGone, documents.isLive);
    if (result !== null) cache.set(key, result, result.bytes);
    return result;
  }

  function figures(term: string): IndexTerm | null {
    let inDocuments = 0;
    let hits = 0;
    for (const reader of segments()) {
      const entry = reader.find(term);
      inDocuments += entry?.documents ?? 0;
      hits += entry?.hits ?? 0;
    }
    return inDocuments === 0 ? null : { term, documents: inDocuments, hits };
  }

  function* withPrefix(reader: SegmentReader, prefix: string): Generator<IndexTerm> {
    for (const entry of reader.entriesFrom(prefix)) {
      if (!entry.term.startsWith(prefix)) return;
      yield entry;
    }
  }

  function vocabularyOf(reader: SegmentReader): Vocabulary {
    const key = `vocabulary ${reader.row.segment}`;
    const known = cache.get<Vocabulary>(key);
    if (known !== undefined) return known;
    const vocabulary = readVocabulary(reader);
    cache.set(key, vocabulary, sizeOfVocabulary(vocabulary));
    return vocabulary;
  }

  function* inVocabulary(
    reader: SegmentReader,
    find: (vocabulary: Vocabulary) => Iterable<readonly [index: number, word: string]>,
  ): Generator<IndexTerm> {
    const vocabulary = vocabularyOf(reader);
    for (const [index] of find(vocabulary)) yield reader.entryAt(vocabulary.before + index);
  }

  function pagesOf(number: number): readonly PageFacts[] {
    const pages = held.pages(rows(), number);
    if (pages === null) throw new Error(`no document has the number ${number}`);
    return pages;
  }

  function numberingOf(number: number): NumberedPages {
    if (rowsAt !== store.generation()) {
      segmentRows = rows();
      rowsAt = store.generation();
    }
    const numbering = held.numbering(segmentRows, number);
    if (numbering === null) throw new Error(`no document has the number ${number}`);
    return numbering;
  }

  function confidenceOf(number: number, page: number): number {
    const key = documents.keyOf(number) * PAGES_PER_KEY + page;
    const row = connection.get<{ readonly confidence: number | null }>(sql`
      SELECT confidence FROM page_state WHERE page_key = ${key}`);
    return row?.confidence ?? -1;
  }

  /** Which places of a term to take, where the term alone does not say. */
  function takerOf(
    condition: IndexedCondition,
    takesValue: ((value: number) => boolean) | null,
  ): ((number: number, page: number, value: number) => boolean) | null {
    if (takesValue !== null) return (_number, _page, value) => takesValue(value);
    if (condition.field !== "confidence") return null;
    const { from, to } = condition.range;
    if (Number.isInteger(from ?? 0) && Number.isInteger(to ?? 0)) return null;
    return (number, page) => {
      const confidence = confidenceOf(number, page);
      return (from === null || confidence >= from) && (to === null || confidence <= to);
    };
  }

  function readField(condition: IndexedCondition): FieldPlaces {
    const { prefix, takes, takesValue } = lookUpField(condition);
    const terms = new Set<string>();
    for (const reader of segments()) {
      for (const { term } of withPrefix(reader, prefix)) if (takes(term.slice(prefix.length))) terms.add(term);
    }
    const collector = collectFieldPlaces();
    const taker = takerOf(condition, takesValue);
    for (const term of terms) {
      const found = joined(term);
      if (found !== null) collector.add(term, found, taker);
    }
    return collector.finish();
  }

  return {
    generation: () => {
      store.settle("at-begin");
      return store.generation();
    },
    numberLimit: () => {
      store.settle("needed");
      return store.numberLimit();
    },
    documentOf: (number) => {
      const key = documents.keyOf(number);
      return key === -1 ? null : names.idOf(key);
    },
    numberOf: (documentId) => {
      store.settle("needed");
      const key = names.keyOf(documentId);
      return key === -1 ? -1 : documents.numberOf(key);
    },
    documents: () => {
      store.settle("needed");
      return documents.count();
    },
    lengths: () => {
      store.settle("needed");
      if (lengths?.generation !== store.generation()) {
        const values = held.lengths(rows(), store.numberLimit(), documents.isLive);
        lengths = { generation: store.generation(), values };
      }
      return lengths.values;
    },
    shape: (number) => {
      const { pages, bodyStarts, bodyFrom, furnitureStarts, furnitureFrom } = numberingOf(number);
      return {
        pages,
        bodyStarts: bodyStarts.subarray(bodyFrom, bodyFrom + pages + 1),
        furnitureStarts: furnitureStarts.subarray(furnitureFrom, furnitureFrom + pages),
      };
    },
    pagesOf: (number) => numberingOf(number).pages,
    pageMask: (number, positions, length) => {
      const numbering = numberingOf(number);
      return numbering.pages > PAGE_BITS ? 0 : pageMaskOf(positions, length, numbering);
    },
    countPages: (number, positions, length) => countPagesWith(positions, length, numberingOf(number)),
    bodies: (number) => {
      const pages = pagesOf(number);
      return {
        starts: Int32Array.from(pages, ({ bodyStart }) => bodyStart),
        tails: Int32Array.from(pages, ({ tail }) => tail),
      };
    },
    fieldPlaces: (condition) => {
      store.settle("needed");
      const key = `field ${store.generation()} ${JSON.stringify(condition)}`;
      const known = cache.get<FieldPlaces>(key);
      if (known !== undefined) return known;
      const places = readField(condition);
      cache.set(key, places, places.numbers.length * 16 + 200);
      return places;
    },
    places: (term) => joined(term)?.places ?? null,
    figures,
    termsWithPrefix: (prefix) =>
      mergeTerms(
        segments().map((reader) => withPrefix(reader, prefix)),
        // Without a letter to begin with, all words are meant; with their accents they begin with the mark.
        ({ term }) => prefix !== "" || !NO_WORDS.some((mark) => term.startsWith(mark)),
      ),
    termsLike: (pattern) => {
      const wildcards = readWildcards(pattern);
      return mergeTerms(segments().map((reader) => inVocabulary(reader, (words) => eachLike(words, wildcards))));
    },
    termsNear: (fold, distance) =>
      mergeTerms(segments().map((reader) => inVocabulary(reader, (words) => eachNear(words, fold, distance)))),
  };
}

import { type Connection, sql } from "../connection.ts";
import { type ByteCache, createByteCache } from "./byte-cache.ts";
import { chooseMerge, chooseTidying } from "./choose-merge.ts";
import { type ChunkReader, createChunkReader, deleteSomeChunks } from "./chunks.ts";
import { type Merge, mergeSegments } from "./merge-segments.ts";
import { createNumberedDocuments, type NumberedDocuments, type StaleDocument } from "./numbered-documents.ts";
import { readDocument, WORD_RULES } from "./read-document.ts";
import type { SegmentRow } from "./segment.ts";
import { openSegment, type SegmentReader } from "./segment-reader.ts";
import { announceSegment, deleteSegment, insertSegment, markSegmentDead, readSegments } from "./segment-table.ts";
import { createSegmentWriter } from "./segment-writer.ts";
import { WordBatch } from "./word-batch.ts";

/** Bytes that reading may keep in memory. */
const CACHE_BYTES = 64 * 2 ** 20;

/** Pages of a segment that is made of new pages: enough that it is worth its while, few enough to be held. */
const PAGES_AT_ONCE = 4000;
/** The same where others wait meanwhile. */
const PAGES_AT_LEISURE = 800;
/** From so many new pages on, a commit makes a segment of them; fewer wait for more, or for a search. */
const PAGES_TO_COMMIT = 500;
/** A document of more pages, on which OCR is at work, is read anew at most so often, in milliseconds. */
const LONG_DOCUMENT = 64;
const LONG_DOCUMENT_PAUSE = 2000;
/** What a commit spends on merging, in milliseconds; more when segments pile up. */
const MERGE_SLICE = 40;
const SEGMENTS_TO_HURRY = 24;
/** What a search spends on it that had to read words first. */
const SEARCH_SLICE = 15;

export type SettleExtent = "needed" | "at-begin" | "everything";

/** The words of all documents: how they are written, and what reading them needs. */
export interface WordStore {
  /** Changes with every change of what is indexed or of how it is stored. */
  generation(): number;
  readonly documents: NumberedDocuments;
  readonly cache: ByteCache;
  /** In the order of their documents' numbers. */
  segments(): readonly SegmentReader[];
  numberLimit(): number;
  /** Says that the text of a complete document is not what its words were read from. To be called in a transaction. */
  markStale(documentKey: number, document: StaleDocument): void;
  /** Says that a document is gone. */
  forget(documentKey: number): void;
  /** A document as the database has it, when everything is read. */
  remember(documentKey: number, number: number | null, stale: StaleDocument | null): void;
  /** Forgets everything; `remember` follows for each document, then `reopen`. */
  clear(): void;
  reopen(): void;
  /**
   * Reads the words of stale documents: what a search must not miss; where one begins also long documents on which OCR is
   * at work, when it is their time; or everything.
   */
  settle(extent: SettleExtent): void;
  /** What belongs to a commit: words of many new pages, some merging. To be called in its transaction. */
  prepareCommit(): void;
  /** Pages of stale documents. */
  pagesToRead(): number;
  /** Everything that is left to do, for about so many milliseconds; true when there is more. */
  maintain(milliseconds: number): boolean;
}

/**
 * @param write runs work in a transaction: the open one, or one that it opens and ends
 */
export function createWordStore(connection: Connection, write: <T>(work: () => T) => T): WordStore {
  const documents = createNumberedDocuments();
  const cache = createByteCache(CACHE_BYTES);
  let chunks: ChunkReader = createChunkReader(connection, cache);
  let segments: SegmentReader[] = [];
  let deadSegments: number[] = [];
  let merge: Merge | null = null;
  let nextSegment = 1;
  let nextNumber = 0;
  let generation = 0;
  let batch = new WordBatch();
  /** When long documents were last read anew. */
  let longReadAt = Number.NEGATIVE_INFINITY;

  function takeSegment(): number {
    const segment = nextSegment;
    nextSegment += 1;
    return segment;
  }

  function addBatch(keys: readonly number[]): void {
    const segment = takeSegment();
    const first = nextNumber;
    try {
      for (const [index, key] of keys.entries()) readDocument(connection, key, first + index, batch);
      const writer = createSegmentWriter(connection, segment);
      batch.write(writer);
      const { pages } = batch;
      const last = first + keys.length - 1;
      const row: SegmentRow = { segment, first, last, documents: keys.length, pages, sizes: writer.finish() };
      insertSegment(connection, row, "live");
      for (const [index, key] of keys.entries()) {
        connection.run(sql`
          UPDATE indexed_document SET word_number = ${first + index}, word_rules = ${WORD_RULES} WHERE document_key = ${key}`);
      }
      for (const [index, key] of keys.entries()) documents.assign(key, first + index);
      nextNumber = last + 1;
      segments.push(openSegment(row, chunks, cache));
      generation += 1;
      // What the longest documents take is not kept for those that follow.
      if (pages > PAGES_AT_ONCE * 2) batch = new WordBatch();
      else batch.clear();
    } catch (thrown) {
      batch = new WordBatch();
      throw thrown;
    }
  }

  /** Reads documents that are stale, in batches, until it is time; whether all were read. */
  function absorb(keys: readonly number[], atOnce: number, isTime: () => boolean, afterBatch: () => void): boolean {
    let at = 0;
    while (at < keys.length) {
      if (isTime()) return false;
      const from = at;
      for (let pages = 0; at < keys.length && pages < atOnce; at += 1) {
        pages += documents.stale().get(keys[at] ?? -1)?.pages ?? 0;
      }
      addBatch(keys.slice(from, at));
      afterBatch();
    }
    return true;
  }

  /** Documents that a search must not miss, and long ones on which OCR is at work when it is their time. */
  function dueDocuments(extent: SettleExtent): readonly number[] {
    const now = performance.now();
    const isTime = extent === "at-begin" && now - longReadAt >= LONG_DOCUMENT_PAUSE;
    const takesLong = isTime || extent === "everything";
    let hasLong = false;
    const due = [...documents.stale()].flatMap(([key, { pages, waiting }]) => {
      const isLong = waiting > 0 && pages > LONG_DOCUMENT && documents.numberOf(key) !== -1;
      hasLong ||= isLong;
      return isLong && !takesLong ? [] : [key];
    });
    if (hasLong && takesLong) longReadAt = now;
    return due;
  }

  function finishMerge(row: SegmentRow, { inputs }: Merge): void {
    insertSegment(connection, row, "live");
    for (const { segment } of inputs) markSegmentDead(connection, segment);
    const gone = new Set(inputs.map(({ segment }) => segment));
    const at = segments.findIndex((reader) => gone.has(reader.row.segment));
    segments = segments.toSpliced(at, inputs.length, openSegment(row, chunks, cache));
    deadSegments.push(...gone);
    merge = null;
    generation += 1;
  }

  function beginMerge(inputs: readonly SegmentRow[]): boolean {
    if (inputs.length === 0) return false;
    const segment = takeSegment();
    announceSegment(connection, segment, inputs[0]?.first ?? 0, inputs.at(-1)?.last ?? 0);
    merge = mergeSegments(connection, inputs, segment, documents.isLive);
    return true;
  }

  /** Merges and deletes until it is time; whether something is left. */
  function merging(choose: () => readonly SegmentRow[], isTime: () => boolean): boolean {
    do {
      const [dead] = deadSegments;
      if (merge !== null) {
        const row = merge.step(isTime);
        if (row !== null) finishMerge(row, merge);
      } else if (dead !== undefined) {
        if (!deleteSomeChunks(connection, dead)) {
          deleteSegment(connection, dead);
          deadSegments = deadSegments.slice(1);
        }
      } else if (!beginMerge(choose())) return false;
    } while (!isTime());
    return true;
  }

  const rowsOf = () => segments.map(({ row }) => row);

  function goneShare(row: SegmentRow): number {
    let live = 0;
    for (let number = row.first; number <= row.last; number += 1) if (documents.isLive(number)) live += 1;
    return row.documents === 0 ? 0 : 1 - live / row.documents;
  }

  function untilAfter(milliseconds: number): () => boolean {
    const end = performance.now() + milliseconds;
    return () => performance.now() >= end;
  }

  /** What merging is worth while, for a moment that grows as segments pile up. */
  function mergeSome(): void {
    const milliseconds = MERGE_SLICE * Math.max(1, segments.length / SEGMENTS_TO_HURRY);
    merging(() => chooseMerge(rowsOf()), untilAfter(milliseconds));
  }

  return {
    generation: () => generation,
    documents,
    cache,
    segments: () => segments,
    numberLimit: () => nextNumber,
    markStale: (documentKey, document) => {
      connection.run(sql`UPDATE indexed_document SET word_rules = 0 WHERE document_key = ${documentKey}`);
      documents.markStale(documentKey, document);
    },
    forget: (documentKey) => {
      if (documents.numberOf(documentKey) !== -1) generation += 1;
      documents.forget(documentKey);
    },
    remember: (documentKey, number, stale) => {
      if (number !== null) documents.assign(documentKey, number);
      if (stale !== null) documents.markStale(documentKey, stale);
      nextNumber = Math.max(nextNumber, (number ?? -1) + 1);
    },
    clear: () => {
      documents.clear();
      cache.clear();
      chunks = createChunkReader(connection, cache);
      segments = [];
      deadSegments = [];
      merge = null;
      nextSegment = 1;
      nextNumber = 0;
      batch = new WordBatch();
      generation += 1;
    },
    reopen: () => {
      for (const { row, state } of readSegments(connection)) {
        nextSegment = Math.max(nextSegment, row.segment + 1);
        nextNumber = Math.max(nextNumber, row.last + 1);
        if (state === "live") segments.push(openSegment(row, chunks, cache));
        // A merge that was interrupted begins anew: what it read is still there.
        else deadSegments.push(row.segment);
      }
    },
    settle: (extent) => {
      const due = documents.stale().size === 0 ? [] : dueDocuments(extent);
      if (due.length === 0) return;
      write(() => {
        absorb(due, PAGES_AT_ONCE, () => false, mergeSome);
        merging(() => chooseMerge(rowsOf()), untilAfter(SEARCH_SLICE));
      });
    },
    prepareCommit: () => {
      const fresh = [...documents.stale().keys()].filter((key) => documents.numberOf(key) === -1);
      const pages = fresh.reduce((sum, key) => sum + (documents.stale().get(key)?.pages ?? 0), 0);
      if (pages >= PAGES_TO_COMMIT) absorb(fresh, PAGES_AT_ONCE, () => false, mergeSome);
      mergeSome();
    },
    pagesToRead: () => [...documents.stale().values()].reduce((sum, { pages }) => sum + pages, 0),
    maintain: (milliseconds) => {
      const isTime = untilAfter(milliseconds);
      return write(() => {
        if (!absorb([...documents.stale().keys()], PAGES_AT_LEISURE, isTime, mergeSome)) return true;
        if (merging(() => chooseTidying(rowsOf(), goneShare), isTime)) return true;
        // Nothing is being added: what is remembered for that, some ten megabytes, is not needed.
        batch = new WordBatch();
        return false;
      });
    },
  };
}

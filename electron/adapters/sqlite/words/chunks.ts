import { crc32 } from "node:zlib";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import { type Connection, sql } from "../connection.ts";
import type { ByteCache } from "./byte-cache.ts";

/** The streams of bytes of which a segment consists. */
export const STREAMS = ["documents", "directory", "terms", "lists", "places", "neighbours"] as const;
export type StreamName = (typeof STREAMS)[number];

/** Large enough that a common word is few rows, small enough that a rare one costs little to read. */
export const CHUNK_BYTES = 2 ** 15;

/** Keys of chunks are `(segment * 8 + stream) * 2^24 + chunk`: what is written later has a higher key in its stream. */
const CHUNKS_PER_STREAM = 2 ** 24;
const STREAMS_PER_SEGMENT = 8;

/** Rows that are deleted at a time: two megabytes. */
const DELETED_AT_ONCE = 64;

function chunkKey(segment: number, stream: StreamName, chunk: number): number {
  return (segment * STREAMS_PER_SEGMENT + STREAMS.indexOf(stream)) * CHUNKS_PER_STREAM + chunk;
}

/** @throws ProbativeError `case/damaged`, always */
export function throwDamaged(what: string): never {
  throw new ProbativeError("case/damaged", `${what}; rebuild the index`, { file: "index.db" });
}

/** Writes a stream of bytes as rows of equal size. */
export interface StreamWriter {
  /** Bytes so far. */
  length(): number;
  append(bytes: Uint8Array, from: number, to: number): void;
  /** Writes what is left. */
  finish(): void;
}

/** A stream of a new segment. To be used in transactions only. */
export function createStreamWriter(connection: Connection, segment: number, stream: StreamName): StreamWriter {
  const buffer = new Uint8Array(CHUNK_BYTES);
  let filled = 0;
  let chunks = 0;
  let length = 0;

  function flush(): void {
    const bytes = buffer.subarray(0, filled);
    connection.run(sql`
      INSERT INTO word_chunk (chunk_key, checksum, bytes)
      VALUES (${chunkKey(segment, stream, chunks)}, ${crc32(bytes)}, ${bytes})`);
    chunks += 1;
    filled = 0;
  }

  return {
    length: () => length,
    append: (bytes, from, to) => {
      length += to - from;
      for (let at = from; at < to; ) {
        const count = Math.min(to - at, CHUNK_BYTES - filled);
        buffer.set(bytes.subarray(at, at + count), filled);
        filled += count;
        at += count;
        if (filled === CHUNK_BYTES) flush();
      }
    },
    finish: () => {
      if (filled > 0) flush();
    },
  };
}

/** Reads stretches of streams. */
export interface ChunkReader {
  /**
   * Bytes `from` to `to` of a stream; not to be changed.
   *
   * @throws ProbativeError `case/damaged` when they are not what was written
   */
  read(segment: number, stream: StreamName, from: number, to: number): Uint8Array;
  /** One chunk of a stream, by its number from 0; not to be changed. */
  chunk(segment: number, stream: StreamName, number: number): Uint8Array;
}

const NOTHING = new Uint8Array(0);

/** @param cache keeps chunks, or null where everything is read once */
export function createChunkReader(connection: Connection, cache: ByteCache | null): ChunkReader {
  // Of each stream the chunk that was read last: what is read next mostly lies in it.
  const lastKeys = new Float64Array(STREAMS_PER_SEGMENT).fill(-1);
  const lastChunks: Uint8Array[] = [];

  function load(key: number): Uint8Array {
    const row = connection.get<{ readonly checksum: number; readonly bytes: Uint8Array }>(sql`
      SELECT checksum, bytes FROM word_chunk WHERE chunk_key = ${key}`);
    if (row === undefined) throwDamaged("a word list of the index is missing");
    if (crc32(row.bytes) !== row.checksum) throwDamaged("a word list of the index is damaged");
    return row.bytes;
  }

  function chunk(key: number, stream: number): Uint8Array {
    const last = lastChunks[stream];
    if (last !== undefined && key === lastKeys[stream]) return last;
    let bytes = cache?.get<Uint8Array>(key);
    if (bytes === undefined) {
      bytes = load(key);
      cache?.set(key, bytes, bytes.length);
    }
    lastKeys[stream] = key;
    lastChunks[stream] = bytes;
    return bytes;
  }

  return {
    chunk: (segment, stream, number) => chunk(chunkKey(segment, stream, number), STREAMS.indexOf(stream)),
    read: (segment, stream, from, to) => {
      if (to <= from) return NOTHING;
      const first = Math.floor(from / CHUNK_BYTES);
      const final = Math.floor((to - 1) / CHUNK_BYTES);
      const base = chunkKey(segment, stream, 0);
      const place = STREAMS.indexOf(stream);
      const start = from - first * CHUNK_BYTES;
      if (first === final) {
        const bytes = chunk(base + first, place);
        if (start + to - from > bytes.length) throwDamaged("a word list of the index ends early");
        return bytes.subarray(start, start + to - from);
      }
      const whole = new Uint8Array(to - from);
      let at = 0;
      for (let number = first; number <= final; number += 1) {
        const bytes = chunk(base + number, place);
        const begin = number === first ? start : 0;
        const end = number === final ? to - final * CHUNK_BYTES : CHUNK_BYTES;
        if (end > bytes.length) throwDamaged("a word list of the index ends early");
        whole.set(bytes.subarray(begin, end), at);
        at += end - begin;
      }
      return whole;
    },
  };
}

/** Deletes some chunks of a segment; false when none is left. To be called in a transaction. */
export function deleteSomeChunks(connection: Connection, segment: number): boolean {
  const from = segment * STREAMS_PER_SEGMENT * CHUNKS_PER_STREAM;
  const to = from + STREAMS_PER_SEGMENT * CHUNKS_PER_STREAM - 1;
  const { changes } = connection.run(sql`
    DELETE FROM word_chunk WHERE chunk_key IN (
      SELECT chunk_key FROM word_chunk WHERE chunk_key BETWEEN ${from} AND ${to} ORDER BY chunk_key
      LIMIT ${DELETED_AT_ONCE})`);
  return changes === DELETED_AT_ONCE;
}

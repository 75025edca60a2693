import type { Quad } from "#shared/model/geometry.ts";

/** A standard highlight annotation to write. */
export interface HighlightAnnotation {
  /** Unique in the file (`/NM`). */
  readonly name: string;
  /** 1-based. */
  readonly page: number;
  readonly quads: readonly Quad[];
  /** Red, green, blue from 0 to 255. */
  readonly color: readonly [number, number, number];
  /** `/T`: who made it. */
  readonly author: string;
  /** `/Subj`: the tags. */
  readonly subject: string;
  /** `/Contents`: what a reader shows in the pop-up. */
  readonly contents: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly modifiedAt: string;
}

/**
 * Writes highlight annotations into a copy of a PDF by an incremental update: the original bytes are a prefix of it.
 * Rejects with `export/annotation-failed`, `document/original-missing` or the limits of the worker (`import/timeout` …).
 */
export interface DocumentAnnotator {
  /** Returns the bytes of the annotated copy. */
  annotate(path: string, annotations: readonly HighlightAnnotation[]): Promise<Uint8Array>;
}

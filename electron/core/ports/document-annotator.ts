import type { Box, Quad } from "#shared/model/geometry.ts";

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

/** A place whose hidden text must not be in a copy. */
export interface WithheldRegion {
  /** 1-based. */
  readonly page: number;
  /** PDF user space. */
  readonly box: Box;
}

/**
 * Writes highlight annotations into a copy of a PDF by an incremental update: the original bytes are a prefix of it, unless
 * text is to be withheld. Then the pages concerned are pictures in the copy, and the file is written anew with pages and
 * annotations only (no outline, no form, no attachments).
 * Rejects with `export/annotation-failed`, `document/original-missing` or the limits of the worker (`import/timeout` …).
 */
export interface DocumentAnnotator {
  /** Returns the bytes of the annotated copy. `withheld` are the hidden places that nobody decided to reveal. */
  annotate(
    path: string,
    annotations: readonly HighlightAnnotation[],
    withheld: readonly WithheldRegion[],
  ): Promise<Uint8Array>;
}

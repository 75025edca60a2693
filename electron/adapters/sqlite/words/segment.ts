import type { StreamName } from "./chunks.ts";

/**
 * A part of the index, written once and never changed: for each term the documents that have it. `first` and `last` bound
 * the numbers of its documents; segments follow each other by them and never overlap.
 */
export interface SegmentRow {
  readonly segment: number;
  readonly first: number;
  readonly last: number;
  readonly documents: number;
  readonly pages: number;
  /** Bytes of each stream. */
  readonly sizes: Readonly<Record<StreamName, number>>;
}

/** A term of a segment, and where its documents and their places stand. */
export interface TermEntry {
  readonly term: string;
  readonly documents: number;
  readonly hits: number;
  /** Number of its last document less that of its first. */
  readonly span: number;
  readonly listAt: number;
  readonly listBytes: number;
  readonly placesAt: number;
  readonly placesBytes: number;
  /** Where the neighbours of its first place stand; of terms without any, where those of the next that has some do. */
  readonly neighboursAt: number;
}

/** Below all that a word can begin with: terms under which pages stand by what they are, not by what they say. */
export const FIELD_MARK = "\u0001";

/** Begins terms with their accents; below all letters. */
export const ACCENTED_MARK = "=";
/** The first text after all that begin with `ACCENTED_MARK`. */
export const AFTER_ACCENTED = ">";

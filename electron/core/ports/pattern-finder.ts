import type { JoinedTexts } from "./joined-texts.ts";

/**
 * What a regular expression meets on a page: starts and ends in turn, offsets into the page's text, end exclusive. Null
 * when the page took too long and was given up.
 */
export type PatternFindings = Int32Array | null;

/** The most matches that are kept of a page. */
export const PATTERN_MATCHES_MAX = 10_000;

/** One regular expression, being run over many pages. */
export interface PatternSearch {
  /**
   * Finds its matches in texts in which every stretch of white space counts as one space. Empty matches are none.
   *
   * @param texts are taken over: they may be gone afterwards
   * @returns one answer for each text, in order, for as many as it got to in about a third of a second: at least one
   * @throws ProbativeError `search/syntax` for an expression that is none
   */
  find(texts: JoinedTexts): Promise<readonly PatternFindings[]>;
  close(): void;
}

/**
 * Runs regular expressions (ECMAScript, flags `giu`) apart from everything else: one that would run for ever is stopped,
 * and nobody waits for it.
 */
export interface PatternFinder {
  start(pattern: string): PatternSearch;
}

/** A row of a table with the line of the file on which it begins, from 1. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A code of a REFI-QDA codebook, as it is written there. */
export interface WrittenCode {
  /** Line of the file on which it begins, from 1. */
  readonly line: number;
  readonly name: string;
  /** Names of the codes above, outermost first. */
  readonly above: readonly string[];
  readonly guid: string | null;
  readonly color: string | null;
  /** False for one that only holds others. */
  readonly isCodable: boolean;
  readonly description: string;
}

/** Reads what other programs write of their codebooks. Nothing in a file is fetched or expanded. */
export interface CodebookReader {
  /** Rows that hold anything. The delimiter is a comma, a semicolon or a tab, whichever the header row has. */
  readTable(text: string): readonly TableRow[];
  /**
   * Codes in the order of the file, each before those below it.
   *
   * @throws ProbativeError `exchange/not-readable` for what is no such XML, declares a document type, or nests deeper than
   *   100 codes
   */
  readCodes(text: string): readonly WrittenCode[];
}

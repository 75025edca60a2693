/** One thing that a search can say. */
export interface LanguageEntry {
  /** As a pattern: `a w/5 b`. */
  readonly syntax: string;
  /** What it finds, in a sentence. */
  readonly meaning: string;
  /** Searches that can be made as they stand. */
  readonly examples: readonly string[];
  readonly note?: string;
}

/** Something of another program that is not here. */
export interface UnsupportedEntry {
  /** As that program writes it. */
  readonly written: string;
  /** What to do instead. */
  readonly instead: string;
}

/** Entries that belong together. */
export interface LanguageSection {
  readonly title: string;
  readonly introduction: string;
  readonly entries: readonly LanguageEntry[];
  /** Only in sections for users of another program. */
  readonly unsupported: readonly UnsupportedEntry[];
}

/** A file copied into the case, not yet part of it. */
export interface StagedFile {
  readonly path: string;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
  /** Up to the first 1,024 bytes, to tell what kind of file it is. */
  readonly head: Uint8Array;
}

/** The originals of a case, by SHA-256, never modified. */
export interface FileVault {
  /**
   * Copies a file into the case and hashes it on the way. Rejects with `import/unreadable`, `import/not-a-regular-file`,
   * `import/changed-while-reading`, `export/no-space` or `export/not-writable`; then nothing stays behind.
   */
  stage(path: Uint8Array, signal: AbortSignal): Promise<StagedFile>;
  /**
   * Makes a staged file an original: durable, read-only, under its hash; in the place of what stands there. Rejects with
   * `export/no-space` or `export/not-writable`.
   */
  keep(staged: StagedFile): Promise<void>;
  discard(staged: StagedFile): Promise<void>;
  /** Absolute path of an original. */
  pathOf(sha256: string): string;
  exists(sha256: string): Promise<boolean>;
  /** Hash of an original as it stands now; null when it is missing. Rejects when it cannot be read. */
  hash(sha256: string): Promise<string | null>;
  /** Removes what a crash left half-done. */
  clearStaging(): Promise<void>;
}

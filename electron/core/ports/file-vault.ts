/** A file copied into the case, not yet part of it. */
export interface StagedFile {
  readonly path: string;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
  /** Up to the first 4,096 bytes, to tell what kind of file it is. */
  readonly head: Uint8Array;
}

/** Bytes that arrive piece by piece. */
export interface StagingWriter {
  /** Throws `export/no-space` or `export/not-writable`. */
  write(bytes: Uint8Array): void;
  finish(): StagedFile;
  discard(): void;
}

/** The originals of a case, by SHA-256, never modified. */
export interface FileVault {
  /**
   * Copies a file into the case and hashes it on the way. Rejects with `import/unreadable`, `import/not-a-regular-file`,
   * `import/changed-while-reading`, `export/no-space` or `export/not-writable`; then nothing stays behind.
   */
  stage(path: Uint8Array, signal: AbortSignal): Promise<StagedFile>;
  /** Takes a file that comes out of another. */
  stageBytes(): StagingWriter;
  /**
   * Makes a staged file an original: durable, read-only, under its hash; in the place of what stands there. Rejects with
   * `export/no-space` or `export/not-writable`.
   */
  keep(staged: StagedFile): Promise<void>;
  discard(staged: StagedFile): Promise<void>;
  /** Absolute path of an original. */
  pathOf(sha256: string): string;
  exists(sha256: string): Promise<boolean>;
  /**
   * An original as if it had just been staged, for a file out of another that was kept before it is read. Its hash is not
   * taken anew. Rejects with `document/original-missing`.
   */
  original(sha256: string): Promise<StagedFile>;
  /** Hash of an original as it stands now; null when it is missing. Rejects when it cannot be read. */
  hash(sha256: string): Promise<string | null>;
  /** Absolute path of the rendition of an original that is not a PDF; it can be made anew from it. */
  renditionPathOf(sha256: string): string;
  hasRendition(sha256: string): Promise<boolean>;
  /** Writes a rendition, durable, in the place of what stands there. Rejects as `keep`. */
  keepRendition(sha256: string, pdf: Uint8Array): Promise<void>;
  /** Removes what a crash left half-done. */
  clearStaging(): Promise<void>;
}

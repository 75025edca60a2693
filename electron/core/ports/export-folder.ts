/** A file that was written. */
export interface WrittenFile {
  readonly path: string;
  readonly name: string;
  readonly sha256: string;
}

/** Where files leave the case. */
export interface ExportFolder {
  /**
   * Writes a file all or nothing, durable when it resolves. Rejects with `export/exists`, `export/not-writable` or
   * `export/no-space`; then no partial file stands under the target name.
   *
   * @param target absolute path, or null for a free name in the case's exports folder
   * @param suggestedName file name used when `target` is null
   */
  write(bytes: Uint8Array, target: string | null, suggestedName: string, overwrite: boolean): Promise<WrittenFile>;
  /**
   * Writes two files that belong together, as `write` does: both or none, save that with `overwrite` the first may have
   * been replaced when the second cannot be named.
   */
  writePair(
    first: ExportedPart,
    second: ExportedPart,
    overwrite: boolean,
  ): Promise<readonly [WrittenFile, WrittenFile]>;
}

/** One of two files that belong together. */
export interface ExportedPart {
  readonly bytes: Uint8Array;
  readonly target: string | null;
  readonly suggestedName: string;
}

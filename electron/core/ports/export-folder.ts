/** Where files leave the case. */
export interface ExportFolder {
  /**
   * Writes a file all or nothing, durable when it resolves. Rejects with `export/exists`, `export/not-writable` or
   * `export/no-space`; then no partial file stands under the target name.
   *
   * @param target absolute path, or null for a free name in the case's exports folder
   * @param suggestedName file name used when `target` is null
   */
  write(
    bytes: Uint8Array,
    target: string | null,
    suggestedName: string,
    overwrite: boolean,
  ): Promise<{ readonly path: string; readonly name: string; readonly sha256: string }>;
}

import type { ErrorCode } from "#shared/errors/codes.ts";

/** A file found below a given path, or a thing there that is not read, with its reason. */
export interface FoundFile {
  readonly path: Uint8Array;
  readonly shownPath: string;
  readonly skipped: ErrorCode | null;
  /** What else is known about the reason. */
  readonly note: string | null;
}

/** Lists folders without following links. */
export interface FileTree {
  exists(path: string): Promise<boolean>;
  /**
   * Every file at or below the paths, in a stable order. Links, devices and pipes are reported, not followed. A folder
   * that cannot be listed is reported as one entry.
   *
   * @param shownRelativeTo paths below this folder are shown relative to it
   */
  walk(
    paths: readonly string[],
    shownRelativeTo: string | null,
    signal: AbortSignal,
  ): AsyncIterable<readonly FoundFile[]>;
  /** Removes a folder that was made for one job. */
  removeFolder(path: string): Promise<void>;
}

import type { LineRemark } from "#shared/model/exchange.ts";
import type { TagColor } from "#shared/model/tag.ts";

/** A tag as a file names it. What is undefined is not said there, and stays as it is. */
export interface CodebookLine {
  readonly line: number;
  readonly path: string;
  /** In lower case; null where the file has none. */
  readonly guid: string | null;
  readonly color: TagColor | undefined;
  readonly key: number | null | undefined;
  readonly archived: boolean | undefined;
  readonly description: string | undefined;
  readonly examples: string | undefined;
}

/** A codebook as it was read, with what is wrong with it. */
export interface ReadCodebook {
  readonly lines: readonly CodebookLine[];
  readonly remarks: readonly LineRemark[];
}

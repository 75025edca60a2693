import type { DocumentMetadata } from "#shared/model/document.ts";
import type { ConversionNotice, MessageHeaders, SourceFormat } from "#shared/model/format.ts";

/** A file inside of another: an attachment, an entry of an archive, a message of a mailbox. */
export interface ChildFile {
  /** Path inside of the parent, as people see it (`annex/list.xlsx`); control characters made visible, never a path to write to. */
  readonly name: string;
}

/** Why a child was not handed out, with the code of the reason. */
export interface RefusedChild extends ChildFile {
  readonly reason:
    | "import/unsafe-archive"
    | "import/encrypted"
    | "import/corrupt"
    | "import/nested-too-deep"
    | "import/not-a-regular-file"
    /** Packed with a method that is not read. */
    | "import/unsupported-kind";
  readonly message: string | null;
}

/** Takes the children of a file as they come, one after the other, in their order. Calls throw when the disk is full. */
export interface ChildReceiver {
  begin(child: ChildFile): void;
  write(bytes: Uint8Array): void;
  /** The child is whole. */
  end(): void;
  /** The child that was begun turned out to be damaged, or another was refused without a beginning. */
  refuse(child: RefusedChild): void;
}

/** What to convert. */
export interface ConversionRequest {
  /** Absolute path of the file. */
  readonly path: string;
  /** Name that people gave it: a hint only, the bytes decide. */
  readonly fileName: string;
  /** As `recogniseFormat` tells it from the first bytes; a converter may find it to be narrower (`zip` → `docx`). */
  readonly format: SourceFormat | "compound-file";
  /** Containers around this file: 0 for a file that was given itself. At 3, children are refused. */
  readonly depth: number;
}

/** What came of it. */
export interface Conversion {
  readonly format: SourceFormat;
  /** A PDF that shows the whole content, paginated; null for a PDF, whose own pages are shown. */
  readonly rendition: Uint8Array | null;
  readonly metadata: DocumentMetadata;
  /** Of a message. */
  readonly headers: MessageHeaders | null;
  readonly notices: readonly ConversionNotice[];
}

/**
 * Turns files that are not PDFs into pages, and takes files out of files, away from the database, where it can be killed.
 * The same bytes always give the same rendition.
 *
 * Rejects with a `ProbativeError`: `import/unsupported-kind`, `import/encrypted`, `import/corrupt`, `import/too-large`,
 * `import/unsafe-archive`, `import/timeout`, `import/memory`, `import/worker-crashed`, or `job/cancelled`; and with what the
 * receiver threw. Nothing of it is kept then.
 */
export interface DocumentConverter {
  /** How many files it converts at a time. */
  readonly concurrency: number;
  convert(request: ConversionRequest, children: ChildReceiver, signal: AbortSignal): Promise<Conversion>;
  close(): Promise<void>;
}

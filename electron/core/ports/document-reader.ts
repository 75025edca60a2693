import type { DocumentMetadata, OutlineItem, PageRotation } from "#shared/model/document.ts";
import type { Box } from "#shared/model/geometry.ts";
import type { HiddenRegion } from "#shared/model/page-state.ts";
import type { UnderstoodPage } from "#shared/text/understand-page.ts";
import type { ChildReceiver } from "./document-converter.ts";

/** What a page's text says about the page. */
export type PageUnderstanding = UnderstoodPage;

/** One page as it comes out of a file. */
export interface ExtractedPage extends UnderstoodPage {
  /** 1-based position in the file. */
  readonly page: number;
  /** Label that the file declares (`/PageLabels`), or null when it declares none. */
  readonly label: string | null;
  /** Crop box in PDF user space. */
  readonly box: Box;
  readonly rotation: PageRotation;
  /** NFC; `\n` between lines, `\n\n` between paragraphs; empty when the page has no text layer. */
  readonly text: string;
  /** Runs of `text`, as `encodeRuns` of `#shared/text/geometry-codec.ts` writes them. */
  readonly geometry: Uint8Array;
  /** Where text lies hidden under a cover; `text` does not hold it. */
  readonly hidden: readonly HiddenRegion[];
  /** Share of the page that pictures cover, 0 to 1. */
  readonly pictured: number;
}

/** A hidden place of a page whose text is to be read all the same. */
export interface RevealedRegion {
  readonly page: number;
  readonly box: Box;
}

/** What a person said in answer to an annotation. */
export interface AnnotationReply {
  readonly author: string;
  readonly contents: string;
}

/**
 * A highlight or comment that a PDF brings. Texts hold no characters that act on a terminal or reorder what is shown, and
 * are cut at 20,000 characters.
 */
export interface FoundAnnotation {
  /** 1-based position of the page in the file. */
  readonly page: number;
  /** Place among the annotations of its page, from 0. */
  readonly index: number;
  /** The name that the file gives it (`/NM`); empty when it has none. */
  readonly name: string;
  /** As ISO 32000-2 calls it, e.g. `Highlight`. */
  readonly subtype: string;
  /** What is marked, in PDF user space: bounds of its quads; empty for one that marks no text. */
  readonly marked: readonly Box[];
  readonly box: Box;
  readonly contents: string;
  readonly author: string;
  /** `#RRGGBB`, or null. */
  readonly color: string | null;
  /** ISO 8601 as exact as the file has it, or null. */
  readonly createdAt: string | null;
  readonly modifiedAt: string | null;
  readonly replies: readonly AnnotationReply[];
}

/** What is known of a file besides its pages. */
export interface ExtractedDocument {
  readonly pageCount: number;
  readonly metadata: DocumentMetadata;
  readonly outline: readonly OutlineItem[];
  /** Files inside of it that `readAttachments` hands out: embedded ones, and those that annotations carry. */
  readonly attachments: number;
  /** Highlights and comments, in the order of the pages; at most 10,000. */
  readonly annotations: readonly FoundAnnotation[];
}

/** What to read, within which limits. */
export interface ReadRequest {
  /** Absolute path of the file. */
  readonly path: string;
  /** Files that claim more pages are refused (`import/page-count`). */
  readonly maxPages: number;
  /** Hidden text that somebody decided to read. */
  readonly revealed: readonly RevealedRegion[];
}

/**
 * Reads untrusted documents, away from the database, where it can be killed.
 *
 * Pages arrive in order, in batches, through `onPages`; the promise settles after the last batch was taken. It rejects
 * with a `ProbativeError`: `import/encrypted`, `import/corrupt`, `import/page-count`, `import/timeout` (60 s without
 * progress), `import/memory`, `import/worker-crashed`, or `job/cancelled` when `signal` was aborted. A page that cannot be
 * loaded inside a file that otherwise opens is delivered with empty text, and its number is listed in `damagedPages`.
 */
export interface DocumentReader {
  /** How many documents it reads at a time; calls beyond that wait for their turn. */
  readonly concurrency: number;
  read(
    request: ReadRequest,
    onPages: (pages: readonly ExtractedPage[]) => void,
    signal: AbortSignal,
  ): Promise<ExtractedDocument & { readonly damagedPages: readonly number[] }>;
  /**
   * Takes the files out that a document holds. Names are made fit to be shown; what is damaged or beyond a limit
   * (1 GiB a file, 10,000 files) is refused to the receiver. Rejects as `read`, and with what the receiver threw.
   */
  readAttachments(path: string, children: ChildReceiver, signal: AbortSignal): Promise<void>;
  /** Stops its workers. Reads under way reject with `job/cancelled`. */
  close(): Promise<void>;
}

import type { DocumentId } from "#shared/base/ids.ts";
import type { Call } from "#shared/contract/contract.ts";
import type { BackendEventListener } from "#shared/contract/events.ts";

/** A file that a host may stream to its window: always inside the open case. */
export interface ServedFile {
  readonly path: string;
  readonly mediaType: string;
  /** File name to suggest when it is saved. */
  readonly name: string;
}

/**
 * The program behind every door. A door validates nothing itself and decides nothing: it carries a name and an input to
 * `call`, and the answer or the error back.
 */
export interface Backend {
  /**
   * Validates name and input, runs the handler, answers with plain JSON values. Rejects with `ProbativeError`, or with
   * anything else for a defect, which doors turn into `internal/unknown` by `toWireError`.
   */
  dispatch(name: unknown, input: unknown): Promise<unknown>;
  /** The same for callers inside the process, with its types. */
  readonly call: Call;
  /** Subscribes to events; returns the way to stop. */
  listen(listener: BackendEventListener): () => void;
  /**
   * The PDF that shows a document: the original, or the rendition of one that is not a PDF, made anew when it is gone.
   * Throws `document/not-found`, `document/original-missing`, `import/…` or `case/none-open`.
   */
  documentFile(documentId: DocumentId): Promise<ServedFile>;
  /** The original of a document, to be saved, never to be shown. Throws as `documentFile`. */
  originalFile(documentId: DocumentId): Promise<ServedFile>;
  /** A file of the case's `exports` folder, by its name. Throws `input/invalid` or `document/not-found`. */
  exportedFile(name: string): Promise<ServedFile>;
  /**
   * Makes a new folder inside the case for files that arrive as bytes (dropped on a browser window). Files are written
   * there by the host under their relative paths; `documents.import` of that folder then shows these relative paths as
   * the source, and the folder is removed when the import has ended.
   */
  createIncomingFolder(): Promise<string>;
  /** Logs a failure without a name and returns its correlation id (for `toWireError`). */
  reportUnknown(thrown: unknown): string;
  /** Cancels what runs, closes the case and its workers. */
  close(): Promise<void>;
}

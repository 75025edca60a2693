import type { DocumentId } from "#shared/base/ids.ts";
import { errorDefinition } from "#shared/errors/codes.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { StagedFile } from "../ports/file-vault.ts";
import type { FileResult, FoundChild, JobFile } from "../ports/job-store.ts";
import { resultWithoutDocument } from "./list-files.ts";
import type { FileReading } from "./read-file.ts";

/** A file that became a document: its original is durable, and those of its children; what is left is to say so. */
export interface ReadFile {
  readonly kind: "read";
  readonly file: JobFile;
  readonly staged: StagedFile;
  readonly documentId: DocumentId;
  readonly reading: FileReading;
  readonly children: readonly FoundChild[];
}

/** A file that is in the case already. */
export interface KnownFile {
  readonly kind: "duplicate";
  readonly file: JobFile;
  readonly sha256: string;
  readonly documentId: DocumentId;
  /** Whether files lie in it, which stand in the account of the import that read it. */
  readonly holdsFiles: boolean;
}

/** A file whose fate is known. */
export type FinishedFile =
  | ReadFile
  | KnownFile
  | { readonly kind: "refused"; readonly file: JobFile; readonly result: FileResult };

/** The line of the account for a file that is in the case already. */
export function resultOfKnown({ documentId, holdsFiles }: KnownFile): FileResult {
  const { message: sentence } = errorDefinition("import/duplicate");
  const message = holdsFiles
    ? `${sentence} The files inside of it are not listed again: they stand in the account of the import that read it first.`
    : sentence;
  return { outcome: "duplicate", reason: "import/duplicate", message, documentId, pages: 0, pagesWithoutText: 0 };
}

/**
 * Failures that belong to one file; anything else ends the job. A full disk would fail every file that follows, so it
 * ends the job too: what was not read stays pending and can be resumed.
 */
export function resultOfFailure(thrown: unknown): FileResult | null {
  if (!(thrown instanceof ProbativeError)) return null;
  // A file out of another is read from the case, and may have been removed from it since.
  if (!thrown.code.startsWith("import/") && thrown.code !== "document/original-missing") return null;
  return resultWithoutDocument(
    thrown.code === "import/not-a-regular-file" ? "skipped" : "failed",
    thrown.code,
    thrown.what,
  );
}

import type { DocumentId, JobId } from "#shared/base/ids.ts";
import type { ErrorCode } from "#shared/errors/codes.ts";
import type { FileOutcome, ImportAccount, Job, JobKind, JobStatus } from "#shared/model/job.ts";

/** A file of a job. `path` holds the bytes of its name as the file system gave them; they need not be UTF-8. */
export interface JobFile {
  readonly position: number;
  readonly path: Uint8Array;
  /** The path as people see it. */
  readonly shownPath: string;
  /** For a file out of another: what the case keeps it under, and where it stood. Its `path` names nothing on disk then. */
  readonly inside: FileInside | null;
}

/** A file that came out of another one, already kept as an original. */
export interface FileInside {
  /** Position of the file that held it. */
  readonly parentPosition: number;
  /** Place among its children, from 0. */
  readonly childPosition: number;
  readonly name: string;
  /** Containers around it: 1 for what stood in a file that was given. */
  readonly depth: number;
  /** Null for a child that was refused. */
  readonly sha256: string | null;
}

/** What became of a file. */
export interface FileResult {
  readonly outcome: Exclude<FileOutcome, "pending">;
  readonly reason: ErrorCode | null;
  readonly message: string | null;
  readonly documentId: DocumentId | null;
  readonly pages: number;
  readonly pagesWithoutText: number;
}

/** A file that is found while folders are listed; with a result when it will not be read. */
export interface ListedFile {
  readonly path: Uint8Array;
  readonly shownPath: string;
  readonly result: FileResult | null;
}

/** A file out of another one, about to join the account. */
export interface FoundChild {
  readonly shownPath: string;
  readonly inside: FileInside;
  /** With a result when it will not be read. */
  readonly result: FileResult | null;
}

/** What a job was asked to do; enough to resume it. */
export interface JobRequest {
  readonly paths: readonly string[];
  /** A folder inside the case that was filled for this job and is removed when it has ended. */
  readonly incomingFolder: string | null;
  /** For `rebuild-index`: which documents; null for all. */
  readonly documents: readonly DocumentId[] | null;
  /** For an import: pages that need OCR are left alone. */
  readonly withoutOcr?: boolean;
  /** For an import: highlights and comments of PDFs are left in the files. */
  readonly withoutAnnotations?: boolean;
}

/** Jobs and their accounts. */
export interface JobStore {
  create(jobId: JobId, kind: JobKind, title: string, request: JobRequest, startedAt: string): void;
  find(jobId: JobId): Job | null;
  request(jobId: JobId): JobRequest;
  /** Latest first. */
  list(): readonly Job[];
  /** Adds files that the job does not have yet; a path that it has is left as it is. */
  addFiles(jobId: JobId, files: readonly ListedFile[]): void;
  /** Adds the children of a file, once: children that it has are left as they are. */
  addChildren(jobId: JobId, children: readonly FoundChild[]): void;
  /** Position of the file with this path; throws when the job has none. */
  positionOf(jobId: JobId, path: Uint8Array): number;
  /** The document that a file of the job became, or null. */
  documentOf(jobId: JobId, position: number): DocumentId | null;
  /** True when all folders of the job have been listed. */
  isListed(jobId: JobId): boolean;
  markListed(jobId: JobId): void;
  /** Up to `limit` pending files after a position, in order. */
  pendingFiles(jobId: JobId, afterPosition: number, limit: number): readonly JobFile[];
  record(jobId: JobId, position: number, result: FileResult): void;
  /** Gives every pending file the same result; returns how many there were. */
  recordPending(jobId: JobId, result: FileResult): number;
  /** Makes files that were skipped by a cancellation pending again. */
  reopenCancelled(jobId: JobId): void;
  setStatus(jobId: JobId, status: JobStatus, at: string | null, error: string | null): void;
  /** Jobs that were running when the program ended become `interrupted`. Called when a case is opened. */
  markInterrupted(): void;
  account(jobId: JobId): ImportAccount | null;
  /** Runs `work` as one transaction of the case database. */
  transact<T>(work: () => T): T;
}

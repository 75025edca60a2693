import type { DocumentId } from "#shared/base/ids.ts";
import { errorDefinition } from "#shared/errors/codes.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { CasePorts } from "../backend-context.ts";
import type { JobRun } from "../jobs/job-runner.ts";
import { runInParallel } from "../jobs/run-in-parallel.ts";
import type { StagedFile } from "../ports/file-vault.ts";
import type { FileResult, JobFile } from "../ports/job-store.ts";
import { type CommitQueue, createCommitQueue } from "./commit-queue.ts";
import { listFiles, resultWithoutDocument } from "./list-files.ts";
import { proposeNames } from "./propose-names.ts";
import { type DocumentReading, describeDamage, readDocument } from "./read-document.ts";
import { recogniseKind } from "./recognise-kind.ts";
import { removeStrays } from "./remove-strays.ts";

/** Pending files fetched at a time. */
const FETCH = 200;

/** A file whose fate is known. With a reading: its original is durable, what is left is to say so in the catalogue. */
type FinishedFile =
  | { readonly kind: "result"; readonly file: JobFile; readonly result: FileResult }
  | {
      readonly kind: "read";
      readonly file: JobFile;
      readonly staged: StagedFile;
      readonly documentId: DocumentId;
      readonly reading: DocumentReading;
    };

function fileNameOf(file: JobFile): string {
  return file.shownPath.split(/[/\\]/u).at(-1) ?? file.shownPath;
}

function* pendingFiles(ports: CasePorts, run: JobRun): Generator<JobFile> {
  let after = -1;
  for (;;) {
    const files = ports.jobs.pendingFiles(run.jobId, after, FETCH);
    if (files.length === 0) return;
    for (const file of files) {
      if (run.signal.aborted) return;
      after = file.position;
      yield file;
    }
  }
}

type ReadFile = Extract<FinishedFile, { readonly kind: "read" }>;

function insertDocument(ports: CasePorts, read: ReadFile, taken: Set<string>): FileResult {
  const { file, staged, documentId, reading } = read;
  const fileName = fileNameOf(file);
  const names = proposeNames(reading.metadata, fileName, taken);
  taken.add(names.shortName);
  ports.documents.insert({
    documentId,
    ...names,
    fileName,
    sourcePath: file.shownPath,
    sha256: staged.sha256,
    bytes: staged.bytes,
    pages: reading.pageCount,
    pagesWithoutText: reading.pagesWithoutText,
    importedAt: ports.clock.now(),
    metadata: reading.metadata,
    outline: reading.outline,
  });
  return {
    outcome: "imported",
    reason: null,
    message: describeDamage(reading.damagedPages),
    documentId,
    pages: reading.pageCount,
    pagesWithoutText: reading.pagesWithoutText,
  };
}

/** Index first, catalogue second: a crash between them leaves pages without a document, which the next start removes. */
function commitFiles(ports: CasePorts, run: JobRun, batch: readonly FinishedFile[]): void {
  const read = batch.filter((entry) => entry.kind === "read");
  for (const { documentId } of read) ports.index.finishDocument(documentId);
  if (read.length > 0) ports.index.commit();
  ports.jobs.transact(() => {
    const taken = new Set(ports.documents.shortNames());
    for (const entry of batch) {
      const result = entry.kind === "read" ? insertDocument(ports, entry, taken) : entry.result;
      ports.jobs.record(run.jobId, entry.file.position, result);
    }
  });
  if (read.length > 0) ports.publish({ kind: "changed", areas: ["documents", "case"] });
}

function duplicateOf(documentId: DocumentId): FileResult {
  const { message } = errorDefinition("import/duplicate");
  return { outcome: "duplicate", reason: "import/duplicate", message, documentId, pages: 0, pagesWithoutText: 0 };
}

/**
 * Failures that belong to one file; anything else ends the job. A full disk would fail every file that follows, so it
 * ends the job too: what was not read stays pending and can be resumed.
 */
function toFileResult(thrown: unknown): FileResult | null {
  if (!(thrown instanceof ProbativeError)) return null;
  if (!thrown.code.startsWith("import/")) return null;
  return resultWithoutDocument(
    thrown.code === "import/not-a-regular-file" ? "skipped" : "failed",
    thrown.code,
    thrown.what,
  );
}

/** Reads one staged file and makes its original durable. The index holds its pages, not yet committed. */
async function readStaged(ports: CasePorts, run: JobRun, file: JobFile, staged: StagedFile): Promise<ReadFile> {
  const documentId = ports.ids.next("document");
  const reading = await readDocument(ports, documentId, staged.path, run.signal, () => {
    run.progress(file.shownPath);
  });
  try {
    await ports.vault.keep(staged);
  } catch (thrown) {
    ports.index.discardDocument(documentId);
    throw thrown;
  }
  return { kind: "read", file, staged, documentId, reading };
}

/** A file that is in the case already brings back its original when that is gone. */
async function importKnown(
  ports: CasePorts,
  documentId: DocumentId,
  file: JobFile,
  staged: StagedFile,
): Promise<FinishedFile> {
  if (!(await ports.vault.exists(staged.sha256))) await ports.vault.keep(staged);
  return { kind: "result", file, result: duplicateOf(documentId) };
}

/** What the files of one import share. */
interface ImportState {
  readonly queue: CommitQueue<FinishedFile>;
  /**
   * What is read, by hash. Two copies of one file may be read at the same moment: the second waits for what the first
   * becomes, and until it stands in the queue, so that no duplicate is recorded before its document.
   */
  readonly reading: Map<string, Promise<ReadFile>>;
}

async function readAndQueue(
  ports: CasePorts,
  run: JobRun,
  queue: CommitQueue<FinishedFile>,
  file: JobFile,
  staged: StagedFile,
): Promise<ReadFile> {
  const read = await readStaged(ports, run, file, staged);
  queue.add(read);
  return read;
}

/** Brings one file to its end: into the queue. */
async function importFile(ports: CasePorts, run: JobRun, state: ImportState, file: JobFile): Promise<void> {
  const { queue, reading } = state;
  const staged = await ports.vault.stage(file.path, run.signal);
  try {
    const refusal = recogniseKind(staged, fileNameOf(file));
    if (refusal !== null) {
      queue.add({ kind: "result", file, result: resultWithoutDocument(refusal.outcome, refusal.reason, null) });
      return;
    }
    const known = ports.documents.findBySha256(staged.sha256);
    const twin = reading.get(staged.sha256);
    if (known !== null) queue.add(await importKnown(ports, known, file, staged));
    else if (twin !== undefined) queue.add({ kind: "result", file, result: duplicateOf((await twin).documentId) });
    else {
      const own = readAndQueue(ports, run, queue, file, staged);
      reading.set(staged.sha256, own);
      await own;
    }
  } finally {
    await ports.vault.discard(staged);
  }
}

async function importPending(ports: CasePorts, run: JobRun): Promise<void> {
  const queue = createCommitQueue<FinishedFile>((batch) => {
    commitFiles(ports, run, batch);
  });
  const state: ImportState = { queue, reading: new Map() };

  async function importOrExplain(file: JobFile): Promise<void> {
    run.progress(file.shownPath);
    try {
      await importFile(ports, run, state, file);
    } catch (thrown) {
      if (run.signal.aborted) throw new ProbativeError("job/cancelled");
      const result = toFileResult(thrown);
      if (result === null) throw thrown;
      queue.add({ kind: "result", file, result });
    }
    run.progress(null);
  }

  try {
    // One more than the reader takes at a time, so that copying and hashing go on while pages are read.
    await runInParallel(pendingFiles(ports, run), ports.reader.concurrency + 1, importOrExplain);
    queue.flush();
  } catch (thrown) {
    // What was finished before a cancellation is sound; after a failed write nothing uncommitted can be trusted.
    if (run.signal.aborted) queue.flush();
    else queue.drop();
    throw thrown;
  } finally {
    ports.index.rollback();
    removeStrays(ports);
  }
}

/**
 * The import job: lists every file below its paths, then reads the pending ones, several at a time. Each file ends as
 * imported, duplicate, failed or skipped, with its reason; a failure of one file never stops the others.
 *
 * @throws ProbativeError `job/cancelled`, or what stops the whole job (a full disk)
 */
export async function importFiles(ports: CasePorts, run: JobRun): Promise<void> {
  await listFiles(ports, run);
  await importPending(ports, run);
  if (run.signal.aborted) throw new ProbativeError("job/cancelled");
  const { incomingFolder } = run.request;
  if (incomingFolder !== null) await ports.fileTree.removeFolder(incomingFolder);
}

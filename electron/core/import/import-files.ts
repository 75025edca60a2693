import type { DocumentId } from "#shared/base/ids.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { CasePorts } from "../backend-context.ts";
import type { JobRun } from "../jobs/job-runner.ts";
import { runInParallel } from "../jobs/run-in-parallel.ts";
import { tendIndex } from "../jobs/tend-index.ts";
import type { StagedFile } from "../ports/file-vault.ts";
import type { JobFile } from "../ports/job-store.ts";
import { fileNameOf } from "./child-path.ts";
import { commitFiles } from "./commit-files.ts";
import { type CommitQueue, createCommitQueue } from "./commit-queue.ts";
import { type FinishedFile, type ReadFile, resultOfFailure } from "./finished-file.ts";
import { listFiles, resultWithoutDocument } from "./list-files.ts";
import { takePendingFiles } from "./pending-files.ts";
import { type FileToRead, readFile } from "./read-file.ts";
import { collectChildren } from "./receive-children.ts";
import { recogniseFormat } from "./recognise-format.ts";
import { removeStrays } from "./remove-strays.ts";

/** What a file that is read becomes, for its copies that come meanwhile. */
interface Twin {
  readonly documentId: DocumentId;
  readonly holdsFiles: boolean;
}

/** What the files of one import share. */
interface ImportState {
  readonly queue: CommitQueue<FinishedFile>;
  /**
   * What is read, by hash. Two copies of one file may be read at the same moment: the second waits for what the first
   * becomes, and until it stands in the queue, so that no duplicate is recorded before its document.
   */
  readonly reading: Map<string, Promise<Twin>>;
}

/**
 * Reads one file, and makes its original and those of its children durable. The index holds its pages, not yet committed.
 * When it fails, nothing of it stays behind.
 */
async function readStaged(
  ports: CasePorts,
  run: JobRun,
  file: JobFile,
  staged: StagedFile,
  format: FileToRead["format"],
): Promise<ReadFile> {
  const documentId = ports.ids.next("document");
  const children = collectChildren(ports.vault, file);
  const { path, sha256 } = staged;
  const toRead = { path, sha256, fileName: fileNameOf(file), format, depth: file.inside?.depth ?? 0, revealed: [] };
  const ocr = run.request.withoutOcr === true ? "off" : "waiting";
  ports.index.beginDocument(documentId);
  try {
    const reading = await readFile(
      ports,
      toRead,
      children,
      (pages) => {
        ports.index.addPages(documentId, pages, ocr);
        run.progress(file.shownPath);
      },
      run.signal,
    );
    const kept = await children.keep();
    if (file.inside === null) await ports.vault.keep(staged);
    return { kind: "read", file, staged, documentId, reading, children: kept };
  } catch (thrown) {
    ports.index.discardDocument(documentId);
    throw thrown;
  } finally {
    await children.discard();
  }
}

async function readAndQueue(
  ports: CasePorts,
  run: JobRun,
  queue: CommitQueue<FinishedFile>,
  file: JobFile,
  staged: StagedFile,
  format: FileToRead["format"],
): Promise<Twin> {
  const read = await readStaged(ports, run, file, staged, format);
  queue.add(read);
  return { documentId: read.documentId, holdsFiles: read.children.length > 0 };
}

/** A file that is in the case already brings back its original when that is gone. */
async function restoreOriginal(ports: CasePorts, staged: StagedFile): Promise<void> {
  if (!(await ports.vault.exists(staged.sha256))) await ports.vault.keep(staged);
}

/** Brings a file whose bytes are in the case to its end: into the queue. */
async function importStaged(
  ports: CasePorts,
  run: JobRun,
  state: ImportState,
  file: JobFile,
  staged: StagedFile,
): Promise<void> {
  const { queue, reading } = state;
  const { sha256 } = staged;
  const known = ports.documents.findBySha256(sha256);
  if (known !== null) {
    await restoreOriginal(ports, staged);
    const holdsFiles = ports.documents.family(known).some((link) => link.parent === known);
    queue.add({ kind: "duplicate", file, sha256, documentId: known, holdsFiles });
    return;
  }
  const twin = reading.get(sha256);
  if (twin !== undefined) {
    queue.add({ kind: "duplicate", file, sha256, ...(await twin) });
    return;
  }
  const recognised = recogniseFormat(staged.head, staged.bytes, fileNameOf(file));
  if (recognised.kind === "refused") {
    const { outcome, reason, note } = recognised;
    queue.add({ kind: "refused", file, result: resultWithoutDocument(outcome, reason, note) });
    return;
  }
  const own = readAndQueue(ports, run, queue, file, staged, recognised.format);
  reading.set(sha256, own);
  await own;
}

/** A file that was given is copied in; one out of another was kept when that was read. */
async function importFile(ports: CasePorts, run: JobRun, state: ImportState, file: JobFile): Promise<void> {
  if (file.inside !== null) {
    const { sha256 } = file.inside;
    if (sha256 === null) throw new Error("a file that was refused cannot be pending");
    await importStaged(ports, run, state, file, await ports.vault.original(sha256));
    return;
  }
  const staged = await ports.vault.stage(file.path, run.signal);
  try {
    await importStaged(ports, run, state, file, staged);
  } finally {
    await ports.vault.discard(staged);
  }
}

async function importPending(ports: CasePorts, run: JobRun): Promise<void> {
  const queue = createCommitQueue<FinishedFile>((batch) => {
    commitFiles(ports, run, batch);
  });
  const state: ImportState = { queue, reading: new Map() };
  const pending = takePendingFiles(ports, run, () => {
    queue.flush();
  });

  async function importOrExplain(file: JobFile): Promise<void> {
    run.progress(file.shownPath);
    try {
      await importFile(ports, run, state, file);
    } catch (thrown) {
      if (run.signal.aborted) throw new ProbativeError("job/cancelled");
      const result = resultOfFailure(thrown);
      if (result === null) throw thrown;
      queue.add({ kind: "refused", file, result });
    } finally {
      pending.finished();
    }
    run.progress(null);
  }

  try {
    // So many that copying and hashing go on while all workers convert and read.
    const workers = ports.reader.concurrency + ports.converter.concurrency;
    await runInParallel(pending.files, workers, importOrExplain);
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
 * The import job: lists every file below its paths, then reads the pending ones, several at a time, and the files inside of
 * them. Each file ends as imported, duplicate, failed or skipped, with its reason; a failure of one file never stops the
 * others, and that of a file inside of another does not touch it.
 *
 * @throws ProbativeError `job/cancelled`, or what stops the whole job (a full disk)
 */
export async function importFiles(ports: CasePorts, run: JobRun): Promise<void> {
  await listFiles(ports, run);
  await importPending(ports, run);
  if (run.signal.aborted) throw new ProbativeError("job/cancelled");
  await tendIndex(ports, run);
  const { incomingFolder } = run.request;
  if (incomingFolder !== null) await ports.fileTree.removeFolder(incomingFolder);
}

import type { DocumentId } from "#shared/base/ids.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { CasePorts } from "../backend-context.ts";
import type { JobRun } from "../jobs/job-runner.ts";
import { runInParallel } from "../jobs/run-in-parallel.ts";
import { anchorAgain } from "../passages/anchor.ts";
import type { ListedFile } from "../ports/job-store.ts";
import { resultWithoutDocument } from "./list-files.ts";
import { describeDamage, readDocument } from "./read-document.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

function listDocuments(ports: CasePorts, run: JobRun): void {
  if (ports.jobs.isListed(run.jobId)) return;
  const wanted = run.request.documents === null ? null : new Set(run.request.documents);
  const files = ports.documents
    .list()
    .filter((document) => wanted === null || wanted.has(document.documentId))
    // The account of this job is about documents; its "path" carries the identifier.
    .map(
      (document): ListedFile => ({
        path: encoder.encode(document.documentId),
        shownPath: document.sourcePath,
        result: null,
      }),
    );
  ports.jobs.addFiles(run.jobId, files);
  ports.jobs.markListed(run.jobId);
}

function anchorPassages(ports: CasePorts, documentId: DocumentId): number {
  let orphaned = 0;
  for (const passage of ports.passages.list({ documentId, tagIds: [], text: null })) {
    const anchor = anchorAgain(ports, passage);
    ports.passages.setAnchor(passage.passageId, anchor);
    if (anchor.state === "orphaned") orphaned += 1;
  }
  return orphaned;
}

async function rereadDocument(ports: CasePorts, run: JobRun, documentId: DocumentId, position: number): Promise<void> {
  const document = ports.documents.find(documentId);
  if (document === null) throw new ProbativeError("document/not-found", documentId);
  if (!(await ports.vault.exists(document.sha256))) throw new ProbativeError("document/original-missing");
  const reading = await readDocument(ports, documentId, ports.vault.pathOf(document.sha256), run.signal, () => {
    run.progress(document.fileName);
  });
  ports.index.finishDocument(documentId);
  ports.index.commit();
  ports.jobs.transact(() => {
    ports.documents.updateReading(documentId, { ...reading, pages: reading.pageCount });
    const orphaned = anchorPassages(ports, documentId);
    const lost = orphaned === 0 ? null : `${orphaned} of its passages could not be found again.`;
    const message = [describeDamage(reading.damagedPages), lost].filter((part) => part !== null).join(" ");
    ports.jobs.record(run.jobId, position, {
      outcome: "imported",
      reason: null,
      message: message === "" ? null : message,
      documentId,
      pages: reading.pageCount,
      pagesWithoutText: reading.pagesWithoutText,
    });
  });
  ports.publish({ kind: "changed", areas: ["documents", "passages"] });
}

/**
 * Reads originals into the index anew, one document at a time and durable one by one, then anchors the passages of each.
 * A document that cannot be read stays in the catalogue and is named in the account.
 *
 * @throws ProbativeError `job/cancelled`, or what stops the whole job (a full disk)
 */
export async function rebuildIndex(ports: CasePorts, run: JobRun): Promise<void> {
  listDocuments(ports, run);
  const pending = ports.jobs.pendingFiles(run.jobId, -1, Number.MAX_SAFE_INTEGER);
  try {
    await runInParallel(pending, ports.reader.concurrency, async ({ path, position }) => {
      if (run.signal.aborted) throw new ProbativeError("job/cancelled");
      try {
        await rereadDocument(ports, run, decoder.decode(path) as DocumentId, position);
      } catch (thrown) {
        const ownFailure = thrown instanceof ProbativeError && /^(import|document)\//u.test(thrown.code);
        if (run.signal.aborted || !ownFailure) throw thrown;
        ports.jobs.record(run.jobId, position, resultWithoutDocument("failed", thrown.code, thrown.what));
      }
      run.progress(null);
    });
  } finally {
    ports.index.rollback();
  }
}

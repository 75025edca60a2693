import type { DocumentId } from "#shared/base/ids.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { CasePorts } from "../backend-context.ts";
import type { JobRun } from "../jobs/job-runner.ts";
import { runInParallel } from "../jobs/run-in-parallel.ts";
import { tendIndex } from "../jobs/tend-index.ts";
import type { ListedFile } from "../ports/job-store.ts";
import { resultWithoutDocument } from "./list-files.ts";
import { rereadDocument } from "./reread-document.ts";

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

async function rereadAndRecord(ports: CasePorts, run: JobRun, documentId: DocumentId, position: number): Promise<void> {
  const name = ports.documents.names(documentId)?.title ?? null;
  await rereadDocument(
    ports,
    documentId,
    run.signal,
    () => {
      run.progress(name);
    },
    (reread) => {
      ports.jobs.record(run.jobId, position, { outcome: "imported", reason: null, documentId, ...reread });
    },
  );
}

/**
 * Reads originals and renditions into the index anew, one document at a time and durable one by one, then anchors the
 * passages of each. A document that cannot be read stays in the catalogue and in the index, and is named in the account.
 *
 * @throws ProbativeError `job/cancelled`, or what stops the whole job (a full disk)
 */
export async function rebuildIndex(ports: CasePorts, run: JobRun): Promise<void> {
  listDocuments(ports, run);
  const pending = ports.jobs.pendingFiles(run.jobId, -1, Number.MAX_SAFE_INTEGER);
  await runInParallel(pending, ports.reader.concurrency, async ({ path, position }) => {
    if (run.signal.aborted) throw new ProbativeError("job/cancelled");
    try {
      await rereadAndRecord(ports, run, decoder.decode(path) as DocumentId, position);
    } catch (thrown) {
      const ownFailure = thrown instanceof ProbativeError && /^(import|document)\//u.test(thrown.code);
      if (run.signal.aborted || !ownFailure) throw thrown;
      ports.jobs.record(run.jobId, position, resultWithoutDocument("failed", thrown.code, thrown.what));
    }
    run.progress(null);
  });
  await tendIndex(ports, run);
}

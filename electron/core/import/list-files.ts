import { errorDefinition } from "#shared/errors/codes.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { CasePorts } from "../backend-context.ts";
import type { JobRun } from "../jobs/job-runner.ts";
import type { FoundFile } from "../ports/file-tree.ts";
import type { FileResult, ListedFile } from "../ports/job-store.ts";

/** The line of the account for a file that is not read. */
export function resultWithoutDocument(
  outcome: "failed" | "skipped",
  reason: Parameters<typeof errorDefinition>[0],
  note: string | null,
): FileResult {
  const sentence = errorDefinition(reason).message;
  return {
    outcome,
    reason,
    message: note === null || note === "" ? sentence : `${sentence} ${note}`,
    documentId: null,
    pages: 0,
    pagesWithoutText: 0,
  };
}

function toListedFile(file: FoundFile): ListedFile {
  const { path, shownPath, skipped, note } = file;
  if (skipped === null) return { path, shownPath, result: null };
  const outcome = skipped === "import/unreadable" ? "failed" : "skipped";
  return { path, shownPath, result: resultWithoutDocument(outcome, skipped, note) };
}

/**
 * Writes every file below the job's paths into its account before the first one is read, so that nothing that was given
 * can be missing from it. Listing again after an interruption adds only what is new.
 *
 * @throws ProbativeError `job/cancelled`
 */
export async function listFiles(ports: CasePorts, run: JobRun): Promise<void> {
  if (ports.jobs.isListed(run.jobId)) return;
  const { paths, incomingFolder } = run.request;
  for await (const batch of ports.fileTree.walk(paths, incomingFolder, run.signal)) {
    ports.jobs.addFiles(run.jobId, batch.map(toListedFile));
    run.progress(null);
  }
  if (run.signal.aborted) throw new ProbativeError("job/cancelled");
  ports.jobs.markListed(run.jobId);
}

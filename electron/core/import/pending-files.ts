import type { CasePorts } from "../backend-context.ts";
import type { JobRun } from "../jobs/job-runner.ts";
import type { JobFile } from "../ports/job-store.ts";

/** Pending files fetched at a time. */
const FETCH = 200;

/** The pending files of a job, those included that join while others are worked on. */
export interface PendingFiles {
  readonly files: AsyncIterable<JobFile>;
  /** A file that was taken has come to its end. */
  finished(): void;
}

/**
 * Hands out pending files in order. A file that is worked on may hold others: as long as one is, the end is not reached.
 *
 * @param settle writes what waits to be written, so that the files inside of what was read stand in the account
 */
export function takePendingFiles(ports: Pick<CasePorts, "jobs">, run: JobRun, settle: () => void): PendingFiles {
  let inHand = 0;
  let change = Promise.withResolvers<void>();

  async function* take(): AsyncGenerator<JobFile> {
    let after = -1;
    for (;;) {
      const files = ports.jobs.pendingFiles(run.jobId, after, FETCH);
      for (const file of files) {
        if (run.signal.aborted) return;
        after = file.position;
        inHand += 1;
        yield file;
      }
      if (files.length > 0) continue;
      if (inHand === 0) {
        settle();
        if (ports.jobs.pendingFiles(run.jobId, after, 1).length === 0) return;
      } else {
        await change.promise;
        settle();
      }
    }
  }

  return {
    files: take(),
    finished: () => {
      inHand -= 1;
      change.resolve();
      change = Promise.withResolvers();
    },
  };
}

import { z } from "zod";
import { type JobId, jobIdSchema } from "#shared/base/ids.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { Job } from "#shared/model/job.ts";
import type { Backend } from "../backend.ts";
import type { StopSignal } from "./terminal.ts";

const startedSchema = z.object({ jobId: jobIdSchema });

/** The job that a reply names, or null: a command such as `case create-sample` may start one besides what it does. */
export function startedJob(reply: unknown): JobId | null {
  const parsed = startedSchema.safeParse(reply);
  return parsed.success ? parsed.data.jobId : null;
}

/**
 * Waits for the end of a job. A request to stop cancels it; its end is awaited all the same, so that what it finished
 * is kept and it can be resumed.
 *
 * @throws ProbativeError `job/cancelled`; `internal/unknown` when the whole job failed
 */
export async function followJob(
  backend: Backend,
  jobId: JobId,
  stop: StopSignal,
  onProgress: (job: Job) => void,
): Promise<void> {
  const job = await new Promise<Job>((resolve, reject) => {
    const settle = (latest: Job): void => {
      if (latest.status === "running") {
        onProgress(latest);
        return;
      }
      stopListening();
      stopWatching();
      resolve(latest);
    };
    const stopWatching = stop.listen(() => void backend.call("jobs.cancel", { job: jobId }).catch(reject));
    const stopListening = backend.listen((event) => {
      if (event.kind === "job" && event.job.jobId === jobId) settle(event.job);
    });
    // It may have ended before anyone listened.
    backend.call("jobs.show", { job: jobId }).then(settle, reject);
  });
  if (job.status === "cancelled")
    throw new ProbativeError("job/cancelled", `Its identifier is ${jobId}.`, { job: jobId });
  if (job.status !== "done") throw new ProbativeError("internal/unknown", job.error ?? "", { job: jobId });
}

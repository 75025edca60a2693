import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { Job } from "#shared/model/job.ts";
import type { CasePorts } from "../backend-context.ts";

/**
 * Makes a job that stopped early ready to go on: what a cancellation skipped is pending again.
 *
 * @throws ProbativeError `job/not-resumable`
 */
export function reopenJob(ports: Pick<CasePorts, "jobs">, job: Job): Job {
  if (job.status === "running" || job.status === "done") {
    throw new ProbativeError("job/not-resumable", `It is ${job.status}.`, { job: job.jobId, status: job.status });
  }
  ports.jobs.reopenCancelled(job.jobId);
  ports.jobs.setStatus(job.jobId, "running", null, null);
  return job;
}

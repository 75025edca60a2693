import type { CasePorts } from "../backend-context.ts";
import { handOver } from "../hand-over.ts";
import type { JobRun } from "./job-runner.ts";

/** How long the index is worked on before others have their turn: two frames of the screen. */
const SLICE_MS = 30;

/**
 * Does what the index has put off while it was being filled, in slices, so that searching stays fast: what a job that
 * writes to the index ends with. What is left when the job is stopped waits for the next one, or for a search.
 */
export async function tendIndex(
  ports: Pick<CasePorts, "index">,
  run: Pick<JobRun, "signal" | "progress">,
): Promise<void> {
  while (!run.signal.aborted && ports.index.maintain(SLICE_MS)) {
    run.progress(null);
    await handOver();
  }
}

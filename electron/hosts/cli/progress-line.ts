import type { Job } from "#shared/model/job.ts";
import { type OutputStream, plainForTerminal } from "./terminal.ts";

/** A line that is overwritten as work goes on. Writes nothing where no person looks. */
export interface ProgressLine {
  show(job: Job): void;
  /** Takes the line away, so that what is printed next starts on a clean line. */
  clear(): void;
}

/** Progress of a job on a stream. */
export function createProgressLine(stream: OutputStream): ProgressLine {
  let isShown = false;
  return {
    show(job) {
      if (!stream.isTerminal) return;
      isShown = true;
      stream.write(`\r\x1b[K${formatProgress(job).slice(0, Math.max(stream.columns - 1, 1))}`);
    },
    clear() {
      if (isShown) stream.write("\r\x1b[K");
      isShown = false;
    },
  };
}

/** One line about a running job: files, pages, failures, the file at hand. */
export function formatProgress(job: Job): string {
  const parts = [`${job.done.toLocaleString("en")} of ${job.total.toLocaleString("en")} files`];
  parts.push(`${job.pages.toLocaleString("en")} pages`);
  if (job.failed > 0) parts.push(`${job.failed} failed`);
  if (job.current !== null) parts.push(plainForTerminal(job.current));
  return parts.join(" · ");
}

import type { FileOutcome, ImportAccount, Job } from "#shared/model/job.ts";
import type { MessageKey } from "../messages/en/english.ts";
import { say } from "../messages/say.ts";
import { formatDuration, formatPercent } from "../ui/format.ts";

/** Files that failed, over all jobs: what the status bar counts. */
export function failedFiles(jobs: readonly Job[]): number {
  return jobs.reduce((sum, job) => sum + job.failed, 0);
}

/** How far a job is, 0 to 1; null while nothing has been listed yet. */
export function jobShare(job: Job): number | null {
  return job.total === 0 ? null : Math.min(1, job.done / job.total);
}

const BEGUN: Readonly<Record<Job["kind"], MessageKey>> = {
  import: "jobs.reading",
  "rebuild-index": "jobs.rebuilding",
  ocr: "jobs.recognising",
};

const SHARES: Readonly<Record<Job["kind"], MessageKey>> = {
  import: "jobs.readingShare",
  "rebuild-index": "jobs.rebuildingShare",
  ocr: "jobs.recognisingShare",
};

/** What the top bar says of a running job, e.g. `Reading 64%`. */
export function jobHeadline(job: Job): string {
  const share = jobShare(job);
  return share === null ? say(BEGUN[job.kind]) : say(SHARES[job.kind], { share: formatPercent(share) });
}

/**
 * Pages a second since the job started, or null when it is too early to tell.
 *
 * @param now milliseconds since the epoch
 */
export function pageRate(job: Job, now: number): number | null {
  const end = job.finishedAt === null ? now : Date.parse(job.finishedAt);
  const seconds = (end - Date.parse(job.startedAt)) / 1000;
  return seconds < 1 || job.pages === 0 ? null : job.pages / seconds;
}

/** What a job has done, in what its kind counts: `13 files`, `4 documents`. */
export function jobDone({ kind, done }: Job): string {
  return say(kind === "ocr" ? "jobs.documentsDone" : "jobs.filesDone", { count: done });
}

/** The same with what there is: `13 of 20 files`. */
export function jobDoneOf({ kind, done, total }: Job): string {
  return say(kind === "ocr" ? "jobs.documentsOf" : "jobs.filesOf", { done, total });
}

/** Share of the files below which what is left is not guessed. */
const EARLIEST_GUESS = 0.05;

/**
 * Milliseconds that a running job may still take, by its files so far; null while that would be a bare guess: nothing is
 * listed, less than a twentieth is done, or it has not run for three seconds.
 *
 * @param now milliseconds since the epoch
 */
export function timeLeft(job: Job, now: number): number | null {
  const share = jobShare(job);
  const elapsed = now - Date.parse(job.startedAt);
  if (share === null || share < EARLIEST_GUESS || share >= 1 || elapsed < 3000) return null;
  return (elapsed / share) * (1 - share);
}

/** The outcomes in the order in which an account names them. */
const OUTCOMES = ["imported", "duplicate", "failed", "skipped", "pending"] as const satisfies FileOutcome[];

/** One part of the sum of an account. */
export interface AccountPart {
  readonly outcome: FileOutcome;
  readonly count: number;
}

/** The parts of the sum. `pending` stands in it only while there is something pending; the others always do. */
export function accountParts(account: ImportAccount): readonly AccountPart[] {
  return OUTCOMES.map((outcome) => ({ outcome, count: account[outcome] })).filter(
    ({ outcome, count }) => outcome !== "pending" || count > 0,
  );
}

/** True when the parts add up to what was given. When it is false the program is wrong, and the screen says so. */
export function accountBalances(account: ImportAccount): boolean {
  return OUTCOMES.reduce((sum, outcome) => sum + account[outcome], 0) === account.given;
}

/** What the message area says when a job has ended; null for a job that still runs. */
export function jobEnding(job: Job): string | null {
  switch (job.status) {
    case "running":
      return null;
    case "done": {
      const { pages, failed, done: files } = job;
      if (job.kind === "ocr") return say("jobs.ocrFinished", { pages });
      if (job.kind === "rebuild-index") return say("jobs.indexRebuilt", { pages });
      if (failed > 0) return say("jobs.importFinishedWithFailures", { files, pages, failed });
      return say("jobs.importFinished", { files, pages });
    }
    case "cancelled":
      return say(job.kind === "ocr" ? "jobs.ocrHeld" : "jobs.jobCancelled");
    case "interrupted":
      return say("jobs.jobInterrupted");
    case "failed":
      return job.error ?? say("jobs.jobFailed");
  }
}

const STATUSES: Readonly<Record<Job["status"], MessageKey>> = {
  running: "jobs.statusRunning",
  interrupted: "jobs.statusInterrupted",
  cancelled: "jobs.statusCancelled",
  done: "jobs.statusDone",
  failed: "jobs.statusFailed",
};

/** A status as people read it. */
export function statusLabel(status: Job["status"]): string {
  return say(STATUSES[status]);
}

/** True for a job that can go on where it stopped. */
export function isResumable(job: Job): boolean {
  return job.status === "interrupted" || job.status === "cancelled";
}

/** Pages that a job has read, or recognised. */
export function pagesDone({ kind, pages }: Job): string {
  return say(kind === "ocr" ? "jobs.pagesRecognised" : "jobs.pagesRead", { count: pages });
}

/**
 * What is said of a job that runs: how far it is, how fast it goes, and how long it may still take, where that is known.
 *
 * @param now milliseconds since the epoch
 */
export function runningFigures(job: Job, now: number): readonly string[] {
  const rate = pageRate(job, now);
  const left = timeLeft(job, now);
  return [
    jobDoneOf(job),
    pagesDone(job),
    rate === null
      ? null
      : rate >= 2
        ? say("jobs.pagesPerSecond", { rate: Math.round(rate) })
        : say("jobs.pagesPerMinute", { rate: Math.round(rate * 60) }),
    left === null ? null : say("jobs.timeLeft", { time: formatDuration(left) }),
  ].filter((figure) => figure !== null);
}

import type { FileOutcome, ImportAccount, Job } from "#shared/model/job.ts";
import { formatCount, formatNumber, formatPercent } from "../ui/format.ts";

/** Files that failed, over all jobs: what the status bar counts. */
export function failedFiles(jobs: readonly Job[]): number {
  return jobs.reduce((sum, job) => sum + job.failed, 0);
}

/** How far a job is, 0 to 1; null while nothing has been listed yet. */
export function jobShare(job: Job): number | null {
  return job.total === 0 ? null : Math.min(1, job.done / job.total);
}

const JOB_VERBS = { import: "Reading", "rebuild-index": "Rebuilding", ocr: "OCR" } as const;

/** What the top bar says of a running job, e.g. `Reading 64%`. */
export function jobHeadline(job: Job): string {
  const verb = JOB_VERBS[job.kind];
  const share = jobShare(job);
  return share === null ? `${verb}…` : `${verb} ${formatPercent(share)}`;
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

/** What a job of a kind counts, in the singular. */
export function jobNoun(kind: Job["kind"]): string {
  return kind === "ocr" ? "document" : "file";
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
export const OUTCOMES = ["imported", "duplicate", "failed", "skipped", "pending"] as const satisfies FileOutcome[];

/** Outcomes as people read them, after a number. */
export const OUTCOME_LABELS: Readonly<Record<FileOutcome, string>> = {
  imported: "imported",
  duplicate: "duplicate",
  failed: "failed",
  skipped: "skipped",
  pending: "not read yet",
};

/** Outcomes of the documents that OCR was asked for. */
const OCR_OUTCOME_LABELS: Readonly<Record<FileOutcome, string>> = {
  ...OUTCOME_LABELS,
  imported: "recognised",
  duplicate: "not needed",
  pending: "waiting",
};

/** The words for the outcomes of a job's kind. */
export function outcomeLabels(kind: Job["kind"]): Readonly<Record<FileOutcome, string>> {
  return kind === "ocr" ? OCR_OUTCOME_LABELS : OUTCOME_LABELS;
}

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

/** E.g. `214 given = 198 imported + 9 duplicate + 4 failed + 3 skipped`. */
export function accountSentence(account: ImportAccount): string {
  const parts = accountParts(account).map(({ outcome, count }) => `${formatNumber(count)} ${OUTCOME_LABELS[outcome]}`);
  return `${formatNumber(account.given)} given ${accountBalances(account) ? "=" : "≠"} ${parts.join(" + ")}`;
}

/** What the message area says when a job has ended; null for a job that still runs. */
export function jobEnding(job: Job): string | null {
  switch (job.status) {
    case "running":
      return null;
    case "done": {
      if (job.kind === "ocr") return `OCR finished: ${formatCount(job.pages, "page")} recognised.`;
      if (job.kind === "rebuild-index") return `The index was rebuilt: ${formatCount(job.pages, "page")}.`;
      const failed = job.failed === 0 ? "" : ` ${formatCount(job.failed, "file")} failed: see the account.`;
      return `Import finished: ${formatCount(job.done, "file")}, ${formatCount(job.pages, "page")} read.${failed}`;
    }
    case "cancelled":
      return "The job was cancelled. What it finished stays; it can be resumed.";
    case "interrupted":
      return "The job was interrupted. It can be resumed.";
    case "failed":
      return job.error ?? "The job failed.";
  }
}

/** Statuses as people read them. */
export const STATUS_LABELS: Readonly<Record<Job["status"], string>> = {
  running: "Running",
  interrupted: "Interrupted",
  cancelled: "Cancelled",
  done: "Done",
  failed: "Failed",
};

/** True for a job that can go on where it stopped. */
export function isResumable(job: Job): boolean {
  return job.status === "interrupted" || job.status === "cancelled";
}

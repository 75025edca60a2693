import type { FileOutcome, Job } from "#shared/model/job.ts";
import type { MessageKey } from "../messages/en/english.ts";
import { say } from "../messages/say.ts";

/** Messages of one outcome: what became of one file, how many became that, and that none did. */
interface OutcomeWords {
  readonly label: MessageKey;
  readonly count: MessageKey;
  readonly none: MessageKey;
}

const FILES: Readonly<Record<FileOutcome, OutcomeWords>> = {
  imported: { label: "jobs.imported", count: "jobs.countImported", none: "jobs.noneImported" },
  duplicate: { label: "jobs.duplicate", count: "jobs.countDuplicate", none: "jobs.noneDuplicate" },
  failed: { label: "jobs.failed", count: "jobs.countFailed", none: "jobs.noneFailed" },
  skipped: { label: "jobs.skipped", count: "jobs.countSkipped", none: "jobs.noneSkipped" },
  pending: { label: "jobs.pending", count: "jobs.countPending", none: "jobs.nonePending" },
};

/** Of documents that OCR was asked for. */
const RECOGNISED: Readonly<Record<FileOutcome, OutcomeWords>> = {
  imported: { label: "jobs.recognised", count: "jobs.countRecognised", none: "jobs.noneRecognised" },
  duplicate: { label: "jobs.notNeeded", count: "jobs.countNotNeeded", none: "jobs.noneNotNeeded" },
  failed: { label: "jobs.failed", count: "jobs.countFailed", none: "jobs.noneFailedOcr" },
  skipped: { label: "jobs.skipped", count: "jobs.countSkipped", none: "jobs.noneSkippedOcr" },
  pending: { label: "jobs.waiting", count: "jobs.countWaiting", none: "jobs.noneWaiting" },
};

function wordsOf(kind: Job["kind"], outcome: FileOutcome): OutcomeWords {
  return kind === "ocr" ? RECOGNISED[outcome] : FILES[outcome];
}

/** What became of a file, as people read it. */
export function outcomeLabel(kind: Job["kind"], outcome: FileOutcome): string {
  return say(wordsOf(kind, outcome).label);
}

/** Message of how many files came to an outcome; the number stands in `<b>`. */
export function outcomeCount(kind: Job["kind"], outcome: FileOutcome): MessageKey {
  return wordsOf(kind, outcome).count;
}

/** That no file came to an outcome. */
export function noneWith(kind: Job["kind"], outcome: FileOutcome): string {
  return say(wordsOf(kind, outcome).none);
}

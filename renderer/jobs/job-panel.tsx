import { Ban, Play } from "lucide-react";
import type { FileOutcome, ImportAccount, Job } from "#shared/model/job.ts";
import { useNavigation } from "../app/navigation.ts";
import { useCallMutation, useCallQuery } from "../client/use-query-call.ts";
import { Button } from "../ui/button.tsx";
import { Chip } from "../ui/chip.tsx";
import { describeError } from "../ui/describe-error.ts";
import { ErrorState } from "../ui/error-state.tsx";
import { formatCount, formatDateTime, formatDuration, formatNumber } from "../ui/format.ts";
import { ProgressBar } from "../ui/progress-bar.tsx";
import { AccountTable } from "./account-table.tsx";
import { ExportAccount } from "./export-account.tsx";
import {
  accountBalances,
  accountParts,
  isResumable,
  jobNoun,
  jobShare,
  outcomeLabels,
  pageRate,
  STATUS_LABELS,
  timeLeft,
} from "./job-figures.ts";
import styles from "./job-panel.module.css";
import { useNow } from "./use-now.ts";

interface JobPanelProps {
  readonly job: Job;
  readonly filter: FileOutcome | null;
  readonly onFilter: (outcome: FileOutcome | null) => void;
}

/** One job: how far it is or how it ended, the sum of its account, and what became of every file. */
export function JobPanel({ job, filter, onFilter }: JobPanelProps) {
  const { data, error, refetch } = useCallQuery("jobs.account", { job: job.jobId });
  return (
    <section className={styles.panel} aria-label={job.title}>
      <header className={styles.head}>
        <div className={styles.titleLine}>
          <h2 className={styles.title}>{job.title}</h2>
          <StatusChip job={job} />
          <span className={styles.actions}>
            {job.kind === "import" && job.status !== "running" && <ExportAccount job={job.jobId} />}
            <JobActions job={job} />
          </span>
        </div>
        {job.status === "running" ? <Running job={job} /> : <Ended job={job} />}
      </header>
      {error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data !== undefined && data.given > 0 && <Sum job={job} account={data} filter={filter} onFilter={onFilter} />}
      {data !== undefined && <AccountTable job={job} files={data.files} filter={filter} />}
    </section>
  );
}

const STATUS_TONES = { running: "accent", done: "ok", cancelled: "warn", interrupted: "warn", failed: "bad" } as const;

function StatusChip({ job }: { readonly job: Job }) {
  return <Chip tone={STATUS_TONES[job.status]}>{STATUS_LABELS[job.status]}</Chip>;
}

function JobActions({ job }: { readonly job: Job }) {
  const { announce } = useNavigation();
  const cancel = useCallMutation("jobs.cancel");
  const resume = useCallMutation("jobs.resume");
  const onError = (error: unknown) => {
    const { message, action } = describeError(error);
    announce(`${message} ${action}`, "bad");
  };
  if (job.status === "running") {
    return (
      <Button
        icon={<Ban aria-hidden />}
        busy={cancel.isPending}
        onClick={() => cancel.mutate({ job: job.jobId }, { onError })}
      >
        Cancel
      </Button>
    );
  }
  if (!isResumable(job)) return null;
  return (
    <Button
      variant="primary"
      icon={<Play aria-hidden />}
      busy={resume.isPending}
      onClick={() => resume.mutate({ job: job.jobId }, { onError })}
    >
      Resume
    </Button>
  );
}

function Running({ job }: { readonly job: Job }) {
  const now = useNow(1000);
  const rate = pageRate(job, now);
  const left = timeLeft(job, now);
  const perMinute = rate === null ? null : rate * 60;
  return (
    <>
      <ProgressBar label={job.title} value={jobShare(job)} />
      <p className={styles.meta}>
        <span>
          {formatNumber(job.done)} of {formatCount(job.total, jobNoun(job.kind))}
        </span>
        <span>
          {formatCount(job.pages, "page")} {job.kind === "ocr" ? "recognised" : "read"}
        </span>
        {rate !== null && perMinute !== null && (
          <span>
            {rate >= 2
              ? `${formatNumber(Math.round(rate))} pages/s`
              : `${formatNumber(Math.round(perMinute))} pages/min`}
          </span>
        )}
        {left !== null && <span>about {formatDuration(left)} left</span>}
        <span className={styles.current}>{job.current}</span>
      </p>
    </>
  );
}

function Ended({ job }: { readonly job: Job }) {
  const took = job.finishedAt === null ? null : Date.parse(job.finishedAt) - Date.parse(job.startedAt);
  return (
    <p className={styles.meta}>
      {job.error !== null && <span className={styles.bad}>{job.error}</span>}
      <span>
        {formatCount(job.pages, "page")} {job.kind === "ocr" ? "recognised" : "read"}
      </span>
      <span>started {formatDateTime(job.startedAt)}</span>
      {took !== null && <span>took {formatDuration(took)}</span>}
    </p>
  );
}

interface SumProps {
  readonly job: Job;
  readonly account: ImportAccount;
  readonly filter: FileOutcome | null;
  readonly onFilter: (outcome: FileOutcome | null) => void;
}

/** The sum, spelt out: given = imported + duplicate + failed + skipped. Each part filters the table. */
function Sum({ job, account, filter, onFilter }: SumProps) {
  const labels = outcomeLabels(job.kind);
  return (
    <fieldset className={styles.sum}>
      <legend className={styles.hidden}>Show files by outcome</legend>
      <div className={styles.parts}>
        <SumPart count={account.given} label="given" pressed={filter === null} onClick={() => onFilter(null)} />
        <span className={styles.sign}>{accountBalances(account) ? "=" : "≠"}</span>
        {accountParts(account).map(({ outcome, count }, index) => (
          <span key={outcome} className={styles.part}>
            {index > 0 && <span className={styles.sign}>+</span>}
            <SumPart
              count={count}
              label={labels[outcome]}
              pressed={filter === outcome}
              bad={outcome === "failed" && count > 0}
              onClick={() => onFilter(filter === outcome ? null : outcome)}
            />
          </span>
        ))}
        {/* While it runs, the line above counts the pages. */}
        {account.pending === 0 && (
          <span className={styles.pages}>
            {formatCount(account.pages, "page")}
            {job.kind === "import" &&
              account.pagesWithoutText > 0 &&
              ` · ${formatNumber(account.pagesWithoutText)} had no text of their own`}
          </span>
        )}
      </div>
    </fieldset>
  );
}

interface SumPartProps {
  readonly count: number;
  readonly label: string;
  readonly pressed: boolean;
  readonly bad?: boolean;
  readonly onClick: () => void;
}

function SumPart({ count, label, pressed, bad = false, onClick }: SumPartProps) {
  return (
    <button type="button" className={bad ? styles.badFigure : styles.figure} aria-pressed={pressed} onClick={onClick}>
      <b>{formatNumber(count)}</b> {label}
    </button>
  );
}

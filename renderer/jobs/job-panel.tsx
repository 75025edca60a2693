import type { FileOutcome, ImportAccount, Job } from "#shared/model/job.ts";
import { useCallQuery } from "../client/use-query-call.ts";
import type { MessageKey } from "../messages/en/english.ts";
import { say, sayRich } from "../messages/say.ts";
import { Chip } from "../ui/chip.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { formatDateTime, formatDuration } from "../ui/format.ts";
import { ProgressBar } from "../ui/progress-bar.tsx";
import { AccountTable } from "./account-table.tsx";
import { ExportAccount } from "./export-account.tsx";
import { JobActions } from "./job-actions.tsx";
import { accountBalances, accountParts, jobShare, pagesDone, runningFigures, statusLabel } from "./job-figures.ts";
import styles from "./job-panel.module.css";
import { outcomeCount } from "./outcome-words.ts";
import { STATUS_TONES } from "./status-tones.ts";
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

function StatusChip({ job }: { readonly job: Job }) {
  return <Chip tone={STATUS_TONES[job.status]}>{statusLabel(job.status)}</Chip>;
}

function Running({ job }: { readonly job: Job }) {
  const now = useNow(1000);
  return (
    <>
      <ProgressBar label={job.title} value={jobShare(job)} />
      <p className={styles.meta}>
        {runningFigures(job, now).map((figure) => (
          <span key={figure}>{figure}</span>
        ))}
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
      <span>{pagesDone(job)}</span>
      <span>{say("jobs.startedAt", { time: formatDateTime(job.startedAt) })}</span>
      {took !== null && <span>{say("jobs.took", { time: formatDuration(took) })}</span>}
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
  return (
    <fieldset className={styles.sum}>
      <legend className={styles.hidden}>{say("jobs.showByOutcome")}</legend>
      <div className={styles.parts}>
        <SumPart
          count={account.given}
          words="jobs.countGiven"
          pressed={filter === null}
          onClick={() => onFilter(null)}
        />
        <span className={styles.sign}>{accountBalances(account) ? "=" : "≠"}</span>
        {accountParts(account).map(({ outcome, count }, index) => (
          <span key={outcome} className={styles.part}>
            {index > 0 && <span className={styles.sign}>+</span>}
            <SumPart
              count={count}
              words={outcomeCount(job.kind, outcome)}
              pressed={filter === outcome}
              bad={outcome === "failed" && count > 0}
              onClick={() => onFilter(filter === outcome ? null : outcome)}
            />
          </span>
        ))}
        {/* While it runs, the line above counts the pages. */}
        {account.pending === 0 && (
          <span className={styles.pages}>
            {say("jobs.pages", { count: account.pages })}
            {job.kind === "import" &&
              account.pagesWithoutText > 0 &&
              ` · ${say("jobs.noTextOfTheirOwn", { count: account.pagesWithoutText })}`}
          </span>
        )}
      </div>
    </fieldset>
  );
}

interface SumPartProps {
  readonly count: number;
  /** Message of a count; the number stands in `<b>`. */
  readonly words: MessageKey;
  readonly pressed: boolean;
  readonly bad?: boolean;
  readonly onClick: () => void;
}

function SumPart({ count, words, pressed, bad = false, onClick }: SumPartProps) {
  return (
    <button type="button" className={bad ? styles.badFigure : styles.figure} aria-pressed={pressed} onClick={onClick}>
      {sayRich(words, { count, b: (chunks) => <b>{chunks}</b> })}
    </button>
  );
}

import { Activity, BookLock } from "lucide-react";
import { useState } from "react";
import type { JobId } from "#shared/base/ids.ts";
import type { FileOutcome, Job } from "#shared/model/job.ts";
import { useCallQuery } from "../client/use-query-call.ts";
import { say } from "../messages/say.ts";
import { classes } from "../ui/classes.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { formatShortDateTime } from "../ui/format.ts";
import { PanelHeading } from "../ui/panel-heading.tsx";
import { ProgressBar } from "../ui/progress-bar.tsx";
import { SidePanel } from "../ui/side-panel.tsx";
import { Spinner } from "../ui/spinner.tsx";
import styles from "./activity.module.css";
import { ImportButtons } from "./import-buttons.tsx";
import { jobDone, jobShare, statusLabel } from "./job-figures.ts";
import { JobPanel } from "./job-panel.tsx";
import { JournalPanel } from "./journal-panel.tsx";
import { OcrPanel } from "./ocr-panel.tsx";
import { RefusedFiles } from "./refused-files.tsx";

interface ActivityViewProps {
  /** Shows only files with this outcome. */
  readonly filter: FileOutcome | null;
  readonly onFilter: (outcome: FileOutcome | null) => void;
}

/** All jobs of the case, latest first, and the account of the chosen one. */
export function ActivityView({ filter, onFilter }: ActivityViewProps) {
  const { data, error, refetch } = useCallQuery("jobs.list", {});
  const [chosen, setChosen] = useState<JobId | "journal" | null>(null);
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data === undefined) {
    return (
      <div className={styles.loading}>
        <Spinner label={say("jobs.listing")} visible />
      </div>
    );
  }
  const { jobs } = data;
  const current = jobs.find((job) => job.jobId === chosen) ?? defaultJob(jobs, filter);
  return (
    <div className={styles.activity}>
      <RefusedFiles />
      <OcrPanel />
      <div className={styles.columns}>
        <SidePanel
          name="activity-jobs"
          label={say("jobs.jobs")}
          side="start"
          widths={{ initial: 280, narrow: 232, min: 180, max: 460 }}
        >
          <PanelHeading aside={jobs.length}>{say("jobs.jobs")}</PanelHeading>
          <ul className={styles.list}>
            {jobs.map((job) => (
              <li key={job.jobId}>
                <JobLine
                  job={job}
                  current={chosen !== "journal" && job === current}
                  onChoose={() => setChosen(job.jobId)}
                />
              </li>
            ))}
          </ul>
          <button
            type="button"
            className={classes(styles.journal, chosen === "journal" && styles.currentJob)}
            aria-current={chosen === "journal"}
            onClick={() => setChosen("journal")}
          >
            <BookLock aria-hidden />
            {say("jobs.journal")}
          </button>
        </SidePanel>
        {chosen === "journal" ? (
          <JournalPanel />
        ) : current === undefined ? (
          <EmptyState icon={<Activity />} title={say("jobs.nothingImported")} actions={<ImportButtons />}>
            {say("jobs.nothingImportedMore")}
          </EmptyState>
        ) : (
          <JobPanel key={current.jobId} job={current} filter={filter} onFilter={onFilter} />
        )}
      </div>
    </div>
  );
}

/** The latest import (OCR has its own line above); when failures are asked for, the latest job that has some. */
function defaultJob(jobs: readonly Job[], filter: FileOutcome | null): Job | undefined {
  const failed = filter === "failed" ? jobs.find((job) => job.failed > 0) : undefined;
  return failed ?? jobs.find((job) => job.kind === "import") ?? jobs[0];
}

interface JobLineProps {
  readonly job: Job;
  readonly current: boolean;
  readonly onChoose: () => void;
}

function JobLine({ job, current, onChoose }: JobLineProps) {
  return (
    <button
      type="button"
      className={classes(styles.job, current && styles.currentJob)}
      aria-current={current}
      onClick={onChoose}
    >
      <span className={styles.jobTitle}>{job.title}</span>
      <span className={styles.jobMeta}>
        {job.status === "done" ? jobDone(job) : statusLabel(job.status)}
        {job.failed > 0 && <span className={styles.bad}>{say("jobs.jobFailures", { count: job.failed })}</span>}
        <span className={styles.when}>{formatShortDateTime(job.startedAt)}</span>
      </span>
      {job.status === "running" && <ProgressBar label={job.title} value={jobShare(job)} />}
    </button>
  );
}

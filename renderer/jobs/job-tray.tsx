import { Activity, ChevronRight } from "lucide-react";
import { useState } from "react";
import type { Job } from "#shared/model/job.ts";
import { useNavigation } from "../app/navigation.ts";
import { useCallQuery } from "../client/use-query-call.ts";
import { say } from "../messages/say.ts";
import { Button } from "../ui/button.tsx";
import { Chip } from "../ui/chip.tsx";
import { formatShortDateTime } from "../ui/format.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { PanelHeading } from "../ui/panel-heading.tsx";
import { Popover } from "../ui/popover.tsx";
import { ProgressBar } from "../ui/progress-bar.tsx";
import { JobActions } from "./job-actions.tsx";
import { jobDone, jobHeadline, jobShare, runningFigures, statusLabel } from "./job-figures.ts";
import { JobLog } from "./job-log.tsx";
import styles from "./job-tray.module.css";
import { STATUS_TONES } from "./status-tones.ts";
import { useNow } from "./use-now.ts";
import { useTransfers } from "./use-transfers.ts";

interface JobTrayProps {
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  /** Keys that open it, as people read them. */
  readonly shortcut: string;
}

/** Jobs that have ended and are still listed. */
const ENDED_SHOWN = 4;

/** What runs, quietly at the edge of the window: a bar while something does, and behind it everything about it. */
export function JobTray({ open, onOpen, shortcut }: JobTrayProps) {
  const { show } = useNavigation();
  const [anchor, setAnchor] = useState<HTMLButtonElement | null>(null);
  const jobs = useCallQuery("jobs.list", {}).data?.jobs ?? [];
  const running = jobs.filter((job) => job.status === "running");
  const ended = jobs.filter((job) => job.status !== "running").slice(0, ENDED_SHOWN);
  const { progress } = useTransfers();
  return (
    <>
      <TrayButton
        running={running}
        shortcut={shortcut}
        button={{ ref: setAnchor, "aria-haspopup": "dialog", "aria-expanded": open, onClick: () => onOpen(!open) }}
      />
      <Popover
        open={open}
        onClose={() => onOpen(false)}
        anchor={anchor}
        label={say("jobs.jobs")}
        placement="bottom-end"
        className={styles.tray ?? ""}
      >
        <PanelHeading
          aside={
            <Button
              size="small"
              variant="quiet"
              onClick={() => {
                onOpen(false);
                show("activity");
              }}
            >
              {say("jobs.allActivity")}
            </Button>
          }
        >
          {say("jobs.jobs")}
        </PanelHeading>
        {progress !== null && (
          <div className={styles.job}>
            <span className={styles.title}>{say("jobs.copying", progress)}</span>
            <ProgressBar label={say("jobs.copying", progress)} value={progress.sent / progress.total} />
          </div>
        )}
        {progress === null && running.length === 0 && <p className={styles.nothing}>{say("jobs.nothingRuns")}</p>}
        {running.map((job) => (
          <RunningJob key={job.jobId} job={job} />
        ))}
        {ended.length > 0 && (
          <section aria-label={say("jobs.endedJobs")} className={styles.ended}>
            {ended.map((job) => (
              <EndedJob key={job.jobId} job={job} />
            ))}
          </section>
        )}
      </Popover>
    </>
  );
}

interface TrayButtonProps {
  readonly running: readonly Job[];
  readonly shortcut: string;
  readonly button: Readonly<Record<string, unknown>>;
}

function TrayButton({ running, shortcut, button }: TrayButtonProps) {
  const { progress } = useTransfers();
  // OCR goes on behind everything else: another job says more.
  const first = running.find((job) => job.kind !== "ocr") ?? running[0];
  if (progress === null && first === undefined) {
    return <IconButton {...button} label={say("jobs.jobs")} shortcut={shortcut} icon={<Activity aria-hidden />} />;
  }
  const [words, share] =
    progress !== null
      ? [say("jobs.copying", progress), progress.sent / progress.total]
      : first === undefined
        ? ["", null]
        : [jobHeadline(first), jobShare(first)];
  return (
    <button type="button" className={styles.progress} title={say("jobs.showJobs")} {...button}>
      <span className={styles.words}>{words}</span>
      <span className={styles.bar}>
        <ProgressBar label={words} value={share} />
      </span>
    </button>
  );
}

function RunningJob({ job }: { readonly job: Job }) {
  const now = useNow(1000);
  return (
    <section className={styles.job} aria-label={job.title}>
      <div className={styles.line}>
        <span className={styles.title}>{job.title}</span>
        <JobActions job={job} small />
      </div>
      <ProgressBar label={job.title} value={jobShare(job)} />
      <p className={styles.figures}>{runningFigures(job, now).join(" · ")}</p>
      <Log job={job} />
    </section>
  );
}

function EndedJob({ job }: { readonly job: Job }) {
  return (
    <section className={styles.job} aria-label={job.title}>
      <div className={styles.line}>
        <span className={styles.title}>{job.title}</span>
        <Chip tone={STATUS_TONES[job.status]}>{statusLabel(job.status)}</Chip>
        <JobActions job={job} small />
      </div>
      <p className={styles.figures}>
        {[
          jobDone(job),
          job.failed > 0 ? say("jobs.jobFailures", { count: job.failed }) : null,
          formatShortDateTime(job.finishedAt ?? job.startedAt),
        ]
          .filter((figure) => figure !== null)
          .join(" · ")}
      </p>
      <Log job={job} />
    </section>
  );
}

/** The log of a job, folded away until it is asked for. */
function Log({ job }: { readonly job: Job }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className={styles.toggle} aria-expanded={open} onClick={() => setOpen(!open)}>
        <ChevronRight aria-hidden />
        {say("jobs.log")}
      </button>
      {open && <JobLog job={job} />}
    </>
  );
}

import type { AccountFile, Job } from "#shared/model/job.ts";
import { useCallQuery } from "../client/use-query-call.ts";
import { say } from "../messages/say.ts";
import { InlineError } from "../ui/error-state.tsx";
import { PathText } from "../ui/path-text.tsx";
import { Spinner } from "../ui/spinner.tsx";
import { whyOf } from "./account-table.tsx";
import styles from "./job-log.module.css";
import { outcomeLabel } from "./outcome-words.ts";

/** Lines of a log that are shown; the activity has all of them. */
const SHOWN = 60;

/** What a job did, latest first: what is being read now, and what became of every file. */
export function JobLog({ job }: { readonly job: Job }) {
  const { data, error } = useCallQuery("jobs.account", { job: job.jobId });
  if (error !== null) return <InlineError error={error} />;
  if (data === undefined) return <Spinner label={say("jobs.readingLog")} />;
  const lines = logLines(data.files);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the log scrolls, and nothing in it takes the keyboard.
    <ol className={styles.log} aria-label={say("jobs.log")} tabIndex={0}>
      {job.current !== null && (
        <li className={styles.now}>
          <span className={styles.outcome}>{say("jobs.readingNow")}</span>
          <PathText path={job.current} className={styles.path ?? ""} />
        </li>
      )}
      {job.error !== null && <li className={styles.bad}>{job.error}</li>}
      {lines.length === 0 && job.current === null && <li>{say("jobs.noFilesYet")}</li>}
      {lines.map(({ number, file }) => (
        <li key={number}>
          <span className={styles.outcome} data-outcome={file.outcome}>
            {outcomeLabel(job.kind, file.outcome)}
          </span>
          <PathText path={file.path} className={styles.path ?? ""} />
          {file.outcome !== "imported" && whyOf(file) !== undefined && (
            <span className={styles.reason}>{whyOf(file)}</span>
          )}
        </li>
      ))}
    </ol>
  );
}

/** The files that something became of, latest first, with their numbers in the account. */
export function logLines(
  files: readonly AccountFile[],
): readonly { readonly number: number; readonly file: AccountFile }[] {
  return files
    .map((file, index) => ({ number: index + 1, file }))
    .filter(({ file }) => file.outcome !== "pending")
    .slice(-SHOWN)
    .toReversed();
}

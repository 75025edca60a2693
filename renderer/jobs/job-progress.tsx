import { useNavigation } from "../app/navigation.ts";
import { useCallQuery } from "../client/use-query-call.ts";
import { say } from "../messages/say.ts";
import { ProgressBar } from "../ui/progress-bar.tsx";
import { jobHeadline, jobShare } from "./job-figures.ts";
import styles from "./job-progress.module.css";
import { useTransfers } from "./use-transfers.ts";

/** What runs, in the top bar; a press shows all of it. Nothing stands here when nothing runs. */
export function JobProgress() {
  const { show } = useNavigation();
  const { data } = useCallQuery("jobs.list", {});
  const { progress } = useTransfers();
  const all = data?.jobs.filter((job) => job.status === "running") ?? [];
  // OCR goes on behind everything else; it has its own line in the activity.
  const running = all.find((job) => job.kind !== "ocr") ?? all[0];
  if (progress === null && running === undefined) return null;
  const [words, share] =
    progress !== null
      ? [say("jobs.copying", { sent: progress.sent, total: progress.total }), progress.sent / progress.total]
      : running === undefined
        ? ["", null]
        : [jobHeadline(running), jobShare(running)];
  return (
    <button type="button" className={styles.progress} onClick={() => show("activity")} title={say("jobs.showActivity")}>
      <span className={styles.words}>{words}</span>
      <span className={styles.bar}>
        <ProgressBar label={words} value={share} />
      </span>
    </button>
  );
}

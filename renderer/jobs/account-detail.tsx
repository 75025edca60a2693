import { BookOpen } from "lucide-react";
import type { ReportFile } from "#shared/model/import-report.ts";
import { formatLabel } from "../library/labels.ts";
import { say } from "../messages/say.ts";
import { Button } from "../ui/button.tsx";
import { RowDetail } from "../ui/row-detail.tsx";
import styles from "./account-detail.module.css";

interface AccountDetailProps {
  readonly path: string;
  /** The outcome in words. */
  readonly outcome: string;
  readonly message: string | undefined;
  readonly report: ReportFile | null;
  /** How it was read, in words. */
  readonly reading: string;
  /** Absent when it became no document. */
  readonly onOpen: (() => void) | undefined;
  readonly onClose: () => void;
}

/** One file of an account with the whole reason and every notice. */
export function AccountDetail({ path, outcome, message, report, reading, onOpen, onClose }: AccountDetailProps) {
  const facts = [
    outcome,
    report?.format == null ? null : formatLabel(report.format),
    report === null || report.pages === 0 ? null : say("jobs.pages", { count: report.pages }),
    reading === "" ? null : say("jobs.readBy", { ways: reading }),
  ].filter((fact) => fact !== null);
  return (
    <RowDetail title={path} onClose={onClose}>
      <p className={styles.facts}>
        {facts.join(" · ")}
        {onOpen !== undefined && (
          <Button size="small" icon={<BookOpen aria-hidden />} onClick={onOpen}>
            {say("jobs.openDocument")}
          </Button>
        )}
      </p>
      {message !== undefined && <p className={styles.message}>{message}</p>}
      {report !== null && report.notices.length > 0 && (
        <ul className={styles.notices} aria-label={say("jobs.toKnow")}>
          {report.notices.map((notice) => (
            <li key={`${notice.kind}:${notice.detail}`}>{notice.detail}</li>
          ))}
        </ul>
      )}
    </RowDetail>
  );
}

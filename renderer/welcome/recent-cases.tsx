import { FolderClosed, FolderX } from "lucide-react";
import type { RecentCase } from "#shared/model/case.ts";
import { say } from "../messages/say.ts";
import { Chip } from "../ui/chip.tsx";
import { formatDateTime } from "../ui/format.ts";
import { PanelHeading } from "../ui/panel-heading.tsx";
import { Spinner } from "../ui/spinner.tsx";
import styles from "./welcome.module.css";

interface RecentCasesProps {
  readonly cases: readonly RecentCase[];
  readonly openingDirectory: string | null;
  readonly onOpen: (directory: string) => void;
}

/** Cases that were open here before. One whose folder is gone stays listed: it may be on a drive that comes back. */
export function RecentCases({ cases, openingDirectory, onOpen }: RecentCasesProps) {
  return (
    <section className={styles.recentCases} aria-labelledby="recent-cases">
      <PanelHeading id="recent-cases">{say("welcome.recentCases")}</PanelHeading>
      <ul className={styles.recent}>
        {cases.map((recent) => (
          <li key={recent.directory}>
            <button
              type="button"
              className={styles.recentCase}
              disabled={!recent.present || openingDirectory !== null}
              onClick={() => onOpen(recent.directory)}
            >
              {recent.present ? <FolderClosed aria-hidden /> : <FolderX aria-hidden />}
              <span className={styles.recentText}>
                <span className={styles.recentTitle}>{recent.title}</span>
                <span className={styles.recentPath}>{recent.directory}</span>
              </span>
              {openingDirectory === recent.directory ? (
                <Spinner label={say("welcome.opening")} />
              ) : recent.present ? (
                <span className={styles.recentWhen}>{formatDateTime(recent.openedAt)}</span>
              ) : (
                <Chip tone="warn">{say("welcome.notFound")}</Chip>
              )}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

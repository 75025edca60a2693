import type { CaseInfo } from "#shared/model/case.ts";
import type { FileOutcome } from "#shared/model/job.ts";
import { useCallQuery } from "../client/use-query-call.ts";
import { failedFiles } from "../jobs/job-figures.ts";
import { type FacetChoice, NO_CHOICE } from "../library/facets.ts";
import { say } from "../messages/say.ts";
import { classes } from "../ui/classes.ts";
import { PathText } from "../ui/path-text.tsx";
import styles from "./status-bar.module.css";

interface StatusBarProps {
  readonly caseInfo: CaseInfo;
  readonly onShowAccount: (outcome: FileOutcome | null) => void;
  /** Shows the library, narrowed. */
  readonly onNarrowLibrary: (choice: FacetChoice) => void;
}

const UNREAD: FacetChoice = { status: new Set(["unread"]) };
const HIDDEN: FacetChoice = { status: new Set(["hidden"]) };

/** State, always in sight and honest: what is searchable, what is not, what failed. Each figure leads to its source. */
export function StatusBar({ caseInfo, onShowAccount, onNarrowLibrary }: StatusBarProps) {
  const { data } = useCallQuery("case.info", {});
  const jobs = useCallQuery("jobs.list", {});
  const { pages, pagesWithoutText, directory } = data ?? caseInfo;
  const documents = useCallQuery("documents.list", {});
  const hidden = documents.data?.documents.filter((document) => document.hiddenUndecided > 0).length ?? 0;
  const failed = failedFiles(jobs.data?.jobs ?? []);
  return (
    <footer className={styles.bar}>
      <span className={styles.offline}>
        <i className={styles.dot} aria-hidden />
        {say("app.offline")}
      </span>
      <span className={styles.figures}>
        <Figure
          words={say("app.pagesSearchable", { count: pages - pagesWithoutText })}
          onClick={() => onNarrowLibrary(NO_CHOICE)}
        />
        {pagesWithoutText > 0 && (
          <Figure
            words={say("app.pagesWithoutText", { count: pagesWithoutText })}
            onClick={() => onNarrowLibrary(UNREAD)}
          />
        )}
        {hidden > 0 && (
          <Figure
            words={say("app.documentsWithHiddenText", { count: hidden })}
            bad
            onClick={() => onNarrowLibrary(HIDDEN)}
          />
        )}
        {failed > 0 && (
          <Figure words={say("app.filesFailed", { count: failed })} bad onClick={() => onShowAccount("failed")} />
        )}
      </span>
      <PathText path={directory} className={styles.folder ?? ""} />
    </footer>
  );
}

interface FigureProps {
  readonly words: string;
  readonly bad?: boolean;
  readonly onClick: () => void;
}

function Figure({ words, bad = false, onClick }: FigureProps) {
  return (
    <button type="button" className={classes(styles.figure, bad && styles.bad)} onClick={onClick}>
      {words}
    </button>
  );
}

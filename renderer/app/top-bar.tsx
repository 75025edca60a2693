import { ChevronDown, FolderClosed, Keyboard, Redo2, ShieldCheck, Undo2 } from "lucide-react";
import { type RefObject, useState } from "react";
import type { CaseInfo } from "#shared/model/case.ts";
import { useCallMutation, useCallQuery } from "../client/use-query-call.ts";
import { JobProgress } from "../jobs/job-progress.tsx";
import { describeError } from "../ui/describe-error.ts";
import { formatCount } from "../ui/format.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { Menu } from "../ui/menu.tsx";
import { ThemeMenu } from "../ui/theme-menu.tsx";
import { useNavigation } from "./navigation.ts";
import { Omnibox } from "./omnibox.tsx";
import { keysOf } from "./shortcuts.ts";
import styles from "./top-bar.module.css";
import type { Edits } from "./use-edits.ts";
import { IS_MAC } from "./use-shortcuts.ts";
import { VerifyDialog } from "./verify-dialog.tsx";

interface TopBarProps {
  readonly caseInfo: CaseInfo;
  readonly edits: Edits;
  readonly searchField: RefObject<HTMLInputElement | null>;
  /** Puts the keyboard into the view below. */
  readonly onSearchDone: () => void;
  readonly onShowShortcuts: () => void;
}

/** The case, the search field, what runs, undo and redo, the theme. */
export function TopBar({ caseInfo, edits, searchField, onSearchDone, onShowShortcuts }: TopBarProps) {
  return (
    <header className={styles.bar}>
      <CaseMenu caseInfo={caseInfo} onShowShortcuts={onShowShortcuts} />
      <Omnibox field={searchField} onDone={onSearchDone} />
      <div className={styles.right}>
        <JobProgress />
        <IconButton
          label="Undo"
          hint={edits.nextUndo === null ? "Nothing to undo" : `Undo: ${edits.nextUndo.label}`}
          shortcut={keysOf("undo", IS_MAC)}
          icon={<Undo2 aria-hidden />}
          aria-disabled={edits.nextUndo === null}
          onClick={edits.undo}
        />
        <IconButton
          label="Redo"
          hint={edits.nextRedo === null ? "Nothing to redo" : `Redo: ${edits.nextRedo.label}`}
          shortcut={keysOf("redo", IS_MAC)}
          icon={<Redo2 aria-hidden />}
          aria-disabled={edits.nextRedo === null}
          onClick={edits.redo}
        />
        <ThemeMenu />
      </div>
    </header>
  );
}

function CaseMenu({ caseInfo, onShowShortcuts }: Pick<TopBarProps, "caseInfo" | "onShowShortcuts">) {
  const navigation = useNavigation();
  const { data } = useCallQuery("case.info", {});
  const close = useCallMutation("case.close");
  const [verifies, setVerifies] = useState(false);
  const { title, documents, pages } = data ?? caseInfo;
  return (
    <div className={styles.case}>
      <Menu
        items={[
          {
            id: "verify",
            label: "Verify the case…",
            icon: <ShieldCheck aria-hidden />,
            onSelect: () => setVerifies(true),
          },
          {
            id: "shortcuts",
            label: "Keyboard shortcuts",
            shortcut: "?",
            icon: <Keyboard aria-hidden />,
            onSelect: onShowShortcuts,
          },
          {
            id: "close",
            label: "Close the case",
            separated: true,
            icon: <FolderClosed aria-hidden />,
            onSelect: () =>
              close.mutate({}, { onError: (error) => navigation.announce(describeError(error).message, "bad") }),
          },
        ]}
        trigger={(props) => (
          <button type="button" className={styles.title} {...props}>
            <h1>{title}</h1>
            <ChevronDown aria-hidden />
          </button>
        )}
      />
      <span className={styles.counts} title={formatCount(pages, "page")}>
        {formatCount(documents, "document")}
      </span>
      <VerifyDialog open={verifies} onClose={() => setVerifies(false)} />
    </div>
  );
}

import { ChevronDown, Compass, FolderClosed, Keyboard, Redo2, ShieldCheck, Undo2 } from "lucide-react";
import type { RefObject } from "react";
import type { CaseInfo } from "#shared/model/case.ts";
import { useCallQuery } from "../client/use-query-call.ts";
import { JobProgress } from "../jobs/job-progress.tsx";
import { say } from "../messages/say.ts";
import { AppearanceMenu } from "../ui/appearance-menu.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { Menu } from "../ui/menu.tsx";

import type { CommandId } from "./commands.ts";
import { Omnibox } from "./omnibox.tsx";
import { keysOf } from "./shortcuts.ts";
import styles from "./top-bar.module.css";
import type { Edits } from "./use-edits.ts";
import { IS_MAC } from "./use-shortcuts.ts";

interface TopBarProps {
  readonly caseInfo: CaseInfo;
  readonly edits: Edits;
  readonly searchField: RefObject<HTMLInputElement | null>;
  /** Puts the keyboard into the view below. */
  readonly onSearchDone: () => void;
  readonly onCommand: (id: CommandId) => void;
}

/** The case, the search field, what runs, undo and redo, appearance and language. */
export function TopBar({ caseInfo, edits, searchField, onSearchDone, onCommand }: TopBarProps) {
  return (
    <header className={styles.bar}>
      <CaseMenu caseInfo={caseInfo} onCommand={onCommand} />
      <Omnibox field={searchField} onDone={onSearchDone} />
      <div className={styles.right}>
        <JobProgress />
        <IconButton
          label={say("app.goToAnything")}
          hint={say("app.goToAnythingHint")}
          shortcut={keysOf("palette", IS_MAC)}
          icon={<Compass aria-hidden />}
          onClick={() => onCommand("palette")}
        />
        <IconButton
          label={say("app.undo")}
          hint={
            edits.nextUndo === null ? say("app.nothingToUndo") : say("app.undoStep", { step: edits.nextUndo.label })
          }
          shortcut={keysOf("undo", IS_MAC)}
          icon={<Undo2 aria-hidden />}
          aria-disabled={edits.nextUndo === null}
          onClick={edits.undo}
        />
        <IconButton
          label={say("app.redo")}
          hint={
            edits.nextRedo === null ? say("app.nothingToRedo") : say("app.redoStep", { step: edits.nextRedo.label })
          }
          shortcut={keysOf("redo", IS_MAC)}
          icon={<Redo2 aria-hidden />}
          aria-disabled={edits.nextRedo === null}
          onClick={edits.redo}
        />
        <AppearanceMenu look="icon" />
      </div>
    </header>
  );
}

function CaseMenu({ caseInfo, onCommand }: Pick<TopBarProps, "caseInfo" | "onCommand">) {
  const { data } = useCallQuery("case.info", {});
  const { title, documents, pages } = data ?? caseInfo;
  return (
    <div className={styles.case}>
      <Menu
        items={[
          {
            id: "verify",
            label: say("app.verifyCase"),
            icon: <ShieldCheck aria-hidden />,
            onSelect: () => onCommand("verify-case"),
          },
          {
            id: "shortcuts",
            label: say("app.shortcuts"),
            shortcut: keysOf("shortcuts", IS_MAC),
            icon: <Keyboard aria-hidden />,
            onSelect: () => onCommand("shortcuts"),
          },
          {
            id: "close",
            label: say("app.closeCase"),
            separated: true,
            icon: <FolderClosed aria-hidden />,
            onSelect: () => onCommand("close-case"),
          },
        ]}
        trigger={(props) => (
          <button type="button" className={styles.title} {...props}>
            <h1>{title}</h1>
            <ChevronDown aria-hidden />
          </button>
        )}
      />
      <span className={styles.counts} title={say("app.pages", { count: pages })}>
        {say("app.documents", { count: documents })}
      </span>
    </div>
  );
}

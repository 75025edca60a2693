import {
  ChevronDown,
  Compass,
  FilePlus,
  FolderClosed,
  FolderPlus,
  History,
  Keyboard,
  Redo2,
  ShieldCheck,
  Undo2,
} from "lucide-react";
import type { ReactNode, RefObject } from "react";
import type { CaseInfo } from "#shared/model/case.ts";
import { useCallQuery } from "../client/use-query-call.ts";
import { JobTray } from "../jobs/job-tray.tsx";
import { say } from "../messages/say.ts";
import { AppearanceMenu } from "../ui/appearance-menu.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { Menu, type MenuItem } from "../ui/menu.tsx";

import { COMMANDS, type CommandId } from "./commands.ts";
import { Omnibox } from "./omnibox.tsx";
import { keysOf } from "./shortcuts.ts";
import styles from "./top-bar.module.css";
import type { Commands } from "./use-commands.ts";
import type { Edits } from "./use-edits.ts";
import { IS_MAC } from "./use-shortcuts.ts";

interface TopBarProps {
  readonly caseInfo: CaseInfo;
  readonly edits: Edits;
  /** The panel of what can be undone is open. */
  readonly showsHistory: boolean;
  readonly searchField: RefObject<HTMLInputElement | null>;
  /** Puts the keyboard into the view below. */
  readonly onSearchDone: () => void;
  readonly commands: Commands;
}

/** The case, the search field, what runs, undo and redo, appearance and language. */
export function TopBar({ caseInfo, edits, showsHistory, searchField, onSearchDone, commands }: TopBarProps) {
  const onCommand = commands.run;
  return (
    <header className={styles.bar}>
      <CaseMenu caseInfo={caseInfo} commands={commands} />
      <Omnibox field={searchField} onDone={onSearchDone} />
      <div className={styles.right}>
        <JobTray open={commands.showsJobs} onOpen={commands.setShowsJobs} shortcut={keysOf("jobs", IS_MAC)} />
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
        <IconButton
          label={say("app.history")}
          shortcut={keysOf("history", IS_MAC)}
          icon={<History aria-hidden />}
          pressed={showsHistory}
          onClick={() => onCommand("history")}
        />
        <AppearanceMenu look="icon" />
      </div>
    </header>
  );
}

/** Commands of the menu of the case, in its order. */
const CASE_MENU: readonly { readonly id: CommandId; readonly icon: ReactNode; readonly separated?: boolean }[] = [
  { id: "import-files", icon: <FilePlus aria-hidden /> },
  { id: "import-folder", icon: <FolderPlus aria-hidden /> },
  { id: "verify-case", icon: <ShieldCheck aria-hidden />, separated: true },
  { id: "history", icon: <History aria-hidden /> },
  { id: "shortcuts", icon: <Keyboard aria-hidden /> },
  { id: "close-case", icon: <FolderClosed aria-hidden />, separated: true },
];

function CaseMenu({ caseInfo, commands }: Pick<TopBarProps, "caseInfo" | "commands">) {
  const { data } = useCallQuery("case.info", {});
  const { title, documents, pages } = data ?? caseInfo;
  return (
    <div className={styles.case}>
      <Menu
        items={CASE_MENU.map((item) => commandItem(item, commands.run))}
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

/** A command as an item of a menu: its name and its keys from the registry. */
function commandItem({ id, ...look }: (typeof CASE_MENU)[number], run: (id: CommandId) => void): MenuItem {
  const command = COMMANDS.find((candidate) => candidate.id === id);
  const keys = keysOf(id, IS_MAC);
  return {
    id,
    label: command === undefined ? id : say(command.label),
    onSelect: () => run(id),
    ...look,
    ...(keys === "" ? {} : { shortcut: keys }),
  };
}

import { Activity, type ReactNode, useEffect, useRef } from "react";
import type { CaseInfo } from "#shared/model/case.ts";
import { BriefsView } from "../briefs/briefs-view.tsx";
import { ActivityView } from "../jobs/activity-view.tsx";
import { useJobNews } from "../jobs/use-job-news.ts";
import { LibraryView } from "../library/library-view.tsx";
import type { Language } from "../messages/language.ts";
import { say } from "../messages/say.ts";
import { PassagesView } from "../passages/passages-view.tsx";
import { SearchPlaces } from "../search/kept/search-places.tsx";
import { SearchView } from "../search/search-view.tsx";
import { PanelMemoryContext } from "../ui/panel-memory.ts";
import { DeskView } from "./desk/desk-view.tsx";
import { DropTarget } from "./drop-target.tsx";
import { ErrorBoundary } from "./error-boundary.tsx";
import styles from "./frame.module.css";
import { FrameDialogs } from "./frame-dialogs.tsx";
import { HistoryPanel } from "./history-panel.tsx";
import { MessageArea } from "./message-area.tsx";
import { NavigationContext, VIEW_NAMES, type ViewName } from "./navigation.ts";
import { Rail } from "./rail.tsx";
import { useShortcutChoices } from "./shortcut-choices.ts";
import { StatusBar } from "./status-bar.tsx";
import { TopBar } from "./top-bar.tsx";
import { useCommands } from "./use-commands.ts";
import { useEdits } from "./use-edits.ts";
import { useFrame } from "./use-frame.ts";
import { useShortcuts } from "./use-shortcuts.ts";

interface FrameProps {
  /** What the gate knew; the bars ask for fresh figures themselves. */
  readonly caseInfo: CaseInfo;
  readonly language: Language;
}

/** The workbench of the open case. */
export function Frame({ caseInfo, language }: FrameProps) {
  const frame = useFrame(caseInfo.directory);
  useEffect(() => {
    document.title = `${caseInfo.title} – Probative`;
  }, [caseInfo.title]);
  return (
    <NavigationContext value={frame.navigation}>
      <PanelMemoryContext value={frame.panels}>
        <Workbench key={language} caseInfo={caseInfo} frame={frame} />
      </PanelMemoryContext>
    </NavigationContext>
  );
}

interface WorkbenchProps {
  readonly caseInfo: CaseInfo;
  readonly frame: ReturnType<typeof useFrame>;
}

function Workbench({ caseInfo, frame }: WorkbenchProps) {
  const { state, dispatch, navigation, showAccount } = frame;
  const searchField = useRef<HTMLInputElement>(null);
  const main = useRef<HTMLElement>(null);
  const edits = useEdits();
  useJobNews();

  // Buttons and menus say the keys that commands have now.
  useShortcutChoices();
  const commands = useCommands(frame, edits, { searchField, main });
  useShortcuts(commands.run);

  const view = (name: ViewName, content: ReactNode) => (
    <Activity key={name} mode={state.view === name ? "visible" : "hidden"}>
      <section className={styles.view} aria-label={say(VIEW_NAMES[name])}>
        <ErrorBoundary>{content}</ErrorBoundary>
      </section>
    </Activity>
  );

  return (
    <DropTarget>
      <div className={styles.frame}>
        <TopBar
          caseInfo={caseInfo}
          edits={edits}
          showsHistory={state.showsHistory}
          searchField={searchField}
          onSearchDone={() => main.current?.focus()}
          commands={commands}
        />
        <Rail />
        <div className={styles.middle}>
          <main ref={main} className={styles.main} tabIndex={-1}>
            {view(
              "library",
              <LibraryView
                choice={state.libraryChoice}
                onChoice={(choice) => dispatch({ kind: "narrow-library", choice })}
              />,
            )}
            {view("search", <SearchPlaces results={<SearchView />} />)}
            {view("reader", <DeskView desk={state.desk} leftShare={state.leftShare} dispatch={dispatch} />)}
            {view("passages", <PassagesView />)}
            {view("briefs", <BriefsView />)}
            {view("activity", <ActivityView filter={state.accountFilter} onFilter={showAccount} />)}
          </main>
          {state.showsHistory && (
            <HistoryPanel edits={edits} onClose={() => dispatch({ kind: "show-history", shown: false })} />
          )}
        </div>
        <StatusBar
          caseInfo={caseInfo}
          onShowAccount={showAccount}
          onNarrowLibrary={(choice) => {
            dispatch({ kind: "narrow-library", choice });
            navigation.show("library");
          }}
        />
        <MessageArea message={frame.message} onDismiss={frame.dismissMessage} />
      </div>
      <FrameDialogs commands={commands} directory={caseInfo.directory} />
    </DropTarget>
  );
}

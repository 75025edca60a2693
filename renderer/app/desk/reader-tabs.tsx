import { FileText, X } from "lucide-react";
import { type KeyboardEvent, useEffect } from "react";
import type { DocumentId } from "#shared/base/ids.ts";
import { useCallQuery } from "../client/use-query-call.ts";
import { say } from "../messages/say.ts";
import { ReaderView } from "../passages/reader-view.tsx";
import { Button } from "../ui/button.tsx";
import { classes } from "../ui/classes.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import type { FrameAction, ReaderTab } from "./frame-state.ts";
import { useNavigation } from "./navigation.ts";
import styles from "./reader-tabs.module.css";

interface ReaderTabsProps {
  readonly tabs: readonly ReaderTab[];
  readonly dispatch: (action: FrameAction) => void;
}

/** The open documents as tabs, and the reader of the active one. */
export function ReaderTabs({ tabs, dispatch }: ReaderTabsProps) {
  const { activeDocument, show } = useNavigation();
  const active = tabs.find((tab) => tab.documentId === activeDocument);
  if (active === undefined) {
    return (
      <EmptyState
        icon={<FileText />}
        title={say("app.noDocumentOpen")}
        actions={<Button onClick={() => show("library")}>{say("app.chooseFromLibrary")}</Button>}
      >
        {say("app.noDocumentExplained")}
      </EmptyState>
    );
  }
  return (
    <div className={styles.reader}>
      <TabStrip tabs={tabs} active={active.documentId} dispatch={dispatch} />
      <div role="tabpanel" id="reader-panel" aria-labelledby={tabId(active.documentId)} className={styles.panel}>
        <ReaderView
          key={active.documentId}
          documentId={active.documentId}
          place={active.place}
          request={active.request}
          onPageChange={(page) => dispatch({ kind: "remember-page", documentId: active.documentId, page })}
        />
      </div>
    </div>
  );
}

interface TabStripProps {
  readonly tabs: readonly ReaderTab[];
  readonly active: DocumentId;
  readonly dispatch: (action: FrameAction) => void;
}

function TabStrip({ tabs, active, dispatch }: TabStripProps) {
  const { data } = useCallQuery("documents.list", {});
  useEffect(() => {
    document.getElementById(tabId(active))?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [active]);

  const onKeyDown = (event: KeyboardEvent) => {
    const index = tabs.findIndex((tab) => tab.documentId === active);
    const next = nextTab(event.key, index, tabs.length);
    if (event.key === "Delete") dispatch({ kind: "close-tab", documentId: active });
    const target = next === null ? undefined : tabs[next];
    if (target === undefined) return;
    event.preventDefault();
    dispatch({ kind: "activate-tab", documentId: target.documentId });
    document.getElementById(tabId(target.documentId))?.focus();
  };

  return (
    <div role="tablist" aria-label={say("app.openDocuments")} className={styles.strip} onKeyDown={onKeyDown}>
      {tabs.map(({ documentId }) => {
        const document = data?.documents.find((candidate) => candidate.documentId === documentId);
        const isActive = documentId === active;
        const name = document?.shortName ?? "…";
        const close = () => dispatch({ kind: "close-tab", documentId });
        return (
          <div key={documentId} role="presentation" className={classes(styles.tab, isActive && styles.active)}>
            <button
              type="button"
              role="tab"
              id={tabId(documentId)}
              className={styles.name}
              title={document?.title}
              aria-selected={isActive}
              aria-controls={isActive ? "reader-panel" : undefined}
              tabIndex={isActive ? 0 : -1}
              onClick={() => dispatch({ kind: "activate-tab", documentId })}
              onAuxClick={(event) => {
                if (event.button === 1) close();
              }}
            >
              {name}
            </button>
            {/* For the mouse; the keyboard closes a tab with Delete, and a tab list may hold nothing but tabs. */}
            <button
              type="button"
              className={styles.close}
              aria-hidden
              title={say("app.closeTab")}
              tabIndex={-1}
              onClick={close}
            >
              <X />
            </button>
          </div>
        );
      })}
    </div>
  );
}

function tabId(documentId: DocumentId): string {
  return `tab-${documentId}`;
}

function nextTab(key: string, index: number, count: number): number | null {
  switch (key) {
    case "ArrowRight":
      return (index + 1) % count;
    case "ArrowLeft":
      return (index - 1 + count) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}

import { X } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import type { DocumentId } from "#shared/base/ids.ts";
import type { DocumentSummary } from "#shared/model/document.ts";
import { IconButton } from "../ui/icon-button.tsx";
import styles from "./reader-view.module.css";

interface ReaderTabsProps {
  readonly documents: readonly DocumentId[];
  readonly active: DocumentId | null;
  /** Names of the documents; a document that is not among them is still being looked up. */
  readonly summaries: ReadonlyMap<DocumentId, DocumentSummary>;
  readonly onActivate: (documentId: DocumentId) => void;
  readonly onClose: (documentId: DocumentId) => void;
  readonly children: ReactNode;
}

/** Tabs over the open documents: arrows move, Delete closes, the middle button closes. `children` stand at the right. */
export function ReaderTabs({ documents, active, summaries, onActivate, onClose, children }: ReaderTabsProps) {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active !== null) tabOf(bar.current, active)?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [active]);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (event.key === "Delete" && active !== null) onClose(active);
    else if (step !== 0 && active !== null) {
      const next = documents.at((documents.indexOf(active) + step) % documents.length);
      if (next === undefined) return;
      onActivate(next);
      tabOf(bar.current, next)?.focus();
    } else return;
    event.preventDefault();
  };
  return (
    <div className={styles.tabs}>
      <div ref={bar} className={styles.tabList} role="tablist" aria-label="Open documents">
        {documents.map((documentId) => {
          const summary = summaries.get(documentId);
          const name = summary?.shortName ?? "…";
          const current = documentId === active;
          return (
            <div key={documentId} className={styles.tab} data-current={current || undefined} role="presentation">
              <button
                type="button"
                role="tab"
                className={styles.tabName}
                aria-selected={current}
                aria-keyshortcuts="Delete"
                tabIndex={current ? 0 : -1}
                title={summary?.title}
                data-tab={documentId}
                onClick={() => onActivate(documentId)}
                onAuxClick={(event) => event.button === 1 && onClose(documentId)}
                onKeyDown={onKeyDown}
              >
                {name}
              </button>
              {/* For the mouse; by keyboard Delete closes the tab, and a list of tabs may hold nothing but tabs. */}
              <span className={styles.tabClose} aria-hidden="true">
                <IconButton
                  size="small"
                  tabIndex={-1}
                  label={`Close ${name}`}
                  icon={<X aria-hidden />}
                  onClick={() => onClose(documentId)}
                />
              </span>
            </div>
          );
        })}
      </div>
      <div className={styles.panelToggles}>{children}</div>
    </div>
  );
}

function tabOf(bar: HTMLElement | null, documentId: DocumentId): HTMLElement | null {
  return bar?.querySelector<HTMLElement>(`[data-tab="${documentId}"]`) ?? null;
}

import type { ReactNode } from "react";
import { say } from "../messages/say.ts";
import { classes } from "../ui/classes.ts";
import styles from "./side-panel.module.css";

/** What the side panel shows. */
export type PanelTab = "outline" | "pages";

/** Whether the side panel is open, and at which tab; remembered by the window. */
export interface PanelState {
  readonly open: boolean;
  readonly tab: PanelTab;
}

const STORAGE_KEY = "probative.reader.panel";

/** The panel as it was left; closed at first, and when the browser keeps nothing. */
export function readPanelState(): PanelState {
  try {
    const stored: unknown = JSON.parse(window.localStorage.getItem(STORAGE_KEY) ?? "null");
    if (typeof stored === "object" && stored !== null && "open" in stored && "tab" in stored) {
      return { open: stored.open === true, tab: stored.tab === "pages" ? "pages" : "outline" };
    }
  } catch {
    // Storage may be forbidden: a panel that forgets is no failure.
  }
  return { open: false, tab: "outline" };
}

/** Remembers how the panel was left. */
export function storePanelState(state: PanelState): void {
  try {
    window.localStorage.setItem(STORAGE_KEY, JSON.stringify(state));
  } catch {
    // As above.
  }
}

export interface SidePanelProps {
  readonly tab: PanelTab;
  readonly onTab: (tab: PanelTab) => void;
  /** The content of the tab that is shown. */
  readonly children: ReactNode;
}

const TABS = [
  { tab: "outline", name: "reader.outline" },
  { tab: "pages", name: "reader.pages" },
] as const;

/** The panel at the left of the pages, with its two tabs. */
export function SidePanel({ tab, onTab, children }: SidePanelProps) {
  return (
    <aside className={styles.panel} aria-label={say("reader.panel")}>
      <div role="tablist" aria-label={say("reader.panelTabs")} className={styles.tabs}>
        {TABS.map((entry) => (
          <button
            key={entry.tab}
            type="button"
            role="tab"
            id={`reader-tab-${entry.tab}`}
            aria-selected={entry.tab === tab}
            aria-controls="reader-tab-panel"
            tabIndex={entry.tab === tab ? 0 : -1}
            className={classes(styles.tab, entry.tab === tab && styles.on)}
            onClick={() => onTab(entry.tab)}
            onKeyDown={(event) => {
              if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
              event.preventDefault();
              event.stopPropagation();
              const other = entry.tab === "outline" ? "pages" : "outline";
              onTab(other);
              document.getElementById(`reader-tab-${other}`)?.focus();
            }}
          >
            {say(entry.name)}
          </button>
        ))}
      </div>
      <div role="tabpanel" id="reader-tab-panel" aria-labelledby={`reader-tab-${tab}`} className={styles.content}>
        {children}
      </div>
    </aside>
  );
}

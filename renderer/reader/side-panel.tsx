import { type KeyboardEvent, type ReactNode, useId } from "react";
import { say } from "../messages/say.ts";
import { classes } from "../ui/classes.ts";
import { formatNumber } from "../ui/format.ts";
import { SidePanel as ResizablePanel } from "../ui/side-panel.tsx";
import { Tooltip } from "../ui/tooltip.tsx";
import styles from "./side-panel.module.css";

/** Names of what the panel at the left of the pages can show. */
export type ReaderPanelId = "outline" | "pages" | "bookmarks" | "detected" | "files";

/** One thing that the panel at the left of the pages can show. */
export interface ReaderPanel {
  readonly id: ReaderPanelId;
  readonly name: string;
  /** A lucide icon element. */
  readonly icon: ReactNode;
  /** How many things are in it; shown beside the name of the one that is open. */
  readonly count?: number;
  readonly content: ReactNode;
}

export interface SidePanelProps {
  readonly panels: readonly ReaderPanel[];
  /** The one that is shown; the first when there is none of that name. */
  readonly tab: ReaderPanelId;
  readonly onTab: (tab: ReaderPanelId) => void;
  readonly onCollapse: () => void;
}

const WIDTHS = { initial: 232, narrow: 196, min: 168, max: 480 };

/** The panel at the left of the pages: a row of icons, and what belongs to the one that is chosen. */
export function SidePanel({ panels, tab, onTab, onCollapse }: SidePanelProps) {
  const id = useId();
  const shown = panels.find((panel) => panel.id === tab) ?? panels[0];
  if (shown === undefined) return null;
  const onKeyDown = (event: KeyboardEvent): void => {
    const index = panels.indexOf(shown);
    const next = { ArrowLeft: index - 1, ArrowRight: index + 1, Home: 0, End: panels.length - 1 }[event.key];
    const to = next === undefined ? undefined : panels.at(next % panels.length);
    if (to === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    onTab(to.id);
    document.getElementById(`${id}-${to.id}`)?.focus();
  };
  return (
    <ResizablePanel
      name="reader-tools"
      label={say("reader.panel")}
      side="start"
      widths={WIDTHS}
      onCollapse={onCollapse}
      className={styles.panel ?? ""}
    >
      <div role="tablist" aria-label={say("reader.panelTabs")} className={styles.tabs} onKeyDown={onKeyDown}>
        {panels.map((panel) => (
          <Tooltip key={panel.id} content={panel.name}>
            <button
              type="button"
              role="tab"
              id={`${id}-${panel.id}`}
              aria-label={panel.name}
              aria-selected={panel === shown}
              aria-controls={`${id}-panel`}
              tabIndex={panel === shown ? 0 : -1}
              className={classes(styles.tab, panel === shown && styles.on)}
              onClick={() => onTab(panel.id)}
            >
              {panel.icon}
            </button>
          </Tooltip>
        ))}
      </div>
      <h2 className={styles.heading}>
        {shown.name}
        {shown.count !== undefined && shown.count > 0 && (
          <span className={styles.count}>{formatNumber(shown.count)}</span>
        )}
      </h2>
      <div
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${shown.id}`}
        className={styles.content}
        data-keeps-focus=""
      >
        {shown.content}
      </div>
    </ResizablePanel>
  );
}

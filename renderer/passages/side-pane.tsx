import type { ReactNode } from "react";
import type { MessageKey } from "../messages/en/english.ts";
import { say } from "../messages/say.ts";
import { classes } from "../ui/classes.ts";
import { formatNumber } from "../ui/format.ts";
import styles from "./side-pane.module.css";
import type { SideTab } from "./use-reader-panels.ts";

interface SidePaneProps {
  readonly tab: SideTab;
  readonly onTab: (tab: SideTab) => void;
  readonly passages: number;
  /** The content of the tab that is shown. */
  readonly children: ReactNode;
}

const NAMES = { passages: "passages.passages", document: "passages.document" } as const satisfies Record<
  SideTab,
  MessageKey
>;

/** The panel beside the pages: the passages of the document, or the document itself. */
export function SidePane({ tab, onTab, passages, children }: SidePaneProps) {
  return (
    <aside className={styles.pane} aria-label={say(NAMES[tab])} data-keeps-focus={tab === "document" ? "" : undefined}>
      <div role="tablist" aria-label={say("passages.besidePages")} className={styles.tabs}>
        {(["passages", "document"] as const).map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`side-tab-${name}`}
            aria-selected={name === tab}
            aria-controls="side-tab-panel"
            tabIndex={name === tab ? 0 : -1}
            className={classes(styles.tab, name === tab && styles.on)}
            onClick={() => onTab(name)}
            onKeyDown={(event) => {
              if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
              event.preventDefault();
              const other = name === "passages" ? "document" : "passages";
              onTab(other);
              document.getElementById(`side-tab-${other}`)?.focus();
            }}
          >
            {say(NAMES[name])}
            {name === "passages" && <span className={styles.count}>{formatNumber(passages)}</span>}
          </button>
        ))}
      </div>
      <div role="tabpanel" id="side-tab-panel" aria-labelledby={`side-tab-${tab}`} className={styles.content}>
        {children}
      </div>
    </aside>
  );
}

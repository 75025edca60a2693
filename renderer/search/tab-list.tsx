import { type KeyboardEvent, type ReactNode, useRef } from "react";
import styles from "./tab-list.module.css";

/** One tab of a row of tabs. */
export interface TabItem<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** A count behind the label. */
  readonly count?: ReactNode;
}

interface TabListProps<Id extends string> {
  /** Names the row. */
  readonly label: string;
  /** Beginning of the identifiers of tabs and panels; see `tabId` and `panelId`. */
  readonly prefix: string;
  readonly tabs: readonly TabItem<Id>[];
  readonly current: Id;
  readonly onChange: (id: Id) => void;
}

/** Identifier of the panel that a tab shows; its element names the tab by `tabId`. */
export function panelId(prefix: string, id: string): string {
  return `${prefix}-panel-${id}`;
}

/** Identifier of a tab. */
export function tabId(prefix: string, id: string): string {
  return `${prefix}-tab-${id}`;
}

/** A row of tabs: one tab stop, arrows move along it and choose. */
export function TabList<Id extends string>({ label, prefix, tabs, current, onChange }: TabListProps<Id>) {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const at = tabs.findIndex((tab) => tab.id === current);
    const to = placeAfter(event.key, at, tabs.length);
    const next = to === null ? undefined : tabs[to];
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onChange(next.id);
    list.current?.querySelectorAll<HTMLElement>("[role=tab]")[to ?? 0]?.focus();
  };
  return (
    <div ref={list} className={styles.tabs} role="tablist" aria-label={label}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          id={tabId(prefix, tab.id)}
          className={styles.tab}
          aria-selected={tab.id === current}
          aria-controls={tab.id === current ? panelId(prefix, tab.id) : undefined}
          tabIndex={tab.id === current ? 0 : -1}
          onClick={() => onChange(tab.id)}
          onKeyDown={onKeyDown}
        >
          {tab.label}
          {tab.count !== undefined && <span className={styles.tabCount}>{tab.count}</span>}
        </button>
      ))}
    </div>
  );
}

function placeAfter(key: string, at: number, count: number): number | null {
  if (key === "ArrowRight") return (at + 1) % count;
  if (key === "ArrowLeft") return (at - 1 + count) % count;
  if (key === "Home") return 0;
  return key === "End" ? count - 1 : null;
}

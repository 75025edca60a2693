import { Columns2, Highlighter, NotebookText, X } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useCallQuery } from "../../client/use-query-call.ts";
import { say } from "../../messages/say.ts";
import { classes } from "../../ui/classes.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { ContextMenu, type MenuPlace, menuPlace } from "../../ui/menu.tsx";
import type { FrameAction } from "../frame-state.ts";
import { keysOf } from "../shortcuts.ts";
import { IS_MAC } from "../use-shortcuts.ts";
import { type Desk, type DeskTab, type Side, type SideId, tabKey } from "./desk.ts";
import { focusOnSide } from "./side-focus.ts";
import { subjectOf, tabMenuItems } from "./tab-actions.tsx";
import { useDraggableTab, useTabTarget } from "./tab-drag.ts";
import styles from "./tab-strip.module.css";

interface TabStripProps {
  readonly desk: Desk;
  readonly side: Side;
  readonly place: "alone" | "left" | "right";
  /** Id of the element that shows the tab in front. */
  readonly panelId: string;
  readonly dispatch: (action: FrameAction) => void;
}

/** The id of a tab's element. */
export function tabId(side: SideId, key: string): string {
  return `tab-${side}-${key}`;
}

/** The tabs of a side: moved through with arrows, dragged, closed, and each with a menu. */
export function TabStrip({ desk, side, place, panelId, dispatch }: TabStripProps) {
  const names = useTabNames();
  const end = useRef<HTMLDivElement>(null);
  const [menu, setMenu] = useState<{ readonly tab: DeskTab; readonly at: MenuPlace } | null>(null);
  const { active, tabs } = side;
  useEffect(() => {
    if (active === null) return;
    document.getElementById(tabId(side.id, active))?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [side.id, active]);
  const isOverEnd = useTabTarget(end, {
    accepts: () => true,
    onDrop: ({ side: from, key }) => dispatch({ kind: "move-tab", side: from, key, to: side.id }),
  });
  const inFront = tabs.find((tab) => tabKey(tab) === active);

  const onKeyDown = (event: KeyboardEvent) => {
    if (active === null || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "Delete") {
      event.preventDefault();
      flushSync(() => dispatch({ kind: "close-tab", side: side.id, key: active }));
      const next = document.querySelector<HTMLElement>(`[data-side="${side.id}"] [role=tab][aria-selected=true]`);
      if (next === null) focusOnSide(side.id === "one" ? "two" : "one");
      else next.focus();
      return;
    }
    const next = nextTab(
      event.key,
      tabs.findIndex((tab) => tabKey(tab) === active),
      tabs.length,
    );
    const target = next === null ? undefined : tabs[next];
    if (target === undefined) return;
    event.preventDefault();
    dispatch({ kind: "activate-tab", side: side.id, key: tabKey(target) });
    document.getElementById(tabId(side.id, tabKey(target)))?.focus();
  };
  const listNames = {
    alone: say("app.openDocuments"),
    left: say("app.openDocumentsLeft"),
    right: say("app.openDocumentsRight"),
  };
  return (
    <div className={styles.strip} data-focused={desk.focused === side.id || undefined}>
      <div role="tablist" aria-label={listNames[place]} className={styles.tabs} onKeyDown={onKeyDown}>
        {tabs.map((tab) => (
          <TabButton
            key={tabKey(tab)}
            tab={tab}
            side={side}
            name={names(tab)}
            panelId={panelId}
            dispatch={dispatch}
            onMenu={(at) => setMenu({ tab, at })}
          />
        ))}
        <div ref={end} role="presentation" className={classes(styles.end, isOverEnd && styles.over)} />
      </div>
      {place === "alone" && inFront?.kind === "document" && (
        <IconButton
          label={say("app.openBeside")}
          shortcut={keysOf("open-beside", IS_MAC)}
          icon={<Columns2 aria-hidden />}
          size="small"
          className={styles.split ?? ""}
          onClick={() => dispatch({ kind: "open-beside", subject: subjectOf(inFront) })}
        />
      )}
      <ContextMenu
        at={menu?.at ?? null}
        onClose={() => setMenu(null)}
        label={menu === null ? "" : names(menu.tab).title}
        items={menu === null ? [] : tabMenuItems(menu.tab, side, desk, dispatch)}
      />
    </div>
  );
}

interface TabName {
  readonly short: string;
  readonly title: string;
}

/** What tabs are called. */
function useTabNames(): (tab: DeskTab) => TabName {
  const documents = useCallQuery("documents.list", {}).data?.documents;
  const briefs = useCallQuery("briefs.list", {}).data?.briefs;
  return (tab) => {
    switch (tab.kind) {
      case "document": {
        const document = documents?.find(({ documentId }) => documentId === tab.documentId);
        return { short: document?.shortName ?? "…", title: document?.title ?? "…" };
      }
      case "brief": {
        const title = briefs?.find(({ briefId }) => briefId === tab.briefId)?.title ?? "…";
        return { short: title, title };
      }
      case "passages":
        return { short: say("app.passages"), title: say("app.passages") };
    }
  };
}

interface TabButtonProps {
  readonly tab: DeskTab;
  readonly side: Side;
  readonly name: TabName;
  readonly panelId: string;
  readonly dispatch: (action: FrameAction) => void;
  readonly onMenu: (at: MenuPlace) => void;
}

function TabButton({ tab, side, name, panelId, dispatch, onMenu }: TabButtonProps) {
  const key = tabKey(tab);
  const element = useRef<HTMLDivElement>(null);
  const isDragged = useDraggableTab(element, side.id, key);
  const isOver = useTabTarget(element, {
    accepts: (dragged) => dragged.side !== side.id || dragged.key !== key,
    onDrop: (dragged) => dispatch({ kind: "move-tab", side: dragged.side, key: dragged.key, to: side.id, before: key }),
  });
  const isActive = key === side.active;
  const close = () => dispatch({ kind: "close-tab", side: side.id, key });
  return (
    <div
      ref={element}
      role="presentation"
      className={classes(styles.tab, isActive && styles.active, isDragged && styles.dragged, isOver && styles.over)}
    >
      <button
        type="button"
        role="tab"
        id={tabId(side.id, key)}
        className={styles.name}
        title={name.title}
        aria-selected={isActive}
        aria-controls={isActive ? panelId : undefined}
        tabIndex={isActive ? 0 : -1}
        onClick={() => dispatch({ kind: "activate-tab", side: side.id, key })}
        onAuxClick={(event) => {
          if (event.button === 1) close();
        }}
        onContextMenu={(event) => {
          event.preventDefault();
          onMenu(menuPlace(event));
        }}
      >
        {tab.kind === "brief" && <NotebookText aria-hidden />}
        {tab.kind === "passages" && <Highlighter aria-hidden />}
        <span className={styles.words}>{name.short}</span>
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
}

/** Place of the tab that a key leads to, round at the ends; null for other keys. */
export function nextTab(key: string, index: number, count: number): number | null {
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

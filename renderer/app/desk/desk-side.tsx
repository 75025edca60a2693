import { useContext, useEffect, useMemo, useRef } from "react";
import { BriefEditor } from "../../briefs/brief-editor.tsx";
import { say } from "../../messages/say.ts";
import { PassagesView } from "../../passages/passages-view.tsx";
import { ReaderView } from "../../passages/reader-view.tsx";
import { PanelMemoryContext, partOfMemory } from "../../ui/panel-memory.ts";
import { NarrowContext } from "../../ui/use-narrow.ts";
import { ErrorBoundary } from "../error-boundary.tsx";
import type { FrameAction } from "../frame-state.ts";
import { activeTab, type Desk, type DeskTab, type Side, tabKey } from "./desk.ts";
import styles from "./desk-view.module.css";
import { noteFocus } from "./side-focus.ts";
import { useTabTarget } from "./tab-drag.ts";
import { TabStrip, tabId } from "./tab-strip.tsx";

interface DeskSideProps {
  /** Of its element. */
  readonly id: string;
  readonly desk: Desk;
  readonly side: Side;
  readonly place: "alone" | "left" | "right";
  /** Its share of the width, against that of the other side. */
  readonly grow: number;
  readonly dispatch: (action: FrameAction) => void;
}

/** In a split there is room for pages first: panels beside them open when they are asked for. */
const CLOSED_AT_FIRST = { "reader-side": "none" };

/** A row of tabs and what is in front of it. */
export function DeskSide({ id, desk, side, place, grow, dispatch }: DeskSideProps) {
  const isSplit = place !== "alone";
  const memory = useContext(PanelMemoryContext);
  const ownMemory = useMemo(
    () => (isSplit ? partOfMemory(memory, `split-${side.id}`, CLOSED_AT_FIRST) : memory),
    [memory, isSplit, side.id],
  );
  const panel = useRef<HTMLDivElement>(null);
  const tab = activeTab(side);
  const isFocused = desk.focused === side.id;
  const isHeld = useTabTarget(panel, {
    // Alone, its right half is where the other side would be.
    accepts: (dragged, at) => (isSplit ? dragged.side !== side.id : side.tabs.length > 1 && at > 0.5),
    onDrop: (dragged) =>
      dispatch({ kind: "move-tab", side: dragged.side, key: dragged.key, to: isSplit ? side.id : null }),
  });

  // The pages take the keyboard when they are opened; a brief and the passages leave that to their panel.
  const panelTakes = isFocused && tab !== null && tab.kind !== "document" ? tabKey(tab) : null;
  useEffect(() => {
    if (panelTakes === null || panel.current === null) return;
    const at = document.activeElement;
    if (!panel.current.contains(at) && at?.closest("[role=tablist], input, textarea") == null) panel.current.focus();
  }, [panelTakes]);

  const focus = () => dispatch({ kind: "focus-side", side: side.id });
  const names = { alone: null, left: say("app.leftSide"), right: say("app.rightSide") };
  return (
    <section
      id={id}
      data-side={side.id}
      data-place={place}
      aria-label={names[place] ?? undefined}
      className={styles.side}
      style={{ flex: `${grow} 1 0` }}
      onPointerDownCapture={focus}
      onFocusCapture={(event) => {
        noteFocus(side.id, event.target);
        focus();
      }}
    >
      <TabStrip desk={desk} side={side} place={place} panelId={`${id}-panel`} dispatch={dispatch} />
      <div
        ref={panel}
        role="tabpanel"
        id={`${id}-panel`}
        tabIndex={-1}
        aria-labelledby={tab === null ? undefined : tabId(side.id, tabKey(tab))}
        className={styles.panel}
      >
        <NarrowContext value={isSplit}>
          <PanelMemoryContext value={ownMemory}>
            {tab !== null && (
              <ErrorBoundary key={tabKey(tab)}>
                <TabContent tab={tab} desk={desk} side={side} isFocused={isFocused} dispatch={dispatch} />
              </ErrorBoundary>
            )}
          </PanelMemoryContext>
        </NarrowContext>
        {isHeld && <div className={styles.target} data-half={isSplit ? undefined : ""} />}
      </div>
    </section>
  );
}

interface TabContentProps extends Pick<DeskSideProps, "desk" | "side" | "dispatch"> {
  readonly tab: DeskTab;
  readonly isFocused: boolean;
}

function TabContent({ tab, desk, side, isFocused, dispatch }: TabContentProps) {
  const facing = activeTab(desk.sides.find(({ id }) => id !== side.id) ?? null);
  switch (tab.kind) {
    case "document":
      return (
        <ReaderView
          documentId={tab.documentId}
          place={tab.place}
          request={tab.request}
          onPageChange={(page) => dispatch({ kind: "remember-page", side: side.id, documentId: tab.documentId, page })}
          focused={isFocused}
          beside={facing?.kind === "document" ? facing.documentId : null}
        />
      );
    case "brief":
      return (
        <BriefEditor
          briefId={tab.briefId}
          chrome="page"
          onGone={() => dispatch({ kind: "close-tab", side: side.id, key: tab.briefId })}
        />
      );
    case "passages":
      return <PassagesView />;
  }
}

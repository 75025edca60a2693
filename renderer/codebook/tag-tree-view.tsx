import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { say } from "../messages/say.ts";
import { useMeasuredToken } from "../ui/use-measured-token.ts";
import type { DropZone, MoveKey } from "./move-tag.ts";
import styles from "./tag-tree.module.css";
import type { TagCounts, TagNode } from "./tag-tree.ts";
import { TagTreeRow, type TreeRowActions } from "./tag-tree-row.tsx";
import { type TreeRow, treeStep } from "./tree-rows.ts";

/** Height of a line in CSS pixels at the normal size of text. */
const LINE_HEIGHT = 28;

const NO_COUNTS: TagCounts = { own: 0, all: 0 };

/** What the tree asks of the codebook. */
export interface TagTreeActions {
  readonly choose: (node: TagNode) => void;
  readonly fold: (keys: readonly string[], folded: boolean) => void;
  readonly startRenaming: (node: TagNode | null) => void;
  readonly rename: (node: TagNode, leaf: string) => void;
  readonly remove: (node: TagNode) => void;
  readonly openDetails: () => void;
  readonly move: (node: TagNode, key: MoveKey) => void;
  readonly accepts: (movedKey: string, over: TagNode, zone: DropZone) => boolean;
  readonly drop: (movedKey: string, over: TagNode, zone: DropZone) => void;
}

interface TagTreeViewProps {
  readonly rows: readonly TreeRow[];
  readonly counts: ReadonlyMap<string, TagCounts>;
  readonly chosen: string | null;
  readonly renaming: string | null;
  readonly actions: TagTreeActions;
}

const MOVES: Readonly<Record<string, MoveKey>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowRight: "in",
  ArrowLeft: "out",
};

/** The codebook as a tree. Only the lines in sight are in the page. */
export function TagTreeView({ rows, counts, chosen, renaming, actions }: TagTreeViewProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const hadFocus = useRef(false);
  const height = LINE_HEIGHT * useMeasuredToken("--scale");
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    getItemKey: (index) => rows[index]?.node.key ?? index,
    overscan: 12,
  });
  useEffect(() => {
    if (height > 0) virtualizer.measure();
  }, [height, virtualizer]);
  const at = rows.findIndex((row) => row.node.key === chosen);
  const reachable = rows[at]?.node.key ?? rows[0]?.node.key;

  // A tag that was moved or renamed stands on another line: the keyboard goes along.
  useEffect(() => {
    if (at < 0 || renaming !== null || !hadFocus.current) return;
    virtualizer.scrollToIndex(at, { align: "auto" });
    if (document.activeElement === document.body) focusLine(scroller.current, chosen, 8);
  }, [at, chosen, renaming, virtualizer]);

  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[Math.max(0, at)];
    if (row === undefined || event.ctrlKey || event.metaKey) return;
    if (event.altKey) {
      const move = MOVES[event.key];
      if (move === undefined) return;
      event.preventDefault();
      actions.move(row.node, move);
      return;
    }
    if (event.key === "F2") actions.startRenaming(row.node);
    else if (event.key === "Delete") actions.remove(row.node);
    else if (event.key === "Enter") actions.openDetails();
    else {
      const step = treeStep(rows, at < 0 ? -1 : at, event.key);
      if (step === null) return;
      if (step.kind === "fold") actions.fold([step.key], true);
      else if (step.kind === "unfold") actions.fold(step.keys, false);
      else {
        const next = rows[step.index];
        if (next === undefined) return;
        actions.choose(next.node);
        virtualizer.scrollToIndex(step.index, { align: "auto" });
        focusLine(scroller.current, next.node.key, 8);
      }
    }
    event.preventDefault();
  };

  const rowActions: TreeRowActions = {
    choose: actions.choose,
    fold: (node, folded) => actions.fold([node.key], folded),
    rename: actions.rename,
    startRenaming: actions.startRenaming,
    stopRenaming: () => {
      actions.startRenaming(null);
      focusLine(scroller.current, chosen, 8);
    },
    accepts: actions.accepts,
    drop: actions.drop,
  };
  return (
    <>
      <div className={styles.heads} aria-hidden>
        <span>{say("codebook.tagHead")}</span>
        <span className={styles.count}>{say("codebook.ownHead")}</span>
        <span className={styles.count}>{say("codebook.allHead")}</span>
      </div>
      <div ref={scroller} className={styles.scroller}>
        <div
          role="tree"
          aria-label={say("codebook.codebook")}
          className={styles.tree}
          style={{ height: virtualizer.getTotalSize() + 40 }}
          onKeyDown={onKeyDown}
          onFocus={() => {
            hadFocus.current = true;
          }}
          onBlur={(event) => {
            // What took the line away from under the focus has no other target: the focus is meant to come back.
            if (event.relatedTarget !== null) hadFocus.current = false;
          }}
        >
          {virtualizer.getVirtualItems().map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            return (
              <TagTreeRow
                key={item.key}
                row={row}
                counts={counts.get(row.node.key) ?? NO_COUNTS}
                chosen={row.node.key === chosen}
                reachable={row.node.key === reachable}
                renaming={row.node.key === renaming}
                style={{ transform: `translateY(${item.start}px)`, height: item.size }}
                actions={rowActions}
              />
            );
          })}
        </div>
      </div>
    </>
  );
}

function focusLine(scroller: HTMLElement | null, key: string | null, frames: number): void {
  if (key === null) return;
  const line = scroller?.querySelector<HTMLElement>(`[data-tag-line="${CSS.escape(key)}"]`);
  if (line !== null && line !== undefined) line.focus({ preventScroll: true });
  else if (frames > 0) requestAnimationFrame(() => focusLine(scroller, key, frames - 1));
}

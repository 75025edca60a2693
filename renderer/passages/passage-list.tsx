import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { PassageId } from "#shared/base/ids.ts";
import type { PassageListItem } from "#shared/model/passage.ts";
import type { PassageGrouping } from "#shared/model/passage-browser.ts";
import type { Tag } from "#shared/model/tag.ts";
import { say } from "../messages/say.ts";
import { GroupHead } from "./browser/group-head.tsx";
import { chunksOf } from "./browser/row-layout.ts";
import type { PassageRows } from "./browser/use-passage-rows.ts";
import { PassageCard, type PassageCardActions } from "./passage-card.tsx";
import styles from "./passages-view.module.css";

/** Heights in CSS pixels before a row is measured. */
const HEAD_HEIGHT = 40;
const CARD_HEIGHT = 104;

interface PassageListProps {
  readonly rows: PassageRows;
  readonly group: PassageGrouping;
  readonly tags: readonly Tag[];
  readonly selected: ReadonlySet<PassageId>;
  readonly onToggle: (passage: PassageListItem) => void;
  /** Told when other parts of the list come into sight. */
  readonly onChunks: (chunks: readonly number[]) => void;
  readonly actions: PassageCardActions;
}

/** Passages under the names of their groups. Only those in sight are in the page, or asked for at all. */
export function PassageList({ rows, group, tags, selected, onToggle, onChunks, actions }: PassageListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [reached, setReached] = useState(0);
  const { layout, rowAt } = rows;
  const virtualizer = useVirtualizer({
    count: layout.lines,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (layout.lineAt(index)?.kind === "head" ? HEAD_HEIGHT : CARD_HEIGHT),
    overscan: 8,
  });
  const items = virtualizer.getVirtualItems();
  const inSight = chunksOf(layout, items[0]?.index ?? 0, items.at(-1)?.index ?? 0);
  const asked = inSight.join(" ");
  useEffect(() => {
    onChunks(asked.split(" ").filter(Boolean).map(Number));
  }, [asked, onChunks]);
  const reachable = layout.lineAt(reached)?.kind === "row" ? reached : (nextRow(rows, -1, "ArrowDown") ?? 0);

  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset["passageQuote"] === undefined) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = Number(event.target.closest<HTMLElement>("[data-index]")?.dataset["index"]);
    const next = nextRow(rows, at, event.key);
    if (next === null) return;
    event.preventDefault();
    setReached(next);
    virtualizer.scrollToIndex(next, { align: "auto" });
    focusCard(scroller.current, next, 30);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the cards; they are heard here once.
    <div ref={scroller} className={styles.scroller} data-stale={rows.stale || undefined} onKeyDown={onKeyDown}>
      <ul className={styles.list} style={{ height: virtualizer.getTotalSize() }} aria-label={say("passages.passages")}>
        {items.map((item) => {
          const line = layout.lineAt(item.index);
          if (line === undefined) return null;
          const passage = line.kind === "row" ? rowAt(line.row) : undefined;
          return (
            <li
              key={item.key}
              ref={virtualizer.measureElement}
              data-index={item.index}
              className={styles.row}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              {line.kind === "head" && <GroupHead group={line.group} grouping={group} tags={tags} />}
              {line.kind === "row" && passage === undefined && <div className={styles.waiting} aria-hidden />}
              {passage !== undefined && (
                <PassageCard
                  key={passage.passageId}
                  passage={passage}
                  tags={tags}
                  current={false}
                  reachable={item.index === reachable}
                  actions={actions}
                  selection={{ selected: selected.has(passage.passageId), onToggle }}
                  lines={4}
                  context
                />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** The line of the passage that a key goes to from `index`; null for other keys and at the ends. */
function nextRow({ layout }: PassageRows, index: number, key: string): number | null {
  const found = (start: number, step: 1 | -1) => {
    for (let at = start; at >= 0 && at < layout.lines; at += step) {
      if (layout.lineAt(at)?.kind === "row") return at;
    }
    return null;
  };
  switch (key) {
    case "ArrowDown":
      return found(index + 1, 1);
    case "ArrowUp":
      return found(index - 1, -1);
    case "Home":
      return found(0, 1);
    case "End":
      return found(layout.lines - 1, -1);
    default:
      return null;
  }
}

/** A card that was out of sight is in the page only some frames after the scroll, once its part has come. */
function focusCard(scroller: HTMLElement | null, index: number, frames: number): void {
  const quote = scroller?.querySelector<HTMLElement>(`[data-index="${index}"] [data-passage-quote]`);
  if (quote !== null && quote !== undefined) quote.focus({ preventScroll: true });
  else if (frames > 0) requestAnimationFrame(() => focusCard(scroller, index, frames - 1));
}

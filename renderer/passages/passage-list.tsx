import { useVirtualizer } from "@tanstack/react-virtual";
import { FileText } from "lucide-react";
import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import type { PassageId } from "#shared/base/ids.ts";
import type { PassageListItem } from "#shared/model/passage.ts";
import type { Tag } from "#shared/model/tag.ts";
import { say } from "../messages/say.ts";
import { formatNumber } from "../ui/format.ts";
import { PassageCard, type PassageCardActions } from "./passage-card.tsx";
import { type PassageRow, passageRows } from "./passage-filter.ts";
import styles from "./passages-view.module.css";

/** Heights in CSS pixels before a row is measured. */
const HEAD_HEIGHT = 40;
const CARD_HEIGHT = 88;

interface PassageListProps {
  readonly passages: readonly PassageListItem[];
  readonly tags: readonly Tag[];
  readonly selected: ReadonlySet<PassageId>;
  readonly onToggle: (passage: PassageListItem) => void;
  readonly actions: PassageCardActions;
}

/** Passages under the names of their documents. Only those in sight are in the page. */
export function PassageList({ passages, tags, selected, onToggle, actions }: PassageListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [reached, setReached] = useState<PassageId | null>(null);
  const rows = useMemo(() => passageRows(passages), [passages]);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.kind === "document" ? HEAD_HEIGHT : CARD_HEIGHT),
    getItemKey: (index) => keyOf(rows[index], index),
    overscan: 8,
  });
  const reachable = passages.some((passage) => passage.passageId === reached) ? reached : passages[0]?.passageId;

  const onKeyDown = (event: KeyboardEvent) => {
    const at = event.target instanceof HTMLElement ? event.target.dataset["passageQuote"] : undefined;
    if (at === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const index = rows.findIndex((row) => row.kind === "passage" && row.passage.passageId === at);
    const next = nextPassageRow(rows, index, event.key);
    const row = next === null ? undefined : rows[next];
    if (next === null || row?.kind !== "passage") return;
    event.preventDefault();
    setReached(row.passage.passageId);
    virtualizer.scrollToIndex(next, { align: "auto" });
    focusQuote(scroller.current, row.passage.passageId, 8);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the cards; they are heard here once.
    <div ref={scroller} className={styles.scroller} onKeyDown={onKeyDown}>
      <ul className={styles.list} style={{ height: virtualizer.getTotalSize() }} aria-label={say("passages.passages")}>
        {virtualizer.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          return (
            <li
              key={item.key}
              ref={virtualizer.measureElement}
              data-index={item.index}
              className={styles.row}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              {row.kind === "document" ? (
                <h2 className={styles.document}>
                  <FileText aria-hidden />
                  <span className={styles.documentTitle}>{row.title}</span>
                  <span className={styles.documentCount}>{formatNumber(row.passages)}</span>
                </h2>
              ) : (
                <PassageCard
                  passage={row.passage}
                  tags={tags}
                  current={false}
                  reachable={row.passage.passageId === reachable}
                  actions={actions}
                  selection={{ selected: selected.has(row.passage.passageId), onToggle }}
                  lines={3}
                />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function keyOf(row: PassageRow | undefined, index: number): string | number {
  if (row === undefined) return index;
  return row.kind === "document" ? row.documentId : row.passage.passageId;
}

/** The row of the passage that a key goes to from `index`; null for other keys and at the ends. */
function nextPassageRow(rows: readonly PassageRow[], index: number, key: string): number | null {
  const found = (start: number, step: 1 | -1) => {
    for (let at = start; at >= 0 && at < rows.length; at += step) if (rows[at]?.kind === "passage") return at;
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
      return found(rows.length - 1, -1);
    default:
      return null;
  }
}

/** A card that was out of sight is in the page only some frames after the scroll. */
function focusQuote(scroller: HTMLElement | null, passageId: PassageId, frames: number): void {
  const quote = scroller?.querySelector<HTMLElement>(`[data-passage-quote="${passageId}"]`);
  if (quote !== null && quote !== undefined) quote.focus({ preventScroll: true });
  else if (frames > 0) requestAnimationFrame(() => focusQuote(scroller, passageId, frames - 1));
}

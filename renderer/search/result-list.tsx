import { useVirtualizer } from "@tanstack/react-virtual";
import { type Ref, useEffect, useEffectEvent, useImperativeHandle, useRef } from "react";
import type { DocumentId } from "#shared/base/ids.ts";
import type { SearchGroup, SearchRequest } from "#shared/model/search.ts";
import { say } from "../messages/say.ts";
import { type DocumentSelection, isChosen } from "./document-selection.ts";
import { type ResultActions, ResultItem } from "./result-item.tsx";
import styles from "./search.module.css";

/** Height of a document with one snippet, in CSS pixels; the real one is measured. */
const ESTIMATED_HEIGHT = 104;

/** Documents before the end of the list at which more are asked for. */
const NEAR_END = 8;

/** What the view may ask of the list. */
export interface ResultListHandle {
  /** Brings a document into sight and puts the keyboard on it. */
  readonly focusResult: (index: number) => void;
  /** Brings a document into sight, the keyboard stays where it is. */
  readonly revealResult: (index: number) => void;
}

interface ResultListProps {
  readonly request: SearchRequest;
  readonly groups: readonly SearchGroup[];
  /** Documents in the whole result; more than `groups` until all have been fetched. */
  readonly documents: number;
  readonly current: number;
  readonly currentPage: number | null;
  readonly expanded: ReadonlySet<DocumentId>;
  readonly selection: DocumentSelection;
  readonly stale: boolean;
  readonly actions: ResultActions;
  /** Asks for further documents; null when there is nothing to ask for now. */
  readonly fetchMore: (() => void) | null;
  readonly ref: Ref<ResultListHandle>;
}

/** The documents of a result in their order. Only those in sight are in the page. */
export function ResultList(props: ResultListProps) {
  const { request, groups, documents, current, currentPage, expanded, selection, stale, actions, fetchMore, ref } =
    props;
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: groups.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ESTIMATED_HEIGHT,
    getItemKey: (index) => groups[index]?.documentId ?? index,
    overscan: 6,
  });
  const items = virtualizer.getVirtualItems();
  const nearEnd = Math.max(items.at(-1)?.index ?? 0, current) >= groups.length - NEAR_END;
  const askForMore = useEffectEvent(() => fetchMore?.());
  useEffect(() => {
    if (nearEnd && fetchMore !== null) askForMore();
  }, [nearEnd, fetchMore]);
  useImperativeHandle(ref, () => {
    const reveal = (index: number) => virtualizer.scrollToIndex(index, { align: "auto" });
    const focus = (index: number) => {
      reveal(index);
      focusTitle(scroller.current, index, 8);
    };
    return { focusResult: focus, revealResult: reveal };
  }, [virtualizer]);
  return (
    <div ref={scroller} className={styles.scroller}>
      <ol
        className={styles.list}
        data-result-list
        style={{ height: virtualizer.getTotalSize() }}
        aria-label={say("search.documentsFound")}
        data-stale={stale || undefined}
      >
        {items.map((item) => {
          const group = groups[item.index];
          if (group === undefined) return null;
          const isCurrent = item.index === current;
          return (
            <ResultItem
              key={item.key}
              request={request}
              group={group}
              index={item.index}
              total={documents}
              current={isCurrent}
              currentPage={isCurrent ? currentPage : null}
              expanded={expanded.has(group.documentId)}
              chosen={isChosen(selection, group.documentId)}
              actions={actions}
              measure={virtualizer.measureElement}
              offset={item.start}
            />
          );
        })}
      </ol>
      {groups.length < documents && (
        <p className={styles.bounded}>{say("search.listedSoFar", { listed: groups.length, documents })}</p>
      )}
    </div>
  );
}

/** A document that was out of sight is in the page only some frames after the scroll. */
function focusTitle(scroller: HTMLElement | null, index: number, frames: number): void {
  const title = scroller?.querySelector<HTMLElement>(`[data-result-title="${index}"]`);
  if (title !== null && title !== undefined) title.focus({ preventScroll: true });
  else if (frames > 0) requestAnimationFrame(() => focusTitle(scroller, index, frames - 1));
}

import { memo } from "react";
import type { SearchResultPage } from "#shared/model/search.ts";
import { Chip } from "../ui/chip.tsx";
import { formatCount, formatNumber } from "../ui/format.ts";
import { type ResultGroup, SNIPPETS_PER_DOCUMENT } from "./group-results.ts";
import { HitStripView } from "./hit-strip-view.tsx";
import styles from "./search.module.css";
import { SnippetLine } from "./snippet-line.tsx";
import { useDocumentPages } from "./use-search.ts";

/** What a document of the list can ask of the view. `index` is its place in order of rank. */
export interface ResultActions {
  readonly choose: (index: number) => void;
  readonly choosePage: (index: number, page: number) => void;
  readonly openPage: (index: number, page: number) => void;
  readonly expand: (index: number, expanded: boolean) => void;
}

/** Pages that an expanded document lists; the reader is the place to go through more. */
const EXPANDED_MAX = 200;

interface ResultItemProps {
  readonly query: string;
  readonly confident: boolean;
  readonly result: ResultGroup;
  readonly index: number;
  readonly total: number;
  readonly current: boolean;
  readonly currentPage: number | null;
  readonly expanded: boolean;
  readonly actions: ResultActions;
  readonly measure: (element: HTMLElement | null) => void;
  /** Distance from the top of the list, in CSS pixels. */
  readonly offset: number;
}

/** A document in the result list with its snippets and the places of its hits. */
export const ResultItem = memo(function ResultItem(props: ResultItemProps) {
  const { query, confident, result, index, total, current, currentPage, expanded, actions, measure, offset } = props;
  const { group, snippets } = result;
  const matching = group.matchingPages.length;
  const wanted = Math.min(matching, expanded ? EXPANDED_MAX : SNIPPETS_PER_DOCUMENT);
  const bring = snippets.length >= Math.min(matching, SNIPPETS_PER_DOCUMENT) ? "none" : "snippets";
  const fetched = useDocumentPages(query, group.documentId, expanded ? "all" : bring, confident);
  const shown: readonly SearchResultPage[] = (fetched ?? snippets).slice(0, wanted);
  // Lines that are still on their way keep their room, so that nothing jumps when they come.
  const awaited = expanded ? 0 : Math.max(0, wanted - shown.length);
  return (
    <li
      ref={measure}
      data-index={index}
      data-current={current || undefined}
      aria-setsize={total}
      aria-posinset={index + 1}
      className={styles.item}
      style={{ transform: `translateY(${offset}px)` }}
    >
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the title beside it is the button for keyboards; this only widens it for the mouse. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: as above. */}
      <div className={styles.body} onClick={() => current || actions.choose(index)}>
        <div className={styles.itemHead}>
          <button
            type="button"
            className={styles.title}
            tabIndex={current ? 0 : -1}
            aria-current={current || undefined}
            data-result-title={index}
            onClick={() => actions.choose(index)}
            onDoubleClick={() => actions.openPage(index, currentPage ?? group.matchingPages[0] ?? 1)}
          >
            {group.title}
          </button>
          {!group.title.startsWith(group.shortName) && <Chip>{group.shortName}</Chip>}
          <span className={styles.hits}>{formatCount(group.hits, "hit")}</span>
        </div>
        <ul className={styles.snippets}>
          {shown.map((page) => (
            <SnippetLine
              key={page.page}
              result={page}
              current={current && page.page === currentPage}
              reachable={current}
              onChoose={() => actions.choosePage(index, page.page)}
              onOpen={() => actions.openPage(index, page.page)}
            />
          ))}
          {Array.from({ length: awaited }, (_, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: empty lines have no identity but their place.
            <li key={`awaited-${line}`} className={styles.awaited} />
          ))}
        </ul>
        {expanded && matching > EXPANDED_MAX && (
          <p className={styles.beyond}>
            {formatCount(matching - EXPANDED_MAX, "more page")}: open the document to go through all hits.
          </p>
        )}
        <div className={styles.itemFoot}>
          <HitStripView
            matchingPages={group.matchingPages}
            totalPages={group.totalPages}
            currentPage={current ? currentPage : null}
            onPage={(page) => actions.choosePage(index, page)}
          />
          {matching > SNIPPETS_PER_DOCUMENT && (
            <button
              type="button"
              className={styles.showAll}
              tabIndex={current ? 0 : -1}
              aria-expanded={expanded}
              onClick={(event) => {
                event.stopPropagation();
                actions.expand(index, !expanded);
              }}
            >
              {expanded ? "Show fewer pages" : `Show all ${formatNumber(matching)} pages`}
            </button>
          )}
        </div>
      </div>
    </li>
  );
});

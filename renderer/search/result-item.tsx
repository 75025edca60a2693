import { memo } from "react";
import type { DocumentId } from "#shared/base/ids.ts";
import type { SearchGroup, SearchRequest, SearchResultPage } from "#shared/model/search.ts";
import { formatPartialDate } from "../library/labels.ts";
import { say } from "../messages/say.ts";
import { Chip } from "../ui/chip.tsx";
import { HitStripView } from "./hit-strip-view.tsx";
import { resultChips } from "./result-chips.ts";
import styles from "./search.module.css";
import { SnippetLine } from "./snippet-line.tsx";
import { useDocumentHits } from "./use-document-hits.ts";
import { SNIPPETS_PER_DOCUMENT } from "./use-search.ts";

/** What a document of the list can ask of the view. `index` is its place in the result. */
export interface ResultActions {
  readonly choose: (index: number) => void;
  readonly choosePage: (index: number, page: number) => void;
  readonly openPage: (index: number, page: number) => void;
  readonly expand: (documentId: DocumentId, expanded: boolean) => void;
  /** Takes a document into what is chosen, or out; `stretch` up to where one was chosen before. */
  readonly mark: (documentId: DocumentId, stretch: boolean) => void;
}

/** Pages that an expanded document lists; the reader is the place to go through more. */
const EXPANDED_MAX = 200;

interface ResultItemProps {
  readonly request: SearchRequest;
  readonly group: SearchGroup;
  readonly index: number;
  readonly total: number;
  readonly current: boolean;
  readonly currentPage: number | null;
  readonly expanded: boolean;
  readonly chosen: boolean;
  readonly actions: ResultActions;
  readonly measure: (element: HTMLElement | null) => void;
  /** Distance from the top of the list, in CSS pixels. */
  readonly offset: number;
}

/** A document in the result list with its snippets and the places of its hits. */
export const ResultItem = memo(function ResultItem(props: ResultItemProps) {
  const { request, group, index, total, current, currentPage, expanded, chosen, actions, measure, offset } = props;
  const { documentId, matchingPages } = group;
  const matching = matchingPages.length;
  const fetched = useDocumentHits(expanded ? request : null, documentId);
  const shown: readonly SearchResultPage[] = fetched === null ? group.pages : fetched.slice(0, EXPANDED_MAX);
  return (
    <li
      ref={measure}
      data-index={index}
      data-current={current || undefined}
      data-chosen={chosen || undefined}
      aria-setsize={total}
      aria-posinset={index + 1}
      className={styles.item}
      style={{ transform: `translateY(${offset}px)` }}
    >
      <input
        type="checkbox"
        className={styles.check}
        aria-label={say("search.chooseDocument", { title: group.title })}
        tabIndex={current ? 0 : -1}
        checked={chosen}
        onChange={(event) => actions.mark(documentId, wasWithShift(event.nativeEvent))}
      />
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the title beside it is the button for keyboards; this only widens it for the mouse. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: as above. */}
      <div className={styles.body} onClick={() => current || actions.choose(index)}>
        <div className={styles.itemHead}>
          <button
            type="button"
            className={styles.title}
            tabIndex={current ? 0 : -1}
            aria-current={current || undefined}
            title={group.title}
            data-result-title={index}
            onClick={() => actions.choose(index)}
            onDoubleClick={() => actions.openPage(index, currentPage ?? matchingPages[0] ?? 1)}
          >
            {group.title}
          </button>
          <span className={styles.chips}>
            {resultChips(group).map((chip) => (
              <Chip key={chip.id} title={chip.text}>
                {chip.text}
              </Chip>
            ))}
          </span>
          <span className={styles.hits}>
            {group.date !== null && <span className={styles.date}>{formatPartialDate(group.date)}</span>}
            {group.hits === 0 ? say("search.byItsFields") : say("search.hits", { count: group.hits })}
          </span>
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
        </ul>
        {expanded && matching > EXPANDED_MAX && (
          <p className={styles.beyond}>{say("search.morePages", { count: matching - EXPANDED_MAX })}</p>
        )}
        {matching > 0 && (
          <div className={styles.itemFoot}>
            <HitStripView
              matchingPages={matchingPages}
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
                  actions.expand(documentId, !expanded);
                }}
              >
                {expanded ? say("search.showFewerPages") : say("search.showAllPages", { count: matching })}
              </button>
            )}
          </div>
        )}
      </div>
    </li>
  );
});

function wasWithShift(event: Event): boolean {
  return event instanceof MouseEvent && event.shiftKey;
}

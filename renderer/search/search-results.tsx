import { TriangleAlert } from "lucide-react";
import { type ReactNode, useId, useMemo, useRef, useState } from "react";
import type { SearchSort } from "#shared/model/search.ts";
import { useCommand } from "../app/command-handlers.ts";
import { useNavigation } from "../app/navigation.ts";
import { useCallQuery } from "../client/use-query-call.ts";
import { say } from "../messages/say.ts";
import { formatNumber } from "../ui/format.ts";
import { ChooseAll } from "./choose-all.tsx";
import { ALL_DOCUMENTS } from "./document-selection.ts";
import { DoneNote } from "./done-note.tsx";
import { explainInWords } from "./explain-in-words.ts";
import { filterLabels } from "./facet-labels.ts";
import { FilterChips } from "./filter-chips.tsx";
import { CertificateButton } from "./kept/certificate-button.tsx";
import { SaveSearchButton } from "./kept/save-search-button.tsx";
import { ReadAsLine } from "./read-as-line.tsx";
import { ResultActionsBar } from "./result-actions.tsx";
import head from "./result-head.module.css";
import { ResultHead } from "./result-head.tsx";
import { ResultList, type ResultListHandle } from "./result-list.tsx";
import styles from "./search.module.css";
import { SearchPreview } from "./search-preview.tsx";
import { SearchSide, useSideTab } from "./search-side.tsx";
import { NoResults } from "./search-states.tsx";
import { panelId, TabList, tabId } from "./tab-list.tsx";
import { useResultActions } from "./use-result-actions.ts";
import { useResultKeys } from "./use-result-keys.ts";
import { type Answered, type SearchState, useWritten } from "./use-search.ts";
import { useSearchCursor } from "./use-search-cursor.ts";
import { useSearchSides } from "./use-search-sides.ts";
import { useSelection } from "./use-selection.ts";
import type { TaggingDone } from "./use-tag-hits.ts";
import { isInBrief, WrittenList } from "./written-list.tsx";

/** Which part of the case the list shows hits in. */
type ResultTab = "documents" | "passages" | "briefs";

interface SearchResultsProps {
  readonly answered: Answered;
  readonly search: SearchState;
  /** What is wrong with the search as it stands in the field; the result shown is then of an earlier one. */
  readonly problem: ReactNode | null;
  readonly sort: SearchSort;
  readonly onSort: (sort: SearchSort) => void;
}

/** An answer: filters and explanation, the documents and what was written about them, and the page of the current hit. */
export function SearchResults({ answered, search, problem, sort, onSort }: SearchResultsProps) {
  const { answer, request } = answered;
  const { searchOptions, setSearchOptions } = useNavigation();
  const info = useCallQuery("case.info", {}).data ?? null;
  const ocr = useCallQuery("ocr.status", {}).data ?? null;
  const view = useRef<HTMLElement>(null);
  const list = useRef<ResultListHandle>(null);
  const prefix = useId();
  const sides = useSearchSides();
  useCommand("toggle-left", sides.toggleSide);
  useCommand("toggle-right", sides.togglePreview);
  const [, setSideTab] = useSideTab();
  const [tab, setTab] = useState<ResultTab>("documents");
  const [done, setDone] = useState<TaggingDone | null>(null);
  const [selection, setSelection] = useSelection(request);
  const cursor = useSearchCursor(answered);
  const { actions, expanded } = useResultActions(cursor, answer.groups, setSelection);
  const written = useWritten(answered);
  const { facets } = answer;
  const labels = useMemo(() => filterLabels(facets), [facets]);
  const explanation = useMemo(() => explainInWords(request.query, answer.explanation), [request, answer]);
  const stale = search.stale || search.error !== null;
  const isDocuments = tab === "documents";

  const step = (direction: 1 | -1) => {
    const group = cursor.step(direction);
    if (group !== null) list.current?.revealResult(group);
  };
  useResultKeys(view, {
    enabled: isDocuments && answer.groups.length > 0,
    group: cursor.group,
    last: answer.groups.length - 1,
    moveTo: (index) => list.current?.focusResult(cursor.choose(index)),
    step,
    open: cursor.openCurrent,
    mark: (stretch) => {
      if (cursor.currentGroup !== null) actions.mark(cursor.currentGroup.documentId, stretch);
    },
    chooseAll: () => setSelection(() => ALL_DOCUMENTS),
  });

  const inBriefs = written.hits?.filter(isInBrief).length;
  const inPassages = written.hits === null ? undefined : written.hits.length - (inBriefs ?? 0);

  return (
    <section ref={view} className={styles.view} aria-label={say("search.searchResults")}>
      {sides.side && (
        <SearchSide
          facets={facets}
          explanation={explanation}
          stale={stale}
          options={searchOptions}
          onOptions={setSearchOptions}
          onCollapse={sides.toggleSide}
        />
      )}
      <div className={styles.column}>
        <ResultHead
          answered={answered}
          stale={stale}
          searching={search.stale && search.error === null}
          sort={sort}
          onSort={onSort}
          sides={sides}
        >
          <SaveSearchButton search={request} />
          <CertificateButton search={request} result={answer} />
        </ResultHead>
        <div className={head.bar}>
          <TabList<ResultTab>
            label={say("search.whereFound")}
            prefix={prefix}
            tabs={[
              { id: "documents", label: say("search.inDocuments"), count: formatNumber(answer.documents) },
              { id: "passages", label: say("search.inPassages"), count: countText(inPassages) },
              { id: "briefs", label: say("search.inBriefs"), count: countText(inBriefs) },
            ]}
            current={tab}
            onChange={setTab}
          />
          {isDocuments && answer.documents > 0 && (
            <ResultActionsBar answered={answered} selection={selection} onDone={setDone} />
          )}
        </div>
        <ReadAsLine
          explanation={explanation}
          onShow={() => {
            setSideTab("read-as");
            sides.showSide();
          }}
        >
          {isDocuments && answer.documents > 0 && (
            <ChooseAll
              selection={selection}
              documents={answer.documents}
              onSelection={(next) => setSelection(() => next)}
            />
          )}
        </ReadAsLine>
        <FilterChips labels={labels} options={searchOptions} onOptions={setSearchOptions} />
        {answer.incomplete !== null && (
          <p className={head.incomplete} role="alert">
            <TriangleAlert aria-hidden />
            {say("search.incomplete", { done: answer.incomplete.pagesDone, all: answer.incomplete.pagesInAll })}
          </p>
        )}
        <div id={panelId(prefix, tab)} className={styles.stack} role="tabpanel" aria-labelledby={tabId(prefix, tab)}>
          {problem !== null && <div className={styles.problemOver}>{problem}</div>}
          {!isDocuments && <WrittenList written={written} what={tab} stale={stale} />}
          {isDocuments && answer.documents === 0 && (
            <NoResults
              words={explanation.words}
              options={searchOptions}
              onOptions={setSearchOptions}
              info={info}
              ocr={ocr}
              certificate={<CertificateButton search={request} result={answer} />}
            />
          )}
          {isDocuments && answer.documents > 0 && (
            <ResultList
              ref={list}
              request={request}
              groups={answer.groups}
              documents={answer.documents}
              current={cursor.group}
              currentPage={cursor.current?.page ?? null}
              expanded={expanded}
              selection={selection}
              stale={stale}
              actions={actions}
              fetchMore={search.fetchMore}
            />
          )}
        </div>
        {done !== null && <DoneNote done={done} onDismiss={() => setDone(null)} />}
      </div>
      {sides.preview && isDocuments && cursor.currentGroup !== null && (
        <SearchPreview
          group={cursor.currentGroup}
          hits={cursor.hits}
          cursor={cursor.cursor}
          onStep={step}
          onOpen={cursor.openCurrent}
          onClose={sides.togglePreview}
        />
      )}
    </section>
  );
}

function countText(count: number | undefined): string {
  return count === undefined ? "" : formatNumber(count);
}

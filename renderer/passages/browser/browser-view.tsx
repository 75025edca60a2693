import { ArrowDownWideNarrow, ArrowUpNarrowWide, Filter, Highlighter, Search } from "lucide-react";
import { useCallback, useDeferredValue, useMemo, useState } from "react";
import type { PassageId } from "#shared/base/ids.ts";
import type { PassageListItem } from "#shared/model/passage.ts";
import {
  PASSAGE_GROUPS,
  PASSAGE_SORTS,
  type PassageGrouping,
  type PassageSort,
  passageGroupingSchema,
  passageSortSchema,
} from "#shared/model/passage-browser.ts";
import type { Tag } from "#shared/model/tag.ts";
import { type ReaderPlace, useNavigation } from "../../app/navigation.ts";
import { useClient } from "../../client/use-client.ts";
import { useCallQuery } from "../../client/use-query-call.ts";
import type { MessageKey } from "../../messages/en/english.ts";
import { say } from "../../messages/say.ts";
import { Button } from "../../ui/button.tsx";
import { describeError } from "../../ui/describe-error.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { SidePanel } from "../../ui/side-panel.tsx";
import { Spinner } from "../../ui/spinner.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useNarrow } from "../../ui/use-narrow.ts";
import { usePanelOpen } from "../../ui/use-panel-open.ts";
import { PassageExchangeMenu } from "../exchange/passage-exchange-menu.tsx";
import { firstPlace } from "../passage-filter.ts";
import { PassageList } from "../passage-list.tsx";
import styles from "../passages-view.module.css";
import { useCardActions } from "../use-card-actions.ts";
import { askedFilter, type BrowserFilter, isOpen, OPEN_FILTER } from "./browser-filter.ts";
import { ExportButton } from "./export-button.tsx";
import { FilterChips } from "./filter-chips.tsx";
import { FilterPanel } from "./filter-panel.tsx";
import { SelectionBar } from "./selection-bar.tsx";
import { type Arrangement, usePassageRows } from "./use-passage-rows.ts";

const NO_TAGS: readonly Tag[] = [];
const NONE: ReadonlySet<PassageId> = new Set();

const GROUP_LABELS: Readonly<Record<PassageGrouping, MessageKey>> = {
  none: "passages.groupNone",
  document: "passages.groupDocument",
  tag: "passages.groupTag",
  mark: "passages.groupMark",
  author: "passages.groupAuthor",
  day: "passages.groupDay",
  kind: "passages.groupKind",
  court: "passages.groupCourt",
};

const SORT_LABELS: Readonly<Record<PassageSort, MessageKey>> = {
  place: "passages.sortPlace",
  created: "passages.sortCreated",
  updated: "passages.sortUpdated",
  author: "passages.sortAuthor",
  document: "passages.sortDocument",
  date: "passages.sortDate",
};

interface BrowserViewProps {
  readonly filter: BrowserFilter;
  readonly onFilter: (filter: BrowserFilter) => void;
}

/** Every passage of the case: narrowed, grouped, ordered, and worked on many at a time. */
export function BrowserView({ filter, onFilter }: BrowserViewProps) {
  const { openDocument, show, announce } = useNavigation();
  const { transport } = useClient();
  const narrow = useNarrow();
  const [filtersOpen, setFiltersOpen] = usePanelOpen(narrow ? "passages-filters-narrow" : "passages-filters", !narrow);
  const tags = useCallQuery("tags.list", {}).data?.tags ?? NO_TAGS;
  const [arrangement, setArrangement] = useState<Arrangement>({ sort: "place", descending: false, group: "document" });
  const [chunks, setChunks] = useState<readonly number[]>([]);
  const [selected, setSelected] = useState<ReadonlySet<PassageId>>(NONE);
  const deferred = useDeferredValue(filter);
  const asked = useMemo(() => askedFilter(deferred), [deferred]);
  const rows = usePassageRows(asked, arrangement, chunks);
  const open = useCallback(
    (passage: PassageListItem) => openDocument(passage.documentId, placeOf(passage)),
    [openDocument],
  );
  const toBriefs = useCallback(() => show("briefs"), [show]);
  const actions = useCardActions(tags, open, toBriefs);
  const toggle = useCallback((passage: PassageListItem) => {
    setSelected((before) => {
      const after = new Set(before);
      if (!after.delete(passage.passageId)) after.add(passage.passageId);
      return after;
    });
  }, []);
  const selectAll = () => {
    transport.call("passages.ids", asked).then(
      ({ passages }) => setSelected(new Set(passages)),
      (error: unknown) => announce(describeError(error).message, "bad"),
    );
  };
  const clear = () => setSelected(NONE);
  const change = (next: BrowserFilter) => {
    clear();
    onFilter(next);
  };

  if (rows.error !== null) return <ErrorState error={rows.error} onRetry={rows.retry} />;
  if (rows.head === undefined) return <Spinner label={say("passages.listing")} />;
  const { total, documents } = rows.head;
  if (total === 0 && isOpen(filter) && !rows.stale) {
    return (
      <EmptyState
        icon={<Highlighter />}
        title={say("passages.noPassages")}
        actions={
          <>
            <Button onClick={() => show("library")}>{say("passages.openDocument")}</Button>
            <PassageExchangeMenu />
          </>
        }
      >
        {say("passages.whatPassagesAre")}
      </EmptyState>
    );
  }
  const { sort, descending, group } = arrangement;
  return (
    <div className={styles.view}>
      {filtersOpen && (
        <SidePanel
          name="passages-filters"
          label={say("passages.filters")}
          side="start"
          widths={{ initial: 250, narrow: 230, min: 190, max: 420 }}
          onCollapse={() => setFiltersOpen(false)}
          className={styles.filters}
        >
          <FilterPanel tags={tags} filter={filter} onFilter={change} />
        </SidePanel>
      )}
      <div className={styles.main}>
        <header className={styles.head}>
          <IconButton
            label={say(filtersOpen ? "passages.hideFilters" : "passages.showFilters")}
            icon={<Filter aria-hidden />}
            pressed={filtersOpen}
            onClick={() => setFiltersOpen(!filtersOpen)}
          />
          <h1 className={styles.counts} aria-live="polite">
            {say("passages.countInDocuments", { count: total, documents })}
          </h1>
          <TextField
            className={styles.textFilter ?? ""}
            type="search"
            label={say("passages.filterByWords")}
            hideLabel
            placeholder={say("passages.filterPlaceholder")}
            icon={<Search aria-hidden />}
            value={filter.text}
            onChange={(event) => change({ ...filter, text: event.target.value })}
          />
          <select
            className={styles.select}
            aria-label={say("passages.groupBy")}
            value={group}
            onChange={(event) =>
              setArrangement({ ...arrangement, group: passageGroupingSchema.parse(event.target.value) })
            }
          >
            {PASSAGE_GROUPS.map((each) => (
              <option key={each} value={each}>
                {say(GROUP_LABELS[each])}
              </option>
            ))}
          </select>
          <span className={styles.sort}>
            <select
              className={styles.select}
              aria-label={say("passages.sortBy")}
              value={sort}
              onChange={(event) =>
                setArrangement({ ...arrangement, sort: passageSortSchema.parse(event.target.value) })
              }
            >
              {PASSAGE_SORTS.map((each) => (
                <option key={each} value={each}>
                  {say(SORT_LABELS[each])}
                </option>
              ))}
            </select>
            <IconButton
              label={say(descending ? "passages.descending" : "passages.ascending")}
              icon={descending ? <ArrowDownWideNarrow aria-hidden /> : <ArrowUpNarrowWide aria-hidden />}
              onClick={() => setArrangement({ ...arrangement, descending: !descending })}
            />
          </span>
          <ExportButton filter={asked} arrangement={arrangement} disabled={total === 0} />
          <PassageExchangeMenu />
        </header>
        {!isOpen(filter) && <FilterChips tags={tags} filter={filter} onFilter={change} />}
        {selected.size > 0 && (
          <SelectionBar chosen={[...selected]} total={total} tags={tags} onSelectAll={selectAll} onDone={clear} />
        )}
        {total === 0 ? (
          <EmptyState
            icon={<Highlighter />}
            title={say("passages.noneMatches")}
            actions={<Button onClick={() => change(OPEN_FILTER)}>{say("passages.showAll")}</Button>}
          >
            {say("passages.howFilterWorks")}
          </EmptyState>
        ) : (
          <PassageList
            rows={rows}
            group={group}
            tags={tags}
            selected={selected}
            onToggle={toggle}
            onChunks={setChunks}
            actions={actions}
          />
        )}
      </div>
    </div>
  );
}

function placeOf(passage: PassageListItem): ReaderPlace {
  const { page } = firstPlace(passage);
  const quads = passage.ranges[0]?.quads;
  const place = { page, passageId: passage.passageId };
  return passage.state === "orphaned" || quads === undefined ? place : { ...place, quads };
}

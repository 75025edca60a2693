import { Bookmark, CircleAlert, Pencil, Play, Search, Trash2 } from "lucide-react";
import { useMemo, useState } from "react";
import type { DocumentId } from "#shared/base/ids.ts";
import type { SavedSearchState } from "#shared/model/search-report.ts";
import { useNavigation } from "../../app/navigation.ts";
import { useDocumentTitles } from "../../library/use-document-titles.ts";
import { say } from "../../messages/say.ts";
import { Button } from "../../ui/button.tsx";
import { Chip } from "../../ui/chip.tsx";
import { classes } from "../../ui/classes.ts";
import { DataTable, type TableColumn, type TableSort } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { formatDateTime, formatNumber, formatShortDateTime } from "../../ui/format.ts";
import { RowDetail } from "../../ui/row-detail.tsx";
import { Spinner } from "../../ui/spinner.tsx";
import { TextField } from "../../ui/text-field.tsx";
import kept from "./kept.module.css";
import { SaveSearchDialog } from "./save-search-button.tsx";
import { newsOf, type SavedColumn, sortSaved } from "./saved-search-order.ts";
import styles from "./saved-searches.module.css";
import { SearchCard } from "./search-card.tsx";
import { optionWords } from "./search-words.ts";
import { useSavedList } from "./use-saved-list.ts";
import { type SavedSearchActions, useSavedSearches } from "./use-saved-searches.ts";

const COLUMNS = (actions: SavedSearchActions): readonly TableColumn<SavedSearchState, SavedColumn>[] => [
  {
    id: "name",
    header: say("kept.name"),
    width: "minmax(140px, 2fr)",
    render: (saved) => (
      <button
        type="button"
        tabIndex={-1}
        className={classes(kept.link, styles.name)}
        title={say("kept.showResultOf", { name: saved.name })}
        onClick={() => actions.run(saved)}
      >
        {saved.name}
      </button>
    ),
  },
  {
    id: "query",
    header: say("kept.search"),
    width: "minmax(120px, 3fr)",
    render: ({ search }) => (
      <code className={styles.query} title={[search.query, optionWords(search)].filter(Boolean).join("\n")}>
        {search.query}
      </code>
    ),
  },
  { id: "new", header: say("kept.sinceLastLooked"), width: "148px", render: (saved) => <News saved={saved} /> },
  {
    id: "documents",
    header: say("kept.documentsColumn"),
    width: "96px",
    align: "end",
    render: ({ now }) => figure(now?.documents),
  },
  {
    id: "hits",
    header: say("kept.hitsColumn"),
    width: "80px",
    align: "end",
    showFrom: 700,
    render: ({ now }) => figure(now?.hits),
  },
  {
    id: "looked",
    header: say("kept.lookedAt"),
    width: "132px",
    showFrom: 820,
    render: ({ lookedAt }) =>
      lookedAt === null ? (
        say("kept.never")
      ) : (
        <span title={formatDateTime(lookedAt)}>{formatShortDateTime(lookedAt)}</span>
      ),
  },
];

function figure(value: number | undefined): string {
  return value === undefined ? "–" : formatNumber(value);
}

function News({ saved }: { readonly saved: SavedSearchState }) {
  if (saved.problem !== null) {
    return (
      <Chip tone="bad" title={saved.problem}>
        {say("kept.cannotBeMade")}
      </Chip>
    );
  }
  const news = newsOf(saved);
  if (news === null)
    return <span className={styles.quiet}>{saved.lookedAt === null ? "" : say("kept.nothingNew")}</span>;
  return <Chip tone={saved.newDocuments.length > 0 ? "accent" : "warn"}>{news}</Chip>;
}

/** The searches that were kept, with what is new in each since its result was last looked at. */
export function SavedSearchesView() {
  const list = useSavedList();
  if (list.error !== null && list.data === undefined) {
    return <ErrorState title={say("kept.savedFailed")} error={list.error} onRetry={() => void list.refetch()} />;
  }
  if (list.data === undefined) {
    return (
      <div className={styles.wait}>
        <Spinner visible label={say("kept.makingSaved")} />
      </div>
    );
  }
  if (list.data.searches.length === 0) {
    return (
      <EmptyState icon={<Bookmark />} title={say("kept.noSaved")}>
        {say("kept.noSavedMore")}
      </EmptyState>
    );
  }
  return <SavedSearches searches={list.data.searches} />;
}

function SavedSearches({ searches }: { readonly searches: readonly SavedSearchState[] }) {
  const actions = useSavedSearches();
  const [sort, setSort] = useState<TableSort<SavedColumn>>({ column: "name", descending: false });
  const [filter, setFilter] = useState("");
  const [selected, setSelected] = useState<string | null>(null);
  const [renames, setRenames] = useState(false);
  const rows = useMemo(() => {
    const wanted = filter.trim().toLocaleLowerCase();
    const found = searches.filter(({ name, search }) =>
      `${name}\n${search.query}`.toLocaleLowerCase().includes(wanted),
    );
    return sortSaved(found, sort);
  }, [searches, filter, sort]);
  const current = searches.find(({ savedSearchId }) => savedSearchId === selected) ?? null;
  const withNews = searches.filter(({ newDocuments }) => newDocuments.length > 0).length;
  return (
    <section className={kept.view} aria-label={say("kept.savedSearches")}>
      <header className={kept.head}>
        <h1 className={kept.title}>{say("kept.savedCount", { count: searches.length })}</h1>
        <span className={styles.quiet}>
          {withNews === 0 ? say("kept.nothingNewSince") : say("kept.withSomethingNew", { count: withNews })}
        </span>
        <span className={kept.spring} />
        <TextField
          hideLabel
          className={styles.filter ?? ""}
          label={say("kept.filterSaved")}
          type="search"
          placeholder={say("kept.filter")}
          icon={<Search aria-hidden />}
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
      </header>
      <div className={kept.table}>
        <DataTable
          label={say("kept.savedSearches")}
          columns={COLUMNS(actions)}
          rows={rows}
          rowKey={({ savedSearchId }) => savedSearchId}
          selectedKey={selected}
          onSelect={({ savedSearchId }) => setSelected(savedSearchId)}
          onActivate={actions.run}
          sort={sort}
          onSort={(column) =>
            setSort((before) => ({
              column,
              // What is new and what there is much of comes first.
              descending: before.column === column ? !before.descending : column !== "name" && column !== "query",
            }))
          }
          empty={say("kept.noSavedMatches")}
        />
      </div>
      {current !== null && (
        <SavedDetail
          saved={current}
          actions={actions}
          onRename={() => setRenames(true)}
          onClose={() => setSelected(null)}
        />
      )}
      {renames && current !== null && (
        <SaveSearchDialog
          search={current.search}
          renamed={current}
          others={searches}
          onClose={() => setRenames(false)}
        />
      )}
    </section>
  );
}

interface SavedDetailProps {
  readonly saved: SavedSearchState;
  readonly actions: SavedSearchActions;
  readonly onRename: () => void;
  readonly onClose: () => void;
}

function SavedDetail({ saved, actions, onRename, onClose }: SavedDetailProps) {
  return (
    <RowDetail title={saved.name} onClose={onClose}>
      <div className={styles.detail}>
        <p className={styles.actions}>
          <Button size="small" variant="primary" icon={<Play aria-hidden />} onClick={() => actions.run(saved)}>
            {say("kept.showResult")}
          </Button>
          <Button size="small" icon={<Pencil aria-hidden />} onClick={onRename}>
            {say("kept.rename")}
          </Button>
          <Button size="small" variant="danger" icon={<Trash2 aria-hidden />} onClick={() => actions.forget(saved)}>
            {say("kept.delete")}
          </Button>
        </p>
        {saved.problem !== null && (
          <p className={styles.problem}>
            <CircleAlert aria-hidden />
            {saved.problem}
          </p>
        )}
        <SearchCard search={saved.search} />
        <p>{figuresOf(saved)}</p>
        <Documents title={say("kept.newOrMore")} documents={saved.newDocuments} saved={saved} />
        <Documents title={say("kept.notFoundAnyMore")} documents={saved.lostDocuments} saved={saved} />
      </div>
    </RowDetail>
  );
}

/** What the search finds now, and what it found when it was last looked at. */
function figuresOf({ now, seen, lookedAt }: SavedSearchState): string {
  if (seen === null || lookedAt === null) return now === null ? say("kept.notKnownNow") : say("kept.now", { ...now });
  const when = formatDateTime(lookedAt);
  if (now === null) return say("kept.notKnownNowSeen", { ...seen, when });
  return say("kept.nowAndSeen", { ...now, seenHits: seen.hits, seenDocuments: seen.documents, when });
}

/** Names that a list shows; the result has them all. */
const NAMES = 20;

interface DocumentsProps {
  readonly title: string;
  readonly documents: readonly DocumentId[];
  readonly saved: SavedSearchState;
}

function Documents({ title, documents, saved }: DocumentsProps) {
  const { openDocument } = useNavigation();
  const titles = useDocumentTitles();
  if (documents.length === 0) return null;
  return (
    <div>
      <h4 className={styles.listTitle}>
        {title} <span className={styles.quiet}>{formatNumber(documents.length)}</span>
      </h4>
      <ul className={styles.documents}>
        {documents.slice(0, NAMES).map((documentId) => (
          <li key={documentId}>
            <button
              type="button"
              className={classes(kept.link, styles.name)}
              onClick={() =>
                openDocument(documentId, { page: 1, trail: { search: saved.search, sort: "relevance", rank: null } })
              }
            >
              {titles.get(documentId) ?? say("kept.documentGone")}
            </button>
          </li>
        ))}
      </ul>
      {documents.length > NAMES && (
        <p className={styles.quiet}>{say("kept.andMore", { count: documents.length - NAMES })}</p>
      )}
    </div>
  );
}

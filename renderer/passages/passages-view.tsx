import { FilePlus2, Highlighter, Search, Trash2, X } from "lucide-react";
import { useCallback, useDeferredValue, useMemo, useState } from "react";
import type { BriefId, DocumentId, PassageId } from "#shared/base/ids.ts";
import type { PassageListItem } from "#shared/model/passage.ts";
import type { Tag } from "#shared/model/tag.ts";
import { type ReaderPlace, useNavigation } from "../app/navigation.ts";
import { useCallQuery } from "../client/use-query-call.ts";
import { say } from "../messages/say.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { Menu } from "../ui/menu.tsx";
import { Spinner } from "../ui/spinner.tsx";
import { TextField } from "../ui/text-field.tsx";
import { filterPassages, firstPlace, isOpenFilter, NO_FILTER, type PassageFilter } from "./passage-filter.ts";
import { PassageList } from "./passage-list.tsx";
import styles from "./passages-view.module.css";
import { TagManager } from "./tag-manager.tsx";
import { useCardActions } from "./use-card-actions.ts";
import { usePassageEdits } from "./use-passage-edits.ts";

const NO_TAGS: readonly Tag[] = [];

/** Every passage of the case, by tag, document and words. */
export function PassagesView() {
  const { show } = useNavigation();
  const list = useCallQuery("passages.list", {});
  const tags = useCallQuery("tags.list", {}).data?.tags ?? NO_TAGS;
  if (list.error !== null) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (list.data === undefined) return <Spinner label={say("passages.listing")} />;
  if (list.data.passages.length === 0 && tags.length === 0) {
    return (
      <EmptyState
        icon={<Highlighter />}
        title={say("passages.noPassages")}
        actions={<Button onClick={() => show("library")}>{say("passages.openDocument")}</Button>}
      >
        {say("passages.whatPassagesAre")}
      </EmptyState>
    );
  }
  return <Passages passages={list.data.passages} tags={tags} />;
}

interface PassagesProps {
  readonly passages: readonly PassageListItem[];
  readonly tags: readonly Tag[];
}

function Passages({ passages, tags }: PassagesProps) {
  const { openDocument, show } = useNavigation();
  const [filter, setFilter] = useState<PassageFilter>(NO_FILTER);
  const [selected, setSelected] = useState<ReadonlySet<PassageId>>(new Set());
  const deferred = useDeferredValue(filter);
  const shown = useMemo(() => filterPassages(passages, deferred), [passages, deferred]);
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
  const chosen = shown.filter((passage) => selected.has(passage.passageId));
  const clearSelection = () => setSelected(new Set());
  return (
    <div className={styles.view}>
      <TagManager tags={tags} passages={passages} filter={filter} onFilter={setFilter} />
      <div className={styles.main}>
        <header className={styles.head}>
          <h1 className={styles.counts} aria-live="polite">
            {isOpenFilter(filter)
              ? say("passages.count", { count: passages.length })
              : say("passages.countOf", { count: shown.length, total: passages.length })}
          </h1>
          <TextField
            className={styles.textFilter ?? ""}
            label={say("passages.filterByWords")}
            hideLabel
            placeholder={say("passages.filterPlaceholder")}
            icon={<Search aria-hidden />}
            value={filter.text}
            onChange={(event) => setFilter({ ...filter, text: event.target.value })}
          />
          <DocumentSelect passages={passages} filter={filter} onFilter={setFilter} />
          {!isOpenFilter(filter) && (
            <Button variant="quiet" size="small" icon={<X aria-hidden />} onClick={() => setFilter(NO_FILTER)}>
              {say("passages.clear")}
            </Button>
          )}
        </header>
        {chosen.length > 0 && (
          <SelectionBar chosen={chosen} shown={shown} onSelect={setSelected} onDone={clearSelection} />
        )}
        {shown.length === 0 ? (
          <EmptyState
            icon={<Highlighter />}
            title={say("passages.noneMatches")}
            actions={<Button onClick={() => setFilter(NO_FILTER)}>{say("passages.showAll")}</Button>}
          >
            {say("passages.howFilterWorks")}
          </EmptyState>
        ) : (
          <PassageList passages={shown} tags={tags} selected={selected} onToggle={toggle} actions={actions} />
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

interface DocumentSelectProps {
  readonly passages: readonly PassageListItem[];
  readonly filter: PassageFilter;
  readonly onFilter: (filter: PassageFilter) => void;
}

function DocumentSelect({ passages, filter, onFilter }: DocumentSelectProps) {
  const documents = useMemo(
    () => [...new Map(passages.map((passage) => [passage.documentId, passage.documentTitle]))],
    [passages],
  );
  return (
    <select
      className={styles.select}
      aria-label={say("passages.document")}
      value={filter.documentId ?? ""}
      onChange={(event) => {
        const wanted = documents.find(([documentId]) => documentId === event.target.value);
        onFilter({ ...filter, documentId: (wanted?.[0] ?? null) satisfies DocumentId | null });
      }}
    >
      <option value="">{say("passages.allDocuments")}</option>
      {documents.map(([documentId, title]) => (
        <option key={documentId} value={documentId}>
          {title}
        </option>
      ))}
    </select>
  );
}

interface SelectionBarProps {
  readonly chosen: readonly PassageListItem[];
  readonly shown: readonly PassageListItem[];
  readonly onSelect: (selected: ReadonlySet<PassageId>) => void;
  readonly onDone: () => void;
}

function SelectionBar({ chosen, shown, onSelect, onDone }: SelectionBarProps) {
  const edits = usePassageEdits();
  const { activeBrief, setActiveBrief, show } = useNavigation();
  const briefs = useCallQuery("briefs.list", {}).data?.briefs ?? [];
  const ids = chosen.map((passage) => passage.passageId);
  const addTo = (briefId: BriefId) => {
    setActiveBrief(briefId);
    void edits.addToBrief(briefId, ids).then((done) => done !== null && onDone());
  };
  return (
    <div className={styles.bar} role="toolbar" aria-label={say("passages.selectedPassages")}>
      <b>{say("passages.selected", { count: chosen.length })}</b>
      {chosen.length < shown.length && (
        <Button
          size="small"
          variant="quiet"
          onClick={() => onSelect(new Set(shown.map((passage) => passage.passageId)))}
        >
          {say("passages.selectAll", { count: shown.length })}
        </Button>
      )}
      <span className={styles.spring} />
      {briefs.length === 0 ? (
        <Button size="small" icon={<FilePlus2 aria-hidden />} onClick={() => show("briefs")}>
          {say("passages.createBriefFirst")}
        </Button>
      ) : (
        <Menu
          placement="bottom-end"
          items={briefs.map((brief) => ({
            id: brief.briefId,
            label: brief.title,
            checked: brief.briefId === activeBrief,
            onSelect: () => addTo(brief.briefId),
          }))}
          trigger={(trigger) => (
            <Button {...trigger} size="small" variant="primary" icon={<FilePlus2 aria-hidden />}>
              {say("passages.addToBrief")}
            </Button>
          )}
        />
      )}
      <Button
        size="small"
        variant="danger"
        icon={<Trash2 aria-hidden />}
        onClick={() => void edits.remove(ids).then((done) => done && onDone())}
      >
        {say("passages.delete")}
      </Button>
      <IconButton size="small" label={say("passages.clearSelection")} icon={<X aria-hidden />} onClick={onDone} />
    </div>
  );
}

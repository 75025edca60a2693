import { PanelRight, ShieldQuestion } from "lucide-react";
import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import { errorDefinition } from "#shared/errors/codes.ts";
import { RemoteError } from "#shared/errors/wire.ts";
import { useNavigation } from "../app/navigation.ts";
import { useCallQuery } from "../client/use-query-call.ts";
import { ErrorState } from "../ui/error-state.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { Spinner } from "../ui/spinner.tsx";
import { useNarrow } from "../ui/use-narrow.ts";
import { usePanelOpen } from "../ui/use-panel-open.ts";
import { countLine, durationOf } from "./counts.ts";
import { ResultList, type ResultListHandle } from "./result-list.tsx";
import styles from "./search.module.css";
import { SearchPreview } from "./search-preview.tsx";
import states from "./search-states.module.css";
import { NoResults, SearchHelp, SearchSyntaxError } from "./search-states.tsx";
import { type Answered, type SearchState, useSearch } from "./use-search.ts";
import { useSearchCursor } from "./use-search-cursor.ts";
import { useViewKeys } from "./use-view-keys.ts";

/** The search view: results of the query in the top bar, grouped by document, beside the page of the current hit. */
export function SearchView() {
  const navigation = useNavigation();
  const [confident, setConfident] = useState(false);
  const search = useSearch(navigation.query, confident);
  const info = useCallQuery("case.info", {});
  if (navigation.query.trim() === "") return <Centered content={<SearchHelp onTry={navigation.setQuery} />} />;
  const { answered, error } = search;
  if (answered === null || (answered.answer.pages === 0 && error !== null)) {
    return <Centered content={error === null ? <Spinner label="Searching" /> : <Failure search={search} />} />;
  }
  if (answered.answer.pages === 0 && !confident) {
    return <Centered content={<NoResults query={answered.query} info={info.data ?? null} />} />;
  }
  return <Results answered={answered} search={search} onConfident={setConfident} confident={confident} />;
}

function Centered({ content }: { readonly content: React.ReactNode }) {
  return <section className={states.only}>{content}</section>;
}

function Failure({ search }: { readonly search: SearchState }) {
  const navigation = useNavigation();
  const { error, retry } = search;
  if (error instanceof RemoteError && error.code === "search/syntax") {
    const { offset } = error.wire.details;
    return (
      <SearchSyntaxError
        query={navigation.query}
        message={whatIsWrong(error)}
        offset={typeof offset === "number" ? offset : null}
      />
    );
  }
  return <ErrorState title="The search could not be made." error={error} onRetry={retry} />;
}

/** The sentence about this query, without the general one before it: the heading says that already. */
function whatIsWrong(error: RemoteError): string {
  return error.message.replace(errorDefinition("search/syntax").message, "").trim() || error.message;
}

interface ResultsProps {
  readonly answered: Answered;
  readonly search: SearchState;
  /** Hits in words of which OCR was not sure are left out. */
  readonly confident: boolean;
  readonly onConfident: (confident: boolean) => void;
}

function Results({ answered, search, confident, onConfident }: ResultsProps) {
  const ocr = useCallQuery("ocr.status", {});
  const view = useRef<HTMLElement>(null);
  const list = useRef<ResultListHandle>(null);
  const narrow = useNarrow();
  const [previewOpen, setPreviewOpen] = usePanelOpen(narrow ? "search-preview-narrow" : "search-preview", !narrow);
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set());
  const cursor = useSearchCursor(answered);
  const stale = search.stale || search.error !== null;

  const step = (direction: 1 | -1) => {
    const group = cursor.step(direction);
    if (group !== null) list.current?.revealResult(group);
  };
  const moveTo = (index: number) => {
    const group = cursor.choose(index);
    list.current?.focusResult(group);
  };
  useViewKeys(view, (event) => {
    const { groups, group } = cursor;
    const moves = new Map<string, () => void>([
      ["n", () => step(1)],
      ["p", () => step(-1)],
      ["ArrowDown", () => moveTo(group + 1)],
      ["ArrowUp", () => moveTo(group - 1)],
      ["PageDown", () => moveTo(group + 8)],
      ["PageUp", () => moveTo(group - 8)],
      ["Home", () => moveTo(0)],
      ["End", () => moveTo(groups.length - 1)],
    ]);
    if (!(event.target instanceof HTMLButtonElement)) moves.set("Enter", cursor.openCurrent);
    const move = moves.get(event.key.length === 1 ? event.key.toLowerCase() : event.key);
    if (move === undefined || inPreview(event.target, event.key)) return;
    event.preventDefault();
    move();
  });

  const actions = useMemo(
    () => ({
      choose: cursor.choose,
      choosePage: cursor.choosePage,
      openPage: cursor.openPage,
      expand: (index: number, open: boolean) => {
        const documentId = cursor.groups[index]?.group.documentId;
        if (documentId === undefined) return;
        setExpanded((before) => {
          const after = new Set(before);
          if (open) after.add(documentId);
          else after.delete(documentId);
          return after;
        });
      },
    }),
    [cursor.choose, cursor.choosePage, cursor.openPage, cursor.groups],
  );

  return (
    <section
      ref={view}
      className={styles.view}
      aria-label="Search results"
      onKeyDown={(event) => openOnEnter(event, cursor.openCurrent)}
    >
      <div className={styles.column}>
        <header className={styles.head}>
          <h1 className={styles.counts} aria-live="polite">
            {countLine(answered.answer)}
          </h1>
          <span className={styles.took}>
            {search.error === null ? durationOf(answered.answer.tookMs) : `for “${answered.query}”`}
          </span>
          <span className={styles.spring} />
          <span className={styles.keys} aria-hidden="true">
            <span>
              <Kbd keys="N" /> <Kbd keys="P" /> hits
            </span>
            <span>
              <Kbd keys="↵" /> open
            </span>
          </span>
          {(ocr.data?.done ?? 0) > 0 && (
            <IconButton
              label="Leave out words that OCR was not sure of"
              icon={<ShieldQuestion aria-hidden />}
              pressed={confident}
              onClick={() => onConfident(!confident)}
            />
          )}
          <IconButton
            label={previewOpen ? "Hide the preview" : "Show the preview"}
            icon={<PanelRight aria-hidden />}
            pressed={previewOpen}
            onClick={() => setPreviewOpen(!previewOpen)}
          />
        </header>
        <div className={styles.stack}>
          {search.error !== null && (
            <div className={states.banner}>
              <Failure search={search} />
            </div>
          )}
          <ResultList
            ref={list}
            query={answered.query}
            confident={answered.confident}
            groups={cursor.groups}
            documents={answered.answer.documents}
            current={cursor.group}
            currentPage={cursor.current?.page ?? null}
            expanded={expanded}
            stale={stale}
            actions={actions}
            fetchMore={search.fetchMore}
          />
        </div>
      </div>
      {previewOpen && cursor.currentGroup !== null && (
        <SearchPreview
          group={cursor.currentGroup}
          hits={cursor.hits}
          cursor={cursor.cursor}
          onStep={step}
          onOpen={cursor.openCurrent}
          onClose={() => setPreviewOpen(false)}
        />
      )}
    </section>
  );
}

/** In the preview arrows and pages scroll the document. */
function inPreview(target: EventTarget | null, key: string): boolean {
  return key.length > 1 && target instanceof Element && target.closest("aside") !== null;
}

/** Enter on a document opens it at the current hit; a snippet has its own page, which is chosen first. */
function openOnEnter(event: KeyboardEvent<HTMLElement>, open: () => void): void {
  if (event.key !== "Enter" || !(event.target instanceof HTMLElement)) return;
  if (event.target.dataset["resultTitle"] === undefined) return;
  event.preventDefault();
  open();
}

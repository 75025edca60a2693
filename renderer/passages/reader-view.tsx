import { BookOpen, FileText, PanelRightClose } from "lucide-react";
import { useCallback, useMemo, useRef, useState } from "react";
import type { DocumentId, PassageId } from "#shared/base/ids.ts";
import type { DocumentDetail } from "#shared/model/document.ts";
import type { PassageListItem } from "#shared/model/passage.ts";
import { type ReaderPlace, useNavigation } from "../app/navigation.ts";
import { BriefPanel } from "../briefs/brief-panel.tsx";
import { useCallQuery } from "../client/use-query-call.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { PanelHeading } from "../ui/panel-heading.tsx";
import { Spinner } from "../ui/spinner.tsx";
import { DocumentPane, type DocumentPaneHandle } from "./document-pane.tsx";
import { PassagesPanel } from "./passages-panel.tsx";
import { ReaderTabs } from "./reader-tabs.tsx";
import styles from "./reader-view.module.css";
import { useCardActions } from "./use-card-actions.ts";
import { useReaderPanels } from "./use-reader-panels.ts";

export interface ReaderViewProps {
  /** Open documents in the order of their tabs. */
  readonly documents: readonly DocumentId[];
  readonly active: DocumentId | null;
  readonly onActivate: (documentId: DocumentId) => void;
  readonly onClose: (documentId: DocumentId) => void;
  /** Where to go in the active document; a new object is a new request. */
  readonly place: ReaderPlace | null;
  /** Told the page that is most in sight, so that a tab can come back to it. */
  readonly onPageChange?: (documentId: DocumentId, page: number) => void;
}

/** The reader: tabs over the open documents, the pages, and beside them the passages and the brief. */
export function ReaderView(props: ReaderViewProps) {
  const { documents, active, onActivate, onClose } = props;
  const navigation = useNavigation();
  const library = useCallQuery("documents.list", {});
  const listed = library.data?.documents;
  const summaries = useMemo(() => new Map(listed?.map((item) => [item.documentId, item])), [listed]);
  const detail = useCallQuery(
    "documents.show",
    active === null ? { document: NO_DOCUMENT } : { document: active },
    { enabled: active !== null },
  );
  if (active === null) {
    return (
      <EmptyState
        icon={<BookOpen />}
        title="No document is open"
        actions={<Button onClick={() => navigation.show("library")}>Go to the library</Button>}
      >
        Open one from the library or from a search result; each gets a tab here.
      </EmptyState>
    );
  }
  const tabs = { documents, active, summaries, onActivate, onClose };
  if (detail.data === undefined) {
    return (
      <div className={styles.view}>
        <section className={styles.main}>
          <ReaderTabs {...tabs}>{null}</ReaderTabs>
          <div className={styles.waiting}>
            {detail.error === null ? (
              <Spinner label="Opening the document" />
            ) : (
              <ErrorState
                title="The document could not be opened."
                error={detail.error}
                onRetry={() => void detail.refetch()}
              />
            )}
          </div>
        </section>
      </div>
    );
  }
  return <OpenReader {...props} tabs={tabs} detail={detail.data} />;
}

/** Stands in while no document is open; the query that it would name is never asked. */
const NO_DOCUMENT = "" as DocumentId;
const NO_PASSAGES: readonly PassageListItem[] = [];

interface OpenReaderProps extends ReaderViewProps {
  readonly detail: DocumentDetail;
  readonly tabs: Omit<Parameters<typeof ReaderTabs>[0], "children">;
}

function OpenReader({ detail, tabs, place, onPageChange }: OpenReaderProps) {
  const { documentId } = detail;
  const pane = useRef<DocumentPaneHandle>(null);
  const panels = useReaderPanels();
  const tags = useCallQuery("tags.list", {}).data?.tags ?? NO_TAGS;
  const list = useCallQuery("passages.list", { document: documentId });
  const passages = list.data?.passages ?? NO_PASSAGES;
  const [current, setCurrent] = useCurrentPassage(documentId, place);
  const open = useCallback(
    (passage: PassageListItem) => {
      setCurrent(passage.passageId);
      pane.current?.goTo(passage);
    },
    [setCurrent],
  );
  const actions = useCardActions(tags, open, panels.showBrief);
  return (
    <div className={styles.view} data-narrow={panels.narrow || undefined}>
      <section className={styles.main}>
        <ReaderTabs {...tabs}>
          <Button
            size="small"
            variant="quiet"
            aria-pressed={panels.passages}
            className={panels.passages ? styles.toggleOn : ""}
            onClick={panels.togglePassages}
          >
            Passages <span className={styles.badge}>{passages.length}</span>
          </Button>
          <Button
            size="small"
            variant="quiet"
            icon={<FileText aria-hidden />}
            aria-pressed={panels.brief}
            className={panels.brief ? styles.toggleOn : ""}
            onClick={panels.toggleBrief}
          >
            Brief
          </Button>
        </ReaderTabs>
        <DocumentPane
          key={documentId}
          ref={pane}
          detail={detail}
          place={place}
          passages={passages}
          tags={tags}
          current={current}
          onCurrent={setCurrent}
          onPageChange={(page) => onPageChange?.(documentId, page)}
          actions={actions}
        />
      </section>
      {panels.passages && (
        <aside className={styles.passages} aria-label="Passages">
          <PanelHeading aside={passages.length}>Passages in this document</PanelHeading>
          <div className={styles.panelBody}>
            {list.error === null ? (
              <PassagesPanel passages={passages} tags={tags} current={current} actions={actions} />
            ) : (
              <ErrorState compact error={list.error} onRetry={() => void list.refetch()} />
            )}
          </div>
        </aside>
      )}
      {panels.brief && (
        <aside className={styles.brief} aria-label="Brief">
          <BriefPanel onClose={panels.toggleBrief} closeIcon={<PanelRightClose aria-hidden />} />
        </aside>
      )}
    </div>
  );
}

const NO_TAGS: readonly [] = [];

/** The current passage of the open document; a place that names one makes it current. */
function useCurrentPassage(documentId: DocumentId, place: ReaderPlace | null) {
  const [kept, setKept] = useState<{
    readonly documentId: DocumentId;
    readonly place: ReaderPlace | null;
    readonly passageId: PassageId | null;
  } | null>(null);
  const setCurrent = useCallback(
    (passageId: PassageId | null) => setKept({ documentId, place, passageId }),
    [documentId, place],
  );
  const fresh = kept !== null && kept.documentId === documentId && kept.place === place;
  return [fresh ? kept.passageId : (place?.passageId ?? null), setCurrent] as const;
}

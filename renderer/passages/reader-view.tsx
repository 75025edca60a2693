import { FileText, Highlighter } from "lucide-react";
import { useCallback, useRef, useState } from "react";
import type { PassageId } from "#shared/base/ids.ts";
import type { DocumentDetail } from "#shared/model/document.ts";
import type { PassageListItem } from "#shared/model/passage.ts";
import type { Tag } from "#shared/model/tag.ts";
import { useCommand } from "../app/command-handlers.ts";
import type { ReaderPlace, ReaderViewProps } from "../app/navigation.ts";
import { BriefPanel } from "../briefs/brief-panel.tsx";
import { useCallQuery } from "../client/use-query-call.ts";
import { DocumentInspector } from "../library/document-inspector.tsx";
import { say } from "../messages/say.ts";
import { useViewKeys } from "../search/use-view-keys.ts";
import { ErrorState } from "../ui/error-state.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { Spinner } from "../ui/spinner.tsx";
import { DocumentPane, type DocumentPaneHandle } from "./document-pane.tsx";
import { PassagesPanel } from "./passages-panel.tsx";
import styles from "./reader-view.module.css";
import { SidePane } from "./side-pane.tsx";
import { useCardActions } from "./use-card-actions.ts";
import { type ReaderPanels, useReaderPanels } from "./use-reader-panels.ts";

/** The reader of one document: the pages, and beside them the passages and the brief. */
export function ReaderView({ documentId, place, request, onPageChange, focused, beside }: ReaderViewProps) {
  const detail = useCallQuery("documents.show", { document: documentId });
  const sent = useSentPlace(place, request);
  if (detail.data !== undefined) {
    return (
      <OpenReader detail={detail.data} place={sent} onPageChange={onPageChange} focused={focused} beside={beside} />
    );
  }
  return (
    <div className={styles.waiting}>
      {detail.error === null ? (
        <Spinner label={say("passages.openingDocument")} />
      ) : (
        <ErrorState
          title={say("passages.documentNotOpened")}
          error={detail.error}
          onRetry={() => void detail.refetch()}
        />
      )}
    </div>
  );
}

/** The place of the latest request. The frame's place goes on changing as the person scrolls; that is no request. */
function useSentPlace(place: ReaderPlace | null, request: number): ReaderPlace | null {
  const [sent, setSent] = useState({ place, request });
  if (sent.request === request) return sent.place;
  setSent({ place, request });
  return place;
}

interface OpenReaderProps extends Pick<ReaderViewProps, "focused" | "beside"> {
  readonly detail: DocumentDetail;
  readonly place: ReaderPlace | null;
  readonly onPageChange: (page: number) => void;
}

function OpenReader({ detail, place, onPageChange, focused, beside }: OpenReaderProps) {
  const pane = useRef<DocumentPaneHandle>(null);
  const panels = useReaderPanels();
  const [page, setPage] = useState(place?.page ?? 1);
  const tags = useCallQuery("tags.list", {}).data?.tags ?? NO_TAGS;
  const list = useCallQuery("passages.list", { document: detail.documentId });
  const passages = list.data?.passages ?? NO_PASSAGES;
  const [current, setCurrent] = useCurrentPassage(place);
  const open = useCallback(
    (passage: PassageListItem) => {
      setCurrent(passage.passageId);
      pane.current?.goTo(passage);
    },
    [setCurrent],
  );
  useCommand("toggle-right", panels.togglePassages, focused);
  const actions = useCardActions(tags, open, panels.showBrief);
  const view = useRef<HTMLDivElement>(null);
  useViewKeys(view, (event) => {
    const direction = event.key === "n" ? 1 : event.key === "p" ? -1 : null;
    if (direction === null) return;
    event.preventDefault();
    pane.current?.stepHit(direction);
  });
  return (
    <div ref={view} className={styles.view} data-narrow={panels.narrow || undefined}>
      <div className={styles.main}>
        <DocumentPane
          ref={pane}
          detail={detail}
          place={place}
          passages={passages}
          tags={tags}
          current={current}
          onCurrent={setCurrent}
          page={page}
          focused={focused}
          beside={beside}
          onPageChange={(shown) => {
            setPage(shown);
            onPageChange(shown);
          }}
          actions={actions}
          panelToggles={<PanelToggles panels={panels} passages={passages.length} />}
        />
      </div>
      {panels.passages && (
        <SidePane tab={panels.sideTab} onTab={panels.setSideTab} passages={passages.length}>
          {panels.sideTab === "document" ? (
            <DocumentInspector key={detail.documentId} document={detail} page={page} />
          ) : (
            <div className={styles.panelBody}>
              {list.error === null ? (
                <PassagesPanel passages={passages} tags={tags} current={current} actions={actions} />
              ) : (
                <ErrorState compact error={list.error} onRetry={() => void list.refetch()} />
              )}
            </div>
          )}
        </SidePane>
      )}
      {panels.brief && (
        <aside className={styles.brief} aria-label={say("passages.brief")}>
          <BriefPanel />
        </aside>
      )}
    </div>
  );
}

function PanelToggles({ panels, passages }: { readonly panels: ReaderPanels; readonly passages: number }) {
  return (
    <span className={styles.panelToggles}>
      <IconButton
        label={panels.passages ? say("passages.hidePassages") : say("passages.showPassages", { count: passages })}
        icon={<Highlighter aria-hidden />}
        pressed={panels.passages}
        onClick={panels.togglePassages}
      />
      <IconButton
        label={say(panels.brief ? "passages.hideBrief" : "passages.showBrief")}
        icon={<FileText aria-hidden />}
        pressed={panels.brief}
        onClick={panels.toggleBrief}
      />
    </span>
  );
}

const NO_PASSAGES: readonly PassageListItem[] = [];
const NO_TAGS: readonly Tag[] = [];

/** The current passage; a place that names one makes it current. */
function useCurrentPassage(place: ReaderPlace | null) {
  const [kept, setKept] = useState<{ place: ReaderPlace | null; passageId: PassageId | null } | null>(null);
  const setCurrent = useCallback((passageId: PassageId | null) => setKept({ place, passageId }), [place]);
  const current = kept !== null && kept.place === place ? kept.passageId : (place?.passageId ?? null);
  return [current, setCurrent] as const;
}

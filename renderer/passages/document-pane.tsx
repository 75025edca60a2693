import { Bookmark, Paperclip, ScanLine } from "lucide-react";
import {
  type ReactNode,
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from "react";
import type { DocumentId, PassageId } from "#shared/base/ids.ts";
import type { FoundPlace } from "#shared/contract/find-procedures.ts";
import type { DocumentDetail } from "#shared/model/document.ts";
import type { PassageListItem } from "#shared/model/passage.ts";
import type { Tag } from "#shared/model/tag.ts";
import { useCommand } from "../app/command-handlers.ts";
import type { ReaderPlace } from "../app/navigation.ts";
import { useClient } from "../client/use-client.ts";
import { DocumentDetections } from "../library/document-detections.tsx";
import { say } from "../messages/say.ts";
import { Reader } from "../reader/reader.tsx";
import type { ReaderHandle, ReaderTarget } from "../reader/reader-types.ts";
import type { ReaderPanel } from "../reader/side-panel.tsx";
import { BookmarksPanel } from "./bookmarks-panel.tsx";
import { DocumentHead } from "./document-head.tsx";
import { DocumentOrigin } from "./document-origin.tsx";
import { FilesPanel } from "./files-panel.tsx";
import { FindBar } from "./find-bar.tsx";
import { HitBar } from "./hit-bar.tsx";
import type { PassageCardActions } from "./passage-card.tsx";
import { findMarks, hitMarks, meaningOfMark, passageMarks, placeMarks } from "./reader-marks.ts";
import styles from "./reader-view.module.css";
import { useBookmarks } from "./use-bookmarks.ts";
import { useCounterpart } from "./use-counterpart.ts";
import { useFind } from "./use-find.ts";
import { useMarking } from "./use-marking.tsx";
import { useReaderHits } from "./use-reader-hits.ts";
import { useTextActions } from "./use-text-actions.ts";

/** What the panels beside the document may ask of it. */
export interface DocumentPaneHandle {
  readonly goTo: (passage: PassageListItem) => void;
  readonly stepHit: (direction: 1 | -1) => void;
}

interface DocumentPaneProps {
  readonly detail: DocumentDetail;
  readonly place: ReaderPlace | null;
  readonly passages: readonly PassageListItem[];
  readonly tags: readonly Tag[];
  readonly current: PassageId | null;
  readonly onCurrent: (passageId: PassageId | null) => void;
  readonly onPageChange: (page: number) => void;
  /** Page in sight. */
  readonly page: number;
  /** Whether commands of the window are carried out here. */
  readonly focused: boolean;
  /** The document on the other side of a split. */
  readonly beside: DocumentId | null;
  readonly actions: PassageCardActions;
  /** Stand at the end of the document's head. */
  readonly panelToggles: ReactNode;
  readonly ref: Ref<DocumentPaneHandle>;
}

/** One document: its head, its pages with passages and hits boxed, and the popovers for selections and passages. */
export function DocumentPane(props: DocumentPaneProps) {
  const { detail, place, passages, tags, current, onCurrent, onPageChange, actions, panelToggles, ref } = props;
  const { documentId } = detail;
  const { transport } = useClient();
  const reader = useRef<ReaderHandle>(null);
  const hits = useReaderHits(documentId, place);
  const [target, goToPlace] = useReaderTarget(place);

  const loadPageText = useCallback(
    (page: number) => transport.call("documents.page", { document: documentId, page }),
    [transport, documentId],
  );
  const textActions = useTextActions(documentId);
  const goToFound = useCallback(
    (found: FoundPlace) => goToPlace({ page: found.page, quads: found.quads, step: true }),
    [goToPlace],
  );
  const find = useFind(documentId, props.page, goToFound);
  const found = find.isOpen ? find.places : null;
  const marks = useMemo(
    () => [
      ...passageMarks(passages, tags, current),
      // What is looked for in the document stands in front of what the search of the case found.
      ...(found === null ? hitMarks(hits.hits ?? [], hits.current) : findMarks(found, find.current)),
      ...placeMarks(place),
    ],
    [passages, tags, current, hits.hits, hits.current, found, find.current, place],
  );
  const stepHit = (direction: 1 | -1) => {
    const hit = hits.step(direction);
    if (hit !== null) goToPlace({ page: hit.page, quads: hit.hit.quads, step: true });
  };
  const marking = useMarking({ detail, passages, tags, current, onCurrent, actions, reader, focused: props.focused });
  const { selection } = marking;
  const bookmarks = useBookmarks(detail);
  const counterpart = useCounterpart(detail, props.beside);
  const { page, focused } = props;
  useCommand("find", () => find.open(lineOf(selection?.quote)), focused);
  useCommand("find-next", () => (find.isOpen ? find.step(1) : stepHit(1)), focused);
  useCommand("find-previous", () => (find.isOpen ? find.step(-1) : stepHit(-1)), focused);
  const panels: readonly ReaderPanel[] = [
    {
      id: "bookmarks",
      name: say("reader.bookmarks"),
      icon: <Bookmark aria-hidden />,
      count: bookmarks.list.length,
      content: (
        <BookmarksPanel
          bookmarks={bookmarks}
          pageInfos={detail.pageInfos}
          page={page}
          onGoToPage={(to) => reader.current?.goToPage(to)}
        />
      ),
    },
    {
      id: "detected",
      name: say("reader.detected"),
      icon: <ScanLine aria-hidden />,
      content: <DocumentDetections document={detail} page={page} />,
    },
    {
      id: "files",
      name: say("reader.files"),
      icon: <Paperclip aria-hidden />,
      count: detail.family.length,
      content: <FilesPanel detail={detail} />,
    },
  ];
  // Going to a place puts the keyboard there; who walks along the tabs or a list of places stays on them.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new place is what calls for it.
  useEffect(() => {
    const staysThere = document.activeElement?.closest("[role=tablist], [data-keeps-focus]") ?? null;
    if (staysThere === null) reader.current?.focus();
  }, [place]);
  useImperativeHandle(ref, () => ({ goTo: (passage) => goToPlace(placeOfPassage(passage)), stepHit }));

  return (
    <>
      <DocumentHead detail={detail}>
        <span className={styles.panelToggles}>{marking.buttons}</span>
        {panelToggles}
      </DocumentHead>
      <HitBar hits={hits} onStep={stepHit} />
      <FindBar find={find} onClosed={() => reader.current?.focus()} />
      <div className={styles.stage}>
        <Reader
          ref={reader}
          detail={detail}
          fileUrl={transport.documentUrl(documentId)}
          loadPageText={loadPageText}
          marks={marks}
          target={target}
          chrome="full"
          {...marking.readerProps}
          onMarkActivate={(id, anchor) => {
            const meaning = meaningOfMark(id);
            if (meaning?.kind === "hit") (find.isOpen ? find : hits).choose(meaning.page, meaning.start);
            if (meaning?.kind === "passage") marking.activate(meaning.passageId, anchor);
          }}
          onPageChange={onPageChange}
          textActions={textActions}
          headerExtra={<DocumentOrigin detail={detail} />}
          bookmarks={bookmarks.list}
          onBookmark={bookmarks.toggle}
          onFind={() => find.open(lineOf(selection?.quote))}
          panels={panels}
          counterpart={counterpart}
          commanded={focused}
          {...(hits.trail === null ? {} : { onNextHit: () => stepHit(1), onPreviousHit: () => stepHit(-1) })}
        />
      </div>
      {marking.popovers}
    </>
  );
}

/** Selected words to look for; of a longer selection nothing, since nobody means to find that again. */
function lineOf(quote: string | undefined): string {
  return quote === undefined || quote.length > 80 || quote.includes("\n") ? "" : quote;
}

/** Where a passage stands: its first page. */
function placeOfPassage(passage: PassageListItem): Omit<ReaderTarget, "request"> {
  const range = passage.ranges[0];
  return { page: range?.page ?? 1, quads: passage.state === "anchored" ? (range?.quads ?? []) : [] };
}

/** The reader's target: every place that it is sent to, by the frame or by the panels, is a new request. */
function useReaderTarget(place: ReaderPlace | null) {
  const [state, setState] = useState<{ readonly place: ReaderPlace | null; readonly target: ReaderTarget | null }>({
    place,
    target: targetOf(place, 1),
  });
  const request = (state.target?.request ?? 0) + 1;
  if (state.place !== place) setState({ place, target: targetOf(place, request) ?? state.target });
  const goTo = useCallback((to: Omit<ReaderTarget, "request">) => {
    setState((before) => ({ ...before, target: { ...to, request: (before.target?.request ?? 0) + 1 } }));
  }, []);
  return [state.target, goTo] as const;
}

function targetOf(place: ReaderPlace | null, request: number): ReaderTarget | null {
  if (place === null) return null;
  const { page, quads } = place;
  return quads === undefined ? { page, request } : { page, quads, request };
}

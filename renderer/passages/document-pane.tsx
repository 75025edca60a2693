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
import type { PassageId } from "#shared/base/ids.ts";
import type { DocumentDetail } from "#shared/model/document.ts";
import type { PassageListItem } from "#shared/model/passage.ts";
import type { Tag } from "#shared/model/tag.ts";
import { type ReaderPlace, useNavigation } from "../app/navigation.ts";
import { useClient } from "../client/use-client.ts";
import { say } from "../messages/say.ts";
import { Reader } from "../reader/reader.tsx";
import type { ReaderHandle, ReaderSelection, ReaderTarget } from "../reader/reader-types.ts";
import { DocumentHead } from "./document-head.tsx";
import { DocumentOrigin } from "./document-origin.tsx";
import { HitBar } from "./hit-bar.tsx";
import type { PassageCardActions } from "./passage-card.tsx";
import { tagNamesOf } from "./passage-changes.ts";
import { PassagePopover } from "./passage-popover.tsx";
import { hitMarks, meaningOfMark, passageMarks, passageOfRanges, placeMarks } from "./reader-marks.ts";
import styles from "./reader-view.module.css";
import { TagPopover } from "./tag-popover.tsx";
import { usePassageEdits } from "./use-passage-edits.ts";
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
  const { announce } = useNavigation();
  const edits = usePassageEdits();
  const reader = useRef<ReaderHandle>(null);
  const hits = useReaderHits(documentId, place);
  const [selection, setSelection] = useState<ReaderSelection | null>(null);
  const [activated, setActivated] = useState<{ readonly passageId: string; readonly anchor: DOMRect } | null>(null);
  const [target, goToPlace] = useReaderTarget(place);

  const loadPageText = useCallback(
    (page: number) => transport.call("documents.page", { document: documentId, page }),
    [transport, documentId],
  );
  const textActions = useTextActions(documentId);
  const marks = useMemo(
    () => [...passageMarks(passages, tags, current), ...hitMarks(hits.hits ?? [], hits.current), ...placeMarks(place)],
    [passages, tags, current, hits.hits, hits.current, place],
  );
  const stepHit = (direction: 1 | -1) => {
    const hit = hits.step(direction);
    if (hit !== null) goToPlace({ page: hit.page, quads: hit.hit.quads });
  };
  // Going to a place puts the keyboard there; who walks along the tabs or a list of places stays on them.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new place is what calls for it.
  useEffect(() => {
    const staysThere = document.activeElement?.closest("[role=tablist], [data-keeps-focus]") ?? null;
    if (staysThere === null) reader.current?.focus();
  }, [place]);
  useImperativeHandle(ref, () => ({ goTo: (passage) => goToPlace(placeOfPassage(passage)), stepHit }));
  const stored = (passage: PassageListItem | null) => {
    if (passage === null) return null;
    setSelection(null);
    reader.current?.clearSelection();
    reader.current?.focus();
    onCurrent(passage.passageId);
    return passage;
  };
  /** Stores the selection with a tag or a note; the same words selected again are the same passage. */
  const store = async (tagName: string | null, note: string) => {
    if (selection === null) return null;
    const known = passageOfRanges(passages, selection.ranges);
    const names = tagName === null ? [] : [tagName];
    if (known === null) {
      return stored(await edits.create({ documentId, ranges: selection.ranges, tagNames: names, note }));
    }
    if (tagName !== null) await edits.setTags(known.passageId, [...new Set([...tagNamesOf(known, tags), tagName])]);
    if (note !== "") await edits.setNote(known.passageId, known.note === "" ? note : `${known.note}\n\n${note}`);
    return stored(known);
  };
  const shown = passages.find((passage) => passage.passageId === activated?.passageId);

  return (
    <>
      <DocumentHead detail={detail}>{panelToggles}</DocumentHead>
      <HitBar hits={hits} onStep={stepHit} />
      <div className={styles.stage}>
        <Reader
          ref={reader}
          detail={detail}
          fileUrl={transport.documentUrl(documentId)}
          loadPageText={loadPageText}
          marks={marks}
          target={target}
          chrome="full"
          onSelectionChange={setSelection}
          onMarkActivate={(id, anchor) => {
            const meaning = meaningOfMark(id);
            if (meaning?.kind === "hit") hits.choose(meaning.page, meaning.start);
            if (meaning?.kind !== "passage") return;
            const passage = passages.find((item) => item.passageId === meaning.passageId);
            onCurrent(passage?.passageId ?? null);
            setActivated({ passageId: meaning.passageId, anchor });
          }}
          onPageChange={onPageChange}
          textActions={textActions}
          headerExtra={<DocumentOrigin detail={detail} />}
          {...(hits.trail === null ? {} : { onNextHit: () => stepHit(1), onPreviousHit: () => stepHit(-1) })}
        />
      </div>
      {selection !== null && (
        <TagPopover
          key={selection.ranges.map((range) => `${range.page}:${range.start}:${range.end}`).join()}
          tags={tags}
          anchor={selection.anchor}
          onTag={(name) => {
            void store(name, "").then((passage) => passage !== null && announce(say("passages.tagged", { name })));
          }}
          onNote={(note) =>
            void store(null, note).then((passage) => passage !== null && announce(say("passages.noteSaved")))
          }
          onAddToBrief={() => void store(null, "").then((passage) => passage !== null && actions.addToBrief(passage))}
          onCancel={() => {
            setSelection(null);
            reader.current?.clearSelection();
            reader.current?.focus();
          }}
          onHide={() => setSelection(null)}
        />
      )}
      {activated !== null && shown !== undefined && (
        <PassagePopover
          passage={shown}
          tags={tags}
          anchor={activated.anchor}
          actions={actions}
          onClose={() => setActivated(null)}
        />
      )}
    </>
  );
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

import { useContext, useEffect, useEffectEvent, useRef, useSyncExternalStore } from "react";
import type { DocumentId } from "#shared/base/ids.ts";
import { useNavigation } from "../app/navigation.ts";
import { type PanelMemory, PanelMemoryContext } from "../ui/panel-memory.ts";
import type { ReaderTarget } from "./reader-types.ts";
import type { ReaderView } from "./use-reader-view.ts";
import { type HistoryEnds, type Move, ViewHistory } from "./view-history.ts";
import { topOfPage, type ViewPlace } from "./view-place.ts";

const histories = new WeakMap<PanelMemory, ViewHistory>();

/** The history of the row of tabs that this stands in: each side of a split has its own. */
export function useHistoryStore(): ViewHistory {
  const side = useContext(PanelMemoryContext);
  const known = histories.get(side);
  if (known !== undefined) return known;
  const made = new ViewHistory();
  histories.set(side, made);
  return made;
}

/** Jumps that can be taken back. */
export interface Jumps extends HistoryEnds {
  readonly goTo: (place: ViewPlace, move?: Move) => void;
  readonly goToPage: (page: number) => void;
  readonly step: (direction: 1 | -1) => void;
}

/** Remembers where the reader is sent, and goes back there and on again, also into other documents. */
export function useViewHistory(
  store: ViewHistory,
  documentId: DocumentId,
  view: ReaderView,
  target: ReaderTarget | null,
): Jumps {
  const { openDocument } = useNavigation();
  const ends = useSyncExternalStore(store.subscribe, store.ends);
  const { place } = view;
  const latest = useRef({ place, request: target?.request });
  useEffect(() => {
    const before = latest.current;
    latest.current = { place, request: target?.request };
    if (target === null || target.request === before.request) return;
    store.move(documentId, before.place, place, target.step === true ? "step" : "jump");
  });
  const arrive = useEffectEvent(() => store.arrive({ documentId, place }));
  useEffect(() => {
    arrive();
    return () => store.leave({ documentId, place: latest.current.place });
  }, [store, documentId]);

  const goTo = (to: ViewPlace, move: Move = "jump"): void => {
    store.move(documentId, place, to, move);
    view.goTo(to);
  };
  return {
    ...ends,
    goTo,
    goToPage: (page) => goTo(topOfPage(page)),
    step: (direction) => {
      const entry = store.go(direction, { documentId, place });
      if (entry === null) return;
      if (entry.documentId === documentId) view.goTo(entry.place);
      else openDocument(entry.documentId);
    },
  };
}

import { useEffect, useEffectEvent, useMemo, useRef, useSyncExternalStore } from "react";
import type { DocumentId } from "#shared/base/ids.ts";
import type { PageInfo } from "#shared/model/document.ts";
import { type LinkedPane, linkedScroll } from "./linked-scroll.ts";
import type { PageTexts } from "./page-texts.ts";
import type { ReaderView } from "./use-reader-view.ts";
import type { ViewPlace } from "./view-place.ts";

/** The switch of linked scrolling; null where there is nothing to scroll along with. */
export interface ScrollLink {
  readonly linked: boolean;
  readonly toggle: () => void;
}

interface LinkedScrollSetup {
  readonly documentId: DocumentId;
  readonly pageInfos: readonly PageInfo[];
  readonly texts: PageTexts;
  readonly view: ReaderView;
  /** The counterpart on the other side of the split; null when there is none. */
  readonly beside: DocumentId | null;
}

/** Scrolls along with the counterpart of the document on the other side, and takes it along, while they are linked. */
export function useLinkedScroll({ documentId, pageInfos, texts, view, beside }: LinkedScrollSetup): ScrollLink | null {
  const linked = useSyncExternalStore(
    linkedScroll.subscribe,
    () => beside !== null && linkedScroll.isLinked(documentId, beside),
  );
  /** The place that it was brought to: going there tells nobody. */
  const followed = useRef<ViewPlace | null>(null);
  const goTo = useEffectEvent((place: ViewPlace) => {
    followed.current = place;
    view.goTo(place);
  });
  const pane = useMemo<LinkedPane>(
    () => ({ documentId, pageInfos, texts, follow: (place) => followLater.current(place) }),
    [documentId, pageInfos, texts],
  );
  const followLater = useRef<(place: ViewPlace) => void>(() => {});
  useEffect(() => {
    followLater.current = (place) => goTo(place);
    return linkedScroll.add(pane);
  }, [pane]);

  const { place } = view;
  useEffect(() => {
    if (linked && place !== followed.current) linkedScroll.tell(pane, place);
  }, [linked, place, pane]);

  if (beside === null) return null;
  return { linked, toggle: () => linkedScroll.setLinked(documentId, beside, !linked) };
}

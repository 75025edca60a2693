import { useEffect, useMemo, useRef, useState } from "react";
import type { DocumentDetail } from "#shared/model/document.ts";
import type { Reading } from "#shared/model/reading.ts";
import { type LinkGoal, placeOfLink } from "./page-links.ts";
import type { LinkActions } from "./page-links-layer.tsx";
import { namePages } from "./page-names.ts";
import type { ReaderView } from "./use-reader-view.ts";
import type { Jumps } from "./use-view-history.ts";

/** The document with its pages named as the person chose. */
export function useNamedDocument(
  detail: DocumentDetail,
  { labelScheme }: Pick<Reading, "labelScheme">,
): DocumentDetail {
  const { ecfNumber } = detail.fields;
  return useMemo(() => {
    const pageInfos = namePages(detail.pageInfos, labelScheme, ecfNumber);
    return pageInfos === detail.pageInfos ? detail : { ...detail, pageInfos };
  }, [detail, labelScheme, ecfNumber]);
}

/** The links on the pages, and the address outside of the document that one of them asks about. */
export interface FollowedLinks {
  readonly actions: LinkActions;
  readonly address: string | null;
  readonly closeAddress: () => void;
}

/** Follows links inside of the document; those that lead outside are asked about. */
export function useFollowedLinks(
  detail: DocumentDetail,
  view: ReaderView,
  jumps: Jumps,
  hasJustDrawn: () => boolean,
): FollowedLinks {
  const [address, setAddress] = useState<string | null>(null);
  const { pageInfos } = detail;
  const follow = (goal: LinkGoal): void => {
    // A press that drew a selection was not meant for the link under it.
    if (hasJustDrawn()) return;
    switch (goal.kind) {
      case "place":
        jumps.goTo(placeOfLink(goal.place, pageInfos, view.rotation));
        return;
      case "address":
        setAddress(goal.address);
        return;
      case "move":
        move(goal.to);
        return;
    }
  };
  const move = (to: Extract<LinkGoal, { kind: "move" }>["to"]): void => {
    const last = pageInfos.length;
    const pages = { next: view.currentPage + 1, previous: view.currentPage - 1, first: 1, last };
    if (to === "back" || to === "forward") jumps.step(to === "back" ? -1 : 1);
    else jumps.goToPage(Math.min(Math.max(pages[to], 1), last));
  };
  const latest = useRef(follow);
  useEffect(() => {
    latest.current = follow;
  });
  const actions = useMemo<LinkActions>(() => ({ pageInfos, follow: (goal) => latest.current(goal) }), [pageInfos]);
  return { actions, address, closeAddress: () => setAddress(null) };
}

import { useCallback } from "react";
import { useNarrow } from "../ui/use-narrow.ts";
import { usePanelOpen, useRemembered } from "../ui/use-panel-open.ts";

/** What the panel beside the pages shows. */
export type SideTab = "passages" | "document";

/** Which panels stand beside the document, and the ways to change that. */
export interface ReaderPanels {
  readonly narrow: boolean;
  readonly passages: boolean;
  readonly brief: boolean;
  readonly sideTab: SideTab;
  readonly setSideTab: (tab: SideTab) => void;
  readonly togglePassages: () => void;
  readonly toggleBrief: () => void;
  readonly showBrief: () => void;
}

/** Wide: two panels, each open or closed. Narrow: one place for either, or none. Both are remembered. */
export function useReaderPanels(): ReaderPanels {
  const narrow = useNarrow();
  const [passagesOpen, setPassagesOpen] = usePanelOpen("reader-passages", true);
  const [briefOpen, setBriefOpen] = usePanelOpen("reader-brief", true);
  const [side, setSide] = useRemembered("reader-side", ["passages", "brief", "none"]);
  const [sideTab, setSideTab] = useRemembered<SideTab>("reader-side-tab", ["passages", "document"]);
  const passages = narrow ? side === "passages" : passagesOpen;
  const brief = narrow ? side === "brief" : briefOpen;
  const showBrief = useCallback(() => {
    if (narrow) setSide("brief");
    else setBriefOpen(true);
  }, [narrow, setSide, setBriefOpen]);
  return {
    narrow,
    passages,
    brief,
    sideTab,
    setSideTab,
    togglePassages: () => (narrow ? setSide(passages ? "none" : "passages") : setPassagesOpen(!passagesOpen)),
    toggleBrief: () => (narrow ? setSide(brief ? "none" : "brief") : setBriefOpen(!briefOpen)),
    showBrief,
  };
}

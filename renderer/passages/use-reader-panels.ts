import { useCallback } from "react";
import { useNarrow } from "./use-narrow.ts";
import { usePanelOpen, useRemembered } from "./use-panel-open.ts";

/** Which panels stand beside the document, and the ways to change that. */
export interface ReaderPanels {
  readonly narrow: boolean;
  readonly passages: boolean;
  readonly brief: boolean;
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
    togglePassages: () => (narrow ? setSide(passages ? "none" : "passages") : setPassagesOpen(!passagesOpen)),
    toggleBrief: () => (narrow ? setSide(brief ? "none" : "brief") : setBriefOpen(!briefOpen)),
    showBrief,
  };
}

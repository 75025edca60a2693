import { useNarrow } from "../ui/use-narrow.ts";
import { usePanelOpen, useRemembered } from "../ui/use-panel-open.ts";

/** What stands beside the results, and the ways to change that. */
export interface SearchSides {
  readonly side: boolean;
  readonly preview: boolean;
  readonly toggleSide: () => void;
  readonly togglePreview: () => void;
  readonly showSide: () => void;
}

/** Wide: filters and preview, each open or closed. Narrow: room for one of them, or none. Both are remembered. */
export function useSearchSides(): SearchSides {
  const narrow = useNarrow();
  const [sideOpen, setSideOpen] = usePanelOpen("search-side", true);
  const [previewOpen, setPreviewOpen] = usePanelOpen("search-preview", true);
  const [only, setOnly] = useRemembered("search-only", ["none", "side", "preview"]);
  const side = narrow ? only === "side" : sideOpen;
  const preview = narrow ? only === "preview" : previewOpen;
  return {
    side,
    preview,
    toggleSide: () => (narrow ? setOnly(side ? "none" : "side") : setSideOpen(!sideOpen)),
    togglePreview: () => (narrow ? setOnly(preview ? "none" : "preview") : setPreviewOpen(!previewOpen)),
    showSide: () => (narrow ? setOnly("side") : setSideOpen(true)),
  };
}

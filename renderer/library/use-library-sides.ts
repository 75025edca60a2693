import { useNarrow } from "../ui/use-narrow.ts";
import { usePanelOpen, useRemembered } from "../ui/use-panel-open.ts";

/** What stands beside the table of documents, and the ways to change that. */
export interface LibrarySides {
  readonly narrow: boolean;
  readonly facets: boolean;
  readonly inspector: boolean;
  readonly toggleFacets: () => void;
  readonly toggleInspector: () => void;
}

/** Wide: filters and details, each open or closed. Narrow: room for one of them, or none. Both are remembered. */
export function useLibrarySides(): LibrarySides {
  const narrow = useNarrow();
  const [facetsOpen, setFacetsOpen] = usePanelOpen("library-facets", true);
  const [inspectorOpen, setInspectorOpen] = usePanelOpen("library-inspector", true);
  const [side, setSide] = useRemembered("library-side", ["inspector", "facets", "none"]);
  const facets = narrow ? side === "facets" : facetsOpen;
  const inspector = narrow ? side === "inspector" : inspectorOpen;
  return {
    narrow,
    facets,
    inspector,
    toggleFacets: () => (narrow ? setSide(facets ? "none" : "facets") : setFacetsOpen(!facetsOpen)),
    toggleInspector: () => (narrow ? setSide(inspector ? "none" : "inspector") : setInspectorOpen(!inspectorOpen)),
  };
}

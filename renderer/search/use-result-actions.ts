import { useCallback, useMemo, useState } from "react";
import type { DocumentId } from "#shared/base/ids.ts";
import type { SearchGroup } from "#shared/model/search.ts";
import { type DocumentSelection, stretchTo, toggleDocument } from "./document-selection.ts";
import type { ResultActions } from "./result-item.tsx";
import type { SearchCursor } from "./use-search-cursor.ts";

/** What the documents of a list may ask of the view, stable while the result is, and which of them are expanded. */
export function useResultActions(
  { choose, choosePage, openPage }: Pick<SearchCursor, "choose" | "choosePage" | "openPage">,
  groups: readonly SearchGroup[],
  changeSelection: (next: (before: DocumentSelection) => DocumentSelection) => void,
): { readonly actions: ResultActions; readonly expanded: ReadonlySet<DocumentId> } {
  const [expanded, setExpanded] = useState<ReadonlySet<DocumentId>>(new Set());
  const expand = useCallback((documentId: DocumentId, open: boolean) => {
    setExpanded((before) => {
      const after = new Set(before);
      if (open) after.add(documentId);
      else after.delete(documentId);
      return after;
    });
  }, []);
  const mark = useCallback(
    (documentId: DocumentId, stretch: boolean) => {
      const order = groups.map((group) => group.documentId);
      changeSelection((before) =>
        stretch ? stretchTo(before, order, documentId) : toggleDocument(before, documentId),
      );
    },
    [groups, changeSelection],
  );
  const actions = useMemo<ResultActions>(
    () => ({ choose, choosePage, openPage, expand, mark }),
    [choose, choosePage, openPage, expand, mark],
  );
  return { actions, expanded };
}

import { useCallback, useState } from "react";
import type { SearchRequest } from "#shared/model/search.ts";
import { type DocumentSelection, NO_DOCUMENTS } from "./document-selection.ts";
import { requestKey } from "./search-request.ts";

/** What is chosen of a result; another search begins with nothing chosen. */
export function useSelection(request: SearchRequest) {
  const key = requestKey(request);
  const [kept, setKept] = useState({ key, selection: NO_DOCUMENTS });
  const selection = kept.key === key ? kept.selection : NO_DOCUMENTS;
  const change = useCallback(
    (next: (before: DocumentSelection) => DocumentSelection) =>
      setKept((before) => ({ key, selection: next(before.key === key ? before.selection : NO_DOCUMENTS) })),
    [key],
  );
  return [selection, change] as const;
}

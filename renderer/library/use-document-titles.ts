import { useMemo } from "react";
import type { DocumentId } from "#shared/base/ids.ts";
import { useCallQuery } from "../client/use-query-call.ts";

/** Titles of all documents of the case, by identifier; empty until they are known. */
export function useDocumentTitles(): ReadonlyMap<DocumentId, string> {
  const { data } = useCallQuery("documents.list", {});
  return useMemo(() => new Map(data?.documents.map(({ documentId, title }) => [documentId, title])), [data]);
}

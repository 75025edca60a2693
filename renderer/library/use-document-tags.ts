import { useMemo } from "react";
import type { Tag } from "#shared/model/tag.ts";
import { useCallQuery } from "../client/use-query-call.ts";
import type { DocumentTags } from "./document-values.ts";
import { compareWords } from "./labels.ts";

const NONE: DocumentTags = new Map();

/** The tags that stand in each document, in the order of their names, and all tags of the case. */
export function useDocumentTags(): { readonly byDocument: DocumentTags; readonly tags: readonly Tag[] } {
  const { data: known } = useCallQuery("tags.list", {});
  const { data: used } = useCallQuery("library.tags", {});
  return useMemo(() => {
    const tags = known?.tags ?? [];
    if (used === undefined || used.documents.length === 0) return { byDocument: NONE, tags };
    const byId = new Map(tags.map((tag) => [tag.tagId, tag]));
    const byDocument = new Map(
      used.documents.map(({ documentId, tagIds }) => [
        documentId,
        tagIds.flatMap((tagId) => byId.get(tagId) ?? []).sort((one, other) => compareWords(one.name, other.name)),
      ]),
    );
    return { byDocument, tags };
  }, [known, used]);
}

import type { DocumentId, PassageId } from "#shared/base/ids.ts";
import type { CasePorts } from "../backend-context.ts";
import { anchorAgain } from "./anchor.ts";

/**
 * Anchors passages of a document again after its text changed: those of one page and those that were orphaned before (the new
 * text may hold them), or all. Passages are never dropped. One transaction.
 *
 * @param page whose text changed, 1-based; null when all pages may have
 * @returns the passages of that page, or of the document, whose quote cannot be found now
 */
export function anchorPassages(
  ports: Pick<CasePorts, "passages" | "index" | "jobs">,
  documentId: DocumentId,
  page: number | null,
): readonly PassageId[] {
  const orphaned: PassageId[] = [];
  ports.jobs.transact(() => {
    for (const passage of ports.passages.list({ documentId, tagIds: [], text: null })) {
      const isConcerned = page === null || passage.ranges.some((range) => range.page === page);
      if (!isConcerned && passage.state !== "orphaned") continue;
      const anchor = anchorAgain(ports, passage);
      ports.passages.setAnchor(passage.passageId, anchor);
      if (isConcerned && anchor.state === "orphaned") orphaned.push(passage.passageId);
    }
  });
  return orphaned;
}

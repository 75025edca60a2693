import type { DocumentId, PassageId } from "#shared/base/ids.ts";
import type { CasePorts } from "../backend-context.ts";
import { anchorAgain } from "../passages/anchor.ts";

/**
 * Anchors the passages of a page again after its text changed, and those that were orphaned before: the new text may hold
 * them. Passages are never dropped.
 *
 * @returns the passages that this page had and whose quote cannot be found now
 */
export function anchorPage(
  ports: Pick<CasePorts, "passages" | "index" | "jobs">,
  documentId: DocumentId,
  page: number,
): readonly PassageId[] {
  const orphaned: PassageId[] = [];
  ports.jobs.transact(() => {
    for (const passage of ports.passages.list({ documentId, tagIds: [], text: null })) {
      const isOnPage = passage.ranges.some((range) => range.page === page);
      if (!isOnPage && passage.state !== "orphaned") continue;
      const anchor = anchorAgain(ports, passage);
      ports.passages.setAnchor(passage.passageId, anchor);
      if (isOnPage && anchor.state === "orphaned") orphaned.push(passage.passageId);
    }
  });
  return orphaned;
}

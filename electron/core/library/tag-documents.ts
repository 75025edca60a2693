import type { DocumentId, TagId } from "#shared/base/ids.ts";
import type { CasePorts } from "../backend-context.ts";
import { insertTag, requireInUse } from "../passages/edit-tag.ts";
import { requireDocument } from "./require-document.ts";

/** The tags that stand in each document that has any, by its passages; in the order in which they are met. */
export function tagsOfDocuments(
  ports: Pick<CasePorts, "passages">,
): readonly { readonly documentId: DocumentId; readonly tagIds: readonly TagId[] }[] {
  const found = new Map<DocumentId, Set<TagId>>();
  for (const { documentId, tagIds } of ports.passages.marks(null)) {
    if (tagIds.length === 0) continue;
    const known = found.get(documentId) ?? new Set();
    for (const tagId of tagIds) known.add(tagId);
    found.set(documentId, known);
  }
  return [...found].map(([documentId, tagIds]) => ({ documentId, tagIds: [...tagIds] }));
}

/**
 * Puts a tag on every passage of some documents, or takes it off them; one step that can be undone. A name that no tag has
 * makes the tag, save where it would be taken off.
 *
 * @returns how many passages changed
 * @throws ProbativeError `document/not-found`, `tag/archived`
 */
export function tagDocuments(
  ports: CasePorts,
  wanted: { readonly documentIds: readonly DocumentId[]; readonly name: string; readonly off: boolean },
): number {
  const documentIds = [...new Set(wanted.documentIds)];
  for (const documentId of documentIds) requireDocument(ports, documentId);
  const tag = ports.tags.findByName(wanted.name);
  if (tag !== null && !wanted.off) requireInUse(tag);
  const known = tag?.tagId ?? null;
  const passages = documentIds
    .flatMap((documentId) => ports.passages.list({ documentId, tagIds: [], text: null }))
    .filter(({ tagIds }) => (known !== null && tagIds.includes(known)) === wanted.off);
  if (passages.length === 0) return 0;
  const at = ports.clock.now();
  ports.edits.perform(labelOf(wanted, passages.length), () => {
    const tagId = known ?? insertTag(ports, { name: wanted.name });
    for (const { passageId, tagIds } of passages) {
      const next = wanted.off ? tagIds.filter((other) => other !== tagId) : [...tagIds, tagId];
      ports.passages.setTags(passageId, next, at);
    }
  });
  ports.publish({ kind: "changed", areas: ["tags", "passages", "edits"] });
  return passages.length;
}

function labelOf({ name, off }: { readonly name: string; readonly off: boolean }, passages: number): string {
  const which = passages === 1 ? "1 passage" : `${passages} passages`;
  return off ? `Take tag “${name}” off ${which}` : `Tag ${which} “${name}”`;
}

import type { PassageId, TagId } from "#shared/base/ids.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { Tag, TagColor } from "#shared/model/tag.ts";
import type { CasePorts } from "../backend-context.ts";
import { insertTag, requireFreeName, requireTag } from "./edit-tag.ts";

/** A tag, and how many passages changed for it. */
export interface TagWithChanges {
  readonly tag: Tag;
  readonly passages: number;
}

/**
 * Merges tags into one: it gets their passages, and they are gone. Tags below them stay where they are. One step.
 *
 * @throws ProbativeError `tag/not-found`; `input/invalid` when nothing else is to be merged into it
 */
export function mergeTags(ports: CasePorts, from: readonly TagId[], into: TagId): TagWithChanges {
  const target = requireTag(ports, into);
  const merged = [...new Set(from)].filter((tagId) => tagId !== into).map((tagId) => requireTag(ports, tagId));
  if (merged.length === 0) throw new ProbativeError("input/invalid", "from: a tag is not merged into itself");
  const gone = new Set(merged.map((tag) => tag.tagId));
  const concerned = ports.passages.facts().filter((facts) => facts.tagIds.some((tagId) => gone.has(tagId)));
  const at = ports.clock.now();
  const names = merged.map((tag) => `“${tag.name}”`).join(", ");
  ports.edits.perform(`Merge ${names} into tag “${target.name}”`, () => {
    for (const { passageId } of concerned) {
      ports.passages.addTag(passageId, into);
      ports.passages.touch(passageId, at);
    }
    for (const tagId of gone) ports.tags.delete(tagId);
  });
  ports.publish({ kind: "changed", areas: ["tags", "passages", "edits"] });
  return { tag: requireTag(ports, into), passages: concerned.length };
}

/**
 * Splits a tag: some of its passages go to a new tag. Passages that do not carry it are passed over. One step.
 *
 * @throws ProbativeError `tag/not-found`, `tag/name-taken`, `passage/not-found`
 */
export function splitTag(
  ports: CasePorts,
  tagId: TagId,
  passageIds: readonly PassageId[],
  choice: { readonly name: string; readonly color?: TagColor | undefined },
): TagWithChanges {
  const tag = requireTag(ports, tagId);
  requireFreeName(ports, choice.name);
  const facts = new Map(ports.passages.facts().map((passage) => [passage.passageId, passage]));
  const moved = [...new Set(passageIds)].filter((passageId) => {
    const passage = facts.get(passageId);
    if (passage === undefined) throw new ProbativeError("passage/not-found", passageId, { passage: passageId });
    return passage.tagIds.includes(tagId);
  });
  const at = ports.clock.now();
  const created = ports.edits.perform(`Split tag “${tag.name}”`, () => {
    const target = insertTag(ports, choice);
    for (const passageId of moved) {
      ports.passages.removeTag(passageId, tagId);
      ports.passages.addTag(passageId, target);
      ports.passages.touch(passageId, at);
    }
    return target;
  });
  ports.publish({ kind: "changed", areas: ["tags", "passages", "edits"] });
  return { tag: requireTag(ports, created), passages: moved.length };
}

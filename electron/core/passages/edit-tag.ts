import type { TagId } from "#shared/base/ids.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import { TAG_COLORS, type Tag, type TagColor } from "#shared/model/tag.ts";
import type { CasePorts } from "../backend-context.ts";
import { planRename, writeRename } from "./edit-codebook.ts";

/** What a person may choose for a tag. */
export interface TagChoice {
  readonly name: string;
  readonly color?: TagColor | undefined;
  readonly key?: number | null | undefined;
  readonly description?: string | undefined;
  readonly examples?: string | undefined;
}

const NUMBER_KEYS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** @throws ProbativeError `tag/not-found` */
export function requireTag(ports: Pick<CasePorts, "tags">, tagId: TagId): Tag {
  const tag = ports.tags.find(tagId);
  if (tag === null) throw new ProbativeError("tag/not-found", tagId, { tag: tagId });
  return tag;
}

/**
 * An archived tag stays on the passages that have it, and is put on no other.
 *
 * @throws ProbativeError `tag/archived`
 */
export function requireInUse({ tagId, name, archived }: Tag): void {
  if (archived) throw new ProbativeError("tag/archived", name, { tag: tagId });
}

/** @throws ProbativeError `tag/name-taken` */
export function requireFreeName(ports: Pick<CasePorts, "tags">, name: string): void {
  const other = ports.tags.findByName(name);
  if (other !== null) throw new ProbativeError("tag/name-taken", other.name, { tag: other.tagId });
}

function requireFreeKey(ports: CasePorts, key: number | null, own: TagId | null): void {
  if (key === null) return;
  const other = ports.tags.list().find((tag) => tag.key === key);
  if (other !== undefined && other.tagId !== own) {
    throw new ProbativeError("tag/key-taken", `${key} applies ${other.name}.`, { key, tag: other.tagId });
  }
}

/** The colour used least so far, in the order of the palette; the lowest number key that is free. */
function proposeLook(ports: CasePorts): { readonly color: TagColor; readonly key: number | null } {
  const tags = ports.tags.list();
  const uses = (color: TagColor) => tags.filter((tag) => tag.color === color).length;
  const color = TAG_COLORS.reduce((best, next) => (uses(next) < uses(best) ? next : best));
  const key = NUMBER_KEYS.find((number) => tags.every((tag) => tag.key !== number)) ?? null;
  return { color, key };
}

/** Writes a new tag; to be called inside a step. */
export function insertTag(ports: CasePorts, choice: TagChoice): TagId {
  const proposed = proposeLook(ports);
  const tagId = ports.ids.next("tag");
  const key = choice.key === undefined ? proposed.key : choice.key;
  ports.tags.insert({ tagId, name: choice.name, color: choice.color ?? proposed.color, key });
  const { description = "", examples = "" } = choice;
  if (description !== "" || examples !== "") ports.tags.update(tagId, { description, examples });
  return tagId;
}

/** @throws ProbativeError `tag/name-taken`, `tag/key-taken` */
export function createTag(ports: CasePorts, choice: TagChoice): Tag {
  requireFreeName(ports, choice.name);
  requireFreeKey(ports, choice.key ?? null, null);
  const tagId = ports.edits.perform(`Create tag “${choice.name}”`, () => insertTag(ports, choice));
  ports.publish({ kind: "changed", areas: ["tags", "edits"] });
  return requireTag(ports, tagId);
}

/**
 * Changes what is given of a tag. With a new name those below it are renamed too.
 *
 * @throws ProbativeError `tag/not-found`, `tag/name-taken`, `tag/key-taken`, `tag/below-itself`
 */
export function updateTag(
  ports: CasePorts,
  tagId: TagId,
  change: { readonly [Field in keyof TagChoice]?: TagChoice[Field] | undefined },
): Tag {
  const tag = requireTag(ports, tagId);
  const { name, key = tag.key, color = tag.color, description = tag.description, examples = tag.examples } = change;
  const renamed = name === undefined ? [] : planRename(ports, tag.name, name);
  requireFreeKey(ports, key, tagId);
  ports.edits.perform(`Change tag “${tag.name}”`, () => {
    writeRename(ports, renamed);
    ports.tags.update(tagId, { color, key, description, examples });
  });
  ports.publish({ kind: "changed", areas: ["tags", "passages", "edits"] });
  return requireTag(ports, tagId);
}

/** @throws ProbativeError `tag/not-found` */
export function deleteTag(ports: CasePorts, tagId: TagId): void {
  const tag = requireTag(ports, tagId);
  ports.edits.perform(`Delete tag “${tag.name}”`, () => {
    ports.tags.delete(tagId);
  });
  ports.publish({ kind: "changed", areas: ["tags", "passages", "edits"] });
}

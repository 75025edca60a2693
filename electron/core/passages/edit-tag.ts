import type { TagId } from "#shared/base/ids.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import { TAG_COLORS, type Tag, type TagColor } from "#shared/model/tag.ts";
import type { CasePorts } from "../backend-context.ts";

/** What a person may choose for a tag. */
export interface TagChoice {
  readonly name: string;
  readonly color?: TagColor | undefined;
  readonly key?: number | null | undefined;
}

const NUMBER_KEYS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

function requireTag(ports: CasePorts, tagId: TagId): Tag {
  const tag = ports.tags.find(tagId);
  if (tag === null) throw new ProbativeError("tag/not-found", tagId, { tag: tagId });
  return tag;
}

function requireFreeName(ports: CasePorts, name: string, own: TagId | null): void {
  const other = ports.tags.findByName(name);
  if (other !== null && other.tagId !== own)
    throw new ProbativeError("tag/name-taken", other.name, { tag: other.tagId });
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
  return tagId;
}

/** @throws ProbativeError `tag/name-taken`, `tag/key-taken` */
export function createTag(ports: CasePorts, choice: TagChoice): Tag {
  requireFreeName(ports, choice.name, null);
  requireFreeKey(ports, choice.key ?? null, null);
  const tagId = ports.edits.perform(`Create tag “${choice.name}”`, () => insertTag(ports, choice));
  ports.publish({ kind: "changed", areas: ["tags", "edits"] });
  return requireTag(ports, tagId);
}

/** @throws ProbativeError `tag/not-found`, `tag/name-taken`, `tag/key-taken` */
export function updateTag(
  ports: CasePorts,
  tagId: TagId,
  change: { readonly [Field in keyof TagChoice]?: TagChoice[Field] | undefined },
): Tag {
  const tag = requireTag(ports, tagId);
  const name = change.name ?? tag.name;
  const key = change.key === undefined ? tag.key : change.key;
  requireFreeName(ports, name, tagId);
  requireFreeKey(ports, key, tagId);
  ports.edits.perform(`Change tag “${tag.name}”`, () => {
    ports.tags.update(tagId, { name, color: change.color ?? tag.color, key });
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

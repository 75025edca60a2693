import type { TagId } from "#shared/base/ids.ts";
import type { ContributedTag } from "#shared/model/exchange.ts";
import type { Tag } from "#shared/model/tag.ts";
import { cleanPath, pathKey } from "#shared/text/tag-path.ts";
import type { IdSource } from "../ports/id-source.ts";
import { choicesOf, type Rulings } from "./merge-rulings.ts";
import type { Collection } from "./merge-state.ts";
import { joinTexts, textParts } from "./note-parts.ts";

/** Characters of a description. */
const LONGEST_TEXT = 4000;

type Tags = Collection<TagId, Tag>;

/** What a description is when both people wrote one; ours when nothing is missing in it. */
function mergeText(
  rulings: Rulings,
  kind: "tag-description" | "tag-examples",
  ours: Tag,
  theirs: ContributedTag,
): string {
  const field = kind === "tag-description" ? "description" : "examples";
  const [own, other] = [textParts(ours[field]), textParts(theirs[field])];
  const missing = other.filter((part) => !own.includes(part));
  if (missing.length === 0) return ours[field];
  const both = joinTexts([...own, ...missing]);
  const isExtended = own.every((part) => other.includes(part));
  if (isExtended && both.length <= LONGEST_TEXT) return both;
  const choice = rulings.decide({
    kind,
    of: theirs.tagId,
    subject: ours.name,
    where: "",
    ours: ours[field],
    theirs: theirs[field],
    choices: choicesOf(both.length <= LONGEST_TEXT),
  });
  return choice === "both" ? both : choice === "ours" ? ours[field] : theirs[field];
}

function reconcile(tags: Tags, rulings: Rulings, ours: Tag, theirs: ContributedTag): void {
  const description = mergeText(rulings, "tag-description", ours, theirs);
  const examples = mergeText(rulings, "tag-examples", ours, theirs);
  if (description === ours.description && examples === ours.examples) return;
  tags.change({ ...ours, description, examples });
}

function addTag(tags: Tags, ids: IdSource, usedKeys: Set<number>, theirs: ContributedTag, name: string): TagId {
  const tagId = tags.byId(theirs.tagId) === undefined ? theirs.tagId : ids.next("tag");
  const key = theirs.key === null || usedKeys.has(theirs.key) ? null : theirs.key;
  if (key !== null) usedKeys.add(key);
  tags.add({ ...theirs, tagId, name, key, passages: 0 });
  return tagId;
}

/** A tag that both have under one identifier and two names: one of them renamed it. */
function mergeRenamed(
  tags: Tags,
  rulings: Rulings,
  ours: Tag,
  theirs: ContributedTag,
  name: string,
): TagId | "separate" {
  const choice = rulings.decide({
    kind: "tag-name",
    of: theirs.tagId,
    subject: ours.name,
    where: "",
    ours: ours.name,
    theirs: name,
    choices: choicesOf(true),
  });
  if (choice === "both") return "separate";
  const named = choice === "theirs" ? { ...ours, name } : ours;
  if (named !== ours) tags.change(named);
  reconcile(tags, rulings, named, theirs);
  return ours.tagId;
}

/**
 * Brings the tags of a contribution into a codebook. One of the same path is the same tag, whatever its identifier; one of
 * the same identifier and another path was renamed. Colours, keys and places of ours stay.
 *
 * @returns for each tag of the contribution, the tag that it is here
 */
export function mergeTags(
  tags: Tags,
  known: readonly Tag[],
  contributed: readonly ContributedTag[],
  rulings: Rulings,
  ids: IdSource,
): ReadonlyMap<TagId, TagId> {
  const usedKeys = new Set(known.flatMap(({ key }) => (key === null ? [] : [key])));
  const here = new Map<TagId, TagId>();
  for (const theirs of contributed) {
    const name = cleanPath(theirs.name);
    if (name === "") continue;
    const named = tags.byKey(pathKey(name));
    if (named !== undefined) {
      reconcile(tags, rulings, named, theirs);
      here.set(theirs.tagId, named.tagId);
      continue;
    }
    const same = tags.byId(theirs.tagId);
    const renamed = same === undefined ? "separate" : mergeRenamed(tags, rulings, same, theirs, name);
    here.set(theirs.tagId, renamed === "separate" ? addTag(tags, ids, usedKeys, theirs, name) : renamed);
  }
  return here;
}

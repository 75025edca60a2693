import type { TagId } from "#shared/base/ids.ts";
import type { PassageListItem } from "#shared/model/passage.ts";
import type { Tag } from "#shared/model/tag.ts";

/** The names of a passage's tags, in its order. */
export function tagNamesOf(passage: PassageListItem, tags: readonly Tag[]): readonly string[] {
  return passage.tagIds.flatMap((tagId) => tags.find((tag) => tag.tagId === tagId)?.name ?? []);
}

/** The names after a tag was put on or taken off. */
export function toggledTagNames(passage: PassageListItem, tags: readonly Tag[], tagId: TagId): readonly string[] {
  const name = tags.find((tag) => tag.tagId === tagId)?.name;
  const names = tagNamesOf(passage, tags);
  if (name === undefined) return names;
  return names.includes(name) ? names.filter((other) => other !== name) : [...names, name];
}

/** The list with the passage in its place: replaced when it is in it, else where its first range falls. */
export function withPassage(
  passages: readonly PassageListItem[],
  passage: PassageListItem,
): readonly PassageListItem[] {
  const at = passages.findIndex((other) => other.passageId === passage.passageId);
  if (at !== -1) return passages.with(at, passage);
  const before = passages.findIndex((other) => comparePlaces(passage, other) < 0);
  return passages.toSpliced(before === -1 ? passages.length : before, 0, passage);
}

function comparePlaces(left: PassageListItem, right: PassageListItem): number {
  const [a, b] = [left.ranges[0], right.ranges[0]];
  if (a === undefined || b === undefined) return 0;
  return a.page - b.page || a.start - b.start;
}

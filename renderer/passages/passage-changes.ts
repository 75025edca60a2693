import { type DocumentId, type PassageId, passageIdSchema, type TagId } from "#shared/base/ids.ts";
import type { PassageListItem, ReviewMark } from "#shared/model/passage.ts";
import type { Tag } from "#shared/model/tag.ts";
import { pathKey } from "#shared/text/tag-path.ts";
import type { Extent } from "../reader/reader-types.ts";

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

/** The tags that have these names already; a name that is new has none yet. */
export function tagIdsOf(names: readonly string[], tags: readonly Tag[]): readonly TagId[] {
  return names.flatMap((name) => tags.find((tag) => pathKey(tag.name) === pathKey(name))?.tagId ?? []);
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

/** The list without a passage. */
export function withoutPassage(passages: readonly PassageListItem[], passageId: PassageId): readonly PassageListItem[] {
  return passages.filter((passage) => passage.passageId !== passageId);
}

function comparePlaces(left: PassageListItem, right: PassageListItem): number {
  const [a, b] = [left.ranges[0], right.ranges[0]];
  if (a === undefined || b === undefined) return 0;
  return a.page - b.page || a.start - b.start;
}

/** What a passage is made of. */
export interface NewPassage {
  readonly documentId: DocumentId;
  readonly extent: Extent;
  readonly tagNames: readonly string[];
  readonly note: string;
  readonly marks: readonly ReviewMark[];
}

/** A passage as it will look when it is stored, to be drawn until then. `number` tells it from others that wait. */
export function draftPassage(wanted: NewPassage, tags: readonly Tag[], number: number): PassageListItem {
  const { documentId, extent, tagNames, note, marks } = wanted;
  return {
    passageId: draftId(number),
    documentId,
    prefix: "",
    suffix: "",
    ...placeOf(extent),
    tagIds: [...tagIdsOf(tagNames, tags)],
    note,
    marks: [...marks],
    origin: null,
    author: "",
    createdAt: "",
    updatedAt: "",
    state: "anchored",
    documentTitle: "",
    citation: "",
    links: 0,
  };
}

/** The part of a passage that says where it stands. A region without text has one empty range. */
export function placeOf(extent: Extent): Pick<PassageListItem, "quote" | "ranges" | "region"> {
  const { quote, region, ranges } = extent;
  const empty = region === null ? [] : [{ page: region.page, start: 0, end: 0, quads: [] }];
  const placed = ranges.length === 0 ? empty : ranges;
  return { quote, region, ranges: placed.map((range) => ({ ...range, label: null, addresses: [] })) };
}

const DRAFT = "pas_0000";

function draftId(number: number): PassageId {
  return passageIdSchema.parse(`${DRAFT}${String(number % 1e8).padStart(8, "0")}`);
}

/** True while a passage is drawn and not stored yet: nothing can be done to it for that moment. */
export function isDraft(passageId: PassageId): boolean {
  return passageId.startsWith(DRAFT);
}

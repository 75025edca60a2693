import type { DocumentId, PassageId, TagId } from "#shared/base/ids.ts";
import type { Passage } from "#shared/model/passage.ts";
import type { PassageLink } from "#shared/model/passage-link.ts";
import type { Tag } from "#shared/model/tag.ts";
import { pathKey } from "#shared/text/tag-path.ts";

/** What a case says of its documents. */
export interface MergeSide {
  readonly tags: readonly Tag[];
  readonly passages: readonly Passage[];
  readonly links: readonly PassageLink[];
}

/** What a merge adds and changes; everything else stays as it is. */
export interface MergePlan {
  readonly addedTags: readonly Tag[];
  readonly changedTags: readonly Tag[];
  readonly addedPassages: readonly Passage[];
  readonly changedPassages: readonly Passage[];
  readonly addedLinks: readonly PassageLink[];
  readonly changedLinks: readonly PassageLink[];
}

/** Where a passage stands, without what depends on how its page is drawn. */
type Placed = Pick<Passage, "documentId" | "ranges" | "region" | "quote" | "state">;

function hundredths(value: number): number {
  return Math.round(value * 100);
}

/** One text for one place: passages of equal extents are the same passage. What has no place is known by its words. */
export function placeKey({ documentId, ranges, region, quote, state }: Placed): string {
  if (region !== null) return JSON.stringify([documentId, region.page, ...region.box.map(hundredths)]);
  const extents = ranges.map(({ page, start, end }) => [page, start, end]);
  return JSON.stringify(state === "orphaned" ? [documentId, extents, quote] : [documentId, extents]);
}

/** Both ways of a link that holds both ways have one key; so have the two directions of `supports`. */
export function linkKey({ from, to, relation }: Pick<PassageLink, "from" | "to" | "relation">): string {
  return JSON.stringify(from < to ? [from, to, relation] : [to, from, relation]);
}

interface Entry<Value> {
  value: Value;
  fate: "same" | "added" | "changed";
}

/** Things by identifier and by a second key, with what was done to them. */
export interface Collection<Id extends string, Value> {
  byId(id: Id): Value | undefined;
  /** The first that was added under this key. */
  byKey(key: string): Value | undefined;
  add(value: Value): void;
  change(value: Value): void;
  /** What was added, and what was changed of what was there. */
  done(): { readonly added: readonly Value[]; readonly changed: readonly Value[] };
}

/** Makes a collection of what is there. */
export function createCollection<Id extends string, Value>(
  values: readonly Value[],
  idOf: (value: Value) => Id,
  keyOf: (value: Value) => string,
): Collection<Id, Value> {
  const entries = new Map<Id, Entry<Value>>();
  const keys = new Map<string, Id>();
  const put = (value: Value, fate: Entry<Value>["fate"]) => {
    const id = idOf(value);
    entries.set(id, { value, fate });
    const key = keyOf(value);
    if (!keys.has(key)) keys.set(key, id);
  };
  for (const value of values) put(value, "same");
  return {
    byId: (id) => entries.get(id)?.value,
    byKey: (key) => {
      const id = keys.get(key);
      return id === undefined ? undefined : entries.get(id)?.value;
    },
    add: (value) => put(value, "added"),
    change: (value) => {
      const before = entries.get(idOf(value));
      if (before === undefined) return;
      const key = keyOf(before.value);
      if (key !== keyOf(value) && keys.get(key) === idOf(value)) keys.delete(key);
      put(value, before.fate === "added" ? "added" : "changed");
    },
    done: () => {
      const all = [...entries.values()];
      const withFate = (fate: Entry<Value>["fate"]) =>
        all.filter((entry) => entry.fate === fate).map((entry) => entry.value);
      return { added: withFate("added"), changed: withFate("changed") };
    },
  };
}

/** Tags by identifier and path. */
export function collectTags(tags: readonly Tag[]): Collection<TagId, Tag> {
  return createCollection(
    tags,
    (tag) => tag.tagId,
    (tag) => pathKey(tag.name),
  );
}

/** Passages by identifier and place. */
export function collectPassages(passages: readonly Passage[]): Collection<PassageId, Passage> {
  return createCollection(passages, (passage) => passage.passageId, placeKey);
}

/** Links by identifier and by what they link. */
export function collectLinks(links: readonly PassageLink[]): Collection<PassageLink["linkId"], PassageLink> {
  return createCollection(links, (link) => link.linkId, linkKey);
}

/** A passage of a contribution whose document is here, with the place that was found for it. */
export interface PlacedPassage extends Pick<Passage, "quote" | "prefix" | "suffix" | "ranges" | "region" | "state"> {
  readonly documentId: DocumentId;
  /** Document and page, for people. */
  readonly where: string;
}

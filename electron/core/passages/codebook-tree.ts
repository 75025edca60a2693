import type { TagId } from "#shared/base/ids.ts";
import type { CodebookPlace } from "#shared/model/codebook.ts";
import type { Tag } from "#shared/model/tag.ts";
import { isWithinPath, keysAlong, PATH_MARK, pathKey, pathParts } from "#shared/text/tag-path.ts";

/** A place of the codebook with what stands below it. */
export interface PlaceNode {
  /** Paths that differ by case only are one place. */
  readonly key: string;
  readonly path: string;
  readonly tag: Tag | null;
  readonly children: readonly PlaceNode[];
}

interface Draft {
  readonly key: string;
  readonly path: string;
  tag: Tag | null;
  readonly children: Map<string, Draft>;
}

/** A place without a tag of its own stands where the first below it does. */
function positionOf(node: PlaceNode): number {
  const [first] = node.children;
  return node.tag?.position ?? (first === undefined ? 0 : positionOf(first));
}

function finish(drafts: ReadonlyMap<string, Draft>): readonly PlaceNode[] {
  return [...drafts.values()]
    .map(({ key, path, tag, children }) => ({ key, path: tag?.name ?? path, tag, children: finish(children) }))
    .sort((one, other) => positionOf(one) - positionOf(other));
}

/**
 * The hierarchy that the names of tags describe.
 *
 * @param tags in the order of their positions: siblings of one position keep the order given
 */
export function buildCodebook(tags: readonly Tag[]): readonly PlaceNode[] {
  const top = new Map<string, Draft>();
  for (const tag of tags) {
    const parts = pathParts(tag.name);
    let level = top;
    let draft: Draft | null = null;
    for (const [index, key] of keysAlong(tag.name).entries()) {
      const path = parts.slice(0, index + 1).join(PATH_MARK);
      draft = level.get(key) ?? { key, path, tag: null, children: new Map() };
      level.set(key, draft);
      level = draft.children;
    }
    if (draft !== null) draft.tag = tag;
  }
  return finish(top);
}

/** Every place, each before those below it. */
export function walkCodebook(nodes: readonly PlaceNode[]): readonly PlaceNode[] {
  return nodes.flatMap((node) => [node, ...walkCodebook(node.children)]);
}

/** Places to count by: every tag, or with `below` every place, in the order of the codebook; and where a tag counts. */
export interface CountedPlaces {
  readonly places: readonly CodebookPlace[];
  /** Indexes of places that a passage with the tag counts in. */
  readonly of: ReadonlyMap<TagId, readonly number[]>;
}

/** @param below whether a passage counts in the places above its tags too */
export function countedPlaces(tags: readonly Tag[], below: boolean): CountedPlaces {
  const nodes = walkCodebook(buildCodebook(tags)).filter((node) => below || node.tag !== null);
  const indexes = new Map(nodes.map((node, index) => [node.key, index]));
  const of = new Map(
    tags.map((tag) => {
      const keys = below ? keysAlong(tag.name) : [pathKey(tag.name)];
      return [tag.tagId, keys.flatMap((key) => indexes.get(key) ?? [])];
    }),
  );
  return { places: nodes.map(({ path, tag }) => ({ path, tag: tag?.tagId ?? null })), of };
}

/** A tag and those below it, or the tag alone; empty for one that is not there. */
export function tagsStandingFor(tags: readonly Tag[], tagId: TagId, below: boolean): readonly TagId[] {
  const tag = tags.find((candidate) => candidate.tagId === tagId);
  if (tag === undefined) return [];
  return below ? tags.filter(({ name }) => isWithinPath(name, tag.name)).map((other) => other.tagId) : [tagId];
}

import type { TagId } from "#shared/base/ids.ts";
import type { PlaceCounts } from "#shared/model/codebook.ts";
import type { Tag } from "#shared/model/tag.ts";
import { keysAlong, lastPart, PATH_MARK, pathKey, pathParts } from "#shared/text/tag-path.ts";
import { foldForMatch } from "../passages/tag-choices.ts";

/** One place of the codebook. A path that only stands in the names of other tags has no tag of its own. */
export interface TagNode {
  /** Key of its path (`pathKey`). */
  readonly key: string;
  /** The whole path. */
  readonly name: string;
  /** Its last part. */
  readonly leaf: string;
  readonly tag: Tag | null;
  readonly children: readonly TagNode[];
}

/** Passages of a place: that carry the tag itself, and that carry it or a tag below it, each counted once. */
export type TagCounts = Pick<PlaceCounts, "own" | "all">;

interface Draft {
  readonly key: string;
  readonly name: string;
  tag: Tag | null;
  readonly children: Map<string, Draft>;
}

/**
 * The hierarchy that the names of tags describe. Siblings stand in the order of their positions; those of one position in
 * the order given, which is that of their creation.
 */
export function buildTagTree(tags: readonly Tag[]): readonly TagNode[] {
  const top = new Map<string, Draft>();
  for (const tag of tags) {
    const parts = pathParts(tag.name);
    let level = top;
    let draft: Draft | undefined;
    keysAlong(tag.name).forEach((key, depth) => {
      draft = level.get(key) ?? {
        key,
        name: parts.slice(0, depth + 1).join(PATH_MARK),
        tag: null,
        children: new Map(),
      };
      level.set(key, draft);
      level = draft.children;
    });
    if (draft !== undefined) draft.tag = tag;
  }
  return finish(top);
}

function finish(drafts: ReadonlyMap<string, Draft>): readonly TagNode[] {
  return [...drafts.values()]
    .map((draft): TagNode => {
      // A tag's own spelling goes before the one in the names of those below it.
      const name = draft.tag?.name ?? draft.name;
      return { key: draft.key, name, leaf: lastPart(name), tag: draft.tag, children: finish(draft.children) };
    })
    .sort((left, right) => positionOf(left) - positionOf(right));
}

/** A place without a tag of its own stands where the first below it does. */
function positionOf(node: TagNode): number {
  const first = node.children[0];
  return node.tag?.position ?? (first === undefined ? 0 : positionOf(first));
}

/** Every place of a tree, parents before their children. */
export function flattenTree(nodes: readonly TagNode[]): readonly TagNode[] {
  return nodes.flatMap((node) => [node, ...flattenTree(node.children)]);
}

/** Counts by the key of their place. */
export function countsByKey(counts: readonly PlaceCounts[]): ReadonlyMap<string, TagCounts> {
  return new Map(counts.map((count) => [pathKey(count.path), count]));
}

/** The tree without archived tags. What stands above a tag in use stays, as a place without a tag of its own. */
export function withoutArchived(nodes: readonly TagNode[]): readonly TagNode[] {
  return nodes.flatMap((node) => {
    const children = withoutArchived(node.children);
    const isArchived = node.tag?.archived === true;
    const isEmptyPlace = node.tag === null && node.children.length > 0;
    if ((isArchived || isEmptyPlace) && children.length === 0) return [];
    return [{ ...node, tag: isArchived ? null : node.tag, children }];
  });
}

/** The places whose path, description or examples hold all words of a text, with what stands above them. */
export function searchTree(nodes: readonly TagNode[], text: string): readonly TagNode[] {
  const words = foldForMatch(text).split(/\s+/u).filter(Boolean);
  if (words.length === 0) return nodes;
  const search = (places: readonly TagNode[]): readonly TagNode[] =>
    places.flatMap((node) => {
      const children = search(node.children);
      const said = foldForMatch(`${node.name} ${node.tag?.description ?? ""} ${node.tag?.examples ?? ""}`);
      return children.length > 0 || words.every((word) => said.includes(word)) ? [{ ...node, children }] : [];
    });
  return search(nodes);
}

/** The place of a tag in a tree. */
export function nodeOfTag(nodes: readonly TagNode[], tagId: TagId): TagNode | null {
  return flattenTree(nodes).find((node) => node.tag?.tagId === tagId) ?? null;
}

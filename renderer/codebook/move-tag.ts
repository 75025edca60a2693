import { isWithinPath } from "#shared/text/tag-path.ts";
import type { TagNode } from "./tag-tree.ts";

/** Where a place comes to stand: under a path (null: at the top), before one of the places there (null: at the end). */
export interface TagTarget {
  readonly under: string | null;
  readonly before: string | null;
}

/** Part of a line over which a tag is held. */
export type DropZone = "before" | "inside" | "after";

/** What keys do: one up or down among its siblings, below the one above it, or out beside the place above it. */
export type MoveKey = "up" | "down" | "in" | "out";

interface Family {
  readonly parent: TagNode | null;
  readonly siblings: readonly TagNode[];
  readonly at: number;
}

/** The part of a line in which a pointer is: the outer quarters are before and after. */
export function zoneAt(pointerY: number, top: number, height: number): DropZone {
  const share = (pointerY - top) / height;
  return share < 0.25 ? "before" : share > 0.75 ? "after" : "inside";
}

/** Where a tag comes to stand that is dropped on a line; null when that is where it is, or below itself. */
export function targetOfDrop(
  tree: readonly TagNode[],
  moved: TagNode,
  over: TagNode,
  zone: DropZone,
): TagTarget | null {
  if (isWithinPath(over.name, moved.name)) return null;
  if (zone === "inside") return { under: over.name, before: null };
  const family = familyOf(tree, over.key);
  if (family === null) return null;
  const siblings = family.siblings.filter((node) => node.key !== moved.key);
  const at = siblings.findIndex((node) => node.key === over.key) + (zone === "after" ? 1 : 0);
  const target = { under: family.parent?.name ?? null, before: firstName(siblings.slice(at)) };
  return isWhereItStands(tree, moved, target) ? null : target;
}

/** Where a key moves a tag; null where it cannot go any further. */
export function targetOfKey(tree: readonly TagNode[], moved: TagNode, key: MoveKey): TagTarget | null {
  const family = familyOf(tree, moved.key);
  if (family === null) return null;
  const { parent, siblings, at } = family;
  const name = parent?.name ?? null;
  switch (key) {
    case "up":
      return at === 0 ? null : { under: name, before: firstName(siblings.slice(at - 1)) };
    case "down":
      return at === siblings.length - 1 ? null : { under: name, before: firstName(siblings.slice(at + 2)) };
    case "in": {
      const above = siblings[at - 1];
      return above === undefined ? null : { under: above.name, before: null };
    }
    case "out": {
      if (parent === null) return null;
      const outer = familyOf(tree, parent.key);
      if (outer === null) return null;
      return { under: outer.parent?.name ?? null, before: firstName(outer.siblings.slice(outer.at + 1)) };
    }
  }
}

/** Names of places that a tag can be moved below: everything but itself and what is below it. */
export function possibleParents(nodes: readonly TagNode[], moved: TagNode): readonly TagNode[] {
  return nodes.flatMap((node) => (node.key === moved.key ? [] : [node, ...possibleParents(node.children, moved)]));
}

function isWhereItStands(tree: readonly TagNode[], moved: TagNode, target: TagTarget): boolean {
  const family = familyOf(tree, moved.key);
  if (family === null || (family.parent?.name ?? null) !== target.under) return false;
  return firstName(family.siblings.slice(family.at + 1)) === target.before;
}

function firstName(nodes: readonly TagNode[]): string | null {
  return nodes[0]?.name ?? null;
}

function familyOf(nodes: readonly TagNode[], key: string, parent: TagNode | null = null): Family | null {
  const at = nodes.findIndex((node) => node.key === key);
  if (at >= 0) return { parent, siblings: nodes, at };
  for (const node of nodes) {
    const found = isWithinPath(key, node.key) ? familyOf(node.children, key, node) : null;
    if (found !== null) return found;
  }
  return null;
}

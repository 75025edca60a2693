import { foldForMatch } from "../passages/tag-choices.ts";
import type { TagNode } from "./tag-tree.ts";

/** A line of the tree as it is shown. */
export interface TreeRow {
  readonly node: TagNode;
  /** From 1, as assistive technology counts. */
  readonly level: number;
  /** Place among its siblings, from 1. */
  readonly place: number;
  readonly siblings: number;
  /** Null for a place with nothing below it. */
  readonly expanded: boolean | null;
  /** Key of the place above; null at the top. */
  readonly parent: string | null;
}

/** The lines in sight: those whose places above are all unfolded. `folded` holds keys. */
export function treeRows(
  nodes: readonly TagNode[],
  folded: ReadonlySet<string>,
  level = 1,
  parent: string | null = null,
): readonly TreeRow[] {
  return nodes.flatMap((node, index) => {
    const expanded = node.children.length === 0 ? null : !folded.has(node.key);
    const row: TreeRow = { node, level, place: index + 1, siblings: nodes.length, expanded, parent };
    return expanded === true ? [row, ...treeRows(node.children, folded, level + 1, node.key)] : [row];
  });
}

/** What a key does in a tree: goes to a line, folds or unfolds places, or nothing that the tree knows. */
export type TreeStep =
  | { readonly kind: "go"; readonly index: number }
  | { readonly kind: "fold"; readonly key: string }
  | { readonly kind: "unfold"; readonly keys: readonly string[] };

/**
 * The step of a key, as the tree pattern of the ARIA Authoring Practices describes them: arrows, Home, End, `*` unfolds
 * all siblings, a letter goes to the next line that begins with it. Null for other keys and at the ends.
 *
 * @param at index of the current line
 * @param key a `KeyboardEvent.key`
 */
export function treeStep(rows: readonly TreeRow[], at: number, key: string): TreeStep | null {
  const row = rows[at];
  if (row === undefined) return rows.length === 0 ? null : { kind: "go", index: 0 };
  const go = (index: number): TreeStep | null =>
    index === at || index < 0 || index >= rows.length ? null : { kind: "go", index };
  switch (key) {
    case "ArrowDown":
      return go(at + 1);
    case "ArrowUp":
      return go(at - 1);
    case "Home":
      return go(0);
    case "End":
      return go(rows.length - 1);
    case "ArrowRight":
      if (row.expanded === false) return { kind: "unfold", keys: [row.node.key] };
      return row.expanded === true ? go(at + 1) : null;
    case "ArrowLeft":
      if (row.expanded === true) return { kind: "fold", key: row.node.key };
      return row.parent === null ? null : go(rows.findIndex((other) => other.node.key === row.parent));
    case "*":
      return {
        kind: "unfold",
        keys: rows.filter((other) => other.parent === row.parent && other.expanded === false).map((o) => o.node.key),
      };
    default:
      return key.length === 1 && /[\p{L}\p{N}]/u.test(key) ? go(nextWith(rows, at, key)) : null;
  }
}

function nextWith(rows: readonly TreeRow[], at: number, letter: string): number {
  const wanted = foldForMatch(letter);
  for (let step = 1; step <= rows.length; step += 1) {
    const index = (at + step) % rows.length;
    if (foldForMatch(rows[index]?.node.leaf ?? "").startsWith(wanted)) return index;
  }
  return at;
}

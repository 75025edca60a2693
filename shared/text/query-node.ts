import { assertNever } from "../base/assert-never.ts";

/** A word to be found; `prefix` finds every word that begins with it (`custod*`). */
export interface WordNode {
  readonly kind: "word";
  /** One token of the search index, as typed: at least one letter or digit, not folded. */
  readonly text: string;
  readonly prefix: boolean;
}

/** Successive words; with `lastIsPrefix` the last one is the beginning of a word. */
export interface PhraseNode {
  readonly kind: "phrase";
  /** At least two tokens of the search index, as typed. */
  readonly words: readonly string[];
  readonly lastIsPrefix: boolean;
}

/** What a search looks for in a text, without what combines it. */
export type QueryLeaf = WordNode | PhraseNode;

/**
 * A parsed search. `and` and `or` have at least two members and never hold their own kind. `not` stands only as a member
 * of an `and` that has a member that is not a `not`; it never holds another `not` directly.
 */
export type QueryNode =
  | QueryLeaf
  | { readonly kind: "and"; readonly nodes: readonly QueryNode[] }
  | { readonly kind: "or"; readonly nodes: readonly QueryNode[] }
  | { readonly kind: "not"; readonly node: QueryNode };

/** The words and phrases that a page is found by: all leaves that are not under a NOT, from left to right. */
export function positiveLeaves(node: QueryNode): readonly QueryLeaf[] {
  switch (node.kind) {
    case "word":
    case "phrase":
      return [node];
    case "and":
    case "or":
      return node.nodes.flatMap(positiveLeaves);
    case "not":
      return [];
    default:
      return assertNever(node);
  }
}

/** A leaf as the words that must follow each other, at least one; with `lastIsPrefix` the last one begins a word. */
export function leafTokens(leaf: QueryLeaf): { readonly words: readonly string[]; readonly lastIsPrefix: boolean } {
  return leaf.kind === "word"
    ? { words: [leaf.text], lastIsPrefix: leaf.prefix }
    : { words: leaf.words, lastIsPrefix: leaf.lastIsPrefix };
}

/** Whether a search would be answered by what is absent alone. */
export function isNegative(node: QueryNode): boolean {
  return node.kind === "not" || (node.kind === "and" && node.nodes.every(isNegative));
}

/** The search language: from what a person types to a tree, and from the tree to what SQLite understands. */
export { toFts5 } from "./fts5.ts";
export { parseQuery } from "./parse-query.ts";
export type { QuerySyntaxError } from "./query-items.ts";
export {
  leafTokens,
  type PhraseNode,
  positiveLeaves,
  type QueryLeaf,
  type QueryNode,
  type WordNode,
} from "./query-node.ts";
export { foldToken, type Token, tokenize } from "./tokenize.ts";

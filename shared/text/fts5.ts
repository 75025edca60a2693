import { assertNever } from "../base/assert-never.ts";
import { leafTokens, type QueryLeaf, type QueryNode } from "./query-node.ts";

/**
 * Writes a search as an FTS5 MATCH expression. Every word is a quoted string, so that nothing a person types can be
 * FTS5 syntax. What is left out comes last (`(a AND b) NOT (c OR d)`), because FTS5 knows NOT only between two operands.
 *
 * @param node as `parseQuery` gives it; in another tree a NOT without a positive neighbour is a `RangeError`
 * @see https://www.sqlite.org/fts5.html section 3
 */
export function toFts5(node: QueryNode): string {
  switch (node.kind) {
    case "word":
    case "phrase":
      return writeLeaf(node);
    case "or":
      return joinOperands(node.nodes, " OR ");
    case "and":
      return writeAnd(node.nodes);
    case "not":
      throw new RangeError("a search that only leaves out cannot be written for FTS5");
    default:
      return assertNever(node);
  }
}

function writeAnd(nodes: readonly QueryNode[]): string {
  const wanted: QueryNode[] = [];
  const unwanted: QueryNode[] = [];
  for (const node of nodes) {
    if (node.kind === "not") unwanted.push(node.node);
    else wanted.push(node);
  }
  if (wanted.length === 0) throw new RangeError("a search that only leaves out cannot be written for FTS5");
  const positive = joinOperands(wanted, " AND ");
  return unwanted.length === 0 ? positive : `${bracket(wanted, positive)} NOT (${joinOperands(unwanted, " OR ")})`;
}

function joinOperands(nodes: readonly QueryNode[], operator: string): string {
  const [only] = nodes;
  if (nodes.length === 1 && only !== undefined) return toFts5(only);
  return nodes.map((node) => bracket([node], toFts5(node))).join(operator);
}

/** Brackets around what is more than a single word or phrase. */
function bracket(nodes: readonly QueryNode[], written: string): string {
  const [only] = nodes;
  const isLeaf = nodes.length === 1 && (only?.kind === "word" || only?.kind === "phrase");
  return isLeaf ? written : `(${written})`;
}

/** A double quotation mark inside is doubled. NUL would end the expression for SQLite; it is in no token. */
function writeLeaf(leaf: QueryLeaf): string {
  const { words, lastIsPrefix } = leafTokens(leaf);
  const text = words.join(" ").replaceAll("\0", " ").replaceAll('"', '""');
  return lastIsPrefix ? `"${text}" *` : `"${text}"`;
}

import type { QueryNode } from "./query-node.ts";
import { fail } from "./read-failure.ts";
import type { Operator } from "./read-operators.ts";

/** Brackets that may stand inside each other, and distances in a row: nobody writes a tenth of that. */
export const MAX_NESTING = 20;

/** Why something has no place among the words of a text; null for what has. */
const REFUSALS: Readonly<Record<QueryNode["kind"], string | null>> = {
  word: null,
  phrase: null,
  near: null,
  "not-near": null,
  or: null,
  and: null,
  not: "NOT cannot stand beside {}: it has no place in the text. Write custody NOT w/5 transfer, or put brackets around the whole: NOT (custody w/5 transfer).",
  regex: "A regular expression cannot stand beside {}, which counts words. Use words, * and ?.",
  field: "A field cannot stand beside {}: it is said of a document or page. Put it outside, after brackets.",
  page: "page:( ) cannot stand beside {}. Put {} inside of its brackets.",
};

/**
 * Fails on what cannot be near something: words, phrases, OR of them and other distances can; words that are joined by
 * AND on one side of a distance only, and not of NOT w/n.
 */
export function requireNearOperands(
  left: QueryNode,
  right: QueryNode,
  operator: Extract<Operator, { readonly kind: "near" }>,
): void {
  for (const node of [left, right]) {
    for (const member of node.kind === "and" ? node.nodes : [node]) requirePlace(member, operator.name);
  }
  if (operator.isNegated && (left.kind === "and" || right.kind === "and")) {
    const side = left.kind === "and" ? left : right;
    fail(`Words joined by AND cannot stand beside ${operator.name}. Join them with OR, or with w/n.`, side.at.start);
  }
  if (left.kind === "and" && right.kind === "and") {
    const message = `Words joined by AND can stand on one side of ${operator.name} only. Join the others with OR, or with w/n.`;
    fail(message, right.at.start);
  }
}

function requirePlace(node: QueryNode, name: string): void {
  const refusal = REFUSALS[node.kind];
  if (refusal !== null) fail(refusal.replaceAll("{}", name), node.at.start);
  if (node.kind !== "or") return;
  for (const member of node.nodes) {
    if (member.kind === "and") {
      fail(`Words joined by AND cannot stand inside of OR beside ${name}. Join them with w/n.`, member.at.start);
    }
    requirePlace(member, name);
  }
}

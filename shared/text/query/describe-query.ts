import { assertNever } from "../../base/assert-never.ts";
import { type Predicate, predicateOf } from "./describe-query-fields.ts";
import {
  describeDistance,
  describeText,
  describeWord,
  describeWords,
  isText,
  listWith,
} from "./describe-query-words.ts";
import type { FieldCondition, QueryNode } from "./query-node.ts";

/** A search in one sentence, without a full stop: “documents that have detain (and its other forms), and are orders”. */
export function describeQuery(node: QueryNode): string {
  return `documents that ${describeThose(node, "anywhere")}`;
}

/** What a field asks for, as a short phrase: “orders”, “pages in Spanish”, “dated in March 2025”. */
export function describeCondition(condition: FieldCondition): string {
  return predicateOf(condition).what;
}

/** A node without its members, for a tree. */
export function describeNode(node: QueryNode): string {
  switch (node.kind) {
    case "word":
      return describeWord(node.word);
    case "phrase":
      return describeWords(node.words.map(({ word }) => word));
    case "regex":
      return describeText(node);
    case "field":
      return describeCondition(node.condition);
    case "page":
      return "on one page";
    case "not":
      return "without";
    case "and":
      return "all of";
    case "or":
      return "any of";
    case "near":
    case "not-near": {
      const { between, after } = describeDistance(node);
      return `${between} …${after}`;
    }
    default:
      return assertNever(node);
  }
}

/** Where it is that something is not: in a document, or on a page. */
type Where = "anywhere" | "there";

/** A predicate over documents or pages, with its verb. */
function describeThose(node: QueryNode, where: Where): string {
  switch (node.kind) {
    case "and":
      return describeAll(node.nodes, where);
    case "or":
      // Members of one kind share a verb; others are told apart by semicolons, for they have commas of their own.
      return isText(node)
        ? `have ${describeText(node)}`
        : node.nodes.map((member) => describeThose(member, where)).join("; or ");
    case "not":
      return describeNone(node.node, where);
    case "field": {
      const { verb, what } = predicateOf(node.condition);
      return `${verb} ${what}`;
    }
    case "page":
      return `have pages ${describePage(node.node)}`;
    case "word":
    case "phrase":
    case "regex":
    case "near":
    case "not-near":
      return `have ${describeText(node)}`;
    default:
      return assertNever(node);
  }
}

/** Members that must all hold: texts one after the other, then the others, then what is left out. */
function describeAll(nodes: readonly QueryNode[], where: Where): string {
  const texts = nodes.filter(isText);
  const negative = nodes.filter(({ kind }) => kind === "not");
  const others = nodes.filter((node) => !texts.includes(node) && !negative.includes(node));
  const [first] = texts;
  const have = first === undefined ? [] : [`have ${texts.length === 1 ? describeText(first) : describeMembers(texts)}`];
  return [
    ...have,
    ...others.map((node) => {
      const words = describeThose(node, where);
      return node.kind === "or" ? `(${words})` : words;
    }),
    ...negative.map((node) => describeThose(node, where)),
  ].join(", and ");
}

function describeMembers(texts: readonly QueryNode[]): string {
  const members = texts.map((node) => (node.kind === "or" ? `any of ${describeText(node)}` : describeText(node)));
  return listWith("and", members);
}

/** What must not hold. */
function describeNone(node: QueryNode, where: Where): string {
  if (isText(node)) {
    if (node.kind === "and") return `do not have ${node.nodes.length === 2 ? "both" : "all of"} ${describeText(node)}`;
    return `do not have ${describeText(node)} ${where}`;
  }
  if (node.kind === "field") return denyPredicate(predicateOf(node.condition));
  if (node.kind === "page") return `have no pages ${describePage(node.node)}`;
  return `are not among those that (${describeThose(node, where)})`;
}

function describePage(node: QueryNode): string {
  const words = `that ${describeThose(node, "there")}`;
  return (node.kind === "and" || node.kind === "or") && !isText(node) ? `(${words})` : words;
}

function denyPredicate({ verb, what }: Predicate): string {
  return verb === "are" ? `are not ${what}` : `do not ${verb} ${what}`;
}

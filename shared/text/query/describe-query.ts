import { assertNever } from "../../base/assert-never.ts";
import type { Absence, QueryPhrases } from "./describe-phrases.ts";
import { ENGLISH_PHRASES } from "./describe-phrases-english.ts";
import { predicateOf } from "./describe-query-fields.ts";
import { describeText, describeWord, describeWords, isText } from "./describe-query-words.ts";
import type { FieldCondition, QueryNode } from "./query-node.ts";

/** A search in one sentence, without a full stop: “documents that have detain (and its other forms), and are orders”. */
export function describeQuery(node: QueryNode, phrases: QueryPhrases = ENGLISH_PHRASES): string {
  return phrases.documentsThat(describeThose(node, "anywhere", phrases));
}

/** What a field asks for, as a short phrase: “orders”, “pages in Spanish”, “dated in March 2025”. */
export function describeCondition(condition: FieldCondition, phrases: QueryPhrases = ENGLISH_PHRASES): string {
  return predicateOf(condition, phrases).what;
}

/** A node without its members, for a tree. */
export function describeNode(node: QueryNode, phrases: QueryPhrases = ENGLISH_PHRASES): string {
  switch (node.kind) {
    case "word":
      return describeWord(node.word, phrases);
    case "phrase":
      return describeWords(
        node.words.map(({ word }) => word),
        phrases,
      );
    case "regex":
      return describeText(node, phrases);
    case "field":
      return describeCondition(node.condition, phrases);
    case "page":
      return phrases.onOnePage;
    case "not":
      return phrases.without;
    case "and":
      return phrases.allOfThese;
    case "or":
      return phrases.anyOfThese;
    case "near":
    case "not-near": {
      const { between, after } = phrases.distance(node);
      return `${between} …${after}`;
    }
    default:
      return assertNever(node);
  }
}

/** A predicate over documents or pages, with its verb. */
function describeThose(node: QueryNode, absence: Absence, phrases: QueryPhrases): string {
  switch (node.kind) {
    case "and":
      return describeAll(node.nodes, absence, phrases);
    case "or":
      // Members of one kind share a verb; others are told apart by semicolons, for they have commas of their own.
      return isText(node)
        ? phrases.does("have", describeText(node, phrases))
        : node.nodes.map((member) => describeThose(member, absence, phrases)).join(phrases.orElse);
    case "not":
      return describeNone(node.node, absence, phrases);
    case "field": {
      const { verb, what } = predicateOf(node.condition, phrases);
      return phrases.does(verb, what);
    }
    case "page":
      return phrases.hasPages(describePage(node.node, phrases));
    case "word":
    case "phrase":
    case "regex":
    case "near":
    case "not-near":
      return phrases.does("have", describeText(node, phrases));
    default:
      return assertNever(node);
  }
}

/** Members that must all hold: texts one after the other, then the others, then what is left out. */
function describeAll(nodes: readonly QueryNode[], absence: Absence, phrases: QueryPhrases): string {
  const texts = nodes.filter(isText);
  const negative = nodes.filter(({ kind }) => kind === "not");
  const others = nodes.filter((node) => !texts.includes(node) && !negative.includes(node));
  const [first] = texts;
  const things =
    first !== undefined && texts.length === 1 ? describeText(first, phrases) : describeMembers(texts, phrases);
  return [
    ...(first === undefined ? [] : [phrases.does("have", things)]),
    ...others.map((node) => {
      const words = describeThose(node, absence, phrases);
      return node.kind === "or" ? `(${words})` : words;
    }),
    ...negative.map((node) => describeThose(node, absence, phrases)),
  ].join(phrases.andThen);
}

function describeMembers(texts: readonly QueryNode[], phrases: QueryPhrases): string {
  const members = texts.map((node) => {
    const words = describeText(node, phrases);
    return node.kind === "or" ? phrases.anyOf(words) : words;
  });
  return phrases.listAnd(members);
}

/** What must not hold. */
function describeNone(node: QueryNode, absence: Absence, phrases: QueryPhrases): string {
  if (isText(node)) {
    const words = describeText(node, phrases);
    return node.kind === "and" ? phrases.hasNotAll(words, node.nodes.length) : phrases.hasNot(words, absence);
  }
  if (node.kind === "field") {
    const { verb, what } = predicateOf(node.condition, phrases);
    return phrases.doesNot(verb, what);
  }
  if (node.kind === "page") return phrases.hasNoPages(describePage(node.node, phrases));
  return phrases.isNotAmong(describeThose(node, absence, phrases));
}

function describePage(node: QueryNode, phrases: QueryPhrases): string {
  const words = phrases.that(describeThose(node, "there", phrases));
  return (node.kind === "and" || node.kind === "or") && !isText(node) ? `(${words})` : words;
}

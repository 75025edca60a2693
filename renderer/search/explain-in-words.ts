import { assertNever } from "#shared/base/assert-never.ts";
import type { ExplainedLeaf, ExplainedNode, SearchExplanation } from "#shared/model/search.ts";
import type { QueryPhrases } from "#shared/text/query/describe-phrases.ts";
import { SPANISH_PHRASES } from "#shared/text/query/describe-phrases-spanish.ts";
import { describeNode, describeQuery } from "#shared/text/query/describe-query.ts";
import { parseQuery } from "#shared/text/query/parse-query.ts";
import type { QueryNode } from "#shared/text/query/query-node.ts";
import { currentLanguage, type Language } from "../messages/language.ts";

/** Null for the language that the backend speaks. */
const PHRASES: Readonly<Record<Language, QueryPhrases | null>> = { en: null, es: SPANISH_PHRASES };

/**
 * How a search was read, in the interface's language. The backend says it in English, with figures that only it knows; the
 * words come from the same parser and the same descriptions, so the window can say them again without asking.
 *
 * @param query as it was asked, without white space around it
 */
export function explainInWords(query: string, explanation: SearchExplanation): SearchExplanation {
  const phrases = PHRASES[currentLanguage()];
  return phrases === null ? explanation : explainWith(phrases, query, explanation);
}

/** The sentence about a search in the interface's language. */
export function queryInWords(query: string, english: string): string {
  const phrases = PHRASES[currentLanguage()];
  const parsed = phrases === null ? null : parseQuery(query);
  return phrases === null || parsed?.kind !== "ok" ? english : describeQuery(parsed.value.node, phrases);
}

/** An explanation with its words said anew; as it was when the search cannot be read here. */
export function explainWith(phrases: QueryPhrases, query: string, explanation: SearchExplanation): SearchExplanation {
  const parsed = parseQuery(query);
  if (parsed.kind === "failure") return explanation;
  const leaves: ExplainedLeaf[] = [...explanation.leaves];
  const sayNode = (explained: ExplainedNode, node: QueryNode): ExplainedNode => {
    const words = describeNode(node, phrases);
    const leaf = explained.leaf === null ? undefined : leaves[explained.leaf];
    if (explained.leaf !== null && leaf !== undefined) leaves[explained.leaf] = { ...leaf, words };
    const members = membersOf(node);
    return {
      // A leaf is labelled as it was typed.
      label: explained.leaf === null ? words : explained.label,
      leaf: explained.leaf,
      children: explained.children.map((child, index) => {
        const member = members[index];
        return member === undefined ? child : sayNode(child, member);
      }),
    };
  };
  const { node } = parsed.value;
  const tree = sayNode(explanation.tree, node);
  return { ...explanation, words: describeQuery(node, phrases), tree, leaves };
}

/** What stands under a node in an explanation; of a phrase, only words that stand for others. */
function membersOf(node: QueryNode): readonly QueryNode[] {
  switch (node.kind) {
    case "word":
    case "regex":
    case "field":
      return [];
    case "phrase":
      return node.words.filter(({ word }) => word.kind !== "word");
    case "near":
    case "not-near":
      return [node.left, node.right];
    case "page":
    case "not":
      return [node.node];
    case "and":
    case "or":
      return node.nodes;
    default:
      return assertNever(node);
  }
}

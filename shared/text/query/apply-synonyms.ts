import { foldName } from "../fold-name.ts";
import { foldToken, tokenize } from "../tokenize.ts";
import type { PhraseNode, QueryNode, QuerySpan, WordNode } from "./query-node.ts";

/** Names of one thing: words or phrases. */
export interface Synonyms {
  readonly names: readonly string[];
}

/** The search in which each word and phrase that has synonyms stands beside them, in an `or`. */
export function applySynonyms(node: QueryNode, groups: readonly Synonyms[]): QueryNode {
  const byName = new Map(groups.flatMap((group) => group.names.map((name) => [foldName(name), group] as const)));
  const apply = (own: QueryNode): QueryNode => {
    switch (own.kind) {
      case "word":
        return own.word.kind === "word" && own.word.forms ? withOthers(own, foldToken(own.word.text)) : own;
      case "phrase": {
        const folds = own.words.map(({ word }) => (word.kind === "word" && !word.strict ? foldToken(word.text) : null));
        return folds.includes(null) ? own : withOthers(own, folds.join(" "));
      }
      case "regex":
      case "field":
        return own;
      case "near":
      case "not-near":
        return { ...own, left: apply(own.left), right: apply(own.right) };
      case "page":
      case "not":
        return { ...own, node: apply(own.node) };
      default:
        return { ...own, nodes: own.nodes.map(apply) };
    }
  };
  const withOthers = (own: WordNode | PhraseNode, folds: string): QueryNode => {
    const others = (byName.get(folds)?.names ?? []).filter((name) => foldName(name) !== folds);
    const nodes = others.map((name) => toNode(name, own.at)).filter((other) => other !== null);
    return nodes.length === 0 ? own : { kind: "or", nodes: [own, ...nodes], at: own.at };
  };
  return groups.length === 0 ? node : apply(node);
}

/** A name of several words is met as it is written; one of a single word in its other forms too. */
function toNode(name: string, at: QuerySpan): WordNode | PhraseNode | null {
  const tokens = tokenize(name.normalize("NFC"));
  const words = tokens.map(
    ({ text }): WordNode => ({
      kind: "word",
      word: { kind: "word", text, forms: tokens.length === 1, strict: false },
      at,
    }),
  );
  const [first] = words;
  if (first === undefined) return null;
  return words.length === 1 ? first : { kind: "phrase", words, at };
}

import { assertNever } from "../../base/assert-never.ts";
import type { QueryPhrases } from "./describe-phrases.ts";
import type { QueryNode, WordPattern } from "./query-node.ts";

/** A word as it stands in a phrase. */
function inPhrase(word: WordPattern): string {
  switch (word.kind) {
    case "word":
      return word.text;
    case "wildcard":
      return word.pattern;
    case "fuzzy":
      return `${word.text}~${word.distance}`;
    default:
      return assertNever(word);
  }
}

/** Words next to each other, in quotation marks. */
export function describeWords(words: readonly WordPattern[], phrases: QueryPhrases): string {
  const quoted = `“${words.map(inPhrase).join(" ")}”`;
  return words.some((word) => word.kind === "word" && word.strict) ? phrases.withAccents(quoted) : quoted;
}

/** One word, and what else is met for it. */
export function describeWord(word: WordPattern, phrases: QueryPhrases): string {
  switch (word.kind) {
    case "word":
      return word.forms ? phrases.withForms(word.text) : describeWords([word], phrases);
    case "wildcard":
      return phrases.wildcard(word.pattern);
    case "fuzzy":
      return phrases.similar(word.text, word.distance);
    default:
      return assertNever(word);
  }
}

/** Whether something is found at places among the words of a text. */
export function isText(node: QueryNode): boolean {
  switch (node.kind) {
    case "word":
    case "phrase":
    case "regex":
    case "near":
    case "not-near":
      return true;
    case "and":
    case "or":
      return node.nodes.every(isText);
    case "field":
    case "page":
    case "not":
      return false;
    default:
      return assertNever(node);
  }
}

/**
 * What is found at places of a text, as a thing that a document can have.
 *
 * @param node for which `isText` holds
 */
export function describeText(node: QueryNode, phrases: QueryPhrases): string {
  const describeParts = (nodes: readonly QueryNode[]) => nodes.map((own) => describePart(own, phrases));
  switch (node.kind) {
    case "word":
      return describeWord(node.word, phrases);
    case "phrase":
      return describeWords(
        node.words.map(({ word }) => word),
        phrases,
      );
    case "regex":
      return phrases.textLike(node.pattern);
    case "near":
    case "not-near": {
      const { between, after } = phrases.distance(node);
      return `${describePart(node.left, phrases)} ${between} ${describePart(node.right, phrases)}${after}`;
    }
    case "or":
      return phrases.listOr(describeParts(node.nodes));
    case "and":
      return phrases.listAnd(describeParts(node.nodes));
    case "field":
    case "page":
    case "not":
      throw new Error(`A ${node.kind} is not found at places of a text`);
    default:
      return assertNever(node);
  }
}

/** A part of something greater: what has parts of its own stands in brackets or says how many of them count. */
function describePart(node: QueryNode, phrases: QueryPhrases): string {
  const words = describeText(node, phrases);
  switch (node.kind) {
    case "or":
      return phrases.anyOf(words);
    case "and":
      return phrases.allOf(words, node.nodes.length);
    case "near":
    case "not-near":
      return `(${words})`;
    default:
      return words;
  }
}

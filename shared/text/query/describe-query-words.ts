import { assertNever } from "../../base/assert-never.ts";
import type { NearNode, NotNearNode, QueryNode, WordPattern } from "./query-node.ts";

/** Members joined as a sentence joins them: `a, b or c`. */
export function listWith(conjunction: "and" | "or", members: readonly string[]): string {
  if (members.length < 2) return members.join("");
  return `${members.slice(0, -1).join(", ")} ${conjunction} ${members.at(-1)}`;
}

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
export function describeWords(words: readonly WordPattern[]): string {
  const isStrict = words.some((word) => word.kind === "word" && word.strict);
  return `“${words.map(inPhrase).join(" ")}”${isStrict ? " with its accents" : ""}`;
}

/** One word, and what else is met for it. */
export function describeWord(word: WordPattern): string {
  switch (word.kind) {
    case "word":
      return word.forms ? `${word.text} (and its other forms)` : describeWords([word]);
    case "wildcard":
      return `${word.pattern} (any word so spelt)`;
    case "fuzzy":
      return `${word.text} (or a word ${word.distance === 1 ? "one letter" : "up to two letters"} different)`;
    default:
      return assertNever(word);
  }
}

/** How near two things are, between them: `within 5 words of`. */
export function describeDistance({
  kind,
  ordered,
  distance,
}: Pick<NearNode | NotNearNode, "kind" | "ordered" | "distance">): {
  readonly between: string;
  readonly after: string;
} {
  const reach = distance === 1 ? "directly" : `within ${distance} words`;
  if (kind === "not-near") {
    return ordered
      ? { between: `not followed ${reach} by`, after: "" }
      : { between: "without", after: distance === 1 ? " next to it" : ` ${reach}` };
  }
  if (ordered) return { between: `followed ${reach} by`, after: "" };
  return { between: distance === 1 ? "next to" : `${reach} of`, after: "" };
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
export function describeText(node: QueryNode): string {
  switch (node.kind) {
    case "word":
      return describeWord(node.word);
    case "phrase":
      return describeWords(node.words.map(({ word }) => word));
    case "regex":
      return `text like /${node.pattern}/`;
    case "near":
    case "not-near": {
      const { between, after } = describeDistance(node);
      return `${describePart(node.left)} ${between} ${describePart(node.right)}${after}`;
    }
    case "or":
      return listWith("or", node.nodes.map(describePart));
    case "and":
      return listWith("and", node.nodes.map(describePart));
    case "field":
    case "page":
    case "not":
      throw new Error(`A ${node.kind} is not found at places of a text`);
    default:
      return assertNever(node);
  }
}

/** A part of something greater: what has parts of its own stands in brackets or says how many of them count. */
function describePart(node: QueryNode): string {
  switch (node.kind) {
    case "or":
      return `any of ${describeText(node)}`;
    case "and":
      return `${node.nodes.length === 2 ? "both" : "all of"} ${describeText(node)}`;
    case "near":
    case "not-near":
      return `(${describeText(node)})`;
    default:
      return describeText(node);
  }
}

import { assertNever } from "../../base/assert-never.ts";
import { writtenFrom, writtenTo } from "./fields-numbers.ts";
import type {
  FieldCondition,
  NearNode,
  NotNearNode,
  OpenRange,
  QueryNode,
  WordNode,
  WordPattern,
} from "./query-node.ts";
import { MAX_NESTING } from "./read-near.ts";
import { isReserved } from "./read-operators.ts";
import { REGEX_FLAGS } from "./read-regex.ts";

/**
 * A search as text, in one spelling: `parseQuery` gives the same tree for it, save for the places in the text.
 *
 * @param node a tree with the rules of `QueryNode`, nested no deeper than brackets may be
 */
export function writeQuery(node: QueryNode): string {
  switch (node.kind) {
    case "word":
      return writeWord(node.word);
    case "phrase":
      return writePhrase(node.words.map(({ word }: WordNode) => word));
    case "regex":
      // A slash that was not written with a backslash gets one.
      return `/${new RegExp(node.pattern, REGEX_FLAGS).source}/`;
    case "field":
      return writeFilter(node.condition);
    case "page":
      return `page:(${writeQuery(node.node)})`;
    case "not":
      return `NOT ${writeMember(node.node)}`;
    case "and":
      return node.nodes.map(writeOperand).join(" AND ");
    case "or":
      return node.nodes.map(writeOperand).join(" OR ");
    case "near":
    case "not-near": {
      const name = `${node.kind === "near" ? "" : "NOT "}${node.ordered ? "pre" : "w"}/${node.distance}`;
      // Distances are read from the left, and only so many in a row.
      const isTooLong = chainLength(node.left) >= MAX_NESTING;
      const left = isTooLong ? writeMember(node.left) : writeOperand(node.left);
      return `${left} ${name} ${writeMember(node.right)}`;
    }
    default:
      return assertNever(node);
  }
}

function isDistance(node: QueryNode): node is NearNode | NotNearNode {
  return node.kind === "near" || node.kind === "not-near";
}

function chainLength(node: QueryNode): number {
  let length = 0;
  for (let at = node; isDistance(at); at = at.left) length += 1;
  return length;
}

/** Beside AND and OR, and on the left of another distance, a distance needs no brackets. */
function writeOperand(node: QueryNode): string {
  return isDistance(node) ? writeQuery(node) : writeMember(node);
}

/** In brackets what has an operator of its own: a reader need not know which binds tighter. NOT binds tightest. */
function writeMember(node: QueryNode): string {
  const isBracketed = node.kind === "and" || node.kind === "or" || isDistance(node);
  return isBracketed ? `(${writeQuery(node)})` : writeQuery(node);
}

function writeWord(word: WordPattern): string {
  if (word.kind !== "word") return writeInPhrase(word);
  if (!word.forms) return word.strict ? `=${word.text}` : `"${word.text}"`;
  // A backslash takes the meaning away from `and`, `or`, `not`.
  return isReserved(word.text) ? `\\${word.text}` : word.text;
}

function writeInPhrase(word: WordPattern): string {
  switch (word.kind) {
    case "word":
      return word.strict ? `=${word.text}` : word.text;
    case "wildcard":
      return word.pattern;
    case "fuzzy":
      return `${word.text}~${word.distance}`;
    default:
      return assertNever(word);
  }
}

function writePhrase(words: readonly WordPattern[]): string {
  return `"${words.map(writeInPhrase).join(" ")}"`;
}

/** A field as text; `parseFilter` gives the same condition for it. */
export function writeFilter(condition: FieldCondition): string {
  return `${condition.field}:${writeValue(condition)}`;
}

function writeValue(condition: FieldCondition): string {
  switch (condition.field) {
    case "kind":
      return condition.kind;
    case "format":
      return condition.format;
    case "has":
      return condition.what;
    case "language":
      return condition.language;
    case "date":
    case "filed":
      return writeDates(condition.range);
    case "pages":
      return writeNumbers(condition.range, (number) => String(number));
    case "confidence":
      return writeDecimals(condition.range, "");
    case "amount":
      return writeDecimals(condition.range, condition.currency ?? "");
    case "bates":
      return writeBates(condition.prefix, condition.range);
    case "exemption":
      return writeExemption(condition.code);
    case "title":
    case "court":
    case "case":
    case "ecf":
    case "author":
    case "from":
    case "to":
    case "name":
    case "source":
    case "tag":
    case "note":
      return writeWords(condition.words);
    default:
      return assertNever(condition);
  }
}

function writeWords(words: readonly WordPattern[]): string {
  const [first] = words;
  if (first === undefined) return "*";
  if (words.length > 1) return writePhrase(words);
  if (first.kind !== "word") return writeInPhrase(first);
  if (first.forms) return first.text;
  return first.strict ? `=${first.text}` : `"${first.text}"`;
}

function writeDates({ from, to }: OpenRange<string>): string {
  if (from === to) return from ?? "*";
  return from === null ? `<=${to}` : to === null ? `>=${from}` : `${from}..${to}`;
}

function writeNumbers({ from, to }: OpenRange<number>, write: (number: number) => string): string {
  if (from === null) return to === null ? "*" : `<=${write(to)}`;
  if (to === null) return `>=${write(from)}`;
  return from === to ? write(from) : `${write(from)}..${write(to)}`;
}

/** Numbers that need not be whole: an end that was left out of the range is written so again. */
function writeDecimals(range: OpenRange<number>, currency: string): string {
  const from = range.from === null ? null : writtenFrom(range.from);
  const to = range.to === null ? null : writtenTo(range.to);
  if (from === null) return to === null ? "*" : `<${to.isExcluded ? "" : "="}${to.number}${currency}`;
  if (to === null) return `>${from.isExcluded ? "" : "="}${from.number}${currency}`;
  if (range.from === range.to) return `${range.from}${currency}`;
  if (!from.isExcluded && !to.isExcluded) return `${from.number}..${to.number}${currency}`;
  const open = from.isExcluded ? "{" : "[";
  return `${open}${from.number}${currency} TO ${to.number}${currency}${to.isExcluded ? "}" : "]"}`;
}

function writeBates(prefix: string, range: OpenRange<number>): string {
  const write = (number: number) => `${prefix}${number}`;
  const { from, to } = range;
  // After digits and a hyphen (`DHS-2025-`) a lone number would be read as the end of a range.
  const isMisread = from === to && from !== null && /\d\s?-\s?$/u.test(prefix);
  const isSeries = from === 0 && to === null;
  const value = isSeries ? `${prefix}*` : isMisread ? `${write(from)}..${write(from)}` : writeNumbers(range, write);
  return /[\s&]/u.test(value) ? `"${value}"` : value;
}

function writeExemption(code: string | null): string {
  if (code === null) return "*";
  return /^(?:\(|\d)/u.test(code) ? code : `"${code}"`;
}

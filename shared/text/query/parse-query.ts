import { failure, type Result } from "../../base/result.ts";
import type { FieldCondition, ParsedQuery, QueryNode, QueryNotice, QuerySpan, QuerySyntaxError } from "./query-node.ts";
import { fail, readOrFail } from "./read-failure.ts";
import { type QueryItem, readItems } from "./read-items.ts";
import { MAX_NESTING, requireNearOperands } from "./read-near.ts";
import type { Operator } from "./read-operators.ts";

/**
 * Reads a search. `docs/search-language.md` describes the language. NOT binds tighter than `w/n` and `pre/n`, those
 * tighter than AND, AND tighter than OR; words side by side must all be found. Every tree keeps the rules of `QueryNode`.
 *
 * Failures are ordinary while somebody types; each says in plain words what to do, and where (`offset`, in code units).
 */
export function parseQuery(source: string): Result<ParsedQuery, QuerySyntaxError> {
  return readOrFail(() => {
    const notices: QueryNotice[] = [];
    const node = new QueryParser(readItems(source, notices), source).parse();
    return { node, notices };
  });
}

/** Reads exactly one field, as a facet and a filter write it: `kind:order`, `court:"D. Capital"`, `has:ocr`. */
export function parseFilter(source: string): Result<FieldCondition, QuerySyntaxError> {
  const parsed = parseQuery(source);
  if (parsed.kind === "failure") return parsed;
  const { node } = parsed.value;
  if (node.kind === "field") return { kind: "ok", value: node.condition };
  return failure({ message: "A filter is one field with one value, such as kind:order.", offset: 0 });
}

/** Whether a search would be answered by what is absent alone. */
function isNegative(node: QueryNode): boolean {
  return node.kind === "not" || (node.kind === "and" && node.nodes.every(isNegative));
}

/** Recursive descent, one method a level of precedence: or → and → near → not → operand. */
class QueryParser {
  private readonly items: readonly QueryItem[];
  private readonly source: string;
  private position = 0;
  private nesting = 0;
  private isInPage = false;

  constructor(items: readonly QueryItem[], source: string) {
    this.items = items;
    this.source = source;
  }

  parse(): QueryNode {
    if (this.items.length === 0) {
      const isEmpty = this.source.trim() === "";
      fail(
        isEmpty
          ? "The search is empty. Type a word or a phrase."
          : "There is no letter or digit to search for. Type a word or a phrase.",
        0,
      );
    }
    const whole = this.parseOr();
    const rest = this.items[this.position];
    if (rest !== undefined) failUnopened(rest.at.start);
    requirePositive(whole, "The search", whole.at.start);
    return whole;
  }

  private parseOr(): QueryNode {
    const members = [this.parseAnd()];
    while (this.take("or") !== null) members.push(this.parseAnd());
    const [first] = members;
    if (first === undefined || members.length === 1) return first ?? this.failAtEnd();
    const negative = members.find(isNegative);
    if (negative !== undefined) {
      const message =
        "NOT cannot be one side of OR by itself. Write what must be found before it: (flight NOT cargo) OR transfer.";
      fail(message, negative.at.start);
    }
    return combine("or", members);
  }

  private parseAnd(): QueryNode {
    const members = [this.parseNear()];
    while (this.take("and") !== null || this.isAtOperand()) members.push(this.parseNear());
    const [first] = members;
    return first === undefined || members.length === 1 ? (first ?? this.failAtEnd()) : combine("and", members);
  }

  private parseNear(): QueryNode {
    let left = this.parseNot();
    for (let links = 1; ; links += 1) {
      const operator = this.takeNear();
      if (operator === null) return left;
      if (links > MAX_NESTING) fail(`More than ${MAX_NESTING} of w/n stand in a row. Use fewer.`, operator.at.start);
      const right = this.parseNot();
      requireNearOperands(left, right, operator);
      const { isNegated, isOrdered: ordered, distance } = operator;
      const at = { start: left.at.start, end: right.at.end };
      left = { kind: isNegated ? "not-near" : "near", left, right, distance, ordered, at };
    }
  }

  private parseNot(): QueryNode {
    const start = this.items[this.position]?.at.start ?? this.source.length;
    let negations = 0;
    while (this.take("not") !== null) negations += 1;
    const operand = this.parseOperand();
    if (negations % 2 === 0) return operand;
    if (operand.kind === "not") return operand.node;
    if (isNegative(operand)) {
      fail("NOT stands before brackets in which everything is left out already. Remove one of the NOTs.", start);
    }
    const end = this.items[this.position - 1]?.at.end ?? this.source.length;
    return { kind: "not", node: operand, at: { start, end } };
  }

  private parseOperand(): QueryNode {
    const item = this.items[this.position];
    if (item === undefined) return this.failAtEnd();
    this.position += 1;
    switch (item.kind) {
      case "node":
        return item.node;
      case "open":
        return item.isPage ? this.parsePage(item.at) : this.parseBracket(item.at.start);
      case "close":
        return this.failAtClose(item.at.start);
      case "and":
      case "or":
      case "not":
      case "near": {
        const message = `${item.name} needs a word before it. To search for the word itself, put “${item.name}” in quotation marks.`;
        return fail(message, item.at.start);
      }
    }
  }

  private parsePage(at: QuerySpan): QueryNode {
    if (this.isInPage) fail("page:( ) stands inside of page:( ) already. Remove the inner one.", at.start);
    this.isInPage = true;
    const node = this.parseBracket(at.start);
    this.isInPage = false;
    requirePositive(node, "page:( )", at.start);
    const end = this.items[this.position - 1]?.at.end ?? this.source.length;
    return { kind: "page", node, at: { start: at.start, end } };
  }

  private parseBracket(start: number): QueryNode {
    this.nesting += 1;
    if (this.nesting > MAX_NESTING) fail(`Brackets go deeper than ${MAX_NESTING} levels. Use fewer.`, start);
    const inside = this.parseOr();
    if (this.items[this.position]?.kind !== "close") {
      fail("This bracket is not closed. Add “)” after the words that belong to it.", start);
    }
    this.position += 1;
    this.nesting -= 1;
    return inside;
  }

  private failAtClose(offset: number): never {
    const before = this.items[this.position - 2];
    if (before?.kind === "open") {
      return fail("There is nothing between the brackets. Put words there, or remove them.", offset);
    }
    return isOperator(before) ? failAfter(before) : failUnopened(offset);
  }

  private failAtEnd(): never {
    const last = this.items.at(-1);
    if (isOperator(last)) return failAfter(last);
    return fail("This bracket is not closed. Add words and “)”, or remove it.", last?.at.start ?? 0);
  }

  private take(kind: "and" | "or" | "not"): QueryItem | null {
    const item = this.items[this.position];
    if (item?.kind !== kind) return null;
    this.position += 1;
    return item;
  }

  private takeNear(): Extract<Operator, { readonly kind: "near" }> | null {
    const item = this.items[this.position];
    if (item?.kind !== "near") return null;
    this.position += 1;
    return item;
  }

  private isAtOperand(): boolean {
    const kind = this.items[this.position]?.kind;
    return kind === "node" || kind === "open" || kind === "not";
  }
}

function isOperator(item: QueryItem | undefined): item is Operator {
  return item !== undefined && item.kind !== "node" && item.kind !== "open" && item.kind !== "close";
}

function failAfter({ name, at }: Operator): never {
  return fail(`${name} needs a word after it. Add one, or remove ${name}.`, at.start);
}

function failUnopened(offset: number): never {
  return fail(
    "This closing bracket has no opening one. Remove it, or add “(” before the words that belong together.",
    offset,
  );
}

function requirePositive(node: QueryNode, what: string, offset: number): void {
  if (!isNegative(node)) return;
  fail(`${what} only says what to leave out. Add a word that must be found, such as: custody NOT transfer.`, offset);
}

/** Joins members under one kind; a member of the same kind gives its own members. */
function combine(kind: "and" | "or", members: readonly QueryNode[]): QueryNode {
  const start = members[0]?.at.start ?? 0;
  const end = members.at(-1)?.at.end ?? 0;
  return { kind, nodes: members.flatMap((node) => (node.kind === kind ? node.nodes : [node])), at: { start, end } };
}

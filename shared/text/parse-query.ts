import { failure, ok, type Result } from "../base/result.ts";
import { type QueryItem, type QuerySyntaxError, readQueryItems } from "./query-items.ts";
import { isNegative, type QueryLeaf, type QueryNode } from "./query-node.ts";

/**
 * Brackets that may stand inside each other. SQLite's own parser holds 100 open brackets; nobody writes a tenth of that.
 */
const MAX_NESTING = 20;

/**
 * Reads a search: words, `"exact phrases"` (straight or curly quotation marks), `custod*`, AND, OR, NOT in capitals and
 * brackets. Words side by side must all be found. NOT binds tighter than AND, AND tighter than OR. A word with
 * punctuation in it (`O'Brien`, `1:25-cv-00001`) is a phrase of its parts, because the index divides text the same way;
 * punctuation that stands alone is passed over.
 *
 * Failures are ordinary while somebody types; each says in plain words what to do, and where (`offset`, in code units).
 */
export function parseQuery(source: string): Result<QueryNode, QuerySyntaxError> {
  const items = readQueryItems(source);
  if (items.kind === "failure") return items;
  try {
    return ok(new QueryParser(items.value, source).parse());
  } catch (error) {
    if (error instanceof SyntaxFailure) return failure(error.details);
    throw error;
  }
}

/** Carries a syntax error out of the descent; never leaves `parseQuery`. */
class SyntaxFailure extends Error {
  readonly details: QuerySyntaxError;
  constructor(details: QuerySyntaxError) {
    super(details.message);
    this.details = details;
  }
}

/** A node with the place where it begins, so that a later rule can point at it. */
interface Placed {
  readonly node: QueryNode;
  readonly offset: number;
}

/** Recursive descent, one method a level of precedence: or → and → not → operand. */
class QueryParser {
  private readonly items: readonly QueryItem[];
  private readonly source: string;
  private position = 0;
  private nesting = 0;

  constructor(items: readonly QueryItem[], source: string) {
    this.items = items;
    this.source = source;
  }

  parse(): QueryNode {
    if (this.items.length === 0) {
      const message =
        this.source.trim() === ""
          ? "The search is empty. Type a word or a phrase."
          : "There is no letter or digit to search for. Type a word or a phrase.";
      throw new SyntaxFailure({ message, offset: 0 });
    }
    const whole = this.parseOr();
    const rest = this.items[this.position];
    if (rest !== undefined) {
      throw new SyntaxFailure({
        message:
          "This closing bracket has no opening one. Remove it, or add “(” before the words that belong together.",
        offset: rest.offset,
      });
    }
    if (isNegative(whole.node)) {
      throw new SyntaxFailure({
        message:
          "The search only says what to leave out. Add a word that must be found, such as: custody NOT transfer.",
        offset: whole.offset,
      });
    }
    return whole.node;
  }

  private parseOr(): Placed {
    const members = [this.parseAnd()];
    while (this.takeOperator("OR")) members.push(this.parseAnd());
    const [first] = members;
    if (first === undefined || members.length === 1) return first ?? this.failAtEnd();
    const negative = members.find((member) => isNegative(member.node));
    if (negative !== undefined) {
      throw new SyntaxFailure({
        message:
          "NOT cannot be one side of OR by itself. Write what must be found before it: (flight NOT cargo) OR transfer.",
        offset: negative.offset,
      });
    }
    return { node: combine("or", members), offset: first.offset };
  }

  private parseAnd(): Placed {
    const members = [this.parseNot()];
    while (this.takeOperator("AND") || this.isAtOperand()) members.push(this.parseNot());
    const [first] = members;
    if (first === undefined || members.length === 1) return first ?? this.failAtEnd();
    return { node: combine("and", members), offset: first.offset };
  }

  private parseNot(): Placed {
    const offset = this.items[this.position]?.offset ?? this.source.length;
    let negations = 0;
    while (this.takeOperator("NOT")) negations += 1;
    const operand = this.parseOperand();
    if (negations % 2 === 0) return { node: operand.node, offset };
    if (operand.node.kind === "not") return { node: operand.node.node, offset };
    if (isNegative(operand.node)) {
      throw new SyntaxFailure({
        message: "NOT stands before brackets in which everything is left out already. Remove one of the NOTs.",
        offset,
      });
    }
    return { node: { kind: "not", node: operand.node }, offset };
  }

  private parseOperand(): Placed {
    const item = this.items[this.position];
    if (item === undefined) return this.failAtEnd();
    this.position += 1;
    switch (item.kind) {
      case "words":
        return { node: leafOf(item.words, item.prefix), offset: item.offset };
      case "open":
        return this.parseBracket(item.offset);
      case "close":
        return this.failAtClose(item.offset);
      case "operator":
        throw new SyntaxFailure({
          message: `${item.name} needs a word before it. To search for the word itself, write "${item.name}" in quotation marks or in small letters.`,
          offset: item.offset,
        });
    }
  }

  private parseBracket(offset: number): Placed {
    this.nesting += 1;
    if (this.nesting > MAX_NESTING) {
      throw new SyntaxFailure({ message: `Brackets go deeper than ${MAX_NESTING} levels. Use fewer.`, offset });
    }
    const inside = this.parseOr();
    if (this.items[this.position]?.kind !== "close") {
      throw new SyntaxFailure({
        message: "This bracket is not closed. Add “)” after the words that belong to it.",
        offset,
      });
    }
    this.position += 1;
    this.nesting -= 1;
    return { node: inside.node, offset };
  }

  private failAtClose(offset: number): never {
    const before = this.items[this.position - 2];
    if (before?.kind === "open") {
      throw new SyntaxFailure({
        message: "There is nothing between the brackets. Put words there, or remove them.",
        offset,
      });
    }
    if (before?.kind === "operator") return this.failAfter(before.name, before.offset);
    throw new SyntaxFailure({
      message: "This closing bracket has no opening one. Remove it, or add “(” before the words that belong together.",
      offset,
    });
  }

  private failAtEnd(): never {
    const last = this.items[this.items.length - 1];
    if (last?.kind === "operator") return this.failAfter(last.name, last.offset);
    throw new SyntaxFailure({
      message: "This bracket is not closed. Add words and “)”, or remove it.",
      offset: last?.offset ?? 0,
    });
  }

  private failAfter(name: string, offset: number): never {
    throw new SyntaxFailure({ message: `${name} needs a word after it. Add one, or remove ${name}.`, offset });
  }

  private takeOperator(name: "AND" | "OR" | "NOT"): boolean {
    const item = this.items[this.position];
    if (item?.kind !== "operator" || item.name !== name) return false;
    this.position += 1;
    return true;
  }

  private isAtOperand(): boolean {
    const item = this.items[this.position];
    return (
      item !== undefined &&
      (item.kind === "words" || item.kind === "open" || (item.kind === "operator" && item.name === "NOT"))
    );
  }
}

function leafOf(words: readonly string[], prefix: boolean): QueryLeaf {
  const [first] = words;
  return words.length === 1 && first !== undefined
    ? { kind: "word", text: first, prefix }
    : { kind: "phrase", words, lastIsPrefix: prefix };
}

/** Joins members under one kind; a member of the same kind gives its own members. */
function combine(kind: "and" | "or", members: readonly Placed[]): QueryNode {
  return { kind, nodes: members.flatMap(({ node }) => (node.kind === kind ? node.nodes : [node])) };
}

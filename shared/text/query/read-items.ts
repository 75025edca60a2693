import { isTokenCodePoint } from "../token-characters.ts";
import { FIELD_LIST, findField, nearestField } from "./fields.ts";
import type { FieldName, QueryNode, QueryNotice, QuerySpan } from "./query-node.ts";
import { fail } from "./read-failure.ts";
import { endOfSpecialValue, endWithCurrency, type FieldValue, readCondition } from "./read-field.ts";
import { type Operator, readOperator } from "./read-operators.ts";
import { endOfQuotation, isQuotationMark, readGroupOfFts5, readQuotation } from "./read-quotation.ts";
import { readRegex } from "./read-regex.ts";
import { readWords, sayBoost } from "./read-words.ts";

/** What a search is made of, before precedence. */
export type QueryItem =
  | Operator
  | { readonly kind: "node"; readonly node: QueryNode; readonly at: QuerySpan }
  | { readonly kind: "open"; readonly isPage: boolean; readonly at: QuerySpan }
  | { readonly kind: "close"; readonly at: QuerySpan };

/** Where a run ends: white space, a bracket, a double quotation mark, `&&`, `||`. */
const RUN_END = /[\s()"“”„‟«»]|&&|\|\|/gu;
const FIELD_NAME = /^(?<name>[\p{L}_][\p{L}_-]*):/u;
const BOOST = /\^\d+(?:\.\d+)?/uy;
const EXEMPTION_IN_TEXT = /\([bjk]\)\s?\(\d\)/iuy;

/**
 * Divides a search into words, phrases, fields, expressions, operators and brackets. Inside the brackets of a field
 * (`kind:(order OR motion)`) each value becomes a field of its own. Punctuation that stands alone gives no item.
 */
export function readItems(source: string, notices: QueryNotice[]): readonly QueryItem[] {
  return new ItemReader(source, notices).read();
}

class ItemReader {
  private readonly source: string;
  private readonly notices: QueryNotice[];
  private readonly items: QueryItem[] = [];
  /** For each open bracket, the field whose values stand in it. */
  private readonly fields: (FieldName | null)[] = [];
  private index = 0;

  constructor(source: string, notices: QueryNotice[]) {
    this.source = source;
    this.notices = notices;
  }

  read(): readonly QueryItem[] {
    while (this.index < this.source.length) {
      const character = this.source.charAt(this.index);
      if (/\s/u.test(character)) this.index += 1;
      else if (character === "(") this.readOpen();
      else if (character === ")") this.readClose();
      else if (!this.readPrefix(character)) this.readOperand(character);
    }
    return this.items;
  }

  private get field(): FieldName | null {
    return this.fields.at(-1) ?? null;
  }

  private readOpen(): void {
    const { source, index, field } = this;
    if (field !== null && endOfSpecialValue(field, source, index) !== null) {
      this.readValue(field, index);
      return;
    }
    EXEMPTION_IN_TEXT.lastIndex = index;
    const code = EXEMPTION_IN_TEXT.exec(source)?.[0];
    if (code !== undefined) {
      const message = `These brackets group words. For pages withheld so, write exemption:${code}; to search for the text, put it in quotation marks.`;
      this.notices.push({ message, at: { start: index, end: index + code.length } });
    }
    this.open(false, field, index);
  }

  private open(isPage: boolean, field: FieldName | null, start: number): void {
    this.index += 1;
    this.fields.push(field);
    this.items.push({ kind: "open", isPage, at: { start, end: this.index } });
  }

  private readClose(): void {
    this.fields.pop();
    this.items.push({ kind: "close", at: { start: this.index, end: this.index + 1 } });
    this.index += 1;
    this.skipBoost();
  }

  /** `!x`, `-x` and `+x` of Lucene; a mark that stands alone is punctuation. */
  private readPrefix(character: string): boolean {
    if (character !== "!" && character !== "-" && character !== "+") return false;
    const at = { start: this.index, end: this.index + 1 };
    const next = this.source.charAt(at.end);
    const isPrefix = isTokenCodePoint(this.source.codePointAt(at.end) ?? 0) || /[("“„«=*?/!+]/u.test(next);
    if (!isPrefix) {
      // All of `--`, so that no dash is read as NOT.
      while (this.source.charAt(this.index) === character) this.index += 1;
      if (character === "!")
        this.notices.push({ message: "! is passed over here. To leave out what follows, write NOT.", at });
      return true;
    }
    this.index += 1;
    if (character === "+") {
      const message = "+ is passed over: everything must be found, save what stands between OR.";
      this.notices.push({ message, at });
    } else this.items.push({ kind: "not", name: character, at });
    return true;
  }

  private readOperand(character: string): void {
    const { source, field, index } = this;
    if (field === null && (character === "/" || isQuotationMark(character))) {
      if (character === "/") this.addNode(readRegex(source, index));
      else this.readPhrase(index, index);
      return;
    }
    if (field !== null && isQuotationMark(character)) {
      this.readValue(field, index);
      return;
    }
    const end = this.endOfRun(index);
    const run = source.slice(index, end);
    const operator = this.readOperator(run, { start: index, end });
    if (operator !== null) {
      this.items.push(operator);
      this.index = operator.at.end;
    } else if (field !== null) this.readFieldInGroup(field, run);
    else if (run === "NEAR" && source.startsWith("(", end)) this.addNode(readGroupOfFts5(source, index, this.notices));
    else if (!this.readField(run)) this.readRun(run, end);
  }

  private readOperator(run: string, at: QuerySpan): Operator | null {
    const isAfterAnd = this.items.at(-1)?.kind === "and";
    return readOperator(run, at, { source: this.source, notices: this.notices, isAfterAnd });
  }

  private readRun(run: string, end: number): void {
    const { source, index, notices } = this;
    if (run === "=" && isQuotationMark(source.charAt(end))) {
      this.readPhrase(index, end);
      return;
    }
    if (run === "=" && source.startsWith("(", end)) {
      fail("= stands before one word or one phrase in quotation marks, not before brackets.", index);
    }
    this.index = end;
    if (/^contains$/iu.test(run) && findField(this.wordBefore(index)) !== null) {
      const name = this.wordBefore(index).toLowerCase();
      const message = `“contains” is searched as a word. For what a field holds, write ${name}:( ).`;
      notices.push({ message, at: { start: index, end } });
    }
    const words = readWords({ source, start: index, end, isQuoted: false, isExact: false }, notices);
    const [first] = words;
    const last = words.at(-1);
    if (first === undefined || last === undefined) return;
    const at = { start: first.at.start, end: last.at.end };
    this.items.push({ kind: "node", node: words.length === 1 ? first : { kind: "phrase", words, at }, at });
  }

  private wordBefore(index: number): string {
    return /\p{L}+(?=\s+$)/u.exec(this.source.slice(Math.max(0, index - 40), index))?.[0] ?? "";
  }

  /** A phrase in quotation marks at `quote`; `start` is before the `=` that may precede it. */
  private readPhrase(start: number, quote: number): void {
    this.addNode(readQuotation({ source: this.source, start, quote, isExact: start !== quote }, this.notices));
    this.skipBoost();
  }

  private addNode(node: QueryNode): void {
    this.items.push({ kind: "node", node, at: node.at });
    this.index = node.at.end;
  }

  /** Reads `name:` and its value; false when the run is text with a colon in it. */
  private readField(run: string): boolean {
    const name = FIELD_NAME.exec(run)?.groups?.["name"];
    if (name === undefined) return false;
    const { source } = this;
    const start = this.index;
    const after = start + name.length + 1;
    if (source.startsWith("//", after)) return false;
    if (name.toLowerCase() === "page") {
      this.skipSpace(after);
      if (!source.startsWith("(", this.index)) {
        fail("After page: stand brackets with what must be on one page, as in page:(custody transfer).", start);
      }
      this.open(true, null, start);
      return true;
    }
    const field = findField(name);
    if (field === null) {
      const isText = after >= source.length || /[\s):/\\]/u.test(source.charAt(after));
      return isText ? false : failNoField(name, start);
    }
    this.skipSpace(after);
    if (this.index > after) {
      const message = `“${name}:” is read as the field ${field}. To search for the word, put it in quotation marks.`;
      this.notices.push({ message, at: { start, end: after } });
    }
    if (source.startsWith("(", this.index) && endOfSpecialValue(field, source, this.index) === null) {
      this.open(false, field, this.index);
    } else this.readValue(field, start);
    return true;
  }

  /** A value among others in the brackets of a field. */
  private readFieldInGroup(field: FieldName, run: string): void {
    const inner = FIELD_NAME.exec(run)?.groups?.["name"];
    if (inner !== undefined && (findField(inner) !== null || inner.toLowerCase() === "page")) {
      fail(`${inner}: cannot stand in the brackets of ${field}:. Close them before it.`, this.index);
    }
    this.readValue(field, this.index);
  }

  /** Reads the value that stands at the index; `start` is where its field begins. */
  private readValue(field: FieldName, start: number): void {
    const value = this.takeValue(field);
    this.requireValue(field, start, value);
    const condition = readCondition(field, value, this.notices);
    const at = { start, end: this.index };
    this.items.push({ kind: "node", node: { kind: "field", condition, at }, at });
    if (/^~\d/u.test(this.source.slice(this.index, this.index + 2))) {
      fail(`Words in ${field}: stand next to each other. Leave out what follows the quotation marks.`, this.index);
    }
    this.skipBoost();
  }

  private takeValue(field: FieldName): FieldValue {
    const { source, index } = this;
    const isExact = source.startsWith("=", index) && isQuotationMark(source.charAt(index + 1));
    const quote = isExact ? index + 1 : index;
    if (isQuotationMark(source.charAt(quote))) {
      const end = endOfQuotation(source, quote);
      this.index = end + 1;
      return { source, start: quote + 1, end, isQuoted: true, isExact };
    }
    const special = endOfSpecialValue(field, source, index);
    const isComparison = special !== null && /[><=≥≤]/u.test(source.charAt(index));
    if (isComparison && isQuotationMark(source.charAt(special))) {
      fail(`Put the comparison inside of the quotation marks: ${field}:">=…".`, index);
    }
    const end = isComparison ? this.endOfRun(special) : (special ?? this.endOfRun(index));
    this.index = endWithCurrency(field, source, end);
    if (special !== null && !isComparison && /^[^\s()^]/u.test(source.slice(end))) {
      fail(`Here the value of ${field}: has ended. Write several values as ${field}:(a OR b).`, end);
    }
    return { source, start: index, end: this.index, isQuoted: false, isExact: false };
  }

  private requireValue(field: FieldName, start: number, { end, isQuoted, ...value }: FieldValue): void {
    const { source } = this;
    const text = source.slice(value.start, end);
    const isApart = /\s/u.test(source.charAt(value.start - 1));
    const isOperator = !isQuoted && isApart && /^(?:AND|OR|NOT)$/u.test(text);
    if (text.trim() === "" || isOperator) {
      const message = `${field}: needs a value right after it. Add one, or put “${field}:” in quotation marks to search for the word.`;
      fail(message, start);
    }
    if (text.startsWith("/") && !isQuoted) {
      const message =
        "A field cannot be searched with a regular expression. Use words, * and ?; put text with slashes in quotation marks.";
      fail(message, value.start);
    }
  }

  private skipSpace(from: number): void {
    this.index = from;
    while (/\s/u.test(this.source.charAt(this.index))) this.index += 1;
  }

  private endOfRun(from: number): number {
    RUN_END.lastIndex = from;
    const found = RUN_END.exec(this.source);
    if (found === null) return this.source.length;
    // The symbols themselves are runs.
    return found.index === from && found[0].length === 2 ? from + 2 : found.index;
  }

  private skipBoost(): void {
    BOOST.lastIndex = this.index;
    const boost = BOOST.exec(this.source)?.[0];
    if (boost === undefined) return;
    sayBoost(this.notices, this.index, boost);
    this.index += boost.length;
  }
}

function failNoField(name: string, offset: number): never {
  const near = nearestField(name);
  const hint = near === null ? "" : ` Did you mean ${near}:?`;
  const message = `There is no field “${name}”.${hint} Fields are ${FIELD_LIST.join(", ")} and page:( ). To search for the text itself, put it in quotation marks.`;
  return fail(message, offset);
}

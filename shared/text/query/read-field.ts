import { assertNever } from "../../base/assert-never.ts";
import {
  explainNoValue,
  FORMATS,
  findValue,
  HAS,
  KINDS,
  nearest,
  type ValueList,
  type WordsFieldName,
} from "./fields.ts";
import { findLanguage, LANGUAGE_NAMES } from "./fields-languages.ts";
import type { FieldCondition, FieldName, QueryNotice } from "./query-node.ts";
import { readBates } from "./read-bates.ts";
import { canonicalExemption, endOfExemptionCode } from "./read-exemption.ts";
import { fail } from "./read-failure.ts";
import { type NumberRule, readAmount, readDateRange, readNumberRange } from "./read-range.ts";
import { readWords } from "./read-words.ts";

/** The value of a field where it stands in a search. */
export interface FieldValue {
  readonly source: string;
  /** Of the value itself, inside of quotation marks. */
  readonly start: number;
  readonly end: number;
  readonly isQuoted: boolean;
  /** `=` stood before the quotation marks. */
  readonly isExact: boolean;
}

const RANGED: ReadonlySet<FieldName> = new Set(["date", "filed", "pages", "bates", "amount", "confidence"]);
const COMPARISON = /(?:>=|<=|[><=≥≤])\s*/uy;
const SPACED_RANGE = /[^\s()"“”]+\s+(?:\.{2,}|TO)\s+[^\s()"“”]+/uy;
const CURRENCY_APART = /\s+(?:USD|EUR|GBP|CAD|AUD|MXN|JPY|CHF|BRL|COP|GTQ|HNL|VES)(?=[\s)]|$)/uy;
const BRACKETED_RANGE = /[[{][^\]}()"]*[\]}]/uy;

/**
 * Where a value without quotation marks ends when white space and brackets do not end it: `>= 2025`, `[2025 TO 2026]`, `2025 .. 2026`,
 * `(b)(7)(C)`. Null when it ends like a word. A comparison alone gives the place after it.
 */
export function endOfSpecialValue(field: FieldName, source: string, index: number): number | null {
  if (field === "exemption") return endOfExemptionCode(source, index);
  if (!RANGED.has(field)) return null;
  for (const pattern of [BRACKETED_RANGE, COMPARISON, SPACED_RANGE]) {
    pattern.lastIndex = index;
    const found = pattern.exec(source)?.[0];
    if (found !== undefined) return index + found.length;
  }
  return null;
}

/** Where a value without quotation marks ends in truth: a sum may have its currency behind a space. */
export function endWithCurrency(field: FieldName, source: string, end: number): number {
  CURRENCY_APART.lastIndex = end;
  return end + (field === "amount" ? (CURRENCY_APART.exec(source)?.[0].length ?? 0) : 0);
}

const PAGES_RULE: NumberRule = {
  isWhole: true,
  most: 1e9,
  help: "Write for example pages:>100, pages:10..20 or pages:5.",
};
const CONFIDENCE_RULE: NumberRule = {
  isWhole: false,
  most: 100,
  help: "Write a confidence from 0 to 100, for example confidence:<80.",
};

/** Reads the value of a field. Fails on a value that the field cannot have, with those that it can. */
export function readCondition(field: FieldName, value: FieldValue, notices: QueryNotice[]): FieldCondition {
  const raw = { text: value.source.slice(value.start, value.end), offset: value.start };
  switch (field) {
    case "kind":
      return { field, kind: oneOf(KINDS, raw.text, raw.offset) };
    case "format":
      return { field, format: oneOf(FORMATS, raw.text, raw.offset) };
    case "has":
      return { field, what: oneOf(HAS, raw.text, raw.offset) };
    case "date":
    case "filed":
      sayMonthFirst(raw.text, raw.offset, notices);
      return { field, range: readDateRange(raw) };
    case "pages":
      return { field, range: readNumberRange(raw, PAGES_RULE) };
    case "confidence":
      return { field, range: readNumberRange({ ...raw, text: raw.text.replaceAll("%", "") }, CONFIDENCE_RULE) };
    case "bates":
      return { field, ...readBates(raw) };
    case "amount":
      return { field, ...readAmount(raw) };
    case "language":
      return { field, language: readLanguage(raw.text, raw.offset) };
    case "exemption":
      return { field, code: readExemption(raw.text, raw.offset) };
    case "case":
      return readDocket(value, notices);
    case "title":
    case "court":
    case "ecf":
    case "author":
    case "from":
    case "to":
    case "name":
    case "source":
    case "tag":
    case "note":
      return readWordsCondition(field, value, notices);
    default:
      return assertNever(field);
  }
}

function oneOf<Value extends string>(list: ValueList<Value>, text: string, offset: number): Value {
  return findValue(list, text) ?? fail(explainNoValue(list, text), offset);
}

/** `03/04/2025` is the fourth of March in the United States, and the third of April in most other places. */
function sayMonthFirst(text: string, offset: number, notices: QueryNotice[]): void {
  if (!text.includes("/")) return;
  const message = "This date is read as month/day/year. 2025-03-15 is never misread.";
  notices.push({ message, at: { start: offset, end: offset + text.length } });
}

function readLanguage(text: string, offset: number): string {
  const found = findLanguage(text.trim());
  if (found !== null) return found;
  const near = nearest(
    text.trim().toLowerCase(),
    LANGUAGE_NAMES.map((name) => name.toLowerCase()),
  );
  const hint = near === null ? "" : ` Did you mean ${near}?`;
  const message = `There is no language “${text.trim()}”.${hint} Write a code (es, spa) or a name: ${LANGUAGE_NAMES.join(", ")}.`;
  return fail(message, offset);
}

function readExemption(text: string, offset: number): string | null {
  if (text.trim() === "*") return null;
  const message = `There is no exemption “${text.trim()}”. Write for example exemption:b6, exemption:(b)(7)(C), exemption:j2, exemption:1.4(c) or exemption:"withheld in full".`;
  return canonicalExemption(text) ?? fail(message, offset);
}

/** `docket:81` is the number of an entry on the docket; `docket:1:25-cv-00001` that of the case. */
function readDocket(value: FieldValue, notices: QueryNotice[]): FieldCondition {
  const { source, start, end } = value;
  const text = source.slice(start, end);
  const isEntry = /docket:\s*["“]?$/iu.test(source.slice(0, start)) && /^\d{1,4}(?:-\d{1,3})?$/u.test(text);
  if (!isEntry) return readWordsCondition("case", value, notices);
  const message = `docket:${text} is read as ecf:${text}, the number of a filing. For the number of a case, write case:${text}.`;
  notices.push({ message, at: { start, end } });
  return readWordsCondition("ecf", value, notices);
}

function readWordsCondition(field: WordsFieldName, value: FieldValue, notices: QueryNotice[]): FieldCondition {
  const { source, start, end } = value;
  if (!value.isQuoted && source.slice(start, end) === "*") return { field, words: [] };
  if (!value.isQuoted && /\.{2,}|^[[{<>]/u.test(source.slice(start, end))) {
    fail(`${field}: has no ranges, for its values are words. Write ${field}:(a OR b), or use * and ?.`, start);
  }
  const words = readWords(value, notices).map(({ word }) => word);
  if (words.length === 0) {
    fail(`${field}: needs a word or a phrase in quotation marks after it, or * for any value.`, start);
  }
  return { field, words };
}

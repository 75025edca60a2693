import type { IndexedCondition } from "#core/ports/word-index.ts";
import { assertNever } from "#shared/base/assert-never.ts";
import type { Detection } from "#shared/model/detection.ts";
import type { OpenRange } from "#shared/text/query/query-node.ts";
import type { FieldPlace, FieldShape } from "./field-places.ts";
import { FIELD_MARK } from "./segment.ts";

/** What the index knows of a page besides its words. */
export interface PageFields {
  readonly page: number;
  readonly hasText: boolean;
  readonly layer: string;
  readonly language: string | null;
  /** Mean confidence of the OCR in use, or null. */
  readonly confidence: number | null;
  readonly hasHidden: boolean;
  readonly detections: readonly Detection[];
}

/** Takes a value of a page under the term of the field. */
export type FieldVisitor = (term: string, place: FieldPlace) => void;

const NAMES = {
  language: `${FIELD_MARK}language:`,
  has: `${FIELD_MARK}has:`,
  confidence: `${FIELD_MARK}confidence:`,
  exemption: `${FIELD_MARK}exemption:`,
  amount: `${FIELD_MARK}amount:`,
  bates: `${FIELD_MARK}bates:`,
  filed: `${FIELD_MARK}filed:`,
} as const;

const WHOLE_PAGES: FieldShape = { ranged: false, valued: false };
const RANGES: FieldShape = { ranged: true, valued: false };
const VALUED: FieldShape = { ranged: true, valued: true };

/** What stands with the places of a field's term. */
export function shapeOfField(term: string): FieldShape {
  if (term.startsWith(NAMES.bates)) return VALUED;
  const isOfPage = [NAMES.language, NAMES.has, NAMES.confidence].some((name) => term.startsWith(name));
  return isOfPage ? WHOLE_PAGES : RANGES;
}

/** Control characters end terms and begin those of fields; white space differs from page to page. */
function clean(value: string): string {
  return value.replaceAll(/[\s\p{Cc}]+/gu, " ").trim();
}

/** Whole numbers have a term of their own, so that a range between whole numbers needs no look at the figure itself. */
function confidenceStep(confidence: number): number {
  return Number.isInteger(confidence) ? confidence * 2 : Math.floor(confidence) * 2 + 1;
}

function batesTerm(prefix: string): string {
  return NAMES.bates + clean(prefix).toUpperCase();
}

/** Gives every field value of a page: those of the page first, then those in its text in their order. */
export function visitFields(page: PageFields, visit: FieldVisitor): void {
  const whole = { page: page.page, start: -1, end: -1, value: 0 };
  if (page.language !== null) visit(NAMES.language + page.language, whole);
  if (page.hasText) visit(`${NAMES.has}text`, whole);
  if (page.layer === "ocr") {
    visit(`${NAMES.has}ocr`, whole);
    if (page.confidence !== null) visit(NAMES.confidence + confidenceStep(page.confidence), whole);
  }
  if (page.hasHidden) visit(`${NAMES.has}hidden`, whole);
  let isRedacted = page.hasHidden;
  for (const { start, end, value } of page.detections) {
    const place = { page: page.page, start, end, value: 0 };
    switch (value.kind) {
      case "exemption":
        isRedacted = true;
        visit(NAMES.exemption + clean(value.code), place);
        break;
      case "money":
        visit(`${NAMES.amount}${value.currency}:${Number(value.amount)}`, place);
        break;
      case "bates":
        visit(batesTerm(value.prefix), { ...place, value: value.number });
        break;
      case "ecf-stamp":
      case "appellate-stamp":
        if (value.filed !== null) visit(NAMES.filed + value.filed, place);
        break;
      default:
    }
  }
  if (isRedacted) visit(`${NAMES.has}redaction`, whole);
}

/** How a condition is met: by which terms, and which of their places. */
export interface FieldLookup {
  /** Terms that begin so are looked at. */
  readonly prefix: string;
  /** Whether the term's value (what follows the prefix) meets it. */
  readonly takes: (value: string) => boolean;
  /** Whether a place with this number meets it; null where no number stands with places. */
  readonly takesValue: ((value: number) => boolean) | null;
}

const ANY = () => true;
const ITSELF = (value: string) => value === "";

function within(value: number, { from, to }: OpenRange<number>): boolean {
  return (from === null || value >= from) && (to === null || value <= to);
}

/** Dates are compared as far as both ends are given: 14 March 2025 lies within 2025-03..2025-03. */
function dateWithin(date: string, { from, to }: OpenRange<string>): boolean {
  const isAfter = from === null || date.slice(0, from.length) >= from;
  return isAfter && (to === null || date.slice(0, to.length) <= to);
}

/** The range of confidences as steps; ends between whole numbers take the whole step and are looked at by the caller. */
function confidenceWithin({ from, to }: OpenRange<number>): (value: string) => boolean {
  const range = {
    from: from === null ? null : confidenceStep(from),
    to: to === null ? null : confidenceStep(to),
  };
  return (value) => within(Number(value), range);
}

/** Where to look for a condition. */
export function lookUpField(condition: IndexedCondition): FieldLookup {
  switch (condition.field) {
    case "language":
      return { prefix: NAMES.language + condition.language, takes: ITSELF, takesValue: null };
    case "has":
      return { prefix: NAMES.has + condition.what, takes: ITSELF, takesValue: null };
    case "confidence":
      return { prefix: NAMES.confidence, takes: confidenceWithin(condition.range), takesValue: null };
    case "exemption":
      return { prefix: NAMES.exemption + (condition.code ?? ""), takes: ANY, takesValue: null };
    case "amount": {
      const takes = (value: string) => within(Number(value.slice(value.indexOf(":") + 1)), condition.range);
      if (condition.currency === null) return { prefix: NAMES.amount, takes, takesValue: null };
      const prefix = `${NAMES.amount}${condition.currency}:`;
      return { prefix, takes: (value) => within(Number(value), condition.range), takesValue: null };
    }
    case "bates":
      return {
        prefix: batesTerm(condition.prefix),
        takes: ITSELF,
        takesValue: (value) => within(value, condition.range),
      };
    case "filed":
      return { prefix: NAMES.filed, takes: (value) => dateWithin(value, condition.range), takesValue: null };
    default:
      return assertNever(condition);
  }
}

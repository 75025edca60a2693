import { formatDate, usDate } from "../detect/calendar.ts";
import { nextNumber, previousNumber } from "./fields-numbers.ts";
import type { OpenRange } from "./query-node.ts";
import { fail } from "./read-failure.ts";

/** The value of a field as typed, without the quotation marks around it. */
export interface RawValue {
  readonly text: string;
  /** Where `text` begins in the search. */
  readonly offset: number;
}

/** A range as typed: its ends are texts still. */
export interface RawRange {
  readonly from: RawValue | null;
  readonly to: RawValue | null;
  readonly isFromExcluded: boolean;
  readonly isToExcluded: boolean;
}

const BRACKETED = /^(?<open>[[{]\s*)(?<from>\S.*?)(?<middle>\s+TO\s+)(?<to>\S.*?)\s*(?<close>[\]}])$/isu;
const COMPARED = /^(?<sign>>=|<=|[><=≥≤])\s*(?<end>\S.*)$/su;
/** What stands between the ends of a range. */
export const RANGE_DOTS = /\.{2,}|[…–]|\sTO\s/u;

/**
 * Reads `a..b`, `a..`, `..b`, `a TO b`, `[a TO b]`, `{a TO b}`, `>a`, `>=a`, `<a`, `<=a` or one value. `*` leaves an end open.
 * Fails when neither end is given.
 */
export function readRange({ text, offset }: RawValue): RawRange {
  const end = (part: string, at: number): RawValue | null => {
    const trimmed = part.trim();
    const begin = offset + at + (part.length - part.trimStart().length);
    return trimmed === "" || trimmed === "*" ? null : { text: trimmed, offset: begin };
  };
  const bracketed = BRACKETED.exec(text)?.groups;
  if (bracketed !== undefined) {
    const { open = "", from = "", middle = "", to = "", close } = bracketed;
    return requireEnd(offset, {
      from: end(from, open.length),
      to: end(to, open.length + from.length + middle.length),
      isFromExcluded: open.startsWith("{"),
      isToExcluded: close === "}",
    });
  }
  if (/^[[{]/u.test(text)) fail("A range in brackets is written [a TO b], for example [2025-01 TO 2025-03].", offset);
  const compared = COMPARED.exec(text)?.groups;
  if (compared !== undefined) {
    const { sign = "", end: value = "" } = compared;
    const only = end(value, text.length - value.length);
    return requireEnd(offset, {
      from: /^[>≥=]/u.test(sign) ? only : null,
      to: /^[<≤=]/u.test(sign) ? only : null,
      isFromExcluded: sign === ">",
      isToExcluded: sign === "<",
    });
  }
  const included = { isFromExcluded: false, isToExcluded: false };
  const dots = RANGE_DOTS.exec(text);
  if (dots !== null) {
    const after = dots.index + dots[0].length;
    const to = end(text.slice(after), after);
    return requireEnd(offset, { from: end(text.slice(0, dots.index), 0), to, ...included });
  }
  const only = end(text, 0);
  return requireEnd(offset, { from: only, to: only, ...included });
}

function requireEnd(offset: number, range: RawRange): RawRange {
  if (range.from === null && range.to === null) {
    fail("A range needs at least one end: write for example 2025-01..2025-03, >=2025-01 or ..2025-03.", offset);
  }
  return range;
}

const DATE_HELP = "Write a date as 2025, 2025-03 or 2025-03-15.";

/** A date cut at its precision. Fails on what no calendar has. */
function readDate({ text, offset }: RawValue): string {
  const us = usDate(text);
  if (us !== null) return us;
  const found = /^(?<year>\d{4})(?:-(?<month>\d{1,2})(?:-(?<day>\d{1,2}))?)?$/u.exec(
    text.replace(/^(\d{4})(\d{2})(\d{2})$/u, "$1-$2-$3"),
  )?.groups;
  if (found === undefined) return fail(`“${text}” is not a date that can be read. ${DATE_HELP}`, offset);
  const { year, month, day } = found;
  const date = formatDate({
    year: Number(year),
    ...(month === undefined ? {} : { month: Number(month) }),
    ...(day === undefined ? {} : { day: Number(day) }),
  });
  return (
    date?.value ?? fail(`There is no such date as “${text}”, or it is not between 1500 and 2199. ${DATE_HELP}`, offset)
  );
}

/** The next or the previous day, month or year, by the precision of the date. Fails beyond what dates can be. */
function moveDate(date: string, by: 1 | -1, offset: number): string {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const parts = date.split("-").length;
  const moved = new Date(
    Date.UTC(year + (parts === 1 ? by : 0), month - 1 + (parts === 2 ? by : 0), day + (parts === 3 ? by : 0)),
  );
  return readDate({ text: moved.toISOString().slice(0, date.length), offset });
}

/** A range of dates, both ends included: `>2025-03` begins with April. */
export function readDateRange(raw: RawValue): OpenRange<string> {
  const range = readRange(raw);
  const from = range.from === null ? null : readDate(range.from);
  const to = range.to === null ? null : readDate(range.to);
  const dates = {
    from: from !== null && range.isFromExcluded ? moveDate(from, 1, raw.offset) : from,
    to: to !== null && range.isToExcluded ? moveDate(to, -1, raw.offset) : to,
  };
  if (dates.from !== null && dates.to !== null) {
    const precision = Math.min(dates.from.length, dates.to.length);
    if (dates.from.slice(0, precision) > dates.to.slice(0, precision)) failBackwards(raw);
  }
  return dates;
}

/** Fails on a range whose ends are exchanged. */
export function failBackwards({ offset }: RawValue): never {
  return fail("This range ends before it begins. Exchange its ends.", offset);
}

/** How numbers of a field are read. */
export interface NumberRule {
  readonly isWhole: boolean;
  readonly most: number;
  /** Shown when a number cannot be read. */
  readonly help: string;
}

function readNumber({ text, offset }: RawValue, { isWhole, most, help }: NumberRule): number {
  const digits = text.replaceAll(/(?<=\d),(?=\d{3}(?:\D|$))/gu, "");
  if (!/^\d+(?:\.\d+)?(?:e[+-]?\d+)?$/iu.test(digits)) return fail(`“${text}” is not a number. ${help}`, offset);
  const value = Number(digits);
  if (isWhole && !Number.isInteger(value)) return fail(`“${text}” is not a whole number. ${help}`, offset);
  if (value > most) return fail(`“${text}” is too great a number here. ${help}`, offset);
  return value;
}

/**
 * A range of numbers, both ends included: where they are not whole, `>80` begins with the next number that a double can
 * be. No number is below 0.
 */
export function readNumberRange(raw: RawValue, rule: NumberRule): OpenRange<number> {
  return numberRange(raw, readRange(raw), rule);
}

function numberRange(raw: RawValue, range: RawRange, rule: NumberRule): OpenRange<number> {
  const from = range.from === null ? null : readNumber(range.from, rule);
  const to = range.to === null ? null : readNumber(range.to, rule);
  if (to === 0 && range.isToExcluded) return fail("No number here is below 0.", raw.offset);
  const numbers = {
    from: from !== null && range.isFromExcluded ? (rule.isWhole ? from + 1 : nextNumber(from)) : from,
    to: to !== null && range.isToExcluded ? (rule.isWhole ? to - 1 : previousNumber(to)) : to,
  };
  if (numbers.from !== null && numbers.to !== null && numbers.from > numbers.to) failBackwards(raw);
  return numbers;
}

const AMOUNT_RULE: NumberRule = {
  isWhole: false,
  most: 1e15,
  help: "Write a sum as amount:>1000000, amount:1000..5000USD or amount:USD:1000..5000.",
};
const SIGNS: Readonly<Record<string, string>> = { $: "USD", "€": "EUR", "£": "GBP", "¥": "JPY" };
const CURRENCY = String.raw`[A-Z]{3}:?|U\.?S\.?\$|[$€£¥]`;
const AMOUNT = new RegExp(`^(?<before>${CURRENCY})?\\s*(?<figures>.*?)\\s*(?<after>${CURRENCY})?$`, "isu");

/**
 * Sums of money. The currency (ISO 4217, or `$`, `€`, `£`, `¥`) stands before the whole range, after it, or at its ends;
 * without one every currency is meant.
 */
export function readAmount(raw: RawValue): { readonly currency: string | null; readonly range: OpenRange<number> } {
  const named = /^(?<code>[A-Z]{3}):(?<rest>.*)$/isu.exec(raw.text)?.groups;
  const outer = named?.["code"]?.toUpperCase() ?? null;
  const rest = named?.["rest"] ?? raw.text;
  const value = { text: rest, offset: raw.offset + raw.text.length - rest.length };
  if (value.text === "*") return { currency: outer, range: { from: 0, to: null } };
  if (value.text === "") fail(`After the currency stands a sum. ${AMOUNT_RULE.help}`, value.offset);
  const range = readRange(value);
  const from = range.from === null ? null : readSum(range.from);
  const to = range.to === null ? null : readSum(range.to);
  const names = [outer, from?.currency ?? null, to?.currency ?? null].filter((currency) => currency !== null);
  const [currency = null] = names;
  if (names.some((other) => other !== currency)) fail("The ends of a range of sums have one currency.", raw.offset);
  return {
    currency,
    range: numberRange(value, { ...range, from: from?.figures ?? null, to: to?.figures ?? null }, AMOUNT_RULE),
  };
}

function readSum(end: RawValue): { readonly currency: string | null; readonly figures: RawValue } {
  const { before, figures = "", after } = AMOUNT.exec(end.text)?.groups ?? {};
  if (figures === "") fail(`“${end.text}” is not a sum. ${AMOUNT_RULE.help}`, end.offset);
  const name = (before ?? after)?.replace(":", "").toUpperCase();
  const currency = name === undefined ? null : (SIGNS[name.replace(/^U\.?S\.?(?=\$)/u, "")] ?? name);
  return { currency, figures: { text: figures, offset: end.offset } };
}

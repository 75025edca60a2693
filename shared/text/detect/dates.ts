import type { Detection } from "../../model/detection.ts";
import { type DateParts, expandYear, formatDate, type TimeOfDay, timeOfDay } from "./calendar.ts";
import { TRIGGERS, wordSet } from "./lexicon.ts";
import { matchAt, type PageContext } from "./page-context.ts";
import { hashWord } from "./read-words.ts";

const ORDINAL = "(?:st|nd|rd|th|er|º|ª|°)?";
const TO = "(?:[-–—]|to|through|and|&|al?|y|et|au)";

/** ` 15, 2025`, ` 15–17, 2025`, ` 15 de 2025` after a month. */
const DAY_AND_YEAR_AFTER = new RegExp(
  `\\.?\\s{1,4}(?<day>\\d{1,2})${ORDINAL}(?:(?<to>\\s?${TO}\\s?)(?<last>\\d{1,2})${ORDINAL})?(?:\\s?,|\\s{1,4}de|\\s{1,4}of)?\\s{1,4}(?<year>\\d{4})(?!\\d)`,
  "uy",
);
/** A second date that gives the year of the first: `26 February and 4 March 2025`, `March 15 to April 2, 2025`. */
const LATER_DATE =
  /(?:\s(?<day>\d{1,2}))?\s(?:and|to|through|until|y|al?|et|au|[-–])\s(?:\d{1,2}\s(?:de\s)?(?<month>\p{L}{3,10})\.?\s(?:de\s)?(?<year>\d{4})|(?<name>\p{L}{3,10})\.?\s\d{1,2},\s(?<of>\d{4}))(?!\d)/uy;
/** `in July and November 2013`, `from May to December 2015`: the first month is of the same year. */
const LATER_MONTH =
  /\s?(?:\s(?:and|or|to|through|until|y|al?|et|à)\s|[-–/])(?<name>\p{L}{3,10})\.?\s(?:del?\s)?(?<year>\d{4})(?!\d)/uy;
const YEAR_AFTER = /(?:\.?,?\s{1,4}|\.?-|\/)(?:(?:del?|of)\s{1,4}(?:año\s{1,4})?)?(?<year>\d{4})(?!\d)/uy;
/** Two digits are a year after a day and a short name only: `21 MAY 82`, `27-Nov-62`, `151847Z MAR 25`. */
const SHORT_YEAR_AFTER = /(?:\s|-|\.\s|\s?['’])(?<year>\d{2})(?![\d:.,/]?\d)(?!\s?(?:a\.?m|p\.?m)\b)/uy;

/** A day before a month, up to the month: `15 `, `15 de `, `the 15th day of `, `7–9 `. */
const DAY_BEFORE = new RegExp(
  `(?:(?<![\\d/.,$:-])(?<first>\\d{1,2})${ORDINAL}\\s?${TO}\\s?)?(?<![\\d/.,$:-])(?<day>\\d{1,2})${ORDINAL}(?:(?:,?\\s{1,4}|-)|\\s{1,4}(?:day\\s{1,4}of\\s{1,4}|de\\s{1,4}|of\\s{1,4}))$`,
  "u",
);
/** Day, hour and minute of a telegram: `151847Z `. */
const TELEGRAM_BEFORE = /(?<!\d)(?<day>\d{2})\s?(?<hour>\d{2})(?<minute>\d{2})\s?Z\s+$/u;
const REACH_BEFORE = 40;

const HALF = "(?<half>[ap]\\.\\s?m\\.|[ap]\\.?m\\b)";
/** ` at 6:47 p.m.`, `, 18:47`, ` a las 18.47 horas`, ` à 18h47` after a date. */
const TIME_AFTER = new RegExp(
  `,?\\s{1,3}(?:(?:at|on|by|a\\s{1,3}las?|à|um)\\s{1,3})?(?:about\\s{1,3}|approximately\\s{1,3})?(?<hour>\\d{1,2})(?:(?::|h|\\.)(?<minute>\\d{2})(?::(?<second>\\d{2}))?(?:\\s?${HALF})?(?![\\d:])|\\s?${HALF.replace("half", "half2")})`,
  "uiy",
);
/** `6:47 p.m. on ` before a date, with the name of a zone or of a day between. */
const TIME_BEFORE = new RegExp(
  `(?<![\\d:])(?<hour>\\d{1,2}):(?<minute>\\d{2})(?:\\s?${HALF})?(?:,?\\s\\(?[A-Z]{1,4}T?\\)?)?,?\\s(?:·\\s|on\\s|el\\s|del\\s|le\\s|du\\s)?(?:\\p{L}{3,9},?\\s)?$`,
  "ui",
);

const ISO =
  /(?<year>\d{4})(?<mark>[-/])(?<month>\d{2})\k<mark>(?<day>\d{2})(?:[T ](?<hour>\d{2}):(?<minute>\d{2})(?::(?<second>\d{2}))?)?(?![\d-])/uy;
const FIGURES = /(?<one>\d{1,2})(?<mark>\s?\/\s?|[-.])(?<two>\d{1,2})\k<mark>(?<year>\d{4}|\d{2})(?![\d/-]|\.\d)/uy;
const MONTH_OF_YEAR = /(?<month>0?[1-9]|1[0-2])\/(?<year>(?:19|20)\d{2})(?![\d/])/uy;
/** `Note 4/2025`, `Ley 1/1977`: notes and laws are numbered so. */
const NUMBERED_BEFORE =
  /(?:N[oº°]|N\.\s?[oº°]|Núm|Nr|Nota|Note|Verbale?|Ley|Decreto|Orden|Order|Proclamation|Statement|Resolu(?:tion|ción)|Ref|Loi|Décret|Request|Annex|Anexo)\.?\s?$/iu;

/** Words after which four digits are a year. `of` is not among them: `Act of 1992` is a name. */
const BEFORE_A_YEAR = wordSet(
  "in for since during until before after from through year years late early mid en desde hasta ano durante depuis annee fy circa",
);
const OF = wordSet("of de");
const PART_OF_YEAR = wordSet(
  "end beginning start middle half part quarter spring summer fall autumn winter finales principios fin debut",
);
const MODALS = wordSet("may march mar");

/** Finds dates in words and figures, in English, Spanish and French, with the precision in which they are given. */
export function detectDates(page: PageContext): readonly Detection[] {
  const found: Detection[] = [];
  for (const { word, trigger } of page.triggers.month) addDatesAtMonth(page, word, trigger.value, found);
  for (const word of page.numbers) addDateAtNumber(page, word, found);
  return found;
}

/** What a reading adds: a stretch of text and what it says. */
interface Reading {
  readonly start: number;
  readonly end: number;
  readonly parts: DateParts;
}

function addReading(found: Detection[], { start, end, parts }: Reading): void {
  const date = formatDate(parts);
  if (date !== null) found.push({ start, end, value: { kind: "date", ...date } });
}

function withTime(text: string, reading: Reading): Reading {
  const { start, end, parts } = reading;
  const after = matchAt(TIME_AFTER, text, end);
  if (after !== null) {
    const { hour = "", minute, second, half, half2 } = after.groups ?? {};
    const time = timeOfDay(hour, minute, second, half ?? half2);
    if (time !== null) return { start, end: end + after[0].trimEnd().length, parts: { ...parts, time } };
  }
  const before = TIME_BEFORE.exec(text.slice(Math.max(0, start - REACH_BEFORE), start));
  const { hour = "", minute, half } = before?.groups ?? {};
  const time = before === null ? null : timeOfDay(hour, minute, undefined, half);
  if (before === null || time === null) return reading;
  return { start: start - before[0].length, end, parts: { ...parts, time } };
}

function addDatesAtMonth(page: PageContext, word: number, month: number, found: Detection[]): void {
  const { text, words } = page;
  const start = words.starts[word] ?? 0;
  const end = words.ends[word] ?? 0;
  const after = matchAt(DAY_AND_YEAR_AFTER, text, end);
  if (after !== null) {
    const { day = "", last, year = "" } = after.groups ?? {};
    const stop = end + after[0].length;
    if (last === undefined) {
      addReading(found, withTime(text, { start, end: stop, parts: { year: Number(year), month, day: Number(day) } }));
      return;
    }
    const firstEnd = end + after[0].indexOf(day) + day.length;
    const lastStart = end + after[0].indexOf(last, after[0].indexOf(day) + day.length);
    addReading(found, { start, end: firstEnd, parts: { year: Number(year), month, day: Number(day) } });
    addReading(found, { start: lastStart, end: stop, parts: { year: Number(year), month, day: Number(last) } });
    return;
  }
  const before = text.slice(Math.max(0, start - REACH_BEFORE), start);
  const full = matchAt(YEAR_AFTER, text, end);
  const short = full === null ? matchAt(SHORT_YEAR_AFTER, text, end) : null;
  const yearAfter = full ?? short;
  if (yearAfter === null) {
    addDateWithLaterYear(page, { start, end, month }, before, found);
    return;
  }
  const year = expandYear(Number(yearAfter.groups?.["year"]));
  const stop = end + yearAfter[0].length;
  const telegram = TELEGRAM_BEFORE.exec(before);
  if (telegram !== null) {
    const { day = "", hour = "", minute } = telegram.groups ?? {};
    const time = timeOfDay(hour, minute, undefined, undefined) ?? undefined;
    addReading(found, { start: start - telegram[0].length, end: stop, parts: { year, month, day: Number(day), time } });
    return;
  }
  const days = DAY_BEFORE.exec(before);
  if (days === null && short !== null) {
    // The two digits may be a day whose year comes with a later date: `March 18 and April 29, 2020`.
    addDateWithLaterYear(page, { start, end, month }, before, found);
    return;
  }
  if (days === null) {
    const isModal = MODALS.has(words.hashes[word] ?? 0) && /[a-z]/u.test(text[start] ?? "");
    if (full !== null && !isModal) addReading(found, { start, end: stop, parts: { year, month } });
    return;
  }
  // `on 15 May 20 people came`: a short year wants a short month in capitals, a hyphen, or an apostrophe.
  if (
    short !== null &&
    !/^[A-Z]{3,4}$|^(?!May)[A-Z][a-z]{2}$/u.test(text.slice(start, end)) &&
    !/['’-]/u.test(short[0])
  )
    return;
  const { first, day = "" } = days.groups ?? {};
  const daysStart = start - days[0].length;
  if (first === undefined) {
    addReading(found, withTime(text, { start: daysStart, end: stop, parts: { year, month, day: Number(day) } }));
    return;
  }
  const firstLength = first.length;
  const dayStart = start - days[0].length + days[0].indexOf(day, firstLength);
  addReading(found, {
    start: daysStart,
    end: daysStart + firstLength,
    parts: { year, month, day: Number(first) },
  });
  addReading(found, { start: dayStart, end: stop, parts: { year, month, day: Number(day) } });
}

function addDateAtNumber(page: PageContext, word: number, found: Detection[]): void {
  const { text, words } = page;
  const start = words.starts[word] ?? 0;
  const length = (words.ends[word] ?? 0) - start;
  if (length > 4 || length === 3) return;
  const next = text.charCodeAt(start + length);
  // Figures of a date are followed by `-`, `.`, `/` or a space; most numbers are not.
  const isJoined = next === 0x2d || next === 0x2e || next === 0x2f || next === 0x20;
  if (isJoined && !/[\d/.:$§#-]/u.test(text[start - 1] ?? "")) {
    const reading = length === 4 ? readIso(text, start) : readFigures(page, start);
    if (reading !== null) {
      addReading(found, reading);
      return;
    }
  }
  if (length === 4) addYear(page, word, found);
}

function readIso(text: string, start: number): Reading | null {
  const found = matchAt(ISO, text, start);
  if (found === null) return null;
  const { year, month, day, hour, minute, second } = found.groups ?? {};
  const time: TimeOfDay | null = hour === undefined ? null : timeOfDay(hour, minute, second, undefined);
  const parts: DateParts = { year: Number(year), month: Number(month), day: Number(day), time: time ?? undefined };
  const reading = { start, end: start + found[0].length, parts };
  return hour === undefined ? withTime(text, reading) : reading;
}

/** Month first, as in the United States, unless that is no date or the page is in Spanish or French. */
function readFigures(page: PageContext, start: number): Reading | null {
  const { text, language } = page;
  const found = matchAt(FIGURES, text, start);
  if (found === null) return readMonthOfYear(text, start);
  const { one = "", two = "", mark = "", year = "" } = found.groups ?? {};
  // `1.4.10` is a version or a section; `10-25-18` may be anything, so it must stand alone.
  if (mark === "." && year.length === 2) return null;
  const end = start + found[0].length;
  const standsAlone = !/[\p{L}\d]/u.test(text[end] ?? "") && !/[\p{L}\d]/u.test(text[start - 1] ?? "");
  if (!standsAlone) return null;
  const isDayFirst = mark === "." || language === "spa" || language === "fra" ? Number(two) <= 12 : Number(one) > 12;
  const [day, month] = isDayFirst ? [one, two] : [two, one];
  const parts = { year: expandYear(Number(year)), month: Number(month), day: Number(day) };
  return withTime(text, { start, end, parts });
}

function readMonthOfYear(text: string, start: number): Reading | null {
  const found = matchAt(MONTH_OF_YEAR, text, start);
  if (found === null || NUMBERED_BEFORE.test(text.slice(Math.max(0, start - 16), start))) return null;
  const { month, year } = found.groups ?? {};
  return { start, end: start + found[0].length, parts: { year: Number(year), month: Number(month) } };
}

function addYear(page: PageContext, word: number, found: Detection[]): void {
  const { text, words } = page;
  const start = words.starts[word] ?? 0;
  const century = text.slice(start, start + 2);
  if ((century !== "19" && century !== "20" && century !== "18") || word === 0) return;
  if (!isAfterTimeWord(page, word) && !continuesYears(page, word, found)) return;
  if (/^(?:[-–/:.,]?\d|-[A-Za-z]|\s*%)/u.test(text.slice(start + 4, start + 8))) return;
  addReading(found, { start, end: start + 4, parts: { year: Number(text.slice(start, start + 4)) } });
}

/** `in 2010`, `end of 2011`: the word before says that a time follows. */
function isAfterTimeWord({ text, words }: PageContext, word: number): boolean {
  if (!/^\s$/u.test(text.slice(words.ends[word - 1] ?? 0, words.starts[word] ?? 0))) return false;
  const hash = words.hashes[word - 1] ?? 0;
  if (BEFORE_A_YEAR.has(hash)) return true;
  return OF.has(hash) && word > 1 && PART_OF_YEAR.has(words.hashes[word - 2] ?? 0);
}

/** `in 2014, 2015 and 2016`: a list of years that began with one. */
function continuesYears({ text, words }: PageContext, word: number, found: readonly Detection[]): boolean {
  const last = found.at(-1);
  if (last?.value.kind !== "date" || last.value.precision !== "year") return false;
  const start = words.starts[word] ?? 0;
  return start - last.end <= 12 && /^(?:,\s|,?\s(?:and|or|y|et|to|through)\s)$/u.test(text.slice(last.end, start));
}

function addDateWithLaterYear(
  { text }: PageContext,
  month: { readonly start: number; readonly end: number; readonly month: number },
  before: string,
  found: Detection[],
): void {
  const later = matchAt(LATER_DATE, text, month.end);
  if (later === null) {
    addMonthWithLaterYear(text, month, before, found);
    return;
  }
  const { day, month: second, year, name, of } = later.groups ?? {};
  if (TRIGGERS.get(hashWord(second ?? name ?? ""))?.kind !== "month") return;
  const dayBefore = day === undefined ? DAY_BEFORE.exec(before) : null;
  const number = Number(day ?? dayBefore?.groups?.["day"] ?? Number.NaN);
  if (Number.isNaN(number)) return;
  const start = month.start - (dayBefore?.[0].length ?? 0);
  const end = day === undefined ? month.end : month.end + later[0].indexOf(day) + day.length;
  addReading(found, { start, end, parts: { year: Number(year ?? of), month: month.month, day: number } });
}

function addMonthWithLaterYear(
  text: string,
  { start, end, month }: { readonly start: number; readonly end: number; readonly month: number },
  before: string,
  found: Detection[],
): void {
  const later = matchAt(LATER_MONTH, text, end);
  const { name = "", year } = later?.groups ?? {};
  if (later === null || TRIGGERS.get(hashWord(name))?.kind !== "month" || DAY_BEFORE.test(before)) return;
  if (/\p{Ll}/u.test(text[start] ?? "") && /\p{Lu}/u.test(name)) return;
  addReading(found, { start, end, parts: { year: Number(year), month } });
}

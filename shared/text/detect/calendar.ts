/** How exactly a date is given. */
export type DatePrecision = "year" | "month" | "day" | "minute" | "second";

/** A date as read, not yet checked. Month 1 to 12; hour 0 to 23. */
export interface DateParts {
  readonly year: number;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
  readonly time?: TimeOfDay | undefined;
}

/** A time of day as read. */
export interface TimeOfDay {
  readonly hour: number;
  readonly minute: number;
  readonly second: number | null;
}

/** Years of two digits below this are of this century, the others of the last: records reach back, few reach ahead. */
const CENTURY_PIVOT = 50;

const EARLIEST_YEAR = 1500;
const LATEST_YEAR = 2199;

const DAYS_OF_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** The full year for one of two digits: 00–49 are 2000–2049, 50–99 are 1950–1999. */
export function expandYear(year: number): number {
  if (year >= 100) return year;
  return year < CENTURY_PIVOT ? 2000 + year : 1900 + year;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function daysOf(year: number, month: number): number {
  return month === 2 && !isLeapYear(year) ? 28 : (DAYS_OF_MONTH[month - 1] ?? 0);
}

const pad = (number: number) => String(number).padStart(2, "0");

/** ISO 8601 cut at the precision of what was read; null for a day that no calendar has. */
export function formatDate(parts: DateParts): { readonly value: string; readonly precision: DatePrecision } | null {
  const { year, month, day, time } = parts;
  if (year < EARLIEST_YEAR || year > LATEST_YEAR) return null;
  if (month === undefined) return { value: String(year), precision: "year" };
  if (month < 1 || month > 12) return null;
  if (day === undefined) return { value: `${year}-${pad(month)}`, precision: "month" };
  if (day < 1 || day > daysOf(year, month)) return null;
  const date = `${year}-${pad(month)}-${pad(day)}`;
  if (time === undefined) return { value: date, precision: "day" };
  const minutes = `${date}T${pad(time.hour)}:${pad(time.minute)}`;
  if (time.second === null) return { value: minutes, precision: "minute" };
  return { value: `${minutes}:${pad(time.second)}`, precision: "second" };
}

/** A time of day from its digits and `a.m.`/`p.m.`; null when there is no such time. */
export function timeOfDay(
  hour: string,
  minute: string | undefined,
  second: string | undefined,
  half: string | undefined,
): TimeOfDay | null {
  const isAfternoon = half !== undefined && /^p/iu.test(half);
  const read = Number(hour);
  if (half !== undefined && (read < 1 || read > 12)) return null;
  const hours = half === undefined ? read : (read % 12) + (isAfternoon ? 12 : 0);
  const minutes = Number(minute ?? 0);
  const seconds = second === undefined ? null : Number(second);
  if (hours > 23 || minutes > 59 || (seconds ?? 0) > 59) return null;
  return { hour: hours, minute: minutes, second: seconds };
}

/** The day of a US date in figures (month, day, year), as stamps print it; null when it is none. */
export function usDate(text: string | undefined): string | null {
  const found = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})$/u.exec(text ?? "");
  if (found === null) return null;
  const [, month, day, year] = found;
  return formatDate({ year: expandYear(Number(year)), month: Number(month), day: Number(day) })?.value ?? null;
}

import { byLocale } from "../messages/by-locale.ts";
import { say } from "../messages/say.ts";

/** Numbers, dates and sizes as the interface's language writes them. */

const day = { year: "numeric", month: "short", day: "numeric" } as const;
const shortTime = { month: "short", day: "numeric", hour: "numeric", minute: "2-digit" } as const;

const number = byLocale((locale) => new Intl.NumberFormat(locale));
const oneDigit = byLocale((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }));
const percent = byLocale((locale) => new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 }));
const dateOnly = byLocale((locale) => new Intl.DateTimeFormat(locale, day));
const dateAlone = byLocale((locale) => new Intl.DateTimeFormat(locale, { ...day, timeZone: "UTC" }));
const dateAndTime = byLocale((locale) => new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }));
const shortDateAndTime = byLocale((locale) => new Intl.DateTimeFormat(locale, shortTime));

/** E.g. `12,418`. */
export function formatNumber(value: number): string {
  return number().format(value);
}

/** A share of 0 to 1, e.g. `64%`. Rounded down: 100% is said only when all is done. */
export function formatPercent(share: number): string {
  return percent().format(Math.floor(Math.min(1, Math.max(0, share)) * 100) / 100);
}

const LARGE_UNITS = ["kB", "MB", "GB", "TB"] as const;

/** A size in decimal units, e.g. `4.2 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 999.5) return say("ui.bytes", { count: Math.round(bytes) });
  let value = bytes / 1000;
  let unit = 0;
  while (value >= 999.5 && unit < LARGE_UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = value >= 99.5 ? formatNumber(Math.round(value)) : oneDigit().format(value);
  return `${digits} ${LARGE_UNITS[unit] ?? ""}`;
}

/** The day of an ISO 8601 time, e.g. `Mar 13, 2025`; a text that is no time is shown as it is, never as "Invalid". */
export function formatDate(iso: string): string {
  // A date without a time is the same day everywhere; taken as midnight UTC it would be the day before in the west.
  return formatWith(/^\d{4}-\d{2}-\d{2}$/.test(iso) ? dateAlone() : dateOnly(), iso);
}

/** Day and time of an ISO 8601 time in this machine's zone. */
export function formatDateTime(iso: string): string {
  return formatWith(dateAndTime(), iso);
}

/** Day and time without the year, where room is short. */
export function formatShortDateTime(iso: string): string {
  return formatWith(shortDateAndTime(), iso);
}

function formatWith(format: Intl.DateTimeFormat, iso: string): string {
  const time = Date.parse(iso);
  return Number.isNaN(time) ? iso : format.format(time);
}

/** A length of time in words that do not tick too fast, e.g. `2 min 5 s`, `1 h 4 min`. */
export function formatDuration(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  if (seconds < 60) return say("ui.seconds", { seconds });
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) {
    if (seconds % 60 === 0) return say("ui.minutes", { minutes });
    return say("ui.minutesAndSeconds", { minutes, seconds: seconds % 60 });
  }
  const hours = Math.floor(minutes / 60);
  if (minutes % 60 === 0) return say("ui.hours", { hours });
  return say("ui.hoursAndMinutes", { hours, minutes: minutes % 60 });
}

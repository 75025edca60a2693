/** Numbers, dates and sizes as the person's language writes them. */

const number = new Intl.NumberFormat();
const oneDigit = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat(undefined, { style: "percent", maximumFractionDigits: 0 });
const dateOnly = new Intl.DateTimeFormat(undefined, { year: "numeric", month: "short", day: "numeric" });
const dateAlone = new Intl.DateTimeFormat(undefined, {
  year: "numeric",
  month: "short",
  day: "numeric",
  timeZone: "UTC",
});
const dateAndTime = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
const shortDateAndTime = new Intl.DateTimeFormat(undefined, {
  month: "short",
  day: "numeric",
  hour: "numeric",
  minute: "2-digit",
});
const pluralRules = new Intl.PluralRules("en");

/** E.g. `12,418`. */
export function formatNumber(value: number): string {
  return number.format(value);
}

/** A share of 0 to 1, e.g. `64%`. Rounded down: 100% is said only when all is done. */
export function formatPercent(share: number): string {
  return percent.format(Math.floor(Math.min(1, Math.max(0, share)) * 100) / 100);
}

/** A count with its noun, e.g. `1 page`, `12,418 pages`; `plural` for nouns that do not take an s. */
export function formatCount(value: number, singular: string, plural = `${singular}s`): string {
  return `${number.format(value)} ${pluralRules.select(value) === "one" ? singular : plural}`;
}

const SIZE_UNITS = ["bytes", "kB", "MB", "GB", "TB"] as const;

/** A size in decimal units, e.g. `4.2 MB`. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < SIZE_UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit === 0 || value >= 99.5 ? number.format(Math.round(value)) : oneDigit.format(value);
  return `${digits} ${SIZE_UNITS[unit] ?? ""}`;
}

/** The day of an ISO 8601 time, e.g. `Mar 13, 2025`; a text that is no time is shown as it is, never as "Invalid". */
export function formatDate(iso: string): string {
  // A date without a time is the same day everywhere; taken as midnight UTC it would be the day before in the west.
  return formatWith(/^\d{4}-\d{2}-\d{2}$/.test(iso) ? dateAlone : dateOnly, iso);
}

/** Day and time of an ISO 8601 time in this machine's zone. */
export function formatDateTime(iso: string): string {
  return formatWith(dateAndTime, iso);
}

/** Day and time without the year, where room is short. */
export function formatShortDateTime(iso: string): string {
  return formatWith(shortDateAndTime, iso);
}

function formatWith(format: Intl.DateTimeFormat, iso: string): string {
  const time = Date.parse(iso);
  return Number.isNaN(time) ? iso : format.format(time);
}

/** A length of time in words that do not tick too fast, e.g. `2 min 5 s`, `1 h 4 min`. */
export function formatDuration(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`;
  return minutes % 60 === 0 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

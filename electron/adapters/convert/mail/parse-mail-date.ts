const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Zones that RFC 5322, 4.3 gives a meaning to. Military letters and other names are not known: UTC is not assumed. */
const ZONES: ReadonlyMap<string, string> = new Map([
  ["ut", "Z"],
  ["utc", "Z"],
  ["gmt", "Z"],
  ["z", "Z"],
  ["est", "-05:00"],
  ["edt", "-04:00"],
  ["cst", "-06:00"],
  ["cdt", "-05:00"],
  ["mst", "-07:00"],
  ["mdt", "-06:00"],
  ["pst", "-08:00"],
  ["pdt", "-07:00"],
]);

const DATE =
  /^(?:[a-z]{2,9}\.?,?\s+)?(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?,?[\s-]+(\d{2,4})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([+-]\d{2}:?\d{2}|[a-z]{1,5})?)?/iu;

/**
 * The date of a message (RFC 5322, 3.3 and the obsolete forms of 4.3) in ISO 8601 with the sender's own offset. Without a
 * known zone there is no offset, and without a time only the day.
 *
 * @returns null when it does not parse or names a day that does not exist
 */
export function parseMailDate(text: string): string | null {
  const match = DATE.exec(text.replaceAll(/\([^()]*\)/gu, " ").trim());
  if (match === null) return null;
  const [, day = "", monthName = "", yearText = "", hour, minute = "00", second = "00", zone = ""] = match;
  const month = MONTHS.indexOf(monthName.toLowerCase()) + 1;
  const year = readYear(yearText);
  if (month === 0 || !isDay(year, month, Number(day))) return null;
  const date = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`;
  if (hour === undefined) return date;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return null;
  const offset = /^[+-]/u.test(zone)
    ? `${zone.slice(0, 3)}:${zone.slice(-2)}`.replace(/^-00:00$/u, "Z")
    : (ZONES.get(zone.toLowerCase()) ?? "");
  // 60 is a leap second, which ISO 8601 has and JavaScript has not.
  return `${date}T${hour.padStart(2, "0")}:${minute}:${second === "60" ? "59" : second}${offset}`;
}

/** Two digits below 50 are of this century, other years of two and three digits count from 1900 (RFC 5322, 4.3). */
function readYear(text: string): number {
  const year = Number(text);
  if (text.length >= 4) return year;
  return text.length === 2 && year < 50 ? 2000 + year : 1900 + year;
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  return day > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

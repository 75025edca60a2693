/** D:YYYYMMDDHHmmSSOHH'mm' — everything after the year may be missing (ISO 32000-2, 7.9.4). */
const PDF_DATE = /^(?:D:)?(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?(?:(Z)|([+-])(\d{2})'?(\d{2})?)?/;

/**
 * Turns a date of a PDF into ISO 8601, as exact as it was given and no more: a date without a time zone gets none.
 *
 * @param value e.g. `D:20250317142233-05'00'`
 * @returns e.g. `2025-03-17T14:22:33-05:00`, `2025-03`; the value itself when it is not such a date
 */
export function parsePdfDate(value: string): string {
  const match = PDF_DATE.exec(value.trim());
  if (match === null) return value;
  const [, year = "", month, day, hour, minute, second, zulu, sign, offsetHours, offsetMinutes] = match;
  if (!isWithin(month, 1, 12) || !isWithin(day, 1, 31)) return value;
  if (!isWithin(hour, 0, 23) || !isWithin(minute, 0, 59) || !isWithin(second, 0, 59)) return value;
  if (month === undefined) return year;
  if (day === undefined) return `${year}-${month}`;
  const date = `${year}-${month}-${day}`;
  if (hour === undefined) return date;
  const time = `${date}T${hour}:${minute ?? "00"}:${second ?? "00"}`;
  if (zulu !== undefined) return `${time}Z`;
  return sign === undefined ? time : `${time}${sign}${offsetHours ?? "00"}:${offsetMinutes ?? "00"}`;
}

function isWithin(digits: string | undefined, least: number, most: number): boolean {
  return digits === undefined || (Number(digits) >= least && Number(digits) <= most);
}

/**
 * Turns a moment into a date of a PDF, in UTC.
 *
 * @param iso ISO 8601
 * @returns e.g. `D:20250317192233Z`
 * @throws RangeError when `iso` is not a moment
 */
export function formatPdfDate(iso: string): string {
  const digits = new Date(iso).toISOString().replaceAll(/[-:T]/g, "").slice(0, 14);
  return `D:${digits}Z`;
}

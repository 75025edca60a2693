const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/**
 * E.g. "1 March 2026, 09:30 UTC".
 *
 * @param isoMoment ISO 8601
 */
export function sayMoment(isoMoment: string): string {
  const moment = new Date(isoMoment);
  const month = MONTHS[moment.getUTCMonth()] ?? "";
  return `${moment.getUTCDate()} ${month} ${moment.getUTCFullYear()}, ${moment.toISOString().slice(11, 16)} UTC`;
}

import { ENGLISH_MONTHS } from "#shared/text/month-names.ts";

/**
 * E.g. "1 March 2026, 09:30 UTC".
 *
 * @param isoMoment ISO 8601
 */
export function sayMoment(isoMoment: string): string {
  const moment = new Date(isoMoment);
  const month = ENGLISH_MONTHS[moment.getUTCMonth()] ?? "";
  return `${moment.getUTCDate()} ${month} ${moment.getUTCFullYear()}, ${moment.toISOString().slice(11, 16)} UTC`;
}

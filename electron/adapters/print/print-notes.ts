import { REPLACEMENT } from "#adapters/typeset/character-rules.ts";
import type { BriefDetail } from "#shared/model/brief.ts";
import { sayMoment } from "./say-moment.ts";

/** More would fill pages for a text in another script; the count says how many there are in all. */
const LISTED_AT_MOST = 60;

/**
 * What a reader of the print has to know about it: how its quotations compared with their sources, and what the typeface
 * could not show. Empty when there is nothing to say.
 *
 * @param printedAt ISO 8601, UTC
 * @param unprintable code points, ascending
 */
export function composeNotes(
  checks: BriefDetail["checks"],
  printedAt: string,
  unprintable: readonly number[],
): readonly string[] {
  const notes: string[] = [];
  const counts: readonly (readonly [number, string])[] = [
    [checks.verified, "verified word for word"],
    [checks.altered, checks.altered === 1 ? "differs from its source" : "differ from their sources"],
    [checks.orphaned, checks.orphaned === 1 ? "has lost its place" : "have lost their places"],
    [checks.missing, checks.missing === 1 ? "has no source any more" : "have no source any more"],
  ];
  const said = counts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  if (said.length > 0)
    notes.push(`Quotations checked against their sources on ${sayMoment(printedAt)}: ${said.join("; ")}.`);
  if (unprintable.length > 0) notes.push(sayUnprintable(unprintable));
  return notes;
}

/**
 * Which characters stand in the print as a replacement.
 *
 * @param codePoints ascending, at least one
 */
export function sayUnprintable(codePoints: readonly number[]): string {
  const listed = codePoints.slice(0, LISTED_AT_MOST).map(nameCodePoint).join(", ");
  const more = codePoints.length > LISTED_AT_MOST ? ` and ${codePoints.length - LISTED_AT_MOST} more` : "";
  return `Characters that could not be printed, shown as ${REPLACEMENT}: ${listed}${more}.`;
}

function nameCodePoint(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`;
}

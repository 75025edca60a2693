import type { Detection } from "../../model/detection.ts";
import type { PageContext } from "./page-context.ts";
import { isInMargin } from "./places.ts";

/** Prefix of a production number, up to its digits: `DHS-FOIA-`, `CV-`, `MSFT `, `ABC`. */
const PREFIX = /(?:^|[\s|•·])(?<prefix>[A-Z][A-Z0-9&]{0,11}(?:[-_. ][A-Z0-9&]{1,10}){0,4}[-_. ]?)$/u;
/** Prefixes with small letters (`Smith-000123`) are believed with six digits and a leading zero only. */
const MIXED_PREFIX = /(?:^|[\s|•·])(?<prefix>[A-Z][A-Za-z0-9&]{0,15}(?:[-_][A-Za-z0-9&]{1,10}){0,3}[-_. ]?)$/u;
const REACH = 48;
/** `NJ 07927`: a state and its ZIP code. */
const STATE_AND_ZIP = /(?:^|[\s,])[A-Z]{2}\s(?:\d{5}-)?$/u;
/** Words that stand before a number which is no production number. */
const NOT_A_PREFIX =
  /^(?:PAGE|PAGES|NO|PO|BOX|ZIP|TEL|FAX|CASE|DOCKET|FORM|OMB|EIN|SSN|ID|DOCID|MDL|WL|USC|CFR)[-_. ]?$/u;
/** Production numbers have at least this many digits, or fewer with a leading zero. */
const FEWEST_DIGITS = 6;
const FEWEST_PADDED_DIGITS = 4;
const MOST_DIGITS = 12;
/** Without geometry: a stamp stands among the first or last lines of the text. */
const EDGE_LINES = 5;

/**
 * Finds production (Bates) numbers: a prefix and padded digits that end a line in the margin of the page. One page
 * cannot show that the numbers increase; whoever sees the whole document checks that.
 */
export function detectBates(page: PageContext): readonly Detection[] {
  const { text, words, numbers } = page;
  const found: Detection[] = [];
  let edges: EdgeLines | null = null;
  for (const word of numbers) {
    const digitsAt = words.starts[word] ?? 0;
    const end = words.ends[word] ?? 0;
    const digits = text.slice(digitsAt, end);
    const isPadded = digits.startsWith("0") && digits.length >= FEWEST_PADDED_DIGITS;
    if ((!isPadded && digits.length < FEWEST_DIGITS) || digits.length > MOST_DIGITS) continue;
    if (!endsLine(text, end)) continue;
    const before = text.slice(Math.max(0, digitsAt - REACH), digitsAt);
    const isMixedAllowed = digits.startsWith("0") && digits.length >= FEWEST_DIGITS;
    const prefix = (PREFIX.exec(before) ?? (isMixedAllowed ? MIXED_PREFIX.exec(before) : null))?.groups?.["prefix"];
    if (prefix === undefined || NOT_A_PREFIX.test(prefix)) continue;
    if ((digits.length === 5 || digits.length === 4) && STATE_AND_ZIP.test(before)) continue;
    // `HW 50955` is the number of a request, the same on every page: after a space, only padded numbers are believed.
    if (prefix.endsWith(" ") && !(digits.startsWith("0") && digits.length > FEWEST_PADDED_DIGITS)) continue;
    const start = digitsAt - prefix.length;
    edges ??= findEdgeLines(text);
    if (!standsInMargin(page, start, edges)) continue;
    found.push({ start, end, value: { kind: "bates", prefix, digits, number: Number(digits) } });
  }
  return found;
}

function endsLine(text: string, end: number): boolean {
  return /^[\s.]?(?:\n|$)/u.test(text.slice(end, end + 2)) || text.slice(end, end + 2).trim() === "";
}

function standsInMargin({ places }: PageContext, offset: number, edges: EdgeLines): boolean {
  const known = places();
  const place = known.at(offset);
  if (known.known) return place !== null && isInMargin(place);
  return offset < edges.firstEnd || offset >= edges.lastStart;
}

/** Offsets that bound the first and the last lines of a text. */
interface EdgeLines {
  readonly firstEnd: number;
  readonly lastStart: number;
}

function findEdgeLines(text: string): EdgeLines {
  let firstEnd = 0;
  let lastStart = text.length;
  for (let line = 0; line < EDGE_LINES; line += 1) {
    const next = text.indexOf("\n", firstEnd);
    firstEnd = next === -1 ? text.length : next + 1;
    const previous = lastStart === 0 ? -1 : text.lastIndexOf("\n", lastStart - 2);
    lastStart = previous + 1;
  }
  return { firstEnd, lastStart };
}

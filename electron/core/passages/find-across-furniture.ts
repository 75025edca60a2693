import type { TextRange } from "#shared/model/passage.ts";
import type { QuotablePage } from "#shared/text/match-quote-in-pages.ts";
import { normalizeForMatching, sourceSpan } from "#shared/text/normalize.ts";

/**
 * What may stand between the last line of a page and the first of the next, in code units: page numbers, Bates numbers,
 * court stamps, running heads.
 */
const FURNITURE_LENGTH = 300;

/** Lines that headers and footers take at most, on one page. */
const FURNITURE_LINES = 5;

/**
 * Whether a page's text beyond a quotation can be header or footer: set off from it by a gap, short, and few lines.
 * Anything else is text that the quotation would leave out without saying so.
 */
function isFurniture(text: string, gap: RegExp): boolean {
  if (text.trim() === "") return true;
  return gap.test(text) && text.length <= FURNITURE_LENGTH && text.trim().split(/\n+/u).length <= FURNITURE_LINES;
}

function isWordStart(text: string, at: number): boolean {
  return at === 0 || /[^\p{L}\p{N}]/u.test(text.charAt(at - 1));
}

function isWordEnd(text: string, end: number): boolean {
  return end === text.length || /[^\p{L}\p{N}]/u.test(text.charAt(end));
}

/**
 * Finds a quotation that begins at the end of one page and goes on at the start of the next, with headers and footers
 * between its parts. Both parts are word for word; as much as can be stands on the first page.
 *
 * @param first the page on which it begins
 * @param next the page after it
 * @returns one range on each page, without what stands between; null when it does not run over this page break
 */
export function findAcrossFurniture(
  first: QuotablePage,
  next: QuotablePage,
  quote: string,
): readonly [TextRange, TextRange] | null {
  const words = normalizeForMatching(quote.normalize("NFC")).normalized.trim().split(" ");
  const above = normalizeForMatching(first.text);
  const below = normalizeForMatching(next.text);
  for (let count = words.length - 1; count > 0; count -= 1) {
    const head = words.slice(0, count).join(" ");
    const start = above.normalized.lastIndexOf(head);
    const end = start + head.length;
    if (start < 0 || above.normalized.length - end > FURNITURE_LENGTH) continue;
    if (!isWordStart(above.normalized, start) || !isWordEnd(above.normalized, end)) continue;
    const tail = words.slice(count).join(" ");
    const at = below.normalized.indexOf(tail);
    if (at < 0 || at > FURNITURE_LENGTH) continue;
    if (!isWordStart(below.normalized, at) || !isWordEnd(below.normalized, at + tail.length)) continue;
    const firstPart = sourceSpan(above, start, end);
    const nextPart = sourceSpan(below, at, at + tail.length);
    if (!isFurniture(first.text.slice(firstPart.end), /^[^\S\n]*\n\s*\n/u)) continue;
    if (!isFurniture(next.text.slice(0, nextPart.start), /\n\s*\n[^\S\n]*$/u)) continue;
    return [
      { page: first.page, ...firstPart },
      { page: next.page, ...nextPart },
    ];
  }
  return null;
}

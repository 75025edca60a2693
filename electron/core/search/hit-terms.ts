import type { ResolvedNode } from "#shared/text/query/resolved-query.ts";
import { foldToken, tokenize } from "#shared/text/tokenize.ts";
import { termGroups } from "./boost-scores.ts";

/** Which words of a search a stretch of a text shows: a bit each. */
export type HitTerms = (text: string, start: number, end: number) => number;

/** For what no word of the search accounts for: a regular expression, an amount. */
const OTHER = 1 << 30;

/** A word that is divided at a line end, with everything that divides it. */
const DIVISION = /[-\u00ad\u2010]\s*\n\s*/gu;

/** Tells the words of a search apart in its hits, so that snippets and pages can be chosen that show many of them. */
export function createHitTerms(node: ResolvedNode): HitTerms {
  const bits = new Map<string, number>();
  for (const [index, terms] of termGroups(node).entries()) {
    for (const term of terms) bits.set(term, (bits.get(term) ?? 0) | (1 << index));
  }

  function bitsOf(text: string): number {
    let found = 0;
    for (const token of tokenize(text)) {
      found |= bits.get(foldToken(token.text)) ?? 0;
      found |= bits.get(`=${token.text.normalize("NFC").toLowerCase()}`) ?? 0;
    }
    return found;
  }

  return (text, start, end) => {
    const hit = text.slice(start, end);
    return bitsOf(hit) || bitsOf(hit.replaceAll(DIVISION, "")) || OTHER;
  };
}

/** A hyphen at the end of a line with the rest of the word on the next: `deten-⏎tion`. */
const DIVISION = /(?<=\p{L})[-\u2010]\n(?=\p{Ll})/gu;

/**
 * Two combining accents. FTS5's tokenizer (unicode61, remove_diacritics 2) keeps an accent within its word and drops it
 * from the token, so they join what they replace, and every offset stays what it was.
 */
const JOINT = "\u0301\u0301";

/**
 * The text as the index should see it: words divided at a line end are whole. Of the same length as `text`. A compound
 * that happens to break at its own hyphen (`well-⏎known`) becomes one word too: it is found as `wellknown` only, which
 * is rarer than the words that would be lost otherwise.
 */
export function joinDividedWords(text: string): string {
  return text.includes("-\n") || text.includes("\u2010\n") ? text.replaceAll(DIVISION, JOINT) : text;
}

/** Characters of the search that are shown on either side of the place of an error. */
const CONTEXT = 60;

/** The part of a search around an error, with the character that it points at; that is empty at the end. */
export interface ProblemPlace {
  readonly before: string;
  readonly at: string;
  readonly after: string;
}

/**
 * Cuts the search around the place of an error so that the place is in sight however long the search is.
 *
 * @param query as typed; the offset counts from its first character that is not a space, as the backend sees it
 * @param offset code units
 */
export function problemPlace(query: string, offset: number): ProblemPlace {
  const text = query.trim().replaceAll(/\s/g, " ");
  const start = Math.max(0, Math.min(offset, text.length));
  // A character may be two code units: half of one cannot be shown.
  const end = start + ((text.codePointAt(start) ?? 0) ? String.fromCodePoint(text.codePointAt(start) ?? 0).length : 0);
  const from = Math.max(0, start - CONTEXT);
  const to = Math.min(text.length, end + CONTEXT);
  return {
    before: `${from > 0 ? "…" : ""}${text.slice(from, start)}`,
    at: text.slice(start, end),
    after: `${text.slice(end, to)}${to < text.length ? "…" : ""}`,
  };
}

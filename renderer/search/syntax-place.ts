/** Characters of the query that are shown on either side of the place of an error. */
const CONTEXT = 40;

/** The part of a query around an error, with the column of the caret under it. */
export interface SyntaxPlace {
  readonly line: string;
  /** 0-based column in `line`. */
  readonly column: number;
}

/**
 * Cuts the query around the place of an error so that the caret is in sight however long the query is.
 *
 * @param query as typed; the offset counts from its first character that is not a space, as the backend sees it
 * @param offset code units
 */
export function syntaxPlace(query: string, offset: number): SyntaxPlace {
  const text = query.trim().replaceAll(/\s/g, " ");
  const at = Math.max(0, Math.min(offset, text.length));
  const from = Math.max(0, at - CONTEXT);
  const to = Math.min(text.length, at + CONTEXT);
  const before = from > 0 ? "…" : "";
  const after = to < text.length ? "…" : "";
  return { line: `${before}${text.slice(from, to)}${after}`, column: at - from + before.length };
}

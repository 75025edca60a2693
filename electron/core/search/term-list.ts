/** A search of a list. */
export interface ListedTerm {
  /** Line in the list, from 1. */
  readonly line: number;
  readonly query: string;
}

/** A first line with one of these in its first cell makes the list a CSV file: what people's spreadsheets begin with. */
const HEADINGS: ReadonlySet<string> = new Set(["query", "queries", "search", "searches", "term", "terms"]);

/** The first cell of a line of CSV (RFC 4180), and whether others follow. A cell that goes on in the next line is cut there. */
function firstCell(line: string): string {
  const text = line.trimStart();
  if (!text.startsWith('"')) return (text.split(/[,;\t]/u, 1)[0] ?? "").trim();
  const quoted = /^"((?:[^"]|"")*)/u.exec(text)?.[1] ?? "";
  return quoted.replaceAll('""', '"').trim();
}

/**
 * Reads a list of searches. One search stands on each line; empty lines and lines that begin with `#` are passed over.
 *
 * A list whose first line begins with the cell `query`, `search` or `term` (also in the plural) is a CSV file: the search is
 * the first cell of each line, in quotation marks (doubled inside) when it holds any of its own or a comma. Other columns
 * are passed over, and so is the line of headings. Without such a line nothing is divided, because searches hold commas and
 * quotation marks themselves.
 */
export function readTermList(text: string): readonly ListedTerm[] {
  const lines = text
    .replace(/^\ufeff/u, "")
    .split(/\r\n|\n|\r/u)
    .map((content, index) => ({ line: index + 1, content: content.trim() }))
    .filter(({ content }) => content !== "" && !content.startsWith("#"));
  const [first, ...others] = lines;
  if (first === undefined) return [];
  if (!HEADINGS.has(firstCell(first.content).toLowerCase())) {
    return lines.map(({ line, content }) => ({ line, query: content }));
  }
  return others.map(({ line, content }) => ({ line, query: firstCell(content) })).filter(({ query }) => query !== "");
}

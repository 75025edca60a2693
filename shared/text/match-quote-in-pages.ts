import type { TextRange } from "../model/passage.ts";
import { matchQuote, type QuoteMatch } from "./match-quote.ts";

/** A page as far as quotes are looked for: its 1-based position and its text in NFC. */
export interface QuotablePage {
  readonly page: number;
  readonly text: string;
}

/** As `QuoteContext`, with the place named by page. */
export interface PagesQuoteContext {
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
  /** Where the quote began before: a page of those given, and an offset into its text. */
  readonly hint?: { readonly page: number; readonly start: number } | undefined;
}

/** Where a quote stands on successive pages. */
export interface PagesQuoteMatch extends Pick<QuoteMatch, "score" | "exact" | "occurrences"> {
  /** One for each page that holds a part with at least one character that is not white space; in page order. */
  readonly ranges: readonly TextRange[];
}

/**
 * Finds a quote in a document, also across page breaks: the texts of the pages are searched as one, each joined to the
 * next by a line break. What stands between (running headers, footers, page numbers) belongs to that text.
 *
 * @param pages in the order of the document
 */
export function matchQuoteInPages(
  pages: readonly QuotablePage[],
  quote: string,
  context: PagesQuoteContext = {},
): PagesQuoteMatch | null {
  const starts: number[] = [];
  let length = 0;
  for (const page of pages) {
    starts.push(length);
    length += page.text.length + PAGE_BREAK.length;
  }
  const match = matchQuote(pages.map((page) => page.text).join(PAGE_BREAK), quote, {
    prefix: context.prefix,
    suffix: context.suffix,
    hint: hintInDocument(pages, starts, context),
  });
  if (match === null) return null;
  const { score, exact, occurrences } = match;
  const ranges = pages.flatMap((page, index) => partOnPage(page, starts[index] ?? 0, match));
  return { ranges, score, exact, occurrences };
}

const PAGE_BREAK = "\n";

function hintInDocument(
  pages: readonly QuotablePage[],
  starts: readonly number[],
  { hint }: PagesQuoteContext,
): number | undefined {
  if (hint === undefined) return undefined;
  const start = starts[pages.findIndex((page) => page.page === hint.page)];
  return start === undefined ? undefined : start + hint.start;
}

/** White space at a page break belongs to neither part. */
function partOnPage({ page, text }: QuotablePage, pageStart: number, match: QuoteMatch): readonly TextRange[] {
  const from = Math.max(0, match.start - pageStart);
  const to = Math.min(text.length, match.end - pageStart);
  if (from >= to) return [];
  const part = text.slice(from, to);
  const trimmed = part.trim();
  if (trimmed === "") return [];
  const start = from + (part.length - part.trimStart().length);
  return [{ page, start, end: start + trimmed.length }];
}

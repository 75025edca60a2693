import type { DocumentId } from "#shared/base/ids.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { TextRange } from "#shared/model/passage.ts";
import { matchQuoteInPages, type QuotablePage } from "#shared/text/match-quote-in-pages.ts";
import { normalizeForMatching } from "#shared/text/normalize.ts";
import type { CasePorts } from "../backend-context.ts";
import { MAX_PAGES } from "../import/read-document.ts";
import { findAcrossFurniture } from "./find-across-furniture.ts";

/** Pages named in an error before "and others". */
const NAMED_PAGES = 10;

/** A text without what two spellings of one wording may differ in: a quick test before the exact search. */
function condense(text: string): string {
  return normalizeForMatching(text).normalized.replaceAll(/[\s-]/gu, "");
}

/**
 * Finds a quotation that starts on the first of some pages, word for word (line breaks, line-end hyphens and kinds of
 * quotation marks aside).
 */
function findFromFirstPage(pages: readonly QuotablePage[], quote: string): readonly TextRange[] | null {
  const [first] = pages;
  if (first === undefined) return null;
  const alone = matchQuoteInPages([first], quote, { hint: { page: first.page, start: 0 } });
  if (alone?.exact === true) return alone.ranges;
  if (pages.length === 1) return null;
  const across = matchQuoteInPages(pages, quote);
  return across?.exact === true && across.ranges[0]?.page === first.page ? across.ranges : null;
}

/** For each page in turn: that page and as many of the following as a quotation of this length can reach. */
function* windows(pages: Iterable<QuotablePage>, reach: number): Generator<readonly QuotablePage[]> {
  let open: QuotablePage[] = [];
  const following = () => open.slice(1).reduce((sum, page) => sum + page.text.length, 0);
  for (const page of pages) {
    open.push(page);
    while (open.length > 1 && following() >= reach) {
      yield open;
      open = open.slice(1);
    }
  }
  for (; open.length > 0; open = open.slice(1)) yield open;
}

/** Looks at every page break, or at the one after `page`, for a quotation that runs over it past headers and footers. */
function findOverPageBreaks(
  pages: Iterable<QuotablePage>,
  quote: string,
  page: number | null,
): readonly (readonly TextRange[])[] {
  const found: (readonly TextRange[])[] = [];
  let before: QuotablePage | null = null;
  for (const next of pages) {
    const ranges = before === null ? null : findAcrossFurniture(before, next, quote);
    if (ranges !== null) found.push(ranges);
    if (page !== null && before !== null) break;
    before = next;
  }
  return found;
}

/**
 * Finds a quotation in a document.
 *
 * @param page page on which it starts; the whole document is searched when null
 * @throws ProbativeError `passage/quote-not-found`; `passage/quote-ambiguous` when it stands on several pages and none
 *   was given: choosing one silently would put the wrong page into a brief
 */
export function findQuote(
  ports: Pick<CasePorts, "index">,
  documentId: DocumentId,
  quote: string,
  page: number | null,
): readonly TextRange[] {
  const wanted = condense(quote);
  if (wanted === "") throw new ProbativeError("passage/empty-selection");
  const texts = () => ports.index.pageTexts(documentId, page ?? 1, MAX_PAGES);
  const found: (readonly TextRange[])[] = [];
  for (const pages of windows(texts(), quote.length * 2)) {
    if (page !== null && pages[0]?.page !== page) break;
    if (!condense(pages.map((part) => part.text).join("\n")).includes(wanted)) continue;
    const ranges = findFromFirstPage(pages, quote);
    if (ranges !== null) found.push(ranges);
  }
  if (found.length === 0) found.push(...findOverPageBreaks(texts(), quote, page));
  const [only, ...others] = found;
  if (only === undefined) throw new ProbativeError("passage/quote-not-found", page === null ? "" : `Page ${page}.`);
  if (others.length === 0) return only;
  const named = found.slice(0, NAMED_PAGES).map((ranges) => ranges[0]?.page);
  const more = found.length > NAMED_PAGES ? " and others" : "";
  throw new ProbativeError("passage/quote-ambiguous", `It stands on pages ${named.join(", ")}${more}.`, {
    places: found.length,
  });
}

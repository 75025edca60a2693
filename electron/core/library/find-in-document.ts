import type { DocumentId } from "#shared/base/ids.ts";
import { FOUND_AT_MOST, type FoundPlace } from "#shared/contract/find-procedures.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import { asWholeWord, createLiteralFinder, type LiteralOptions } from "#shared/text/find-literal.ts";
import { quadsForRange } from "#shared/text/geometry.ts";
import type { Span } from "#shared/text/normalize.ts";
import type { CasePorts } from "../backend-context.ts";
import { joinTexts } from "../ports/joined-texts.ts";
import type { PatternFinder } from "../ports/pattern-finder.ts";
import type { Pace } from "../search/evaluate/evaluation.ts";
import { requireDocument } from "./require-document.ts";

/** What to find in one document. */
export interface FindRequest extends LiteralOptions {
  readonly document: DocumentId;
  readonly text: string;
  readonly regex: boolean;
}

type FindPorts = Pick<CasePorts, "documents" | "index" | "patterns">;

/** Finds the places in some texts, one list for each. */
interface Finder {
  find(texts: readonly string[]): readonly (readonly Span[])[] | Promise<readonly (readonly Span[])[]>;
  close(): void;
}

/** Pages that are looked through before others have their turn. */
const PORTION = 32;

function findWords(request: FindRequest): Finder {
  const find = createLiteralFinder(request.text, request);
  return { find: (texts) => texts.map(find), close: () => {} };
}

function toSpans(found: Int32Array): readonly Span[] {
  return Array.from({ length: found.length / 2 }, (_, index) => ({
    start: found[index * 2] ?? 0,
    end: found[index * 2 + 1] ?? 0,
  }));
}

/** The expression runs where it can be stopped. */
function findExpression(patterns: PatternFinder, { text, matchCase, wholeWord }: FindRequest): Finder {
  const asked = matchCase ? `(?-i:${text})` : text;
  const search = patterns.start(wholeWord ? asWholeWord(asked) : asked);
  return {
    find: async (texts) => {
      const spans: (readonly Span[])[] = [];
      while (spans.length < texts.length) {
        for (const found of await search.find(joinTexts(texts.slice(spans.length)))) {
          if (found === null) throw new ProbativeError("search/syntax", "This regular expression takes too long.");
          spans.push(toSpans(found));
        }
      }
      return spans;
    },
    close: () => search.close(),
  };
}

/**
 * Finds words in a document as they were typed, or the matches of a regular expression, page by page: a place never runs
 * over the end of a page.
 *
 * @throws ProbativeError `document/not-found`; `search/syntax` for an expression that is none or takes too long;
 *   `search/cancelled`
 */
export async function findInDocument(
  { documents, index, patterns }: FindPorts,
  request: FindRequest,
  pace: Pace,
): Promise<{ readonly total: number; readonly places: readonly FoundPlace[] }> {
  const { document } = request;
  const { pages } = requireDocument({ documents }, document);
  const finder = request.regex ? findExpression(patterns, request) : findWords(request);
  const places: FoundPlace[] = [];
  let total = 0;
  try {
    for (let from = 1; from <= pages; from += PORTION) {
      await pace.breathe();
      // Read to the end at once: rows that are still being read would keep everybody else from writing.
      const texts = [...index.pageTexts(document, from, Math.min(from + PORTION - 1, pages))];
      const found = await finder.find(texts.map(({ text }) => text));
      for (const [at, { page }] of texts.entries()) {
        const spans = found[at] ?? [];
        total += spans.length;
        const shown = spans.slice(0, FOUND_AT_MOST - places.length);
        const runs = shown.length === 0 ? [] : index.pageRuns(document, page);
        places.push(...shown.map(({ start, end }) => ({ page, start, end, quads: quadsForRange(runs, start, end) })));
      }
    }
  } finally {
    finder.close();
  }
  return { total, places };
}

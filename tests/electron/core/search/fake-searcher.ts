import type { DocumentHit, Incomplete, Pace } from "#core/search/evaluate/evaluation.ts";
import type { FoundDocument, Searcher } from "#core/search/searcher.ts";
import type { DocumentId } from "#shared/base/ids.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";

/** Lets nothing else work and never stops. */
export const BREATHLESS: Pace = { breathe: () => null };

/** What a search finds: hits by document, in the order of import. */
export interface FakeResult {
  readonly documents: readonly FoundDocument[];
  readonly hits?: ReadonlyMap<DocumentId, readonly DocumentHit[]>;
  readonly incomplete?: Incomplete;
}

/** A searcher that finds what a test says, by the text of the search; one that it does not know is a syntax error. */
export function createFakeSearcher(results: Readonly<Record<string, FakeResult>>): Searcher {
  return {
    find: async ({ query }) => {
      const result = results[query];
      if (result === undefined) throw new ProbativeError("search/syntax", "Here a word is missing.", { offset: 4 });
      return {
        documents: result.documents,
        incomplete: result.incomplete ?? null,
        hitsOf: async (documentId) => result.hits?.get(documentId) ?? [],
      };
    },
    read: async ({ query }) => ({
      words: `the words ${query}`,
      synonyms: [],
      expansions: [{ source: query, forms: [{ form: query, reason: "typed", hits: 1, excluded: false }] }],
    }),
  };
}

/** A hit on one page. */
export function hitOn(page: number, text: string, words: string, from = 0): DocumentHit {
  const start = text.indexOf(words, from);
  if (start === -1) throw new Error(`“${words}” does not stand there`);
  return { parts: [{ page, start, end: start + words.length }] };
}

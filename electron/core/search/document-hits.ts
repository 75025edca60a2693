import type { DocumentId } from "#shared/base/ids.ts";
import type { DocumentHits, SearchRequest, SearchResultPage } from "#shared/model/search.ts";
import { requireDocument } from "../library/require-document.ts";
import { openDocumentPages } from "./document-pages.ts";
import type { DocumentHit, Pace } from "./evaluate/evaluation.ts";
import { createHitTerms } from "./hit-terms.ts";
import { evaluationOptions, whileUnchanged } from "./match-search.ts";
import { prepareSearch } from "./prepare-search.ts";
import { type SearchPorts, searchContextOf } from "./search-context.ts";
import { hitsByPage, showPage } from "./show-page.ts";
import { gatherShownHits, type PageHits } from "./shown-hits.ts";

const NO_HITS: { readonly pages: readonly PageHits[]; readonly located: readonly DocumentHit[] } = {
  pages: [],
  located: [],
};

/** A search in one document, and which of its pages with hits are to be shown. */
export interface HitRequest extends SearchRequest {
  readonly document: DocumentId;
  /** First page, 1-based. */
  readonly from: number;
  /** Pages with hits to return. */
  readonly limit: number;
}

/**
 * Hits of a search in one document, page by page. A hit that goes on on the next page has a part on each; it counts once,
 * for the page where it begins, and a page on which it only goes on is shown with it. Filters do not matter: the document
 * was chosen.
 *
 * @throws ProbativeError `search/syntax`, `search/too-broad`, `search/cancelled`, `document/not-found`
 */
export async function findDocumentHits(ports: SearchPorts, request: HitRequest, pace: Pace): Promise<DocumentHits> {
  const { document: documentId, from, limit } = request;
  requireDocument(ports, documentId);
  const context = searchContextOf(ports);
  const { catalogue, sources } = context;
  const portion = (pages: readonly PageHits[]) =>
    pages
      .map(({ page }) => page)
      .filter((page) => page >= from)
      .slice(0, limit);
  return whileUnchanged(context, pace, async (own) => {
    await catalogue.refresh(own);
    const search = prepareSearch(ports, request);
    const { node } = search.resolved;
    const number = sources.words.numberOf(documentId);
    const options = evaluationOptions(context, search, own);
    const numbers = Int32Array.from(number < 0 ? [] : [number]);
    const held = openDocumentPages(ports, documentId, () => sources.words.bodies(number));
    const found = await gatherShownHits(node, sources, numbers, options, (_, { pages: all, locate }) => {
      held.prepare(portion(all));
      return { pages: all, located: locate(portion(all), held.readable) };
    });
    const { pages, located } = found.get(number) ?? NO_HITS;
    const chosen = new Set(portion(pages));
    const matching = new Set(pages.map(({ page }) => page));
    const parts = [...hitsByPage(located)]
      // A page of another portion comes with that one, and then with all of its hits.
      .filter(([page]) => page >= from && (chosen.has(page) || !matching.has(page)))
      .sort(([one], [other]) => one - other);
    const termsOf = createHitTerms(node);
    const shown: SearchResultPage[] = [];
    for (const [page, hits] of parts) {
      await own.breathe();
      shown.push(showPage(documentId, held.page(page), hits, termsOf));
    }
    return { matchingPages: [...matching], hits: pages.reduce((sum, { hits }) => sum + hits, 0), pages: shown };
  });
}

import { LOW_CONFIDENCE } from "#shared/model/page-state.ts";
import type { QueryNode } from "#shared/text/query.ts";
import type { CasePorts } from "../backend-context.ts";
import type { HitRange, RankedPage } from "../ports/search-index.ts";

type HitPorts = Pick<CasePorts, "index">;

/**
 * Hits on a page.
 *
 * @param confident leave out hits that touch a word of which OCR was not sure
 */
export function hitsOn(
  ports: HitPorts,
  query: QueryNode,
  { documentId, page }: Pick<RankedPage, "documentId" | "page">,
  confident: boolean,
): readonly HitRange[] {
  const hits = ports.index.hitsOnPage(query, documentId, page);
  if (!confident) return hits;
  const doubtful = ports.index
    .pageConfidences(documentId, page)
    .filter(([, , confidence]) => confidence < LOW_CONFIDENCE);
  if (doubtful.length === 0) return hits;
  return hits.filter((hit) => !doubtful.some(([start, end]) => start < hit.end && hit.start < end));
}

/** Matching pages with at least one hit in words of which OCR was sure, each with the number of such hits. */
export function keepConfident(ports: HitPorts, query: QueryNode, pages: readonly RankedPage[]): readonly RankedPage[] {
  return pages.flatMap((page) => {
    const hits = hitsOn(ports, query, page, true).length;
    return hits === 0 ? [] : [{ ...page, hits }];
  });
}

import type { DocumentId } from "#shared/base/ids.ts";
import type { BodyRange } from "#shared/text/page-furniture.ts";
import { findRunningLines, readPageEdges } from "#shared/text/running-lines.ts";
import type { SearchIndex } from "../ports/search-index.ts";

/** Documents whose bodies are kept: more than an answer shows. */
const KEPT = 200;

/** Says what of each page lies between running headers and footers. */
export interface PageBodies {
  bodyOf(documentId: DocumentId, page: number): BodyRange | null;
}

/**
 * Finds running headers and footers when hits are shown. All pages of a document have to be looked at for that, so what was
 * found is kept until the index changes.
 */
export function createPageBodies(index: Pick<SearchIndex, "pageTexts" | "documentDetections" | "words">): PageBodies {
  const kept = new Map<DocumentId, readonly BodyRange[]>();
  let generation = -1;

  function read(documentId: DocumentId): readonly BodyRange[] {
    const detections = new Map(
      [...index.documentDetections(documentId)].map((entry) => [entry.page, entry.detections] as const),
    );
    const { pages } = index.words.shape(index.words.numberOf(documentId));
    const edges = [];
    for (const { page, text } of index.pageTexts(documentId, 1, pages)) {
      edges.push(readPageEdges(text, detections.get(page) ?? []));
    }
    return findRunningLines(edges);
  }

  return {
    bodyOf: (documentId, page) => {
      const current = index.words.generation();
      if (current !== generation) kept.clear();
      generation = current;
      const bodies = kept.get(documentId) ?? read(documentId);
      // Put at the end again: what was asked for longest ago goes first.
      kept.delete(documentId);
      kept.set(documentId, bodies);
      for (const [oldest] of kept) {
        if (kept.size <= KEPT) break;
        kept.delete(oldest);
      }
      return bodies[page - 1] ?? null;
    },
  };
}

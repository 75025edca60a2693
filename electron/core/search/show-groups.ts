import type { SearchGroup } from "#shared/model/search.ts";
import type { PageBodies } from "../ports/word-index.ts";
import { termGroups } from "./boost-scores.ts";
import type { CatalogueRow } from "./catalogue-row.ts";
import { createPageChooser } from "./choose-pages.ts";
import { openDocumentPages } from "./document-pages.ts";
import type { Pace } from "./evaluate/evaluation.ts";
import { createHitTerms } from "./hit-terms.ts";
import { evaluationOptions, whileUnchanged } from "./match-search.ts";
import type { PreparedSearch } from "./prepare-search.ts";
import type { SearchContext } from "./search-context.ts";
import { hitsByPage, showPage } from "./show-page.ts";
import { type FoundHits, gatherShownHits } from "./shown-hits.ts";

/** A document that is shown: its row in the catalogue, its hits, and what it is ranked by. */
export interface ShownDocument {
  readonly row: number;
  /** 0 for a document that is found by its fields alone. */
  readonly hits: number;
  readonly score: number;
}

/** The documents that are shown, each with its best pages. */
export function showGroups(
  context: SearchContext,
  search: PreparedSearch,
  shown: readonly ShownDocument[],
  pagesEach: number,
  pace: Pace,
): Promise<readonly SearchGroup[]> {
  const { catalogue, sources, ports } = context;
  const { words } = sources;
  const { node } = search.resolved;
  const termsOf = createHitTerms(node);

  function showFound(
    { documentId, pages }: CatalogueRow,
    number: number,
    hits: FoundHits,
    best: readonly number[],
  ): ShownPages {
    const held = openDocumentPages(ports, documentId, () => words.bodies(number));
    const chosen = best.slice(0, Math.min(pagesEach, pages));
    held.prepare(chosen);
    const parts = hitsByPage(hits.locate(chosen, held.readable));
    return {
      matchingPages: hits.pages.map(({ page }) => page),
      pages: chosen.map((page) => showPage(documentId, held.page(page), parts.get(page) ?? [], termsOf)),
    };
  }

  /** A document that is found by its fields shows how it begins. */
  function showFirst({ documentId, pages }: CatalogueRow): ShownPages {
    const first = [1].slice(0, Math.min(pagesEach, pages));
    const held = openDocumentPages(ports, documentId, () => NO_BODIES);
    return { matchingPages: [], pages: first.map((page) => showPage(documentId, held.page(page), [], termsOf)) };
  }

  return whileUnchanged(context, pace, async (own) => {
    const numberOf = ({ row }: ShownDocument) => catalogue.numbersByRow()[row] ?? -1;
    const chooser = createPageChooser(words, termGroups(node));
    const numbers = Int32Array.from(shown.filter(({ hits }) => hits > 0).map(numberOf)).filter((number) => number >= 0);
    const options = evaluationOptions(context, search, own);
    const found = await gatherShownHits(node, sources, numbers.sort(), options, (number, hits) => {
      const row = catalogue.rows()[catalogue.rowsByNumber()[number] ?? -1];
      return row === undefined ? null : showFound(row, number, hits, chooser.choose(number, hits.pages, pagesEach));
    });
    const groups: SearchGroup[] = [];
    for (const document of shown) {
      await own.breathe();
      const row = catalogue.rows()[document.row];
      if (row === undefined) continue;
      const { matchingPages, pages } = found.get(numberOf(document)) ?? showFirst(row);
      groups.push({ ...groupOf(row), matchingPages, hits: document.hits, score: document.score, pages });
    }
    return groups;
  });
}

/** What is shown of the pages of a document. */
type ShownPages = Pick<SearchGroup, "matchingPages" | "pages">;

const NO_BODIES: PageBodies = { starts: new Int32Array(0), tails: new Int32Array(0) };

function groupOf(row: CatalogueRow): Omit<SearchGroup, "matchingPages" | "hits" | "score" | "pages"> {
  const { documentId, title, shortName, kind, date, court, ecfNumber, batesBegin, batesEnd, language, pages } = row;
  return {
    documentId,
    title,
    shortName,
    kind,
    date,
    court,
    ecfNumber,
    batesBegin,
    batesEnd,
    language,
    totalPages: pages,
  };
}

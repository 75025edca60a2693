import type { SearchGroup } from "#shared/model/search.ts";
import { termGroups } from "./boost-scores.ts";
import type { CatalogueRow } from "./catalogue-row.ts";
import { createPageChooser } from "./choose-pages.ts";
import type { Pace } from "./evaluate/evaluation.ts";
import { createHitTerms } from "./hit-terms.ts";
import { evaluationOptions, whileUnchanged } from "./match-search.ts";
import type { PreparedSearch } from "./prepare-search.ts";
import type { SearchContext } from "./search-context.ts";
import { hitsByPage, showPage } from "./show-page.ts";
import { gatherShownHits, type ShownHits } from "./shown-hits.ts";

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
  const { node } = search.resolved;
  const termsOf = createHitTerms(node);

  function showGroup(row: CatalogueRow, { hits, score }: ShownDocument, found: FoundPages | undefined): SearchGroup {
    const parts = found === undefined ? NO_HITS : hitsByPage(found.shown.located);
    const pages = (found?.chosen ?? [1]).slice(0, Math.min(pagesEach, row.pages));
    return {
      ...groupOf(row),
      matchingPages: found?.shown.pages.map(({ page }) => page) ?? [],
      hits,
      score,
      pages: pages.map((page) => showPage(ports, row.documentId, page, parts.get(page) ?? [], termsOf)),
    };
  }

  return whileUnchanged(context, pace, async (own) => {
    const numberOf = ({ row }: ShownDocument) => catalogue.numbersByRow()[row] ?? -1;
    const chooser = createPageChooser(sources.words, termGroups(node));
    const chosen = new Map<number, readonly number[]>();
    const numbers = Int32Array.from(shown.filter(({ hits }) => hits > 0).map(numberOf)).filter((number) => number >= 0);
    const options = evaluationOptions(context, search, own);
    const hits = await gatherShownHits(node, sources, numbers.sort(), options, (number, pages) => {
      const best = chooser.choose(number, pages, pagesEach);
      chosen.set(number, best);
      return best;
    });
    const groups: SearchGroup[] = [];
    for (const document of shown) {
      await own.breathe();
      const row = catalogue.rows()[document.row];
      const number = numberOf(document);
      const found = hits.get(number);
      const pages = found === undefined ? undefined : { shown: found, chosen: chosen.get(number) ?? [] };
      if (row !== undefined) groups.push(showGroup(row, document, pages));
    }
    return groups;
  });
}

/** Hits of a document, and the pages of it that are shown. */
interface FoundPages {
  readonly shown: ShownHits;
  readonly chosen: readonly number[];
}

const NO_HITS: ReturnType<typeof hitsByPage> = new Map();

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

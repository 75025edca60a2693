import { exportBytes } from "#core/export/export-text.ts";
import { tableToBytes } from "#core/export/write-table.ts";
import { certifySearch } from "#core/search/certificate.ts";
import type { Pace } from "#core/search/evaluate/evaluation.ts";
import { exportSearch } from "#core/search/export-search.ts";
import { openSearcher } from "#core/search/open-searcher.ts";
import type { SearchRegistry } from "#core/search/pace.ts";
import { recertify } from "#core/search/recertify.ts";
import { forgetSearch, listSavedSearches, lookAtSavedSearch, saveSearch } from "#core/search/saved-searches.ts";
import { searchDocuments } from "#core/search/search-documents.ts";
import { searchWritten } from "#core/search/search-written.ts";
import { addSynonyms, removeSynonym } from "#core/search/synonyms.ts";
import { tagHits } from "#core/search/tag-hits.ts";
import { reportTerms } from "#core/search/term-report.ts";
import { termTable } from "#core/search/term-table.ts";
import type { Handlers } from "#shared/contract/contract.ts";
import type { SearchRequest } from "#shared/model/search.ts";
import type { CaseSession } from "./case-session.ts";
import { findInstallation } from "./launch/installation.ts";

/** Searches whose answer is shown while typing; they have handlers of their own. */
type ShownSearch = "search.query" | "search.hits" | "search.explain";

type SearchReportHandlers = Omit<
  Pick<Handlers, Extract<keyof Handlers, `${"search" | "synonyms"}.${string}`>>,
  ShownSearch
>;

/** Pages of each document that a saved search shows, as `search.query` does. */
const PAGES_EACH = 3;

/** The search itself, without what else a procedure takes. */
function requestOf({ query, stemming, synonyms, confident, without, filters }: SearchRequest): SearchRequest {
  return { query, stemming, synonyms, confident, without, filters };
}

/** Handlers of what searching leaves behind: reports, certificates, tags, files, saved searches, synonyms. */
export function createSearchReportHandlers(session: () => CaseSession, registry: SearchRegistry): SearchReportHandlers {
  const ports = () => session().ports;
  const searcher = () => openSearcher(ports());
  const place = () => ({
    caseTitle: session().info().title,
    program: `probative ${findInstallation(import.meta.url).version}`,
  });

  async function paced<Result>(asker: string | undefined, work: (pace: Pace) => Promise<Result>): Promise<Result> {
    const search = registry.begin(asker ?? null);
    try {
      return await work(search.pace);
    } finally {
      search.end();
    }
  }

  return {
    "search.written": ({ asker, ...wanted }) =>
      paced(asker, async (pace) => ({ hits: await searchWritten(ports(), requestOf(wanted), pace) })),
    "search.terms": ({ text, asker, ...options }) =>
      paced(asker, (pace) => reportTerms(ports(), searcher(), text, options, pace)),
    "search.tag": ({ documents, tags, note, extent, brief, section, preview, ...wanted }) =>
      paced(undefined, (pace) =>
        tagHits(
          ports(),
          searcher(),
          {
            search: requestOf(wanted),
            documents: documents ?? null,
            tagIds: tags,
            note,
            extent,
            brief: brief === undefined ? null : { briefId: brief, sectionId: section ?? null },
            preview,
          },
          pace,
        ),
      ),
    "search.export": ({ documents, format, out, overwrite, ...wanted }) =>
      paced(undefined, (pace) =>
        exportSearch(
          ports(),
          searcher(),
          { search: requestOf(wanted), documents: documents ?? null, format, out, overwrite },
          pace,
        ),
      ),
    "search.export-terms": ({ text, format, out, overwrite, ...options }) =>
      paced(undefined, async (pace) => {
        const report = await reportTerms(ports(), searcher(), text, options, pace);
        const bytes = await tableToBytes(ports(), termTable(report), format);
        return exportBytes(ports(), bytes, { kind: "terms", format, at: report.madeAt }, { out, overwrite });
      }),

    "search.save": ({ name, savedSearch, ...wanted }) =>
      paced(undefined, (pace) =>
        saveSearch(ports(), searcher(), { name, search: requestOf(wanted), savedSearchId: savedSearch ?? null }, pace),
      ),
    "search.list": ({ asker }) =>
      paced(asker, async (pace) => ({ searches: await listSavedSearches(ports(), searcher(), pace) })),
    "search.run": ({ savedSearch, limit }) =>
      paced(undefined, async (pace) => {
        const state = await lookAtSavedSearch(ports(), searcher(), savedSearch, pace);
        const shown = { sort: "relevance", limit, offset: 0, pagesEach: PAGES_EACH, facets: false } as const;
        return { state, answer: await searchDocuments(ports(), { ...state.search, ...shown }, pace) };
      }),
    "search.forget": ({ savedSearch }) => {
      forgetSearch(ports(), savedSearch);
      return {};
    },

    "search.certificate": ({ out, overwrite, ...wanted }) =>
      paced(undefined, (pace) =>
        certifySearch(ports(), searcher(), place(), requestOf(wanted), { out, overwrite }, pace),
      ),
    "search.recertify": ({ certificate, asker }) =>
      paced(asker, (pace) => recertify(ports(), searcher(), place(), certificate, pace)),

    "synonyms.list": () => ({ synonyms: ports().synonyms.list() }),
    "synonyms.add": ({ names }) => addSynonyms(ports(), names),
    "synonyms.remove": ({ synonym, name }) => {
      removeSynonym(ports(), synonym, name);
      return {};
    },
  };
}

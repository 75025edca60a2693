import { documentIdSchema, savedSearchIdSchema } from "#shared/base/ids.ts";
import { searchOptionsSchema } from "#shared/model/search.ts";
import type { SavedSearchState, TermReportLine } from "#shared/model/search-report.ts";

export const OPTIONS = searchOptionsSchema.parse({});

let made = 0;

/** A saved search that was never looked at, with an identifier of its own. */
export function savedOf(fields: Partial<SavedSearchState>): SavedSearchState {
  made += 1;
  return {
    savedSearchId: savedSearchIdSchema.parse(`sav_${String(made).padStart(12, "0")}`),
    name: `Search ${made}`,
    search: { ...OPTIONS, query: "custody" },
    createdAt: "2026-01-01T00:00:00Z",
    lookedAt: null,
    seen: null,
    now: { documents: 0, hits: 0 },
    newDocuments: [],
    lostDocuments: [],
    problem: null,
    ...fields,
  };
}

export function documentIds(count: number) {
  return Array.from({ length: count }, (_, index) => documentIdSchema.parse(`doc_${String(index).padStart(12, "0")}`));
}

/** A line that found nothing. */
export function lineOf(fields: Partial<TermReportLine>): TermReportLine {
  return {
    line: 1,
    query: "custody",
    problem: null,
    documents: 0,
    pages: 0,
    hits: 0,
    uniqueDocuments: 0,
    uniqueHits: 0,
    withFamilies: 0,
    ...fields,
  };
}

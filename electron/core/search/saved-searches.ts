import { canonicalJson } from "#shared/base/canonical-json.ts";
import type { DocumentId, SavedSearchId } from "#shared/base/ids.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { SearchRequest } from "#shared/model/search.ts";
import type { SavedSearch, SavedSearchState } from "#shared/model/search-report.ts";
import type { CasePorts } from "../backend-context.ts";
import type { SeenResult, StoredSearch } from "../ports/saved-search-store.ts";
import type { Pace } from "./evaluate/evaluation.ts";
import type { FoundDocuments, Searcher } from "./searcher.ts";

type SavedPorts = Pick<CasePorts, "savedSearches" | "edits" | "ids" | "clock" | "publish">;

/** Said where what was found is not the whole: then nothing can be called new or lost. */
const INCOMPLETE = "A regular expression ran out of time: what is new cannot be said.";

function requireSaved(ports: SavedPorts, savedSearchId: SavedSearchId): StoredSearch {
  const stored = ports.savedSearches.find(savedSearchId);
  if (stored === null) throw new ProbativeError("search/not-saved", savedSearchId, { savedSearch: savedSearchId });
  return stored;
}

function requireFreeName(ports: SavedPorts, name: string, own: SavedSearchId | null): void {
  const other = ports.savedSearches.findByName(name);
  if (other !== null && other.savedSearchId !== own) {
    throw new ProbativeError("search/name-taken", other.name, { savedSearch: other.savedSearchId });
  }
}

function toSavedSearch(stored: StoredSearch, seen: SeenResult | null): SavedSearch {
  return {
    ...stored,
    lookedAt: seen?.lookedAt ?? null,
    seen: seen === null ? null : { documents: seen.documents, hits: seen.hits },
  };
}

function countHits(found: FoundDocuments): number {
  return found.documents.reduce((sum, document) => sum + document.hits, 0);
}

/** Compares what is found now with what was seen. Before the first look there is nothing to compare with. */
function compare(found: FoundDocuments, seen: SeenResult | null) {
  if (seen === null) return { newDocuments: [], lostDocuments: [] };
  const now = new Set<DocumentId>(found.documents.map((document) => document.documentId));
  return {
    newDocuments: found.documents
      .filter(({ documentId, hits }) => {
        const before = seen.found.get(documentId);
        return before === undefined || (before !== null && hits > before);
      })
      .map((document) => document.documentId),
    lostDocuments: [...seen.found.keys()].filter((documentId) => !now.has(documentId)),
  };
}

function stateOf(ports: SavedPorts, stored: StoredSearch, found: FoundDocuments): SavedSearchState {
  const seen = ports.savedSearches.seen(stored);
  const now = { documents: found.documents.length, hits: countHits(found) };
  const difference = found.incomplete === null ? compare(found, seen) : { newDocuments: [], lostDocuments: [] };
  const problem = found.incomplete === null ? null : INCOMPLETE;
  return { ...toSavedSearch(stored, seen), now, ...difference, problem };
}

/** What is not the whole is not kept as seen: documents that it did not reach would be called new later. */
function keepAsSeen(ports: SavedPorts, stored: StoredSearch, found: FoundDocuments): void {
  if (found.incomplete === null) ports.savedSearches.setSeen(stored, ports.clock.now(), found.documents);
}

function isSameSearch(one: SearchRequest, other: SearchRequest): boolean {
  return canonicalJson(one) === canonicalJson(other);
}

/**
 * Keeps a search under a name, or changes one that is kept. What it finds now counts as seen, save where only the name
 * changes.
 *
 * @throws ProbativeError `search/name-taken`, `search/not-saved`, and what a search throws: one that cannot be read is not
 *   kept
 */
export async function saveSearch(
  ports: SavedPorts,
  searcher: Searcher,
  wanted: { readonly name: string; readonly search: SearchRequest; readonly savedSearchId: SavedSearchId | null },
  pace: Pace,
): Promise<SavedSearch> {
  const { name, search } = wanted;
  const found = await searcher.find(search, pace);
  const before = wanted.savedSearchId === null ? null : requireSaved(ports, wanted.savedSearchId);
  requireFreeName(ports, name, wanted.savedSearchId);
  const savedSearchId = wanted.savedSearchId ?? ports.ids.next("saved-search");
  const stored = { savedSearchId, name, search, createdAt: before?.createdAt ?? ports.clock.now() };
  // The label is journaled when the step is undone: it says nothing of the search.
  ports.edits.perform(before === null ? "Save search" : "Change saved search", () => {
    if (before === null) ports.savedSearches.insert(stored);
    else ports.savedSearches.update(savedSearchId, stored);
  });
  // A new name alone is no look at the result: what is new in it stays new.
  if (before === null || !isSameSearch(before.search, search)) keepAsSeen(ports, stored, found);
  ports.publish({ kind: "changed", areas: ["searches", "edits"] });
  return toSavedSearch(stored, ports.savedSearches.seen(stored));
}

/**
 * All saved searches with what is new in each. One that cannot be made now says why and does not stop the others.
 *
 * @throws ProbativeError `search/cancelled`
 */
export async function listSavedSearches(
  ports: SavedPorts,
  searcher: Searcher,
  pace: Pace,
): Promise<readonly SavedSearchState[]> {
  const states: SavedSearchState[] = [];
  for (const stored of ports.savedSearches.list()) {
    try {
      states.push(stateOf(ports, stored, await searcher.find(stored.search, pace)));
    } catch (thrown) {
      if (!(thrown instanceof ProbativeError) || thrown.code === "search/cancelled") throw thrown;
      const nothing = { now: null, newDocuments: [], lostDocuments: [] };
      states.push({ ...toSavedSearch(stored, ports.savedSearches.seen(stored)), ...nothing, problem: thrown.message });
    }
  }
  return states;
}

/**
 * Looks at a saved search: what it finds counts as seen from then on.
 *
 * @returns what was new when it was looked at, compared with the look before
 * @throws ProbativeError `search/not-saved`, and what a search throws
 */
export async function lookAtSavedSearch(
  ports: SavedPorts,
  searcher: Searcher,
  savedSearchId: SavedSearchId,
  pace: Pace,
): Promise<SavedSearchState> {
  const stored = requireSaved(ports, savedSearchId);
  const found = await searcher.find(stored.search, pace);
  const state = stateOf(ports, stored, found);
  keepAsSeen(ports, stored, found);
  ports.publish({ kind: "changed", areas: ["searches"] });
  return state;
}

/** @throws ProbativeError `search/not-saved` */
export function forgetSearch(ports: SavedPorts, savedSearchId: SavedSearchId): void {
  requireSaved(ports, savedSearchId);
  ports.edits.perform("Delete saved search", () => {
    ports.savedSearches.delete(savedSearchId);
  });
  ports.publish({ kind: "changed", areas: ["searches", "edits"] });
}

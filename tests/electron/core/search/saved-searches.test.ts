import { describe, expect, it } from "vitest";
import { undoEdit } from "#core/passages/step-edits.ts";
import { forgetSearch, listSavedSearches, lookAtSavedSearch, saveSearch } from "#core/search/saved-searches.ts";
import type { FoundDocument } from "#core/search/searcher.ts";
import type { DocumentId, SavedSearchId } from "#shared/base/ids.ts";
import { searchRequestSchema } from "#shared/model/search.ts";
import { expectFailure } from "../../../support/expect-failure.ts";
import { setUpTestCase } from "../../../support/test-case.ts";
import { BREATHLESS, createFakeSearcher, type FakeResult } from "./fake-searcher.ts";

const REQUEST = searchRequestSchema.parse({ query: "refund" });

/** A case with three documents and a search that finds what `found` is set to. */
async function setUp() {
  const { ports, importOne, events, reopen } = await setUpTestCase();
  const ids: DocumentId[] = [];
  for (const title of ["A", "B", "C"]) ids.push(await importOne({ title, pages: [{ text: `${title} SPECIMEN` }] }));
  const results: Record<string, FakeResult> = { refund: { documents: [] }, other: { documents: [] } };
  const find = (...documents: readonly (readonly [number, number])[]) => {
    results["refund"] = {
      documents: documents.map(
        ([index, hits]): FoundDocument => ({ documentId: ids[index] as DocumentId, hits, pages: 1 }),
      ),
    };
  };
  const searcher = createFakeSearcher(results);
  const save = (name = "Refunds", savedSearchId: SavedSearchId | null = null, search = REQUEST) =>
    saveSearch(ports(), searcher, { name, search, savedSearchId }, BREATHLESS);
  const list = () => listSavedSearches(ports(), searcher, BREATHLESS);
  return { ports, ids, results, find, searcher, save, list, events, reopen };
}

describe("saved searches", () => {
  it("know what is new, what has more hits and what is gone since they were last looked at", async () => {
    const { ports, ids, find, searcher, save, list } = await setUp();
    find([0, 2], [1, 5]);
    const saved = await save();
    expect(saved).toMatchObject({ name: "Refunds", search: REQUEST, seen: { documents: 2, hits: 7 } });
    find([0, 3], [2, 1]);
    const [state] = await list();
    expect(state).toMatchObject({
      seen: { documents: 2, hits: 7 },
      now: { documents: 2, hits: 4 },
      newDocuments: [ids[0], ids[2]],
      lostDocuments: [ids[1]],
      problem: null,
    });
    expect(await lookAtSavedSearch(ports(), searcher, saved.savedSearchId, BREATHLESS)).toEqual(state);
    expect((await list())[0]).toMatchObject({ seen: { documents: 2, hits: 4 }, newDocuments: [], lostDocuments: [] });
    find([0, 1], [2, 1]);
    expect((await list())[0]).toMatchObject({ newDocuments: [], lostDocuments: [] });
  });

  it("keep what is new when only the name changes", async () => {
    const { ids, find, save, list } = await setUp();
    find([0, 2]);
    const saved = await save();
    find([0, 2], [1, 1]);
    await save("Refunds of fares", saved.savedSearchId);
    expect((await list())[0]).toMatchObject({
      name: "Refunds of fares",
      seen: { documents: 1 },
      newDocuments: [ids[1]],
    });
  });

  it("survive the end of the program, and their deletion is undone with what was seen", async () => {
    const { ports, find, save, list, reopen } = await setUp();
    find([0, 2]);
    const saved = await save();
    forgetSearch(ports(), saved.savedSearchId);
    expect(await list()).toEqual([]);
    await expectFailure("search/not-saved", () => forgetSearch(ports(), saved.savedSearchId));
    await reopen();
    undoEdit(ports());
    expect((await list())[0]).toMatchObject({ ...saved, newDocuments: [] });
  });

  it("are not kept when they cannot be read or their name is taken", async () => {
    const { save, list } = await setUp();
    const { savedSearchId } = await save("Refunds");
    await expectFailure("search/syntax", () => save("Bad", null, { ...REQUEST, query: "a AND" }));
    await expectFailure("search/name-taken", () => save("REFUNDS"));
    await expectFailure("search/not-saved", () => save("X", "sav_zzzzzzzzzzzz" as SavedSearchId));
    expect((await save("refunds", savedSearchId)).name).toBe("refunds");
    expect(await list()).toHaveLength(1);
  });

  it("that were changed are compared with what the new search found; undoing forgets what was seen of it", async () => {
    const { ports, find, save, list } = await setUp();
    find([0, 2]);
    const { savedSearchId } = await save("Refunds", null, { ...REQUEST, query: "other" });
    await save("Refunds", savedSearchId);
    expect((await list())[0]).toMatchObject({ search: REQUEST, seen: { documents: 1 }, newDocuments: [] });
    undoEdit(ports());
    expect((await list())[0]).toMatchObject({ search: { query: "other" }, seen: null, lookedAt: null });
  });

  it("that cannot be made now say why, and do not stop the others", async () => {
    const { find, results, save, list } = await setUp();
    find([0, 1]);
    await save("Other", null, { ...REQUEST, query: "other" });
    await save();
    delete results["other"];
    const states = await list();
    expect(states[0]).toMatchObject({ now: null, newDocuments: [], problem: expect.stringContaining("missing") });
    expect(states[1]).toMatchObject({ now: { documents: 1 }, problem: null });
  });

  it("that ran out of time call nothing new, nothing gone, and are not seen", async () => {
    const { ids, find, results, save, list } = await setUp();
    find([0, 1], [1, 1]);
    await save();
    const some = { documents: [{ documentId: ids[2] as DocumentId, hits: 1, pages: 1 }] };
    results["refund"] = { ...some, incomplete: { pagesDone: 1, pagesInAll: 3 } };
    const [state] = await list();
    expect(state).toMatchObject({
      newDocuments: [],
      lostDocuments: [],
      problem: expect.stringContaining("out of time"),
    });
    expect((await save("Again")).seen).toBeNull();
  });

  it("leave labels in the history that say nothing of the search", async () => {
    const { ports, events, save } = await setUp();
    const { savedSearchId } = await save();
    await save("Money", savedSearchId);
    forgetSearch(ports(), savedSearchId);
    const labels = ports()
      .edits.history(3)
      .undo.map((step) => step.label);
    expect(labels).toEqual(["Delete saved search", "Change saved search", "Save search"]);
    expect(events.at(-1)).toEqual({ kind: "changed", areas: ["searches", "edits"] });
  });
});

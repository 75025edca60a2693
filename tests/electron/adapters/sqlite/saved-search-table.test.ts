import { describe, expect, it } from "vitest";
import { sql } from "#adapters/sqlite/connection.ts";
import { openEditTable } from "#adapters/sqlite/edit-table.ts";
import { openSavedSearchTable } from "#adapters/sqlite/saved-search-table.ts";
import { packSeen, unpackSeen } from "#adapters/sqlite/seen-documents.ts";
import { openSynonymTable } from "#adapters/sqlite/synonym-table.ts";
import { SEEN_WITH_HITS_MAX, type StoredSearch } from "#core/ports/saved-search-store.ts";
import type { DocumentId } from "#shared/base/ids.ts";
import { searchRequestSchema } from "#shared/model/search.ts";
import { insertDocument, setUpCaseDatabase } from "../../../support/test-database.ts";
import { createTestClock, createTestIds } from "../../../support/test-program.ts";

const AT = "2026-03-01T09:30:00.000Z";

function setUp() {
  const connection = setUpCaseDatabase();
  const ids = createTestIds();
  const stored = (name: string, query = "refund"): StoredSearch => ({
    savedSearchId: ids.next("saved-search"),
    name,
    search: searchRequestSchema.parse({ query }),
    createdAt: AT,
  });
  const edits = openEditTable(connection, createTestClock());
  return { connection, ids, stored, edits, saved: openSavedSearchTable(connection) };
}

describe("saved searches", () => {
  it("come back as they were saved, in order, and are found by name without regard to case", () => {
    const { saved, stored } = setUp();
    const [first, second] = [stored("Übergabe"), stored("Refunds", "refund* w/5 wire")];
    saved.insert(first);
    saved.insert(second);
    expect(saved.list()).toEqual([first, second]);
    expect(saved.find(second.savedSearchId)).toEqual(second);
    expect(saved.findByName("ÜBERGABE")).toEqual(first);
    expect(saved.findByName("refund")).toBeNull();
    expect(() => saved.insert(stored("refunds"))).toThrow();
  });

  it("and synonyms are undone and redone; what was seen is not", () => {
    const { connection, saved, stored, edits, ids } = setUp();
    const synonyms = openSynonymTable(connection);
    const documentId = insertDocument(connection);
    const search = stored("Refunds");
    const group = { synonymId: ids.next("synonym"), names: ["CECOT", "Centro"] };
    edits.perform("save", () => saved.insert(search));
    saved.setSeen(search, AT, [{ documentId, hits: 3 }]);
    edits.perform("synonyms", () => synonyms.insert(group));
    edits.perform("change", () => {
      synonyms.update({ ...group, names: [...group.names, "el CECOT"] });
      saved.update(search.savedSearchId, { name: "Money back", search: { ...search.search, stemming: false } });
    });
    edits.perform("delete", () => {
      saved.delete(search.savedSearchId);
      synonyms.delete(group.synonymId);
    });
    expect([saved.list(), synonyms.list()]).toEqual([[], []]);
    edits.undo();
    expect(saved.list()[0]).toMatchObject({ name: "Money back", search: { stemming: false } });
    expect(synonyms.find(group.synonymId)?.names).toHaveLength(3);
    edits.undo();
    expect([saved.list(), synonyms.list()]).toEqual([[search], [group]]);
    expect(saved.seen(search)?.found).toEqual(new Map([[documentId, 3]]));
    edits.undo();
    edits.undo();
    expect([saved.list(), synonyms.list()]).toEqual([[], []]);
    for (let step = 0; step < 4; step += 1) edits.redo();
    expect(edits.redo()).toBeNull();
    expect([saved.list(), synonyms.list()]).toEqual([[], []]);
  });

  it("know what was seen of them, and nothing after the search was changed", () => {
    const { connection, saved, stored } = setUp();
    const [one, other] = [insertDocument(connection), insertDocument(connection)];
    const search = stored("Refunds");
    expect(saved.seen(search)).toBeNull();
    saved.setSeen(search, AT, [
      { documentId: other, hits: 1_000_000 },
      { documentId: one, hits: 0 },
    ]);
    expect(saved.seen(search)).toEqual({
      lookedAt: AT,
      documents: 2,
      hits: 1_000_000,
      found: new Map([
        [one, 0],
        [other, 1_000_000],
      ]),
    });
    expect(saved.seen({ ...search, search: { ...search.search, confident: true } })).toBeNull();
    saved.setSeen(search, AT, []);
    expect(saved.seen(search)).toMatchObject({ documents: 0, hits: 0, found: new Map() });
  });

  it("keep of a very large result which documents it held, without the hits of each", () => {
    const { connection, saved, stored } = setUp();
    const documentId = insertDocument(connection);
    const many = Array.from({ length: SEEN_WITH_HITS_MAX }, () => ({ documentId: "doc_gone" as DocumentId, hits: 2 }));
    const search = stored("Everything");
    saved.setSeen(search, AT, [...many, { documentId, hits: 2 }]);
    const seen = saved.seen(search);
    expect(seen).toMatchObject({ documents: SEEN_WITH_HITS_MAX + 1, hits: 2 * (SEEN_WITH_HITS_MAX + 1) });
    expect(seen?.found).toEqual(new Map([[documentId, null]]));
    const [bytes] = connection.pluck<number>(sql`SELECT length(seen) FROM saved_search_seen`);
    expect(bytes).toBe(2);
  });
});

describe("packSeen", () => {
  it("gives back what it was given, ascending, in few bytes", () => {
    const documents = [5, 1, 200, 100_000, 3_000_000_000].map((number) => ({ number, hits: number % 7 }));
    const sorted = documents.toSorted((one, other) => one.number - other.number);
    expect(unpackSeen(packSeen(documents))).toEqual(sorted);
    const bare = documents.map(({ number }) => ({ number, hits: null }));
    expect(unpackSeen(packSeen(bare)).map(({ hits }) => hits)).toEqual([null, null, null, null, null]);
    const dense = Array.from({ length: 1000 }, (_, index) => ({ number: index + 1, hits: 3 }));
    expect(packSeen(dense)).toHaveLength(2001);
    expect(unpackSeen(packSeen([]))).toEqual([]);
  });
});

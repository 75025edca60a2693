import { describe, expect, it } from "vitest";
import { openPassageTable } from "#adapters/sqlite/passage-table.ts";
import { openTagTable } from "#adapters/sqlite/tag-table.ts";
import type { PassageFilter } from "#core/ports/passage-store.ts";
import { insertDocument, setUpCaseDatabase } from "../../../support/test-database.ts";
import { createTestIds } from "../../../support/test-program.ts";
import { makePassage } from "./make-passage.ts";

const ids = createTestIds();
const EVERYTHING: PassageFilter = { documentId: null, tagIds: [], text: null };

describe("tags", () => {
  it("keep the order of creation and are unique without regard to case, in any script", () => {
    const tags = openTagTable(setUpCaseDatabase());
    const late = ids.next("tag");
    const early = ids.next("tag");
    tags.insert({ tagId: late, name: "Überstellung", color: "rust", key: 1 });
    tags.insert({ tagId: early, name: "Cost", color: "teal", key: null });
    expect(tags.list().map((tag) => tag.tagId)).toEqual([late, early]);
    expect(tags.findByName("ÜBERSTELLUNG")?.tagId).toBe(late);
    expect(tags.findByName("u\u0308berstellung".toUpperCase())?.tagId).toBe(late);
    expect(tags.findByName("Uberstellung")).toBeNull();
    expect(() => tags.insert({ tagId: ids.next("tag"), name: "COST", color: "blue", key: null })).toThrow("UNIQUE");
    expect(() => tags.insert({ tagId: ids.next("tag"), name: "New", color: "blue", key: 1 })).toThrow("UNIQUE");
    tags.update(early, { name: "Price", color: "blue", key: 2 });
    const codebook = { description: "", examples: "", archived: false, position: 1 };
    expect(tags.find(early)).toEqual({
      ...{ tagId: early, name: "Price", color: "blue", key: 2, passages: 0, ...codebook },
    });
    const change = { description: "What was paid.", examples: "“1 dollar”", archived: true, position: 0 };
    tags.update(early, change);
    tags.update(late, { position: 4 });
    expect(tags.list()).toMatchObject([
      { name: "Price", color: "blue", ...change },
      { name: "Überstellung", key: 1 },
    ]);
    expect(tags.findByName("cost")).toBeNull();
  });

  it("that are deleted leave their passages, in the order in which tags were made", () => {
    const connection = setUpCaseDatabase();
    const tags = openTagTable(connection);
    const passages = openPassageTable(connection);
    const documentId = insertDocument(connection);
    const [first, second] = [ids.next("tag"), ids.next("tag")];
    tags.insert({ tagId: first, name: "first", color: "rust", key: null });
    tags.insert({ tagId: second, name: "second", color: "rust", key: null });
    const passage = makePassage({ documentId, tagIds: [second, first, second] });
    passages.insert(passage);
    expect(passages.find(passage.passageId)).toEqual({ ...passage, tagIds: [first, second] });
    expect(tags.list().map((tag) => tag.passages)).toEqual([1, 1]);
    tags.delete(first);
    expect(passages.find(passage.passageId)?.tagIds).toEqual([second]);
    passages.setTags(passage.passageId, [], "2026-03-02T00:00:00.000Z");
    expect(passages.find(passage.passageId)).toMatchObject({ tagIds: [], updatedAt: "2026-03-02T00:00:00.000Z" });
    passages.delete(passage.passageId);
    expect(passages.count()).toBe(0);
  });
});

describe("passages", () => {
  it("are listed in the order of documents, pages and offsets", () => {
    const connection = setUpCaseDatabase();
    const passages = openPassageTable(connection);
    const [early, late] = [insertDocument(connection), insertDocument(connection)];
    const at = (documentId: typeof early, page: number, start: number) =>
      makePassage({ documentId, ranges: [{ page, start, end: start + 1, label: null, addresses: [], quads: [] }] });
    const wanted = [at(early, 1, 5), at(early, 2, 0), at(early, 10, 0), at(late, 1, 0)];
    for (const passage of [wanted[3], wanted[2], wanted[0], wanted[1]]) if (passage) passages.insert(passage);
    expect(passages.list(EVERYTHING)).toEqual(wanted);
    expect(passages.list({ ...EVERYTHING, documentId: late })).toEqual(wanted.slice(3));
  });

  it("are filtered by all tags and by all words, without regard to case and accents", () => {
    const connection = setUpCaseDatabase();
    const passages = openPassageTable(connection);
    const tags = openTagTable(connection);
    const documentId = insertDocument(connection);
    const [one, two] = [ids.next("tag"), ids.next("tag")];
    for (const tagId of [one, two]) tags.insert({ tagId, name: tagId, color: "rust", key: null });
    const both = makePassage({ documentId, tagIds: [one, two], quote: "El señor Núñez", note: "Compare the GRANT" });
    const single = makePassage({ documentId, tagIds: [one], quote: "no one" });
    passages.insert(both);
    passages.insert(single);
    const found = (filter: Partial<PassageFilter>) =>
      passages.list({ ...EVERYTHING, ...filter }).map((passage) => passage.passageId);
    expect(found({ tagIds: [one] })).toEqual([both.passageId, single.passageId]);
    expect(found({ tagIds: [one, two] })).toEqual([both.passageId]);
    expect(found({ text: "nunez grant" })).toEqual([both.passageId]);
    expect(found({ text: "SENOR missing" })).toEqual([]);
    expect(found({ text: "  " })).toEqual([both.passageId, single.passageId]);
  });

  it("keep any text and take a new anchor", () => {
    const connection = setUpCaseDatabase();
    const passages = openPassageTable(connection);
    const documentId = insertDocument(connection);
    const note = `"quoted", 'quoted', \u0000 NUL, \u{1F5CE} and\r\nlines`;
    const passage = makePassage({ documentId, note });
    passages.insert(passage);
    expect(passages.find(passage.passageId)).toEqual(passage);
    const anchor = { quote: "q", prefix: "p", suffix: "s", ranges: [], region: null, state: "orphaned" } as const;
    passages.setAnchor(passage.passageId, anchor);
    passages.updateNote(passage.passageId, "shorter", passage.updatedAt);
    expect(passages.find(passage.passageId)).toEqual({ ...passage, ...anchor, note: "shorter" });
  });
});

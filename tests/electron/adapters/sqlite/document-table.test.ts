import { describe, expect, it } from "vitest";
import { openDocumentTable } from "#adapters/sqlite/document-table.ts";
import { openPassageTable } from "#adapters/sqlite/passage-table.ts";
import { makeDocument, newDocumentId, setUpCaseDatabase } from "../../../support/test-database.ts";
import { makePassage } from "./make-passage.ts";

describe("the catalogue", () => {
  it("keeps documents in the order of import with everything that is known of them", () => {
    const documents = openDocumentTable(setUpCaseDatabase());
    const outline = [{ title: "Part “I”", page: 1, children: [{ title: "A", page: null, children: [] }] }];
    const metadata = { ...makeDocument().metadata, author: "N. Núñez", created: "2025-03-14T00:00:00Z" };
    const second = makeDocument({ metadata, outline, pages: 7, pagesWithoutText: 2 });
    const first = makeDocument();
    documents.insert(second);
    documents.insert(first);
    expect(documents.list().map((document) => document.documentId)).toEqual([second.documentId, first.documentId]);
    expect(documents.find(second.documentId)).toEqual({
      ...second,
      author: "N. Núñez",
      created: "2025-03-14T00:00:00Z",
      passages: 0,
    });
    expect(documents.find(newDocumentId())).toBeNull();
    expect(documents.findBySha256(first.sha256)).toBe(first.documentId);
    expect(documents.findBySha256("0".repeat(64))).toBeNull();
    expect(documents.totals()).toEqual({ documents: 2, pages: 8, pagesWithoutText: 2 });
  });

  it("refuses a second document with the same hash, identifier or short name", () => {
    const documents = openDocumentTable(setUpCaseDatabase());
    const document = makeDocument();
    documents.insert(document);
    for (const same of [
      { sha256: document.sha256 },
      { documentId: document.documentId },
      { shortName: document.shortName },
    ]) {
      const other = makeDocument();
      expect(() => documents.insert({ ...other, ...same })).toThrow("UNIQUE");
    }
    expect(documents.list()).toHaveLength(1);
    expect(documents.shortNames()).toEqual(new Set([document.shortName]));
  });

  it("changes names and reading apart from each other and counts passages", () => {
    const connection = setUpCaseDatabase();
    const documents = openDocumentTable(connection);
    const document = makeDocument();
    documents.insert(document);
    documents.rename(document.documentId, "New title", "New");
    documents.updateReading(document.documentId, {
      pages: 9,
      pagesWithoutText: 3,
      metadata: { ...document.metadata, title: "Read anew" },
      outline: [],
    });
    openPassageTable(connection).insert(makePassage({ documentId: document.documentId }));
    expect(documents.list()).toMatchObject([
      { title: "New title", shortName: "New", pages: 9, pagesWithoutText: 3, passages: 1 },
    ]);
    expect(documents.find(document.documentId)?.metadata.title).toBe("Read anew");
    expect(documents.totals()).toEqual({ documents: 1, pages: 9, pagesWithoutText: 3 });
  });
});

import { describe, expect, it } from "vitest";
import { openDocumentTable } from "#adapters/sqlite/document-table.ts";
import { openEditTable } from "#adapters/sqlite/edit-table.ts";
import { openPassageTable } from "#adapters/sqlite/passage-table.ts";
import { openTagTable } from "#adapters/sqlite/tag-table.ts";
import { NO_FIELDS } from "#shared/model/detection.ts";
import { insertDocument, makeDocument, setUpCaseDatabase } from "../../../support/test-database.ts";
import { createTestClock, createTestIds } from "../../../support/test-program.ts";
import { makePassage } from "./make-passage.ts";

function setUp() {
  const connection = setUpCaseDatabase();
  const documents = openDocumentTable(connection);
  const edits = openEditTable(connection, createTestClock());
  const tags = openTagTable(connection);
  const passages = openPassageTable(connection);
  const [first, second] = [insertDocument(connection), insertDocument(connection)];
  let { mark } = documents.changesSince(0);
  const changed = () => {
    const changes = documents.changesSince(mark);
    mark = changes.mark;
    return [[...changes.documents].sort(), changes.tagNames] as const;
  };
  return { connection, documents, edits, tags, passages, first, second, changed };
}

const NOTHING = [[], false];

describe("changes of documents", () => {
  it("are noted for every write to a document, once, and not again", () => {
    const { documents, first, second, changed } = setUp();
    expect(changed()).toEqual(NOTHING);
    documents.rename(first, "Other title", "Other");
    documents.setPagesWithoutText(first, 1);
    expect(changed()).toEqual([[first], false]);
    expect(changed()).toEqual(NOTHING);
    documents.link({ parent: first, child: second, position: 0, name: "part.pdf" });
    expect(changed()).toEqual([[first, second].sort(), false]);
    const third = makeDocument();
    documents.insert(third);
    expect(changed()).toEqual([[third.documentId], false]);
  });

  it("are noted again for the document that changed last", () => {
    const { documents, second, changed } = setUp();
    for (const title of ["one", "two", "three"]) {
      documents.rename(second, title, title);
      expect(changed()).toEqual([[second], false]);
    }
  });

  it("are noted for passages and tags, and when steps are undone and redone", () => {
    const { edits, tags, passages, first, changed } = setUp();
    const tagId = createTestIds(900).next("tag");
    edits.perform("Add tag", () => tags.insert({ tagId, name: "Breach", color: "teal", key: null }));
    expect(changed()).toEqual([[], true]);
    const passage = makePassage({ documentId: first, tagIds: [tagId] });
    edits.perform("Add passage", () => passages.insert(passage));
    expect(changed()).toEqual([[first], false]);
    edits.undo();
    expect(changed()).toEqual([[first], false]);
    edits.redo();
    expect(changed()).toEqual([[first], false]);
    tags.update(tagId, { name: "Payment", color: "teal", key: null });
    expect(changed()).toEqual([[], true]);
    tags.delete(tagId);
    expect(changed()).toEqual([[first], true]);
    passages.updateNote(passage.passageId, "compare", "2026-03-01T09:30:00.000Z");
    expect(changed()).toEqual([[first], false]);
    passages.delete(passage.passageId);
    expect(changed()).toEqual([[first], false]);
  });

  it("are forgotten with what was rolled back", () => {
    const { connection, documents, first, second, changed } = setUp();
    const work = () =>
      connection.transact(() => {
        documents.rename(first, "Other title", "Other");
        throw new Error("stop");
      });
    expect(work).toThrow("stop");
    expect(changed()).toEqual(NOTHING);
    documents.rename(second, "Second", "Second");
    expect(changed()).toEqual([[second], false]);
  });
});

describe("what a search asks of documents", () => {
  it("comes in the order of import, a portion at a time, with what was entered by hand and the headers of messages", () => {
    const { documents, first, second } = setUp();
    const message = makeDocument({
      format: "eml",
      detected: { ...NO_FIELDS, kind: "email", date: "2025-03-15", author: "A. Sender" },
      headers: {
        from: "A. Sender <a@example.org>",
        to: ["B <b@example.org>"],
        cc: ["C <c@example.org>"],
        bcc: [],
        subject: null,
        date: null,
        messageId: null,
        inReplyTo: null,
        references: [],
      },
    });
    documents.insert(message);
    documents.setEntered(message.documentId, { date: "2025-03-16", author: null });
    documents.link({ parent: message.documentId, child: second, position: 0, name: "part.pdf" });
    expect(documents.searchedAfter(null, 2).map(({ documentId }) => documentId)).toEqual([first, second]);
    expect(documents.searchedAfter(second, 2)).toEqual([
      expect.objectContaining({
        documentId: message.documentId,
        format: "eml",
        from: "A. Sender <a@example.org>",
        to: ["B <b@example.org>", "C <c@example.org>"],
        children: 1,
        fields: expect.objectContaining({ kind: "email", date: "2025-03-16", author: null, title: message.title }),
      }),
    ]);
    expect(documents.searchedAfter(message.documentId, 2)).toEqual([]);
    expect(documents.searched(first)).toMatchObject({ documentId: first, from: null, to: [], children: 0 });
    expect(documents.searched(createTestIds(77).next("document"))).toBeNull();
  });

  it("holds the pages, tags and notes of passages, of one document or of all", () => {
    const { tags, passages, first, second } = setUp();
    const tagId = createTestIds(900).next("tag");
    tags.insert({ tagId, name: "Breach", color: "teal", key: null });
    const range = (page: number) => ({ page, start: 0, end: 4, label: null, addresses: [], quads: [] });
    const ranges = [range(12), range(2), range(12)];
    passages.insert(makePassage({ documentId: first, tagIds: [tagId], note: "compare", ranges }));
    passages.insert(makePassage({ documentId: second }));
    const own = { documentId: first, pages: [2, 12], tagIds: [tagId], note: "compare" };
    expect(passages.marks(first)).toEqual([own]);
    expect(passages.marks(null)).toHaveLength(2);
    expect(passages.marks(null)).toContainEqual(own);
  });
});

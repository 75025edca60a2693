import { describe, expect, it } from "vitest";
import { openDocumentTable } from "#adapters/sqlite/document-table.ts";
import { openEditTable } from "#adapters/sqlite/edit-table.ts";
import { openPassageTable } from "#adapters/sqlite/passage-table.ts";
import { NO_FIELDS } from "#shared/model/detection.ts";
import type { MessageHeaders } from "#shared/model/format.ts";
import { insertDocument, makeDocument, newDocumentId, setUpCaseDatabase } from "../../../support/test-database.ts";
import { createTestClock } from "../../../support/test-program.ts";
import { makePassage } from "./make-passage.ts";

const HEADERS: MessageHeaders = {
  from: "Clerk <clerk@example.org>",
  to: ["Counsel <counsel@example.org>"],
  cc: [],
  bcc: [],
  subject: "SPECIMEN",
  date: "2025-03-14T09:00:00-04:00",
  messageId: "1@example.org",
  inReplyTo: null,
  references: [],
};

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
      fields: { ...NO_FIELDS, title: second.title },
      entered: [],
      enteredFields: {},
      parents: [],
      children: 0,
      languages: null,
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
      detected: { ...NO_FIELDS, court: "D. Specimen" },
      headers: HEADERS,
      notices: [{ kind: "encoding", detail: "Guessed." }],
    });
    documents.setPagesWithoutText(document.documentId, 1);
    openPassageTable(connection).insert(makePassage({ documentId: document.documentId }));
    expect(documents.list()).toMatchObject([
      { title: "New title", shortName: "New", pages: 9, pagesWithoutText: 1, passages: 1 },
    ]);
    expect(documents.find(document.documentId)).toMatchObject({
      passages: 1,
      metadata: { title: "Read anew" },
      detected: { court: "D. Specimen" },
      headers: HEADERS,
      notices: [{ kind: "encoding", detail: "Guessed." }],
    });
    expect(documents.totals()).toEqual({ documents: 1, pages: 9, pagesWithoutText: 1 });
  });
});

describe("what is known of a document", () => {
  it("is what was entered by hand, also where that was emptied, and else what was detected", () => {
    const documents = openDocumentTable(setUpCaseDatabase());
    const detected = { ...NO_FIELDS, title: "Detected", date: "2025-03", author: "N. Núñez", court: "D. Specimen" };
    const document = makeDocument({ detected, format: "eml", headers: HEADERS, thread: "thread 1" });
    documents.insert(document);
    documents.setEntered(document.documentId, { court: null, date: "2025-03-15", kind: "email" });
    const found = documents.find(document.documentId);
    expect(found).toMatchObject({
      format: "eml",
      thread: "thread 1",
      headers: HEADERS,
      detected,
      enteredFields: { court: null, date: "2025-03-15", kind: "email" },
      entered: ["kind", "date", "court"],
    });
    expect(found?.fields).toEqual({
      ...NO_FIELDS,
      kind: "email",
      title: document.title,
      date: "2025-03-15",
      author: "N. Núñez",
    });
    expect(documents.list()[0]).toMatchObject({ fields: found?.fields, entered: found?.entered, thread: "thread 1" });
  });

  it("that people change is one step with its names, and what reading changes is none", () => {
    const connection = setUpCaseDatabase();
    const documents = openDocumentTable(connection);
    const edits = openEditTable(connection, createTestClock());
    const documentId = insertDocument(connection);
    edits.perform("Edit fields", () => {
      documents.setEntered(documentId, { court: "D. Specimen" });
      documents.setLanguages(documentId, ["spa"]);
      documents.rename(documentId, "Note", "Note");
    });
    edits.perform("Nothing", () => {
      documents.setPagesWithoutText(documentId, 1);
    });
    expect(edits.history(9).undo).toHaveLength(1);
    const after = documents.find(documentId);
    expect(after).toMatchObject({ title: "Note", fields: { court: "D. Specimen" }, languages: ["spa"] });
    edits.undo();
    expect(documents.find(documentId)).toMatchObject({ enteredFields: {}, languages: null, pagesWithoutText: 1 });
    edits.redo();
    expect(documents.find(documentId)).toEqual(after);
  });
});

describe("files in files", () => {
  it("are linked once for each place, and counted in the list", () => {
    const connection = setUpCaseDatabase();
    const documents = openDocumentTable(connection);
    const [zip, mail, note] = [insertDocument(connection), insertDocument(connection), insertDocument(connection)];
    const links = [
      { parent: zip, child: mail, position: 0, name: "mail.eml" },
      { parent: zip, child: note, position: 1, name: "note.pdf" },
      { parent: zip, child: note, position: 2, name: "copy of note.pdf" },
      { parent: mail, child: note, position: 0, name: "attached.pdf" },
    ];
    for (const link of [...links.toReversed(), ...links]) documents.link(link);
    expect(documents.list().map(({ parents, children }) => [parents, children])).toEqual([
      [[], 3],
      [[zip], 1],
      [[zip, mail], 0],
    ]);
    for (const { documentId, parents, children } of documents.list()) {
      expect(documents.find(documentId)).toMatchObject({ parents, children });
    }
    expect(documents.family(zip)).toEqual(links.slice(0, 3));
    expect(documents.family(mail)).toEqual([links[0], links[3]]);
    expect(documents.family(note)).toHaveLength(3);
    expect(() => documents.link({ parent: zip, child: newDocumentId(), position: 9, name: "x" })).toThrow(
      "FOREIGN KEY",
    );
  });
});

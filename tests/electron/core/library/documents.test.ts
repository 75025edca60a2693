import { describe, expect, it } from "vitest";
import { readPageText } from "#core/library/page-text.ts";
import { setDocuments } from "#core/library/set-documents.ts";
import { listDocuments, showDocument } from "#core/library/show-documents.ts";
import { redoEdit, undoEdit } from "#core/passages/step-edits.ts";
import { expectFailure } from "../../../support/expect-failure.ts";
import { runsOfText } from "../../../support/lay-out-text.ts";
import { setUpTestCase } from "../../../support/test-case.ts";
import { createTestIds } from "../../../support/test-program.ts";

const unknown = createTestIds().next("document");

async function setUpLibrary() {
  const test = await setUpTestCase();
  const outline = [{ title: "Note", page: 1, children: [] }];
  const note = await test.importOne({
    title: "Note",
    author: "Embassy",
    outline,
    pages: [{ text: "SPECIMEN", label: "i" }, ""],
  });
  const reply = await test.importOne({ title: "Reply", pages: ["SPECIMEN reply"] });
  return { test, ports: test.ports(), note, reply };
}

describe("a document", () => {
  it("is shown with its pages and its outline", async () => {
    const { ports, note } = await setUpLibrary();
    const detail = showDocument(ports, note);
    expect(detail).toMatchObject({ title: "Note", author: "Embassy", pages: 2, pagesWithoutText: 1 });
    expect(detail.outline).toEqual([{ title: "Note", page: 1, children: [] }]);
    expect(detail.pageInfos.map(({ page, label, characters }) => [page, label, characters])).toEqual([
      [1, "i", 8],
      [2, null, 0],
    ]);
    await expectFailure("document/not-found", () => showDocument(ports, unknown));
  });

  it("gives the text and the boxes of each of its pages and of no other", async () => {
    const { ports, note } = await setUpLibrary();
    expect(readPageText(ports, note, 1)).toEqual({
      documentId: note,
      page: 1,
      text: "SPECIMEN",
      runs: runsOfText("SPECIMEN"),
      layer: "text-layer",
      confidences: [],
    });
    expect(readPageText(ports, note, 2)).toMatchObject({ text: "", runs: [] });
    const failure = await expectFailure("document/no-such-page", () => readPageText(ports, note, 3));
    expect(failure.details).toEqual({ page: 3, pages: 2 });
    await expectFailure("document/no-such-page", () => readPageText(ports, note, 2 ** 20 + 1));
    await expectFailure("document/not-found", () => readPageText(ports, unknown, 1));
  });

  it("can be renamed, but not to the short name of another", async () => {
    const { ports, note, reply, test } = await setUpLibrary();
    const set = (document: typeof note, change: object) =>
      setDocuments(ports, [document], { asDetected: [], ...change });
    expect(set(note, { title: "New title" })).toMatchObject([{ title: "New title", shortName: "Note" }]);
    expect(set(note, { shortName: "N." })).toMatchObject([{ title: "New title", shortName: "N." }]);
    expect(test.events.at(-1)).toMatchObject({ areas: ["documents", "passages", "briefs", "edits", "journal"] });
    expect(set(note, { shortName: "N." })).toMatchObject([{ shortName: "N." }]);
    await expectFailure("document/name-taken", () => set(reply, { shortName: "N." }));
    await expectFailure("document/not-found", () => set(unknown, { title: "x" }));
    expect(ports.documents.shortNames()).toEqual(new Set(["N.", "Reply"]));
  });
});

describe("rows of the library", () => {
  it("are those of some documents, in the order asked for, the same as in the whole list", async () => {
    const { ports, note, reply } = await setUpLibrary();
    const [first, second] = listDocuments(ports, null);
    expect(listDocuments(ports, [reply, unknown, note])).toEqual([second, first]);
  });

  it("are named by an import as it adds them", async () => {
    const { test, note, reply } = await setUpLibrary();
    const told = test.events.flatMap((event) => (event.kind === "changed" ? (event.rows ?? []) : []));
    expect(new Set(told)).toEqual(new Set([note, reply]));
  });
});

describe("what is entered by hand", () => {
  it("wins over what was detected, for many documents in one step, and the journal has a line for each", async () => {
    const { ports, note, reply } = await setUpLibrary();
    const before = ports.journal.head().entries;
    const entered = setDocuments(ports, [note, reply, note], { kind: "letter", court: "D.D.C.", asDetected: [] });
    expect(entered.map((document) => document.documentId)).toEqual([note, reply]);
    for (const document of entered) {
      expect(document.fields).toMatchObject({ kind: "letter", court: "D.D.C." });
      expect(document.entered.toSorted()).toEqual(["court", "kind"]);
    }
    expect(showDocument(ports, note).detected.kind).not.toBe("letter");
    const lines = ports.journal.entries(before, 10);
    expect(lines.map(({ action, subject, detail }) => [action, subject, detail["entered"]])).toEqual([
      ["fields-edited", note, "kind, court"],
      ["fields-edited", reply, "kind, court"],
    ]);
    undoEdit(ports);
    expect(listDocuments(ports, null).map((document) => document.entered)).toEqual([[], []]);
    redoEdit(ports);
    expect(listDocuments(ports, null).map((document) => document.fields.kind)).toEqual(["letter", "letter"]);
  });

  it("can be emptied, and taken back", async () => {
    const { ports, note } = await setUpLibrary();
    setDocuments(ports, [note], { author: null, title: "By hand", asDetected: [] });
    expect(showDocument(ports, note)).toMatchObject({ title: "By hand", fields: { author: null, title: "By hand" } });
    expect(showDocument(ports, note).entered.toSorted()).toEqual(["author", "title"]);
    const [taken] = setDocuments(ports, [note], { asDetected: ["author", "title"] });
    expect(taken).toMatchObject({ title: "Note", entered: [] });
  });

  it("refuses a name for several documents, and a field that is entered and taken back", async () => {
    const { ports, note, reply } = await setUpLibrary();
    const history = ports.edits.history(10);
    for (const change of [{ title: "Same" }, { shortName: "Same" }]) {
      await expectFailure("input/invalid", () => setDocuments(ports, [note, reply], { ...change, asDetected: [] }));
    }
    await expectFailure("input/invalid", () => setDocuments(ports, [note], { kind: "order", asDetected: ["kind"] }));
    await expectFailure("document/not-found", () =>
      setDocuments(ports, [note, unknown], { kind: "order", asDetected: [] }),
    );
    expect(ports.edits.history(10)).toEqual(history);
  });
});

import { expect, it } from "vitest";
import { tagDocuments, tagsOfDocuments } from "#core/library/tag-documents.ts";
import { archivePlace } from "#core/passages/edit-codebook.ts";
import { createPassage } from "#core/passages/edit-passage.ts";
import { undoEdit } from "#core/passages/step-edits.ts";
import { expectFailure } from "../../../support/expect-failure.ts";
import { setUpTestCase } from "../../../support/test-case.ts";
import { createTestIds } from "../../../support/test-program.ts";

it("a tag is put on every passage of documents and taken off, each in one step", async () => {
  const test = await setUpTestCase();
  const note = await test.importOne({ title: "Note", pages: ["SPECIMEN the cost of custody"] });
  const reply = await test.importOne({ title: "Reply", pages: ["SPECIMEN reply to the note"] });
  const ports = test.ports();
  const tag = (name: string) => ports.tags.findByName(name)?.tagId;
  const named = () =>
    tagsOfDocuments(ports).map(({ documentId, tagIds }) => [
      documentId,
      tagIds.map((tagId) => ports.tags.find(tagId)?.name).sort(),
    ]);
  createPassage(ports, { document: note, quote: "cost", tag: ["Money"], note: "" });
  createPassage(ports, { document: note, quote: "custody", tag: [], note: "" });
  createPassage(ports, { document: reply, quote: "reply", tag: [], note: "" });
  expect(named()).toEqual([[note, ["Money"]]]);

  const steps = ports.edits.history(20).undo.length;
  expect(tagDocuments(ports, { documentIds: [note, reply, note], name: "money", off: false })).toBe(2);
  expect(named()).toEqual([
    [note, ["Money"]],
    [reply, ["Money"]],
  ]);
  expect(tagDocuments(ports, { documentIds: [note, reply], name: "Hot", off: false })).toBe(3);
  expect(tag("Hot")).toBeDefined();
  expect(ports.edits.history(1).undo[0]?.label).toBe("Tag 3 passages “Hot”");
  expect(tagDocuments(ports, { documentIds: [note], name: "Hot", off: true })).toBe(2);
  expect(named()).toEqual([
    [note, ["Money"]],
    [reply, ["Hot", "Money"]],
  ]);
  for (let step = ports.edits.history(20).undo.length; step > steps; step -= 1) undoEdit(ports);
  expect(named()).toEqual([[note, ["Money"]]]);
  expect(tag("Hot")).toBeUndefined();
});

it("nothing is made where nothing would change", async () => {
  const test = await setUpTestCase();
  const note = await test.importOne({ title: "Note", pages: ["SPECIMEN"] });
  const ports = test.ports();
  expect(tagDocuments(ports, { documentIds: [note], name: "Hot", off: false })).toBe(0);
  expect(tagDocuments(ports, { documentIds: [note], name: "Hot", off: true })).toBe(0);
  expect(ports.tags.list()).toEqual([]);
  expect(ports.edits.history(5).undo).toEqual([]);
  const unknown = createTestIds().next("document");
  await expectFailure("document/not-found", () =>
    tagDocuments(ports, { documentIds: [unknown], name: "Hot", off: false }),
  );
});

it("an archived tag is put on no more passages, and can still be taken off", async () => {
  const test = await setUpTestCase();
  const note = await test.importOne({ title: "Note", pages: ["SPECIMEN the cost of custody"] });
  const ports = test.ports();
  createPassage(ports, { document: note, quote: "cost", tag: ["Money"], note: "" });
  createPassage(ports, { document: note, quote: "custody", tag: [], note: "" });
  archivePlace(ports, "Money", true);
  await expectFailure("tag/archived", () => tagDocuments(ports, { documentIds: [note], name: "Money", off: false }));
  expect(tagDocuments(ports, { documentIds: [note], name: "Money", off: true })).toBe(1);
});

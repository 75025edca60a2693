import { describe, expect, it } from "vitest";
import {
  addPassage,
  addSection,
  addText,
  createBrief,
  deleteBlock,
  deleteBrief,
  deleteSection,
  moveBlock,
  moveSection,
  renameBrief,
  renameSection,
  updateBlock,
} from "#core/briefs/edit-brief.ts";
import { readBrief } from "#core/briefs/read-brief.ts";
import { setDocuments } from "#core/library/set-documents.ts";
import { createPassage, deletePassage } from "#core/passages/edit-passage.ts";
import { undoEdit } from "#core/passages/step-edits.ts";
import type { BriefDetail } from "#shared/model/brief.ts";
import { expectFailure } from "../../../support/expect-failure.ts";
import { snapshotOf } from "../../../support/snapshot.ts";
import { setUpTestCase, type TestCase } from "../../../support/test-case.ts";
import { createTestIds } from "../../../support/test-program.ts";

const PAGE = "SPECIMEN\nThe Embassy will house the persons trans-\nferred for one year.\n\nA second paragraph.";

async function setUpBrief() {
  const test = await setUpTestCase();
  const document = await test.importOne({ title: "Note", pages: [{ text: PAGE, label: "2" }] });
  const ports = test.ports();
  const quote = "will house the persons transferred";
  const passage = createPassage(ports, { document, quote, tag: [], note: "" });
  return { test, ports, document, passage, brief: createBrief(ports, "Statement of facts") };
}

function sectionAt(brief: BriefDetail, index: number) {
  const section = brief.sections.at(index);
  if (section === undefined) throw new Error("no such section");
  return section;
}

function outline(brief: BriefDetail) {
  return brief.sections.map(({ heading, blocks }) => [heading, ...blocks.map(({ text }) => text)]);
}

async function readAnew(test: TestCase, text: string): Promise<void> {
  test.program.reader.revise((found) => ({ ...found, pages: [text] }));
  const { jobs } = test.session();
  jobs.start("rebuild-index", "Rebuild", { paths: [], incomingFolder: null, documents: null });
  await jobs.settled();
}

describe("a quotation in a brief", () => {
  it("runs on, carries its citation, and is verified", async () => {
    const { ports, brief, passage, document } = await setUpBrief();
    const [block] = sectionAt(addPassage(ports, brief.briefId, passage.passageId, {}), 0).blocks;
    expect(block).toEqual({
      kind: "quotation",
      blockId: block?.blockId,
      passageId: passage.passageId,
      documentId: document,
      page: 1,
      text: "will house the persons transferred",
      citation: "(Note at 2.)",
      check: { kind: "verified" },
    });
    const whole = createPassage(ports, { document, quote: "for one year. A second paragraph.", tag: [], note: "" });
    const second = addPassage(ports, brief.briefId, whole.passageId, { position: 0 });
    expect(outline(second)[0]?.[1]).toBe("for one year.\n\nA second paragraph.");
    expect(second.checks).toEqual({ verified: 2, altered: 0, orphaned: 0, missing: 0 });
  });

  it("that is changed shows the difference, and is verified again when it is put right", async () => {
    const { ports, brief, passage } = await setUpBrief();
    const added = addPassage(ports, brief.briefId, passage.passageId, {});
    const blockId = sectionAt(added, 0).blocks[0]?.blockId;
    if (blockId === undefined) throw new Error("no block");
    const altered = updateBlock(ports, blockId, "may house the persons transferred");
    expect(altered.checks).toMatchObject({ verified: 0, altered: 1 });
    expect(sectionAt(altered, 0).blocks[0]).toMatchObject({
      check: {
        kind: "altered",
        difference: [
          { kind: "removed", text: "will" },
          { kind: "added", text: "may" },
          { kind: "same", text: " house the persons transferred" },
        ],
      },
    });
    expect(updateBlock(ports, blockId, "will house the  persons\ntransferred").checks.verified).toBe(1);
  });

  it("is missing when its passage is deleted, and verified when that is undone", async () => {
    const { ports, brief, passage } = await setUpBrief();
    addPassage(ports, brief.briefId, passage.passageId, {});
    deletePassage(ports, passage.passageId);
    const missing = readBrief(ports, brief.briefId);
    expect(missing.checks).toEqual({ verified: 0, altered: 0, orphaned: 0, missing: 1 });
    expect(sectionAt(missing, 0).blocks[0]).toMatchObject({
      text: "will house the persons transferred",
      documentId: null,
      page: null,
      citation: "",
      check: { kind: "missing" },
    });
    undoEdit(ports);
    expect(readBrief(ports, brief.briefId).checks.verified).toBe(1);
  });

  it("is checked against the source as it is now", async () => {
    const { test, ports, brief, passage } = await setUpBrief();
    addPassage(ports, brief.briefId, passage.passageId, {});
    await readAnew(test, PAGE.replace("house", "hause"));
    expect(readBrief(ports, brief.briefId).checks).toMatchObject({ altered: 1 });
    await readAnew(test, "SPECIMEN and nothing else");
    expect(readBrief(ports, brief.briefId).checks).toMatchObject({ orphaned: 1 });
    await readAnew(test, PAGE);
    expect(readBrief(ports, brief.briefId).checks).toMatchObject({ verified: 1 });
  });

  it("is cited by the short name that its document has now", async () => {
    const { ports, brief, passage, document } = await setUpBrief();
    addPassage(ports, brief.briefId, passage.passageId, {});
    setDocuments(ports, [document], { shortName: "Note Verbale", asDetected: [] });
    expect(sectionAt(readBrief(ports, brief.briefId), 0).blocks[0]).toMatchObject({ citation: "(Note Verbale at 2.)" });
  });
});

describe("where a passage is added", () => {
  it("the empty section of a new brief takes the first heading", async () => {
    const { ports, brief, passage } = await setUpBrief();
    const added = addPassage(ports, brief.briefId, passage.passageId, { section: "The arrangement" });
    expect(added.sections.map(({ heading }) => heading)).toEqual(["The arrangement"]);
    expect(sectionAt(added, 0).sectionId).toBe(sectionAt(brief, 0).sectionId);
  });

  it("is by heading, by identifier, in a new section, or in the last", async () => {
    const { ports, brief, passage } = await setUpBrief();
    const add = (section?: string, position?: number) =>
      addPassage(ports, brief.briefId, passage.passageId, { section, position });
    add("One");
    const two = add("Two");
    expect(outline(two).map((row) => [row[0], row.length - 1])).toEqual([
      ["One", 1],
      ["Two", 1],
    ]);
    add("One");
    add(sectionAt(two, 0).sectionId);
    expect(outline(add()).map((row) => row.length - 1)).toEqual([3, 2]);
    const before = snapshotOf(ports);
    await expectFailure("brief/section-not-found", () => add(createTestIds().next("section")));
    expect(snapshotOf(ports)).toEqual(before);
  });

  it("is a section without a heading when the brief has none left", async () => {
    const { ports, brief, passage } = await setUpBrief();
    expect(deleteSection(ports, sectionAt(brief, 0).sectionId).sections).toEqual([]);
    const added = addPassage(ports, brief.briefId, passage.passageId, {});
    expect(outline(added)).toEqual([["", "will house the persons transferred"]]);
  });

  it("is never the section of another brief", async () => {
    const { ports, brief, passage } = await setUpBrief();
    const other = createBrief(ports, "Other");
    const foreign = sectionAt(other, 0).sectionId;
    await expectFailure("brief/section-not-found", () =>
      addPassage(ports, brief.briefId, passage.passageId, { section: foreign }),
    );
    const own = addText(ports, sectionAt(brief, 0).sectionId, "Mine", undefined);
    const blockId = sectionAt(own, 0).blocks[0]?.blockId;
    if (blockId === undefined) throw new Error("no block");
    await expectFailure("brief/section-not-found", () => moveBlock(ports, blockId, foreign, 0));
    expect(outline(readBrief(ports, brief.briefId))).toEqual([["", "Mine"]]);
  });
});

describe("a brief", () => {
  it("is arranged by moving sections and paragraphs", async () => {
    const { ports, brief } = await setUpBrief();
    const first = sectionAt(brief, 0).sectionId;
    renameSection(ports, first, "First");
    addText(ports, first, "a", undefined);
    addText(ports, first, "b", 0);
    const second = sectionAt(addSection(ports, brief.briefId, "Second", undefined), 1).sectionId;
    const zero = addSection(ports, brief.briefId, "Zero", 0);
    expect(outline(zero)).toEqual([["Zero"], ["First", "b", "a"], ["Second"]]);
    const blockId = sectionAt(zero, 1).blocks[0]?.blockId;
    if (blockId === undefined) throw new Error("no block");
    expect(outline(moveBlock(ports, blockId, second, 5))).toEqual([["Zero"], ["First", "a"], ["Second", "b"]]);
    expect(outline(moveSection(ports, second, 0))).toEqual([["Second", "b"], ["Zero"], ["First", "a"]]);
    expect(outline(updateBlock(ports, blockId, "B"))[0]).toEqual(["Second", "B"]);
    expect(outline(deleteBlock(ports, blockId))[0]).toEqual(["Second"]);
    expect(renameBrief(ports, brief.briefId, "Renamed")).toMatchObject({ title: "Renamed" });
    expect(ports.briefs.list()).toMatchObject([{ title: "Renamed", sections: 3, quotations: 0 }]);
  });

  it("says when it was changed last", async () => {
    const { ports, brief } = await setUpBrief();
    expect(addSection(ports, brief.briefId, "New", undefined).updatedAt > brief.updatedAt).toBe(true);
  });

  it("that is gone, or parts that are, cannot be changed", async () => {
    const { ports, brief, passage } = await setUpBrief();
    const { sectionId } = sectionAt(brief, 0);
    deleteBrief(ports, brief.briefId);
    const { briefId } = brief;
    for (const work of [
      () => readBrief(ports, briefId),
      () => renameBrief(ports, briefId, "x"),
      () => deleteBrief(ports, briefId),
      () => addSection(ports, briefId, "x", 0),
      () => addPassage(ports, briefId, passage.passageId, {}),
    ]) {
      await expectFailure("brief/not-found", work);
    }
    for (const work of [
      () => renameSection(ports, sectionId, "x"),
      () => moveSection(ports, sectionId, 0),
      () => deleteSection(ports, sectionId),
      () => addText(ports, sectionId, "x", 0),
    ]) {
      await expectFailure("brief/section-not-found", work);
    }
    const block = createTestIds().next("block");
    for (const work of [
      () => updateBlock(ports, block, "x"),
      () => deleteBlock(ports, block),
      () => moveBlock(ports, block, sectionId, 0),
    ]) {
      await expectFailure("brief/block-not-found", work);
    }
    const { briefId: again } = createBrief(ports, "Again");
    const gone = createTestIds().next("passage");
    deletePassage(ports, passage.passageId);
    await expectFailure("passage/not-found", () => addPassage(ports, again, gone, {}));
  });
});

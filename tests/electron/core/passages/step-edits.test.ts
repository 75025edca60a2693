import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { addPassage, addText, createBrief, deleteBrief, deleteSection } from "#core/briefs/edit-brief.ts";
import { setDocuments } from "#core/library/set-documents.ts";
import { createPassage, updatePassage } from "#core/passages/edit-passage.ts";
import { createTag, deleteTag, updateTag } from "#core/passages/edit-tag.ts";
import { editHistory, redoEdit, undoEdit } from "#core/passages/step-edits.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import { expectFailure } from "../../../support/expect-failure.ts";
import { performEdit, type RandomEdit, randomEdit } from "../../../support/random-edits.ts";
import { snapshotOf } from "../../../support/snapshot.ts";
import { setUpTestCase, type TestCase } from "../../../support/test-case.ts";

// Much is done here, and continuous integration is slow.
vi.setConfig({ testTimeout: 60_000 });

const PAGE = "SPECIMEN\nThe Embassy will house the persons\ntransferred for one year.";

type Step = RandomEdit | { readonly name: "undo" | "redo" | "reopen" };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: randomEdit },
  { weight: 2, arbitrary: fc.constant<Step>({ name: "undo" }) },
  { weight: 1, arbitrary: fc.constant<Step>({ name: "redo" }) },
);

/** The states that a person has been through, and the one they see. */
class Timeline {
  private states: unknown[];
  private at = 0;

  constructor(first: unknown) {
    this.states = [first];
  }

  edited(state: unknown): void {
    this.at += 1;
    this.states = [...this.states.slice(0, this.at), state];
  }

  step(distance: number): unknown {
    const next = this.at + distance;
    if (next < 0 || next >= this.states.length) return undefined;
    this.at = next;
    return this.states[next];
  }

  get undoable(): number {
    return this.at;
  }

  get redoable(): number {
    return this.states.length - 1 - this.at;
  }
}

/** What is held in memory of passages is what stands in the database. */
function expectFactsToHold(test: TestCase): void {
  const { passages, passageLinks } = test.ports();
  const links = passageLinks.counts();
  const stored = passages.list({ documentId: null, tagIds: [], text: null });
  const known = passages.facts().map(({ tagIds, ...facts }) => ({ ...facts, tagIds: tagIds.toSorted() }));
  expect(known).toMatchObject(
    stored.map(({ passageId, documentId, tagIds, marks, author, createdAt, updatedAt, state, region, origin }) => ({
      ...{ passageId, documentId, tagIds: tagIds.toSorted(), marks, author, createdAt, updatedAt, state },
      isRegion: region !== null,
      origin: origin?.kind ?? "here",
      links: links.get(passageId) ?? 0,
    })),
  );
}

async function take(test: TestCase, timeline: Timeline, next: Step): Promise<void> {
  const ports = test.ports();
  const before = snapshotOf(ports);
  expectFactsToHold(test);
  if (next.name === "reopen") {
    await test.reopen();
    expect(snapshotOf(test.ports())).toEqual(before);
    return;
  }
  if (!("pick" in next)) {
    const wanted = timeline.step(next.name === "undo" ? -1 : 1);
    const move = () => (next.name === "undo" ? undoEdit(ports) : redoEdit(ports));
    if (wanted === undefined) await expectFailure(`edit/nothing-to-${next.name}`, move);
    else {
      move();
      expect(snapshotOf(ports)).toEqual(wanted);
    }
    return;
  }
  const steps = editHistory(ports).undo[0]?.sequence;
  try {
    performEdit(ports, next);
  } catch (thrown) {
    if (!(thrown instanceof ProbativeError)) throw thrown;
    expect(snapshotOf(ports)).toEqual(before);
  }
  // What changed nothing is no step.
  if (editHistory(ports).undo[0]?.sequence === steps) expect(snapshotOf(ports)).toEqual(before);
  else timeline.edited(snapshotOf(ports));
}

describe("undo and redo", () => {
  it("lead through the states that edits made, across restarts", async () => {
    const test = await setUpTestCase();
    await test.importOne({ title: "Note", pages: [PAGE] });
    await test.importOne({ title: "Reply", pages: [PAGE, "SPECIMEN page two"] });
    const timeline = new Timeline(snapshotOf(test.ports()));
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 30, maxLength: 80 }), async (steps) => {
        for (const next of steps) await take(test, timeline, next);
        await take(test, timeline, { name: "reopen" });
        const history = editHistory(test.ports());
        expect(history.undo).toHaveLength(Math.min(200, timeline.undoable));
        expect(history.redo).toHaveLength(Math.min(200, timeline.redoable));
      }),
      { numRuns: 12 },
    );
    const final = snapshotOf(test.ports());
    let taken = 0;
    for (; timeline.undoable > 0; taken += 1) await take(test, timeline, { name: "undo" });
    expect(snapshotOf(test.ports()).passages).toEqual([]);
    for (; taken > 0; taken -= 1) await take(test, timeline, { name: "redo" });
    expect(snapshotOf(test.ports())).toEqual(final);
    expect(test.session().checkCatalogue()).toEqual([]);
  });

  it("bring back what fell with a tag, a brief or a section", async () => {
    const test = await setUpTestCase();
    const ports = test.ports();
    const document = await test.importOne({ title: "Note", pages: [PAGE] });
    const passage = createPassage(ports, { document, quote: "for one year", tag: ["Cost", "Custody"], note: "" });
    const { briefId, sections } = createBrief(ports, "Brief");
    addPassage(ports, briefId, passage.passageId, {});
    const [section] = sections;
    if (section === undefined) throw new Error("no section");
    addText(ports, section.sectionId, "Own words.", 0);
    const whole = snapshotOf(ports);
    const [tag] = ports.tags.list();
    if (tag === undefined) throw new Error("no tag");
    deleteTag(ports, tag.tagId);
    deleteSection(ports, section.sectionId);
    deleteBrief(ports, briefId);
    expect(ports.passages.find(passage.passageId)?.tagIds).toHaveLength(1);
    expect(ports.briefs.list()).toEqual([]);
    for (let steps = 0; steps < 3; steps += 1) undoEdit(ports);
    expect(snapshotOf(ports)).toEqual(whole);
    for (let steps = 0; steps < 3; steps += 1) redoEdit(ports);
    expect(ports.briefs.list()).toEqual([]);
    expect(ports.tags.list()).toHaveLength(1);
  });

  it("name what they would step over, the nearest first", async () => {
    const ports = (await setUpTestCase()).ports();
    createTag(ports, { name: "One" });
    createTag(ports, { name: "Two" });
    createTag(ports, { name: "Three" });
    undoEdit(ports);
    const { undo, redo } = undoEdit(ports);
    expect(undo.map(({ label }) => label)).toEqual(["Create tag “One”"]);
    expect(redo.map(({ label }) => label)).toEqual(["Create tag “Two”", "Create tag “Three”"]);
    expect(ports.edits.history(1).redo.map(({ label }) => label)).toEqual(["Create tag “Two”"]);
  });

  it("end what was undone with the next edit, but not with one that changes nothing or fails", async () => {
    const test = await setUpTestCase();
    const ports = test.ports();
    const document = await test.importOne({ title: "Note", pages: [PAGE] });
    const passage = createPassage(ports, { document, quote: "for one year", tag: [], note: "" });
    createTag(ports, { name: "One" });
    undoEdit(ports);
    updatePassage(ports, passage.passageId, {});
    expect(editHistory(ports).redo).toHaveLength(1);
    expect(() =>
      ports.edits.perform("Fails", () => {
        ports.passages.updateNote(passage.passageId, "lost", "2026-03-02T00:00:00.000Z");
        throw new Error("no");
      }),
    ).toThrow("no");
    expect(editHistory(ports).redo).toHaveLength(1);
    expect(ports.passages.find(passage.passageId)?.note).toBe("");
    updatePassage(ports, passage.passageId, { note: "kept" });
    expect(editHistory(ports).redo).toEqual([]);
    await expectFailure("edit/nothing-to-redo", () => redoEdit(ports));
  });

  it("do not touch what imports wrote", async () => {
    const test = await setUpTestCase();
    const ports = test.ports();
    createTag(ports, { name: "Before" });
    await test.importOne({ title: "Note", pages: [PAGE] });
    undoEdit(ports);
    await expectFailure("edit/nothing-to-undo", () => undoEdit(ports));
    expect(ports.documents.list()).toHaveLength(1);
  });

  it("say so when a name that would come back is taken by a document that came in since", async () => {
    const test = await setUpTestCase();
    const ports = test.ports();
    const document = await test.importOne({ title: "Note", pages: [PAGE] });
    const { shortName } = ports.documents.list()[0] ?? { shortName: "" };
    setDocuments(ports, [document], { shortName: "Other name", asDetected: [] });
    await test.importOne({ title: "Note", pages: [PAGE, PAGE] }, "second.pdf");
    expect(ports.documents.list()[1]?.shortName).toBe(shortName);
    const before = snapshotOf(ports);
    await expectFailure("document/name-taken", () => undoEdit(ports));
    expect(snapshotOf(ports)).toEqual(before);
  });

  it("anchor a passage anew that comes back after its document was read differently", async () => {
    const test = await setUpTestCase();
    const document = await test.importOne({ title: "Note", pages: [PAGE] });
    const passage = createPassage(test.ports(), { document, quote: "for one year", tag: [], note: "" });
    undoEdit(test.ports());
    test.program.reader.revise((found) => ({ ...found, pages: [`STAMPED\n${PAGE}`] }));
    const { jobs } = test.session();
    jobs.start("rebuild-index", "Rebuild", { paths: [], incomingFolder: null, documents: null });
    await jobs.settled();
    redoEdit(test.ports());
    const [range] = test.ports().passages.find(passage.passageId)?.ranges ?? [];
    expect(range?.start).toBe((passage.ranges[0]?.start ?? 0) + "STAMPED\n".length);
  });

  it("restore colours and keys of tags", async () => {
    const ports = (await setUpTestCase()).ports();
    const one = createTag(ports, { name: "One" });
    const two = createTag(ports, { name: "Two" });
    updateTag(ports, one.tagId, { key: null });
    updateTag(ports, two.tagId, { key: 1, color: "slate", name: "ONE more" });
    undoEdit(ports);
    undoEdit(ports);
    expect(ports.tags.list()).toEqual([one, two]);
  });
});

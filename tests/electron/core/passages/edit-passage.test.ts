import { describe, expect, it } from "vitest";
import { createPassage, deletePassage, listPassages, updatePassage } from "#core/passages/edit-passage.ts";
import { createTag, deleteTag, updateTag } from "#core/passages/edit-tag.ts";
import { TAG_COLORS } from "#shared/model/tag.ts";
import { expectFailure } from "../../../support/expect-failure.ts";
import { snapshotOf } from "../../../support/snapshot.ts";
import { setUpTestCase } from "../../../support/test-case.ts";
import { createTestIds } from "../../../support/test-program.ts";

const EVERYTHING = { documentId: null, tagIds: [], text: null };

async function setUpNote() {
  const test = await setUpTestCase();
  const pages = [
    { text: "SPECIMEN\nthe cost of custody", label: "CV-0001" },
    { text: "SPECIMEN\nfor one year", label: "CV-0002" },
  ];
  const document = await test.importOne({ title: "Note Verbale 44/2025", pages });
  return { test, ports: test.ports(), document };
}

describe("tagging a passage", () => {
  it("keeps who did it, where it stands and its tags, which are made when they are new", async () => {
    const { ports, document, test } = await setUpNote();
    createTag(ports, { name: "Cost", color: "teal" });
    const passage = createPassage(ports, { document, quote: "the cost", tag: ["COST", "New", "new"], note: "See." });
    expect(passage).toMatchObject({
      quote: "the cost",
      author: "A. Tester",
      note: "See.",
      state: "anchored",
      documentTitle: "Note Verbale 44/2025",
    });
    expect(passage.citation).toBe(`${ports.documents.list()[0]?.shortName}, CV-0001`);
    expect(ports.tags.list().map(({ name, passages }) => [name, passages])).toEqual([
      ["Cost", 1],
      ["New", 1],
    ]);
    expect(listPassages(ports, EVERYTHING)).toEqual([passage]);
    expect(ports.documents.find(document)?.passages).toBe(1);
    expect(test.events.at(-1)).toEqual({
      kind: "changed",
      areas: ["passages", "tags", "documents", "case", "edits"],
    });
    const across = createPassage(ports, { document, quote: "custody SPECIMEN for", tag: [], note: "" });
    expect(across.citation).toMatch(/, CV-0001–CV-0002$/);
  });

  it("that fails makes no tag and no passage", async () => {
    const { ports, document } = await setUpNote();
    const before = snapshotOf(ports);
    const tag = ["Never"];
    const unknown = createTestIds().next("document");
    await expectFailure("document/not-found", () =>
      createPassage(ports, { document: unknown, quote: "x", tag, note: "" }),
    );
    await expectFailure("passage/quote-not-found", () =>
      createPassage(ports, { document, quote: "price", tag, note: "" }),
    );
    await expectFailure("document/no-such-page", () =>
      createPassage(ports, { document, quote: "the cost", page: 3, tag, note: "" }),
    );
    await expectFailure("document/no-such-page", () =>
      createPassage(ports, { document, ranges: [{ page: 2 ** 20 + 1, start: 0, end: 1 }], tag, note: "" }),
    );
    await expectFailure("passage/empty-selection", () => createPassage(ports, { document, tag, note: "" }));
    expect(snapshotOf(ports)).toEqual(before);
    expect(ports.edits.history(10).undo).toEqual([]);
  });

  it("can be changed and taken back", async () => {
    const { ports, document } = await setUpNote();
    const { passageId, updatedAt } = createPassage(ports, { document, quote: "the cost", tag: ["One"], note: "" });
    const changed = updatePassage(ports, passageId, { note: "Longer", tag: ["Two", "One"] });
    expect(changed.note).toBe("Longer");
    expect(changed.updatedAt > updatedAt).toBe(true);
    expect(changed.tagIds).toEqual(ports.tags.list().map(({ tagId }) => tagId));
    expect(updatePassage(ports, passageId, { tag: [] }).tagIds).toEqual([]);
    deletePassage(ports, passageId);
    expect(listPassages(ports, EVERYTHING)).toEqual([]);
    await expectFailure("passage/not-found", () => updatePassage(ports, passageId, { note: "" }));
    await expectFailure("passage/not-found", () => deletePassage(ports, passageId));
  });
});

describe("tags", () => {
  it("get the colour that is used least and the lowest key that is free", async () => {
    const { ports } = await setUpNote();
    const tags = Array.from({ length: 11 }, (_, at) => createTag(ports, { name: `Tag ${at}` }));
    expect(tags.slice(0, 8).map(({ color }) => color)).toEqual(TAG_COLORS);
    expect(tags.map(({ key }) => key)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, null, null]);
    const [, second] = tags;
    if (second === undefined) throw new Error("no tag");
    updateTag(ports, second.tagId, { key: null });
    expect(createTag(ports, { name: "Next" }).key).toBe(2);
    expect(createTag(ports, { name: "None", key: null }).key).toBeNull();
  });

  it("have names and keys of their own", async () => {
    const { ports } = await setUpNote();
    const one = createTag(ports, { name: "One" });
    const two = createTag(ports, { name: "Two" });
    const before = snapshotOf(ports);
    await expectFailure("tag/name-taken", () => createTag(ports, { name: "ONE" }));
    await expectFailure("tag/name-taken", () => updateTag(ports, two.tagId, { name: "one" }));
    const taken = await expectFailure("tag/key-taken", () => updateTag(ports, two.tagId, { key: 1 }));
    expect(taken.message).toContain("1 applies One.");
    await expectFailure("tag/key-taken", () => createTag(ports, { name: "Three", key: 2 }));
    expect(snapshotOf(ports)).toEqual(before);
    expect(updateTag(ports, one.tagId, { name: "ONE", key: 1, color: "slate" })).toMatchObject({
      name: "ONE",
      key: 1,
      color: "slate",
    });
    deleteTag(ports, one.tagId);
    await expectFailure("tag/not-found", () => deleteTag(ports, one.tagId));
    await expectFailure("tag/not-found", () => updateTag(ports, one.tagId, {}));
  });
});

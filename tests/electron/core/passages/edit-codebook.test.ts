import { describe, expect, it } from "vitest";
import { archivePlace, movePlace, renamePlace } from "#core/passages/edit-codebook.ts";
import { updatePassage } from "#core/passages/edit-passage.ts";
import { createTag, updateTag } from "#core/passages/edit-tag.ts";
import { mergeTags, splitTag } from "#core/passages/merge-tags.ts";
import { undoEdit } from "#core/passages/step-edits.ts";
import { expectFailure } from "../../../support/expect-failure.ts";
import { snapshotOf } from "../../../support/snapshot.ts";
import { setUpTagging } from "./set-up-passages.ts";

async function setUpCodebook(...names: readonly string[]) {
  const given = await setUpTagging();
  for (const name of names) createTag(given.ports, { name });
  return given;
}

describe("renaming a place", () => {
  it("takes what stands below it along, in one step", async () => {
    const { ports, names, tag, tagsOf } = await setUpCodebook("Payment", "Payment › Amount", "payments", "Custody");
    const passage = tag("for one year", ["Payment › Amount › in dollars"]);
    const before = snapshotOf(ports);
    renamePlace(ports, "PAYMENT", "Money › Payment");
    expect(names()).toEqual([
      "Money › Payment",
      "Money › Payment › Amount",
      "payments",
      "Custody",
      "Money › Payment › Amount › in dollars",
    ]);
    expect(tagsOf(passage.passageId)).toEqual(["Money › Payment › Amount › in dollars"]);
    undoEdit(ports);
    expect(snapshotOf(ports)).toEqual(before);
  });

  it("works on a place without a tag of its own, and lets a branch move up into names that it leaves", async () => {
    const { ports, names } = await setUpCodebook("A › A › A", "A › A");
    renamePlace(ports, "A › A", "A");
    expect(names()).toEqual(["A › A", "A"]);
  });

  it("through a tag's own name takes those below along too", async () => {
    const { ports, names } = await setUpCodebook("Payment", "Payment › Amount");
    const [payment] = ports.tags.list();
    if (payment === undefined) throw new Error("no tag");
    updateTag(ports, payment.tagId, { name: "PAYMENT", description: "What was paid.", examples: "“six million”" });
    expect(names()).toEqual(["PAYMENT", "PAYMENT › Amount"]);
    expect(ports.tags.list()[0]).toMatchObject({ description: "What was paid.", examples: "“six million”" });
  });

  it("refuses names that are taken, too long or below itself, and changes nothing then", async () => {
    const { ports } = await setUpCodebook("A", "A › x", "B › X", "C");
    const before = snapshotOf(ports);
    await expectFailure("tag/name-taken", () => renamePlace(ports, "A", "B"));
    await expectFailure("tag/name-taken", () => renamePlace(ports, "A", "c"));
    await expectFailure("tag/below-itself", () => renamePlace(ports, "A", "a › deeper"));
    await expectFailure("tag/not-found", () => renamePlace(ports, "Nowhere", "D"));
    await expectFailure("input/invalid", () => renamePlace(ports, "A", "z".repeat(199)));
    expect(snapshotOf(ports)).toEqual(before);
  });
});

describe("moving a place", () => {
  it("puts it among its siblings, with all below it", async () => {
    const { ports, names } = await setUpCodebook("A", "A › x", "B", "C", "A › y");
    movePlace(ports, "C", { under: null, before: "A" });
    expect(names()).toEqual(["C", "A", "A › x", "A › y", "B"]);
    movePlace(ports, "A", { under: null, before: null });
    expect(names()).toEqual(["C", "B", "A", "A › x", "A › y"]);
    movePlace(ports, "A › y", { under: "A", before: "A › x" });
    expect(names()).toEqual(["C", "B", "A", "A › y", "A › x"]);
    expect(ports.tags.list().map(({ position }) => position)).toEqual([0, 1, 2, 3, 4]);
  });

  it("puts it under another place, also under one that has no tag", async () => {
    const { ports, names } = await setUpCodebook("A", "A › x", "B › b", "C");
    movePlace(ports, "A", { under: "B", before: "B › b" });
    expect(names()).toEqual(["B › A", "B › A › x", "B › b", "C"]);
    movePlace(ports, "B › A › x", { under: null, before: "C" });
    expect(names()).toEqual(["B › A", "B › b", "x", "C"]);
    createTag(ports, { name: "Last" });
    expect(names().at(-1)).toBe("Last");
  });

  it("refuses a place below itself, a name that is taken there, and a sibling that is none", async () => {
    const { ports } = await setUpCodebook("A", "A › x", "x", "B");
    const before = snapshotOf(ports);
    await expectFailure("tag/below-itself", () => movePlace(ports, "A", { under: "A › x", before: null }));
    await expectFailure("tag/name-taken", () => movePlace(ports, "x", { under: "A", before: null }));
    await expectFailure("input/invalid", () => movePlace(ports, "B", { under: "A", before: "x" }));
    expect(snapshotOf(ports)).toEqual(before);
  });
});

describe("archiving a place", () => {
  it("keeps its passages, frees its key, and keeps it from tagging", async () => {
    const { ports, tag, tagsOf, note } = await setUpTagging();
    const passage = tag("for one year", ["Old › part", "New"]);
    expect(archivePlace(ports, "Old", true)).toMatchObject([{ archived: true, key: null }, { archived: false }]);
    await expectFailure("tag/archived", () => tag("the persons", ["old › PART"]));
    expect(ports.passages.list({ documentId: note, tagIds: [], text: null })).toHaveLength(1);
    updatePassage(ports, passage.passageId, { tag: ["Old › part"] });
    expect(tagsOf(passage.passageId)).toEqual(["Old › part"]);
    archivePlace(ports, "Old", false);
    expect(tagsOf(tag("the persons", ["Old › part"]).passageId)).toEqual(["Old › part"]);
    await expectFailure("tag/not-found", () => archivePlace(ports, "Nowhere", true));
  });
});

describe("merging and splitting tags", () => {
  it("hands passages over in one step; tags below those that are gone stay", async () => {
    const { ports, tag, tagsOf, names } = await setUpTagging();
    const both = tag("for one year", ["Cost", "Price"]);
    const single = tag("six million dollars", ["Price"]);
    const below = tag("the persons", ["Price › unit"]);
    const [cost, price] = ports.tags.list();
    if (cost === undefined || price === undefined) throw new Error("no tags");
    const before = snapshotOf(ports);
    expect(mergeTags(ports, [price.tagId, cost.tagId], cost.tagId)).toMatchObject({
      tag: { name: "Cost", passages: 2 },
      passages: 2,
    });
    expect(names()).toEqual(["Cost", "Price › unit"]);
    expect([both, single, below].map(({ passageId }) => tagsOf(passageId))).toEqual([
      ["Cost"],
      ["Cost"],
      ["Price › unit"],
    ]);
    await expectFailure("input/invalid", () => mergeTags(ports, [cost.tagId], cost.tagId));
    await expectFailure("tag/not-found", () => mergeTags(ports, [price.tagId], cost.tagId));
    undoEdit(ports);
    expect(snapshotOf(ports)).toEqual(before);
  });

  it("lets chosen passages go to a new tag", async () => {
    const { ports, tag, tagsOf } = await setUpTagging();
    const moved = tag("for one year", ["Cost"]);
    const kept = tag("six million dollars", ["Cost"]);
    const other = tag("the persons", ["Custody"]);
    const [cost] = ports.tags.list();
    if (cost === undefined) throw new Error("no tag");
    const chosen = [moved.passageId, other.passageId];
    expect(splitTag(ports, cost.tagId, chosen, { name: "Cost › time", color: "blue" })).toMatchObject({
      tag: { name: "Cost › time", color: "blue", passages: 1 },
      passages: 1,
    });
    expect([moved, kept, other].map(({ passageId }) => tagsOf(passageId))).toEqual([
      ["Cost › time"],
      ["Cost"],
      ["Custody"],
    ]);
    await expectFailure("tag/name-taken", () => splitTag(ports, cost.tagId, chosen, { name: "custody" }));
  });
});

import { describe, expect, it } from "vitest";
import { verifyCase } from "#core/custody/verify-case.ts";
import { changePassages, deletePassages } from "#core/passages/change-passages.ts";
import { adjustPassage, createPassage } from "#core/passages/edit-passage.ts";
import { linkPassages, showWithLinks, unlinkPassages, updateLink } from "#core/passages/link-passages.ts";
import { redoEdit, undoEdit } from "#core/passages/step-edits.ts";
import { expectFailure } from "../../../support/expect-failure.ts";
import { snapshotOf } from "../../../support/snapshot.ts";
import { setUpTagging } from "./set-up-passages.ts";

const NOTHING = { addTags: [], removeTags: [], addMarks: [], removeMarks: [] } as const;

describe("changing many passages", () => {
  it("tags, untags and marks them in one step, and counts those that changed", async () => {
    const { ports, tag, tagsOf } = await setUpTagging();
    const one = tag("for one year", ["Old"]);
    const two = tag("six million dollars", ["Kept"]);
    const both = [one.passageId, two.passageId, one.passageId];
    const before = snapshotOf(ports);
    const change = { addTags: ["New", "kept"], removeTags: ["Old"], addMarks: ["hot", "relevant"] } as const;
    expect(changePassages(ports, both, { ...change, removeMarks: [] })).toBe(2);
    expect([tagsOf(one.passageId), tagsOf(two.passageId)]).toEqual([
      ["Kept", "New"],
      ["Kept", "New"],
    ]);
    expect(ports.passages.find(two.passageId)?.marks).toEqual(["relevant", "hot"]);
    const after = snapshotOf(ports);
    expect(changePassages(ports, both, { ...NOTHING, addTags: ["New"] })).toBe(0);
    expect(ports.edits.history(1).undo[0]?.label).toBe("Change tags of 2 passages");
    undoEdit(ports);
    expect(snapshotOf(ports)).toEqual(before);
    redoEdit(ports);
    expect(snapshotOf(ports)).toEqual(after);
    await expectFailure("tag/not-found", () => changePassages(ports, both, { ...NOTHING, removeTags: ["None"] }));
  });

  it("deletes them with their links, and brings both back", async () => {
    const { ports, tag } = await setUpTagging();
    const [one, two] = [tag("for one year", ["A"]), tag("six million dollars", ["A"])];
    linkPassages(ports, { from: one.passageId, to: two.passageId, relation: "supports", reason: "Same sum." });
    const before = snapshotOf(ports);
    expect(deletePassages(ports, [one.passageId])).toBe(1);
    expect([ports.passages.count(), ports.passageLinks.list(null)]).toEqual([1, []]);
    undoEdit(ports);
    expect(snapshotOf(ports)).toEqual(before);
    await expectFailure("passage/not-found", () => deletePassages(ports, [one.passageId, "pas_zzzzzzzzzzzz" as never]));
    expect(snapshotOf(ports)).toEqual(before);
  });
});

describe("extents", () => {
  it("are changed with quote, context, boxes and addresses taken anew", async () => {
    const { ports, tag } = await setUpTagging();
    const { passageId } = tag("for one year", ["A"], { note: "kept" });
    const longer = adjustPassage(ports, passageId, { quote: "house the persons\nfor one year" });
    expect(longer).toMatchObject({ quote: "house the persons\nfor one year", note: "kept", suffix: "." });
    expect(longer.prefix.endsWith("The Embassy will ")).toBe(true);
    expect(longer.ranges[0]?.quads).toHaveLength(2);
    const start = longer.ranges[0]?.start ?? 0;
    expect(adjustPassage(ports, passageId, { ranges: [{ page: 1, start, end: start + 6 }] }).quote).toBe("house");
    await expectFailure("passage/empty-selection", () =>
      adjustPassage(ports, passageId, { ranges: [{ page: 1, start: 8, end: 9 }] }),
    );
    undoEdit(ports);
    undoEdit(ports);
    expect(ports.passages.find(passageId)).toMatchObject({ quote: "for one year", tagIds: [expect.any(String)] });
  });
});

describe("regions", () => {
  it("quote the text inside of the rectangle, and keep to the page", async () => {
    const { ports, note } = await setUpTagging();
    const [second] = ports.index.pageRuns(note, 1).slice(1);
    if (second === undefined) throw new Error("no second line");
    const { edges, low, high, start } = second;
    const box = [edges[4] ?? 0, low - 1, edges[11] ?? 0, high + 1] as const;
    const framed = createPassage(ports, {
      document: note,
      region: { page: 1, box: [...box] },
      tag: [],
      note: "",
      marks: ["privileged", "relevant"],
    });
    const text = ports.index.pageText(note, 1) ?? "";
    expect(framed).toMatchObject({
      quote: text.slice(start + 4, start + 11).trim(),
      region: { page: 1, box },
      marks: ["relevant", "privileged"],
      state: "anchored",
    });
    const blank = createPassage(ports, {
      document: note,
      region: { page: 2, box: [900, 30, 400, 10] },
      tag: [],
      note: "",
    });
    expect(blank).toMatchObject({
      quote: "",
      region: { page: 2, box: [400, 10, 612, 30] },
      ranges: [{ page: 2, start: 0, end: 0, quads: [] }],
    });
    expect((await verifyCase(ports, () => [])).passages).toEqual([]);
    const beside = { document: note, region: { page: 1, box: [700, 0, 800, 9] }, tag: [], note: "" } as const;
    await expectFailure("input/invalid", () =>
      createPassage(ports, { ...beside, region: { page: 1, box: [700, 0, 800, 9] } }),
    );
    await expectFailure("document/no-such-page", () =>
      createPassage(ports, { ...beside, region: { page: 9, box: [0, 0, 8, 9] } }),
    );
  });

  it("take the text that a page gets later", async () => {
    const { ports, note, test } = await setUpTagging();
    const region = { page: 2, box: [0, 0, 612, 792] as [number, number, number, number] };
    const { passageId } = createPassage(ports, { document: note, region, tag: [], note: "" });
    test.program.reader.revise((found) => ({ ...found, pages: ["SPECIMEN", "read anew"] }));
    test.session().jobs.start("rebuild-index", "Rebuild", { paths: [], incomingFolder: null, documents: null });
    await test.session().jobs.settled();
    expect(ports.passages.find(passageId)).toMatchObject({ quote: "read anew", region, state: "anchored" });
  });
});

describe("links between passages", () => {
  it("are seen from both sides, changed, turned around and removed", async () => {
    const { ports, tag } = await setUpTagging();
    const [one, two] = [tag("for one year", ["A"]), tag("six million dollars", ["A"])];
    const link = linkPassages(ports, { from: one.passageId, to: two.passageId, relation: "supports", reason: "Sum." });
    expect(showWithLinks(ports, two.passageId)).toMatchObject({
      passage: { links: 1 },
      links: [{ linkId: link.linkId, direction: "in", reason: "Sum.", other: { passageId: one.passageId, links: 1 } }],
    });
    await expectFailure("passage/link-exists", () =>
      linkPassages(ports, { from: two.passageId, to: one.passageId, relation: "supports", reason: "" }),
    );
    const second = linkPassages(ports, { from: one.passageId, to: two.passageId, relation: "same-event", reason: "" });
    await expectFailure("passage/link-exists", () =>
      updateLink(ports, second.linkId, { relation: "supports", reverse: false }),
    );
    expect(updateLink(ports, link.linkId, { reason: "Another.", reverse: true })).toMatchObject({
      from: two.passageId,
      to: one.passageId,
      relation: "supports",
      reason: "Another.",
    });
    expect(showWithLinks(ports, two.passageId).links.map(({ direction }) => direction)).toEqual(["out", "in"]);
    unlinkPassages(ports, link.linkId);
    await expectFailure("passage/link-not-found", () => unlinkPassages(ports, link.linkId));
    await expectFailure("input/invalid", () =>
      linkPassages(ports, { from: one.passageId, to: one.passageId, relation: "supports", reason: "" }),
    );
    expect(ports.passageLinks.list(null)).toEqual([second]);
  });
});

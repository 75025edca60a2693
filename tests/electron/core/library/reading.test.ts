import { describe, expect, it } from "vitest";
import { setReading, showReading, sketchPages } from "#core/library/reading.ts";
import { redoEdit, undoEdit } from "#core/passages/step-edits.ts";
import { PLAIN_READING } from "#shared/model/reading.ts";
import { expectFailure } from "../../../support/expect-failure.ts";
import { setUpTestCase } from "../../../support/test-case.ts";
import { createTestIds } from "../../../support/test-program.ts";

async function setUpDocument() {
  const test = await setUpTestCase();
  const document = await test.importOne({ title: "Note", pages: ["SPECIMEN one", "SPECIMEN two", "SPECIMEN three"] });
  return { ports: test.ports(), document };
}

describe("how a document is read", () => {
  it("is plain until somebody says otherwise", async () => {
    const { ports, document } = await setUpDocument();
    expect(showReading(ports, document)).toEqual(PLAIN_READING);
    await expectFailure("document/not-found", () => showReading(ports, createTestIds().next("document")));
  });

  it("keeps pages turned for good, adding up, until they stand as in the file again", async () => {
    const { ports, document } = await setUpDocument();
    setReading(ports, document, { turn: "right", pages: [2] });
    expect(setReading(ports, document, { turn: "over", pages: [2, 3] }).turned).toEqual([
      { page: 2, by: 270 },
      { page: 3, by: 180 },
    ]);
    expect(setReading(ports, document, { turn: "right", pages: [2] }).turned).toEqual([{ page: 3, by: 180 }]);
    expect(setReading(ports, document, { turn: "left", pages: [] }).turned).toEqual([
      { page: 1, by: 270 },
      { page: 2, by: 270 },
      { page: 3, by: 90 },
    ]);
  });

  it("changes one thing and leaves the others", async () => {
    const { ports, document } = await setUpDocument();
    setReading(ports, document, { turn: "right", pages: [1] });
    setReading(ports, document, { pages: [], cropsMargins: true });
    setReading(ports, document, { pages: [], labelScheme: "bates" });
    expect(showReading(ports, document)).toEqual({
      labelScheme: "bates",
      turned: [{ page: 1, by: 90 }],
      cropsMargins: true,
    });
  });

  it("is a step that is undone and made again, and nothing is no step", async () => {
    const { ports, document } = await setUpDocument();
    const before = ports.edits.history(10).undo.length;
    setReading(ports, document, { pages: [], cropsMargins: false });
    expect(ports.edits.history(10).undo.length).toBe(before);
    setReading(ports, document, { turn: "right", pages: [2] });
    expect(ports.edits.history(1).undo[0]?.label).toBe("Turn page 2");
    undoEdit(ports);
    expect(showReading(ports, document)).toEqual(PLAIN_READING);
    redoEdit(ports);
    expect(showReading(ports, document).turned).toEqual([{ page: 2, by: 90 }]);
  });

  it("is refused for a page that the document does not have", async () => {
    const { ports, document } = await setUpDocument();
    await expectFailure("document/no-such-page", () => setReading(ports, document, { turn: "right", pages: [4] }));
    expect(showReading(ports, document)).toEqual(PLAIN_READING);
  });

  it("comes with where the lines of its pages stand, of those pages that it has", async () => {
    const { ports, document } = await setUpDocument();
    const sketches = sketchPages(ports, document, 2, 9);
    expect(sketches).toHaveLength(2);
    expect(sketches.every((sketch) => sketch.length > 0 && sketch.length % 4 === 0)).toBe(true);
  });
});

import { describe, expect, it } from "vitest";
import { readPageText } from "#core/library/page-text.ts";
import { showDocument, updateDocument } from "#core/library/update-document.ts";
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
    });
    expect(readPageText(ports, note, 2)).toMatchObject({ text: "", runs: [] });
    const failure = await expectFailure("document/no-such-page", () => readPageText(ports, note, 3));
    expect(failure.details).toEqual({ page: 3, pages: 2 });
    await expectFailure("document/no-such-page", () => readPageText(ports, note, 2 ** 20 + 1));
    await expectFailure("document/not-found", () => readPageText(ports, unknown, 1));
  });

  it("can be renamed, but not to the short name of another", async () => {
    const { ports, note, reply, test } = await setUpLibrary();
    expect(updateDocument(ports, note, { title: "New title" })).toMatchObject({
      title: "New title",
      shortName: "Note",
    });
    expect(updateDocument(ports, note, { shortName: "N." })).toMatchObject({ title: "New title", shortName: "N." });
    expect(test.events.at(-1)).toMatchObject({ areas: ["documents", "passages", "briefs", "edits"] });
    expect(updateDocument(ports, note, { shortName: "N." }).shortName).toBe("N.");
    await expectFailure("document/name-taken", () => updateDocument(ports, reply, { shortName: "N." }));
    await expectFailure("document/not-found", () => updateDocument(ports, unknown, { title: "x" }));
    expect(ports.documents.shortNames()).toEqual(new Set(["N.", "Reply"]));
  });
});

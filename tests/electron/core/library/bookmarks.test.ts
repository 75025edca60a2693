import { describe, expect, it } from "vitest";
import { addBookmark, listBookmarks, removeBookmark, renameBookmark } from "#core/library/bookmarks.ts";
import { editHistory, redoEdit, undoEdit } from "#core/passages/step-edits.ts";
import { expectFailure } from "../../../support/expect-failure.ts";
import { setUpTestCase } from "../../../support/test-case.ts";
import { createTestIds } from "../../../support/test-program.ts";

async function setUp() {
  const test = await setUpTestCase();
  const document = await test.importOne({ pages: ["SPECIMEN one", "SPECIMEN two", "SPECIMEN three"] });
  const ports = test.ports();
  const shown = () => listBookmarks(ports, document).map(({ page, label }) => [page, label]);
  return { test, ports, document, shown };
}

describe("bookmarks", () => {
  it("stand in the order of pages, one on each, and stay when the case is opened again", async () => {
    const { test, ports, document, shown } = await setUp();
    addBookmark(ports, document, 3, "");
    const first = addBookmark(ports, document, 1, "Start");
    expect(addBookmark(ports, document, 1, "")).toEqual(first);
    expect(addBookmark(ports, document, 1, "The start").label).toBe("The start");
    expect(shown()).toEqual([
      [1, "The start"],
      [3, ""],
    ]);
    await test.reopen();
    expect(listBookmarks(test.ports(), null)).toHaveLength(2);
  });

  it("can be renamed, removed, undone and redone", async () => {
    const { ports, document, shown } = await setUp();
    const { bookmarkId } = addBookmark(ports, document, 2, "");
    renameBookmark(ports, bookmarkId, "Key page");
    removeBookmark(ports, bookmarkId);
    expect(shown()).toEqual([]);
    expect(editHistory(ports).undo.map(({ label }) => label)).toEqual([
      "Remove bookmark of page 2",
      "Rename bookmark",
      "Bookmark page 2",
    ]);
    undoEdit(ports);
    expect(shown()).toEqual([[2, "Key page"]]);
    undoEdit(ports);
    expect(shown()).toEqual([[2, ""]]);
    undoEdit(ports);
    expect(shown()).toEqual([]);
    redoEdit(ports);
    expect(shown()).toEqual([[2, ""]]);
  });

  it("are refused where there is no such page or bookmark", async () => {
    const { ports, document } = await setUp();
    const ids = createTestIds();
    await expectFailure("document/no-such-page", () => addBookmark(ports, document, 4, ""));
    await expectFailure("document/not-found", () => addBookmark(ports, ids.next("document"), 1, ""));
    await expectFailure("bookmark/not-found", () => renameBookmark(ports, ids.next("bookmark"), "x"));
    await expectFailure("bookmark/not-found", () => removeBookmark(ports, ids.next("bookmark")));
  });

  it("tell every window that they changed", async () => {
    const { test, ports, document } = await setUp();
    addBookmark(ports, document, 1, "");
    expect(test.events.at(-1)).toEqual({ kind: "changed", areas: ["bookmarks", "edits"] });
  });
});

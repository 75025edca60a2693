import { expect, it } from "vitest";
import { deleteView, renameView, saveView } from "#core/library/keep-views.ts";
import { undoEdit } from "#core/passages/step-edits.ts";
import type { LibraryLayout } from "#shared/model/library-view.ts";
import { expectFailure } from "../../../support/expect-failure.ts";
import { setUpTestCase } from "../../../support/test-case.ts";
import { createTestIds } from "../../../support/test-program.ts";

const ids = createTestIds();
const [unknown] = Array.from({ length: 9 }, () => ids.next("library-view")).slice(-1) as [
  ReturnType<typeof ids.next<"library-view">>,
];
const view: LibraryLayout = {
  layout: "table",
  columns: [{ column: "title", width: 240 }],
  sort: [{ column: "date", descending: true }],
  group: "custodian",
  filters: [{ facet: "kind", values: ["order"] }],
  contains: [],
};

it("views are kept, changed, renamed and deleted, each as a step that can be undone", async () => {
  const test = await setUpTestCase();
  const ports = test.ports();
  const kept = saveView(ports, { viewId: null, name: "Orders", view });
  expect(ports.libraryViews.list()).toEqual([{ viewId: kept.viewId, name: "Orders", view }]);
  expect(test.events.at(-1)).toEqual({ kind: "changed", areas: ["views", "edits"] });

  const grouped = { ...view, group: "family" } as const;
  saveView(ports, { viewId: kept.viewId, name: "Orders", view: grouped });
  expect(renameView(ports, kept.viewId, "Orders by family")).toEqual({
    ...kept,
    name: "Orders by family",
    view: grouped,
  });
  deleteView(ports, kept.viewId);
  expect(ports.libraryViews.list()).toEqual([]);

  const names = ["Delete view of the library", "Rename view of the library", "Change view of the library"];
  expect(ports.edits.history(3).undo.map(({ label }) => label)).toEqual(names);
  undoEdit(ports);
  expect(ports.libraryViews.list()).toEqual([{ ...kept, name: "Orders by family", view: grouped }]);
  undoEdit(ports);
  undoEdit(ports);
  expect(ports.libraryViews.list()).toEqual([kept]);
  undoEdit(ports);
  expect(ports.libraryViews.list()).toEqual([]);
  expect(test.events.at(-1)).toMatchObject({ areas: expect.arrayContaining(["views"]) });
});

it("a name belongs to one view, without regard to letter case", async () => {
  const ports = (await setUpTestCase()).ports();
  const one = saveView(ports, { viewId: null, name: "Órdenes", view });
  const other = saveView(ports, { viewId: null, name: "Notes", view });
  await expectFailure("library-view/name-taken", () => saveView(ports, { viewId: null, name: "órdenes", view }));
  await expectFailure("library-view/name-taken", () => renameView(ports, other.viewId, "ÓRDENES"));
  expect(renameView(ports, one.viewId, "ÓRDENES").name).toBe("ÓRDENES");
  await expectFailure("library-view/not-found", () => renameView(ports, unknown, "x"));
  await expectFailure("library-view/not-found", () => deleteView(ports, unknown));
  await expectFailure("library-view/not-found", () => saveView(ports, { viewId: unknown, name: "x", view }));
});

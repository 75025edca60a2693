import { describe, expect, test } from "vitest";
import { libraryLayoutSchema } from "#shared/model/library-view.ts";
import { toggleFacet } from "../../../renderer/library/facets.ts";
import {
  arrange,
  type ChosenColumn,
  differsFrom,
  FIRST_LOOK,
  fromLayout,
  type LibraryLook,
  moveColumn,
  restoreLook,
  setWidth,
  toggleColumn,
  toLayout,
} from "../../../renderer/library/library-layout.ts";

const columns: readonly ChosenColumn[] = [
  { column: "title", width: null },
  { column: "date", width: 120 },
  { column: "pages", width: null },
];
const look: LibraryLook = {
  layout: "grid",
  columns,
  sort: [{ column: "date", descending: true }],
  group: "custodian",
  contains: { title: "note", court: " " },
};
const choice = toggleFacet(toggleFacet({}, "kind", "order"), "kind", "email");

describe("views", () => {
  test("what is kept comes back as it was, without filters that are empty", () => {
    const layout = libraryLayoutSchema.parse(JSON.parse(JSON.stringify(toLayout(look, choice))));
    expect(fromLayout(layout)).toEqual({ look: { ...look, contains: { title: "note" } }, choice });
  });

  test("columns and facets that this version does not know are passed over", () => {
    const layout = {
      ...toLayout(FIRST_LOOK, {}),
      columns: [{ column: "weight", width: null }],
      sort: [{ column: "weight", descending: false }],
      filters: [{ facet: "weight", values: ["1"] }],
    };
    expect(fromLayout(layout)).toEqual({ look: FIRST_LOOK, choice: {} });
  });

  test("a view differs once something that it keeps is changed, whatever the order of chosen values", () => {
    const view = { viewId: "viw_000000000001", name: "x", view: toLayout(look, choice) } as Parameters<
      typeof differsFrom
    >[0];
    const same = toggleFacet(toggleFacet({}, "kind", "email"), "kind", "order");
    expect(differsFrom(view, look, same)).toBe(false);
    expect(differsFrom(view, { ...look, group: "family" }, choice)).toBe(true);
    expect(differsFrom(view, look, {})).toBe(true);
  });

  test("nothing usable stored gives the first look", () => {
    expect(restoreLook(null)).toBe(FIRST_LOOK);
    expect(restoreLook({ layout: "pile" })).toBe(FIRST_LOOK);
  });
});

describe("columns", () => {
  const names = (chosen: readonly ChosenColumn[]) => chosen.map(({ column }) => column);

  test("are moved before another one or behind all", () => {
    expect(names(moveColumn(columns, "pages", "title"))).toEqual(["pages", "title", "date"]);
    expect(names(moveColumn(columns, "title", null))).toEqual(["date", "pages", "title"]);
    expect(names(moveColumn(columns, "court", "title"))).toEqual(["title", "date", "pages"]);
  });

  test("come in their usual place, and the last one stays", () => {
    const usual = ["title", "kind", "date", "court", "pages"] as const;
    expect(names(toggleColumn(columns, "court", usual))).toEqual(["title", "date", "court", "pages"]);
    expect(names(toggleColumn(columns, "date", usual))).toEqual(["title", "pages"]);
    const one = [{ column: "title", width: null }] as const;
    expect(toggleColumn(one, "title", usual)).toBe(one);
  });

  test("have the width that was chosen, and are then there whatever the room", () => {
    const own = (id: "title" | "date" | "pages") => ({
      id,
      header: id,
      width: "80px",
      showFrom: 900,
      render: () => null,
    });
    const all = [own("pages"), own("date"), own("title")];
    expect(arrange(all, [])).toBe(all);
    const arranged = arrange(all, setWidth(columns, "title", 300));
    expect(arranged.map(({ id, width, showFrom }) => [id, width, showFrom])).toEqual([
      ["title", "300px", undefined],
      ["date", "120px", undefined],
      ["pages", "80px", undefined],
    ]);
  });
});

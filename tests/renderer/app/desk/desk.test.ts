import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { briefIdSchema, type DocumentId, documentIdSchema } from "#shared/base/ids.ts";
import {
  activateTab,
  activeDocument,
  activeTab,
  closeTab,
  type Desk,
  EMPTY_DESK,
  focusedSide,
  focusSide,
  joinSides,
  keepTabs,
  moveTab,
  openBeside,
  openDocument,
  otherSide,
  rememberPage,
  tabKey,
} from "../../../../renderer/app/desk/desk.ts";
import type { SearchTrail } from "../../../../renderer/app/navigation.ts";

const [A, B, C, D] = ["a", "b", "c", "d"].map((letter) => documentIdSchema.parse(`doc_${letter.repeat(12)}`)) as [
  DocumentId,
  DocumentId,
  DocumentId,
  DocumentId,
];
const BRIEF = briefIdSchema.parse("brf_bbbbbbbbbbbb");

/** A desk on which documents were opened one after the other. */
function withOpen(...documents: readonly DocumentId[]): Desk {
  return documents.reduce((desk, documentId) => openDocument(desk, documentId, null), EMPTY_DESK);
}

/** The keys of the tabs of each side, from left to right; what is in front in brackets, the focused side with a star. */
function picture(desk: Desk): readonly string[] {
  return desk.sides.map((side) => {
    const tabs = side.tabs.map((tab) => {
      const name = tab.kind === "document" ? tabKey(tab).slice(-1) : tab.kind;
      return tabKey(tab) === side.active ? `[${name}]` : name;
    });
    return `${tabs.join(" ")}${side.id === desk.focused ? " *" : ""}`;
  });
}

const document = (documentId: DocumentId, page?: number) =>
  ({ kind: "document", documentId, ...(page === undefined ? {} : { place: { page } }) }) as const;

describe("one side", () => {
  test("a document has one tab, however often it is opened", () => {
    expect(picture(withOpen(A, B, A))).toEqual(["[a] b *"]);
  });

  test("each opening at a place is a new request, also at the same place", () => {
    const place = { page: 3 };
    const desk = openDocument(openDocument(EMPTY_DESK, A, place), A, place);
    expect(desk.sides[0].tabs).toEqual([{ kind: "document", documentId: A, place, request: 2 }]);
  });

  test("opened without a place, a document comes back where it was left", () => {
    const left = rememberPage(openDocument(EMPTY_DESK, A, { page: 3 }), "one", A, 9);
    expect(openDocument(openDocument(left, B, null), A, null).sides[0].tabs[0]).toMatchObject({
      place: { page: 9 },
      request: 1,
    });
  });

  test("scrolling keeps the search whose hits are boxed, and drops the hit", () => {
    const trail = { search: { query: "custody" }, sort: "relevance", rank: 0 } as unknown as SearchTrail;
    const desk = openDocument(EMPTY_DESK, A, { page: 3, trail, hitStart: 10, quads: [] });
    expect(activeTab(rememberPage(desk, "one", A, 4).sides[0])).toMatchObject({ place: { page: 4, trail } });
    expect(activeTab(rememberPage(desk, "one", A, 4).sides[0])).not.toHaveProperty("place.hitStart");
  });

  test("a document opened instead of another takes the place of its tab, or keeps the one that it has", () => {
    expect(picture(openDocument(withOpen(A, B, C), D, { page: 7 }, B))).toEqual(["a [d] c *"]);
    expect(picture(openDocument(withOpen(A, B), A, { page: 2 }, B))).toEqual(["[a] *"]);
  });

  test.each([
    ["the middle one shows its right neighbour", B, "a [c] *"],
    ["the last one shows its left neighbour", C, "a [b] *"],
  ])("closing %s", (_name, closed, left) => {
    expect(picture(closeTab(activateTab(withOpen(A, B, C), "one", closed), "one", closed))).toEqual([left]);
  });

  test("closing another tab leaves the one in front; closing the last leaves an empty desk", () => {
    expect(picture(closeTab(withOpen(A, B), "one", A))).toEqual(["[b] *"]);
    expect(closeTab(withOpen(A), "one", A).sides).toEqual([{ id: "one", tabs: [], active: null }]);
  });
});

describe("two sides", () => {
  const split = openBeside(withOpen(A, B), document(C));

  test("something opened to the side makes one, and the keyboard goes there", () => {
    expect(picture(split)).toEqual(["a [b]", "[c] *"]);
    expect(picture(openBeside(split, document(D)))).toEqual(["a b [d] *", "[c]"]);
  });

  test("a document can be open on both sides, at two places", () => {
    const twice = openBeside(openDocument(EMPTY_DESK, A, { page: 2 }), document(A, 9));
    expect(twice.sides.map((side) => activeTab(side))).toMatchObject([{ place: { page: 2 } }, { place: { page: 9 } }]);
    expect(activeTab(rememberPage(twice, "two", A, 11).sides[0])).toMatchObject({ place: { page: 2 } });
  });

  test("a document that is open on the other side alone is shown there", () => {
    expect(picture(openDocument(split, A, null))).toEqual(["[a] b *", "[c]"]);
  });

  test("from a brief or the passages a document opens on the other side, so that they stay in sight", () => {
    const brief = openBeside(withOpen(A), { kind: "brief", briefId: BRIEF });
    expect(picture(openDocument(brief, B, null))).toEqual(["a [b] *", "[brief]"]);
    expect(activeDocument(brief)).toBe(A);
  });

  test("on an empty desk there is nothing to be beside", () => {
    expect(picture(openBeside(EMPTY_DESK, { kind: "passages" }))).toEqual(["[passages] *"]);
  });

  test("a brief and the passages are open once: opened to the side they move there", () => {
    const here = openDocument(openBeside(EMPTY_DESK, { kind: "passages" }), A, null);
    expect(picture(here)).toEqual(["passages [a] *"]);
    expect(picture(openBeside(here, { kind: "passages" }))).toEqual(["[a]", "[passages] *"]);
  });

  test("closing the last tab of a side closes it, and the other has the keyboard", () => {
    expect(picture(closeTab(split, "two", C))).toEqual(["a [b] *"]);
    const left = closeTab(closeTab(split, "one", A), "one", B);
    expect(picture(left)).toEqual(["[c] *"]);
    // It keeps its name: what it shows is not drawn anew.
    expect(left.sides[0].id).toBe("two");
    expect(openBeside(left, document(A)).sides.map(({ id }) => id)).toEqual(["two", "one"]);
  });

  test("a tab moves to the other side, before another tab, or within its own", () => {
    expect(picture(moveTab(split, "one", A, null))).toEqual(["[b]", "c [a] *"]);
    expect(picture(moveTab(split, "one", A, "two", C))).toEqual(["[b]", "[a] c *"]);
    expect(picture(moveTab(withOpen(A, B, C), "one", C, "one", A))).toEqual(["[c] a b *"]);
    expect(picture(moveTab(withOpen(A, B), "one", A, null))).toEqual(["[b]", "[a] *"]);
  });

  test("the only tab does not move: nothing would be beside it; the last of a side takes the side with it", () => {
    expect(moveTab(withOpen(A), "one", A, null)).toEqual(withOpen(A));
    expect(picture(moveTab(split, "two", C, null))).toEqual(["a b [c] *"]);
  });

  test("moved onto a side that has it already, a document is there once", () => {
    const both = openBeside(withOpen(A, B), document(A));
    expect(picture(moveTab(both, "one", A, "two"))).toEqual(["[b]", "[a] *"]);
  });

  test("one side again: all tabs, and what had the keyboard in front", () => {
    expect(picture(joinSides(split))).toEqual(["a b [c] *"]);
    expect(picture(joinSides(focusSide(split, "one")))).toEqual(["a [b] c *"]);
  });

  test("tabs of what is gone go, on both sides", () => {
    expect(picture(keepTabs(split, (tab) => tabKey(tab) === A))).toEqual(["[a] *"]);
  });
});

test("whatever is done, no side of two is empty, what is in front is there, and no side has a tab twice", () => {
  const one = fc.constantFrom("one" as const, "two" as const);
  const any = fc.constantFrom(A, B, C, D);
  const step: fc.Arbitrary<(desk: Desk) => Desk> = fc.oneof(
    any.map((documentId) => (desk: Desk) => openDocument(desk, documentId, null)),
    fc.tuple(any, any).map(
      ([documentId, instead]) =>
        (desk: Desk) =>
          openDocument(desk, documentId, { page: 2 }, instead),
    ),
    any.map((documentId) => (desk: Desk) => openBeside(desk, document(documentId))),
    fc.constant((desk: Desk) => openBeside(desk, { kind: "passages" })),
    fc.constant((desk: Desk) => openBeside(desk, { kind: "brief", briefId: BRIEF })),
    fc.tuple(one, any).map(
      ([side, key]) =>
        (desk: Desk) =>
          closeTab(desk, side, key),
    ),
    fc.tuple(one, any, fc.option(one), any).map(
      ([from, key, to, before]) =>
        (desk: Desk) =>
          moveTab(desk, from, key, to, before),
    ),
    one.map((side) => (desk: Desk) => focusSide(desk, side)),
    fc.constant(joinSides),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const desk = steps.reduce((before, act) => act(before), EMPTY_DESK);
      expect(desk.sides.map(({ id }) => id)).toContain(desk.focused);
      expect(focusedSide(desk)).not.toBe(otherSide(desk));
      for (const side of desk.sides) {
        const keys = side.tabs.map(tabKey);
        expect(new Set(keys).size).toBe(keys.length);
        if (keys.length === 0) expect([side.active, desk.sides.length]).toEqual([null, 1]);
        else expect(keys).toContain(side.active);
      }
    }),
  );
});

import { describe, expect, test } from "vitest";
import { briefIdSchema, type DocumentId, documentIdSchema } from "#shared/base/ids.ts";
import { activeDocument, tabKey } from "../../../renderer/app/desk/desk.ts";
import {
  EMPTY_FRAME,
  type FrameAction,
  type FrameState,
  reduceFrame,
  restoreFrame,
  storeFrame,
} from "../../../renderer/app/frame-state.ts";
import type { SearchTrail } from "../../../renderer/app/navigation.ts";

const A = documentIdSchema.parse("doc_aaaaaaaaaaaa");
const B = documentIdSchema.parse("doc_bbbbbbbbbbbb");
const BRIEF = briefIdSchema.parse("brf_bbbbbbbbbbbb");

function play(...actions: readonly FrameAction[]): FrameState {
  return actions.reduce(reduceFrame, EMPTY_FRAME);
}

const open = (documentId: DocumentId, place: Extract<FrameAction, { kind: "open" }>["place"] = null): FrameAction => ({
  kind: "open",
  documentId,
  place,
});

function trailOf(query: string): SearchTrail {
  return { search: { ...EMPTY_FRAME.searchOptions, query }, sort: "relevance", rank: 0 };
}

describe("documents that leave the case", () => {
  test("they leave the tabs, and so do briefs; what stays is not touched", () => {
    const state = play(open(A), open(B), { kind: "open-beside", subject: { kind: "brief", briefId: BRIEF } });
    const left = reduceFrame(state, { kind: "keep-documents", known: new Set([A]) });
    expect(left.desk.sides.map(({ tabs }) => tabs.map(tabKey))).toEqual([[A], [BRIEF]]);
    expect(reduceFrame(left, { kind: "keep-briefs", known: new Set() }).desk.sides).toHaveLength(1);
    expect(reduceFrame(left, { kind: "keep-documents", known: new Set([A]) })).toBe(left);
  });
});

describe("query", () => {
  test("typing shows the search, clearing does not", () => {
    expect(play({ kind: "set-query", query: "cus" }).view).toBe("search");
    expect(
      play({ kind: "set-query", query: "cus" }, { kind: "show", view: "library" }, { kind: "set-query", query: "" })
        .view,
    ).toBe("library");
  });

  test("filters and forms taken out go when the field is emptied; how words are read stays", () => {
    const options = { ...EMPTY_FRAME.searchOptions, stemming: false, filters: ["kind:order"], without: ["a>b"] };
    const narrowed = play({ kind: "set-query", query: "cus" }, { kind: "set-search-options", options });
    expect(reduceFrame(narrowed, { kind: "set-query", query: "custody" }).searchOptions).toEqual(options);
    expect(reduceFrame(narrowed, { kind: "set-query", query: " " }).searchOptions).toEqual({
      ...options,
      filters: [],
      without: [],
    });
  });

  test("a whole search is put into the field with how it is read", () => {
    const search = { ...EMPTY_FRAME.searchOptions, query: "custody", filters: ["kind:order"] };
    expect(play({ kind: "open-search", search })).toMatchObject({
      view: "search",
      query: "custody",
      searchOptions: { filters: ["kind:order"] },
    });
  });
});

describe("what is remembered", () => {
  test("tabs with their pages come back on their sides, the query does not", () => {
    const state = play(
      open(A, { page: 3, trail: trailOf("secret") }),
      open(B),
      { kind: "open-beside", subject: { kind: "passages" } },
      { kind: "open-beside", subject: { kind: "document", documentId: A, place: { page: 8 } } },
      { kind: "set-left-share", share: 0.6 },
      { kind: "show-history", shown: true },
      { kind: "set-query", query: "secret" },
    );
    const stored = storeFrame(state);
    expect(JSON.stringify(stored)).not.toContain("secret");
    const restored = restoreFrame(JSON.parse(JSON.stringify(stored)));
    expect(restored).toMatchObject({ view: "library", leftShare: 0.6, showsHistory: true, query: "" });
    expect(restored.desk.sides.map(({ tabs }) => tabs)).toMatchObject([
      [
        { documentId: A, place: { page: 8 } },
        { documentId: B, place: { page: 1 } },
      ],
      [{ kind: "passages" }],
    ]);
    expect(restored.desk.sides.map(({ active }) => active)).toEqual([A, "passages"]);
    expect(activeDocument(restored.desk)).toBe(A);
  });

  test("what was in front and is not there any more makes room for the first tab", () => {
    const side = { tabs: [{ kind: "document", documentId: A, page: 2 }], active: B };
    const stored = { ...storeFrame(EMPTY_FRAME), sides: [{ tabs: [], active: null }, side], focused: 0 };
    expect(restoreFrame(stored).desk).toMatchObject({ sides: [{ active: A }], focused: "two" });
  });

  test.each([null, 7, {}, { view: "kitchen", tabs: [] }])("%j restores nothing", (stored) => {
    expect(restoreFrame(stored)).toEqual(EMPTY_FRAME);
  });
});

describe("parts of the search view", () => {
  const atTerms = reduceFrame(EMPTY_FRAME, { kind: "show-search-place", place: "terms" });

  test("one of them is shown with the search view, and stays when other views are", () => {
    expect(atTerms).toMatchObject({ view: "search", searchPlace: "terms" });
    expect(reduceFrame(atTerms, { kind: "show", view: "library" }).searchPlace).toBe("terms");
  });

  test("typing a search, or opening one, shows its result; emptying the field does not", () => {
    expect(reduceFrame(atTerms, { kind: "set-query", query: "custody" }).searchPlace).toBe("results");
    expect(reduceFrame(atTerms, { kind: "set-query", query: "" }).searchPlace).toBe("terms");
    const search = { ...EMPTY_FRAME.searchOptions, query: "custody" };
    expect(reduceFrame(atTerms, { kind: "open-search", search }).searchPlace).toBe("results");
  });
});

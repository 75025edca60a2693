import { describe, expect, test } from "vitest";
import { type DocumentId, documentIdSchema } from "#shared/base/ids.ts";
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
const C = documentIdSchema.parse("doc_cccccccccccc");

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

describe("tabs", () => {
  test("a document has one tab, however often it is opened", () => {
    const state = play(open(A), open(B), open(A, { page: 3 }));
    expect(state.tabs.map(({ documentId }) => documentId)).toEqual([A, B]);
    expect(state).toMatchObject({ view: "reader", activeDocument: A });
  });

  test("each opening at a place is a new request, also at the same place", () => {
    const place = { page: 3 };
    const state = play(open(A, place), open(A, place));
    expect(state.tabs[0]).toEqual({ documentId: A, place, request: 2 });
  });

  test("opened without a place, a document comes back where it was left", () => {
    const state = play(open(A, { page: 3 }), { kind: "remember-page", documentId: A, page: 9 }, open(B), open(A));
    expect(state.tabs[0]).toEqual({ documentId: A, place: { page: 9 }, request: 1 });
  });

  test("scrolling keeps the search whose hits are boxed, and drops the hit", () => {
    const trail = trailOf("custody");
    const place = { page: 3, trail, hitStart: 10, quads: [] };
    const state = play(open(A, place), { kind: "remember-page", documentId: A, page: 4 });
    expect(state.tabs[0]?.place).toEqual({ page: 4, trail });
  });

  test("a document opened instead of another takes the place of its tab", () => {
    const state = play(open(A), open(B), open(C), {
      kind: "open",
      documentId: documentIdSchema.parse("doc_dddddddddddd"),
      place: { page: 7 },
      instead: B,
    });
    expect(state.tabs.map(({ documentId }) => documentId)).toEqual([A, "doc_dddddddddddd", C]);
    expect(state).toMatchObject({ activeDocument: "doc_dddddddddddd", view: "reader" });
    expect(state.tabs[1]?.place).toEqual({ page: 7 });
  });

  test("a document that has a tab keeps it when it is opened instead of another", () => {
    const state = play(open(A), open(B), { kind: "open", documentId: A, place: { page: 2 }, instead: B });
    expect(state.tabs.map(({ documentId }) => documentId)).toEqual([A]);
    expect(state.activeDocument).toBe(A);
  });

  test.each([
    ["the middle one shows its right neighbour", B, [A, C], C],
    ["the last one shows its left neighbour", C, [A, B], B],
  ])("closing %s", (_name, closed, left, active) => {
    const state = play(
      open(A),
      open(B),
      open(C),
      { kind: "activate-tab", documentId: closed },
      { kind: "close-tab", documentId: closed },
    );
    expect(state.tabs.map(({ documentId }) => documentId)).toEqual(left);
    expect(state.activeDocument).toBe(active);
  });

  test("closing another tab leaves the active one", () => {
    expect(play(open(A), open(B), { kind: "close-tab", documentId: A }).activeDocument).toBe(B);
  });

  test("documents that left the case leave the tabs", () => {
    const state = play(open(A), open(B), { kind: "keep-documents", known: new Set([A]) });
    expect(state).toMatchObject({ tabs: [{ documentId: A }], activeDocument: A });
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
  test("tabs with their pages come back, the query does not", () => {
    const state = play(open(A, { page: 3, trail: trailOf("secret") }), open(B), { kind: "set-query", query: "secret" });
    const stored = storeFrame(state);
    expect(JSON.stringify(stored)).not.toContain("secret");
    expect(restoreFrame(JSON.parse(JSON.stringify(stored)))).toMatchObject({
      view: "library",
      tabs: [
        { documentId: A, place: { page: 3 } },
        { documentId: B, place: { page: 1 } },
      ],
      activeDocument: B,
      query: "",
    });
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

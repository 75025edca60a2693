import { describe, expect, it } from "vitest";
import { holdsAllHits, placeOfHit } from "../../../renderer/search/use-search-cursor.ts";
import { group, hit, PLAIN_OPTIONS, resultPage } from "./support.ts";

describe("holdsAllHits", () => {
  it("is true when every page with hits came with the answer", () => {
    expect(holdsAllHits({ ...group("a", [2, 5]), pages: [resultPage("a", 2), resultPage("a", 5)] })).toBe(true);
    expect(holdsAllHits({ ...group("a", [2, 5]), pages: [resultPage("a", 2)] })).toBe(false);
  });

  it("is false while a hit goes on on a page that did not come", () => {
    const page = { ...resultPage("a", 2), hits: [hit(90, "on-next-page")] };
    expect(holdsAllHits({ ...group("a", [2]), pages: [page] })).toBe(false);
  });

  it("is true for a document that was found by its fields alone", () => {
    expect(holdsAllHits({ ...group("a", []), pages: [resultPage("a", 1, [])] })).toBe(true);
  });
});

describe("placeOfHit", () => {
  it("leads to the hit, with the search and the place in its result", () => {
    const trail = { search: { ...PLAIN_OPTIONS, query: "custody" }, sort: "relevance", rank: 3 } as const;
    expect(placeOfHit({ page: 7, label: null, hit: hit(12), rest: null }, trail)).toEqual({
      page: 7,
      quads: [],
      hitStart: 12,
      trail,
    });
  });
});

import { describe, expect, test } from "vitest";
import { NO_FIELDS } from "#shared/model/detection.ts";
import { countChosen, facetValues, NO_CHOICE, passesFacets, toggleFacet } from "../../../renderer/library/facets.ts";
import { summaryOf } from "../support/document-summary.ts";

const order = summaryOf({ fields: { ...NO_FIELDS, kind: "order", date: "2025-03-15", language: "eng" } });
const note = summaryOf({ fields: { ...NO_FIELDS, kind: "diplomatic-note", date: "2025", language: "spa" } });
const scan = summaryOf({ format: "tiff", pagesWaiting: 2, pagesWithoutText: 2, hiddenUndecided: 1 });
const mail = summaryOf({ format: "eml", children: 2, fields: { ...NO_FIELDS, kind: "email", date: "2024-12" } });
const all = [order, note, scan, mail];

describe("facetValues", () => {
  test("counts values, the most frequent first, and years from the latest", () => {
    expect(facetValues(all, NO_CHOICE, "year")).toEqual([
      { value: "2025", label: "2025", count: 2, chosen: false },
      { value: "2024", label: "2024", count: 1, chosen: false },
    ]);
    expect(facetValues(all, NO_CHOICE, "format").map(({ label, count }) => [label, count])).toEqual([
      ["PDF", 2],
      ["E-mail", 1],
      ["TIFF", 1],
    ]);
    expect(facetValues(all, NO_CHOICE, "language").map(({ label }) => label)).toEqual(["English", "Spanish"]);
  });

  test("follows what is chosen in other facets, not in its own", () => {
    const choice = toggleFacet(NO_CHOICE, "year", "2025");
    expect(facetValues(all, choice, "kind").map(({ value }) => value)).toEqual(["diplomatic-note", "order"]);
    expect(facetValues(all, choice, "year")).toHaveLength(2);
  });

  test("keeps a chosen value that no document has, so that it can be taken back", () => {
    const choice = toggleFacet(toggleFacet(NO_CHOICE, "year", "2024"), "kind", "order");
    expect(facetValues(all, choice, "kind")).toContainEqual({ value: "order", label: "Order", count: 0, chosen: true });
  });

  test("names what needs attention", () => {
    expect(
      facetValues(all, NO_CHOICE, "status")
        .map(({ value }) => value)
        .sort(),
    ).toEqual(["hidden", "unread", "waiting"]);
  });

  test("tells families from files that stand alone", () => {
    const inside = summaryOf({ children: 1, parents: [mail.documentId] });
    expect(facetValues([...all, inside], NO_CHOICE, "family").map(({ label, count }) => [label, count])).toEqual([
      ["Stands alone", 3],
      ["Holds other files", 2],
      ["Out of another file", 1],
    ]);
  });
});

describe("passesFacets", () => {
  test("any value of one facet will do, all facets must agree", () => {
    let choice = toggleFacet(toggleFacet(NO_CHOICE, "kind", "order"), "kind", "email");
    expect(all.filter((document) => passesFacets(document, choice))).toEqual([order, mail]);
    choice = toggleFacet(choice, "year", "2024");
    expect(all.filter((document) => passesFacets(document, choice))).toEqual([mail]);
    expect(countChosen(choice)).toBe(3);
  });

  test("a value that is toggled twice is not chosen", () => {
    const choice = toggleFacet(toggleFacet(NO_CHOICE, "kind", "order"), "kind", "order");
    expect(all.filter((document) => passesFacets(document, choice))).toEqual(all);
    expect(countChosen(choice)).toBe(0);
  });
});

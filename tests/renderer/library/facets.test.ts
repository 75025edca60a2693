import { describe, expect, test } from "vitest";
import { NO_FIELDS } from "#shared/model/detection.ts";
import type { DocumentSummary } from "#shared/model/document.ts";
import type { Tag } from "#shared/model/tag.ts";
import {
  countChosen,
  type FacetChoice,
  type FacetName,
  facetValues,
  NO_CHOICE,
  toggleFacet,
} from "../../../renderer/library/facets.ts";
import { indexLibrary, narrowPlaces } from "../../../renderer/library/library-index.ts";
import { summaryOf } from "../support/document-summary.ts";

const order = summaryOf({ fields: { ...NO_FIELDS, kind: "order", date: "2025-03-15", language: "eng" } });
const note = summaryOf({ fields: { ...NO_FIELDS, kind: "diplomatic-note", date: "2025", language: "spa" } });
const scan = summaryOf({ format: "tiff", pagesWaiting: 2, pagesWithoutText: 2, hiddenUndecided: 1 });
const mail = summaryOf({ format: "eml", children: 2, fields: { ...NO_FIELDS, kind: "email", date: "2024-12" } });
const all = [order, note, scan, mail];
const breach = { tagId: "tag_000000000001", name: "Breach" } as Tag;

function narrowed(documents: readonly DocumentSummary[], choice: FacetChoice) {
  const index = indexLibrary(documents, new Map([[note.documentId, [breach]]]));
  const everywhere = documents.map((_, place) => place);
  return narrowPlaces(index, everywhere, choice);
}

function valuesOf(documents: readonly DocumentSummary[], choice: FacetChoice, facet: FacetName) {
  const counts = narrowed(documents, choice).counts.get(facet) ?? new Map();
  return facetValues(counts, choice, facet, new Map([[breach.tagId, breach.name]]));
}

function passing(choice: FacetChoice): readonly DocumentSummary[] {
  return narrowed(all, choice).places.flatMap((place) => all[place] ?? []);
}

describe("facetValues", () => {
  test("counts values, the most frequent first, and years from the latest", () => {
    expect(valuesOf(all, NO_CHOICE, "year")).toEqual([
      { value: "2025", label: "2025", count: 2, chosen: false },
      { value: "2024", label: "2024", count: 1, chosen: false },
    ]);
    expect(valuesOf(all, NO_CHOICE, "format").map(({ label, count }) => [label, count])).toEqual([
      ["PDF", 2],
      ["E-mail", 1],
      ["TIFF", 1],
    ]);
    expect(valuesOf(all, NO_CHOICE, "language").map(({ label }) => label)).toEqual(["English", "Spanish"]);
  });

  test("follows what is chosen in other facets, not in its own", () => {
    const choice = toggleFacet(NO_CHOICE, "year", "2025");
    expect(valuesOf(all, choice, "kind").map(({ value }) => value)).toEqual(["diplomatic-note", "order"]);
    expect(valuesOf(all, choice, "year")).toHaveLength(2);
  });

  test("keeps a chosen value that no document has, so that it can be taken back", () => {
    const choice = toggleFacet(toggleFacet(NO_CHOICE, "year", "2024"), "kind", "order");
    expect(valuesOf(all, choice, "kind")).toContainEqual({ value: "order", label: "Order", count: 0, chosen: true });
  });

  test("names tags, and folders by the end of their path", () => {
    const held = summaryOf({ sourcePath: "/in/Second release/box 4/a.pdf" });
    expect(valuesOf(all, NO_CHOICE, "tag")).toEqual([
      { value: breach.tagId, label: "Breach", count: 1, chosen: false },
    ]);
    expect(valuesOf([...all, held], NO_CHOICE, "folder").map(({ label, count }) => [label, count])).toEqual([
      ["in", 4],
      ["Second release/box 4", 1],
    ]);
  });

  test("names what needs attention", () => {
    expect(
      valuesOf(all, NO_CHOICE, "status")
        .map(({ value }) => value)
        .sort(),
    ).toEqual(["hidden", "unread", "waiting"]);
  });

  test("tells families from files that stand alone", () => {
    const inside = summaryOf({ children: 1, parents: [mail.documentId] });
    expect(valuesOf([...all, inside], NO_CHOICE, "family").map(({ label, count }) => [label, count])).toEqual([
      ["Stands alone", 3],
      ["Holds other files", 2],
      ["Out of another file", 1],
    ]);
  });
});

describe("narrowPlaces", () => {
  test("any value of one facet will do, all facets must agree", () => {
    let choice = toggleFacet(toggleFacet(NO_CHOICE, "kind", "order"), "kind", "email");
    expect(passing(choice)).toEqual([order, mail]);
    choice = toggleFacet(choice, "year", "2024");
    expect(passing(choice)).toEqual([mail]);
    expect(countChosen(choice)).toBe(3);
  });

  test("a value that is toggled twice is not chosen", () => {
    const choice = toggleFacet(toggleFacet(NO_CHOICE, "kind", "order"), "kind", "order");
    expect(passing(choice)).toEqual(all);
    expect(countChosen(choice)).toBe(0);
  });
});

import { describe, expect, it } from "vitest";
import {
  ALL_DOCUMENTS,
  countChosen,
  isChosen,
  NO_DOCUMENTS,
  stretchTo,
  toggleDocument,
} from "../../../renderer/search/document-selection.ts";
import { documentId } from "./support.ts";

const A = documentId("a");
const B = documentId("b");
const C = documentId("c");
const D = documentId("d");
const E = documentId("e");
const ORDER = [A, B, C, D, E];

describe("document selection", () => {
  it("takes documents in and out", () => {
    const one = toggleDocument(NO_DOCUMENTS, B);
    expect([isChosen(one, A), isChosen(one, B), countChosen(one, 5)]).toEqual([false, true, 1]);
    expect(countChosen(toggleDocument(one, B), 5)).toBe(0);
  });

  it("counts all of a result, also what has not been fetched, and all but some", () => {
    expect(countChosen(ALL_DOCUMENTS, 3000)).toBe(3000);
    const allButOne = toggleDocument(ALL_DOCUMENTS, C);
    expect(countChosen(allButOne, 3000)).toBe(2999);
    expect([isChosen(allButOne, C), isChosen(allButOne, D)]).toEqual([false, true]);
  });

  it.each([
    ["downwards", B, D],
    ["upwards", D, B],
  ])("takes a stretch in %s", (_name, from, to) => {
    const stretched = stretchTo(toggleDocument(NO_DOCUMENTS, from), ORDER, to);
    expect(ORDER.map((id) => isChosen(stretched, id))).toEqual([false, true, true, true, false]);
    expect(stretched.anchor).toBe(from);
  });

  it("puts a stretch back into all but some", () => {
    const without = toggleDocument(toggleDocument(ALL_DOCUMENTS, C), B);
    expect(countChosen(stretchTo(without, ORDER, D), 5)).toBe(5);
  });

  it("without a beginning in the list a stretch is the document alone", () => {
    expect([...stretchTo(NO_DOCUMENTS, ORDER, E).marked]).toEqual([E]);
    expect([...stretchTo(toggleDocument(NO_DOCUMENTS, A), [D, E], E).marked]).toEqual([A, E]);
  });
});

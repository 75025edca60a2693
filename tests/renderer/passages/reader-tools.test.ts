import { describe, expect, it } from "vitest";
import { NO_FIELDS } from "#shared/model/detection.ts";
import { areRepeats, mayBeTranslation } from "../../../renderer/passages/use-counterpart.ts";
import { firstFrom } from "../../../renderer/passages/use-find.ts";
import { summaryOf } from "../support/document-summary.ts";

describe("finding", () => {
  it("begins at the page in sight, and at the start when nothing follows", () => {
    const places = [{ page: 2 }, { page: 2 }, { page: 7 }];
    expect([1, 2, 3, 7, 8].map((page) => firstFrom(places, page))).toEqual([0, 0, 2, 2, 0]);
    expect(firstFrom([], 1)).toBeNull();
  });
});

describe("documents that say the same", () => {
  it("are those that repeat each other, in whichever order", () => {
    const [one, two, three] = [summaryOf({}), summaryOf({}), summaryOf({})].map(({ documentId }) => documentId);
    if (one === undefined || two === undefined || three === undefined) throw new Error("three documents");
    const pair = { first: one, second: two, relation: "same-text", shared: 1, differing: [], explanation: "" } as const;
    const clusters = [{ documents: [one, two, three], pairs: [pair] }];
    expect([areRepeats(clusters, one, two), areRepeats(clusters, two, one), areRepeats(clusters, one, three)]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it("are translations in another language with the same number, file, or kind and length", () => {
    const of = (language: string | null, fields: object = {}, pages = 10) =>
      summaryOf({ pages, fields: { ...NO_FIELDS, language, ...fields } });
    const note = of("eng", { noteNumber: "44/2025", kind: "diplomatic-note" });
    expect(mayBeTranslation(note, of("spa", { noteNumber: "44/2025" }, 40))).toBe(true);
    expect(mayBeTranslation(note, of("spa", { kind: "diplomatic-note" }, 11))).toBe(true);
    expect(mayBeTranslation(note, of("spa", { kind: "diplomatic-note" }, 14))).toBe(false);
    expect(mayBeTranslation(note, of("eng", { noteNumber: "44/2025" }))).toBe(false);
    expect(mayBeTranslation(note, of(null, { noteNumber: "44/2025" }))).toBe(false);
  });
});

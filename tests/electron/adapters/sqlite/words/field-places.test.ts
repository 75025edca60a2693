import { describe, expect, it } from "vitest";
import { openPageIndex } from "#adapters/sqlite/page-index.ts";
import type { SearchIndex } from "#core/ports/search-index.ts";
import type { IndexedCondition } from "#core/ports/word-index.ts";
import type { DocumentId } from "#shared/base/ids.ts";
import type { DetectedValue } from "#shared/model/detection.ts";
import type { HiddenRegion } from "#shared/model/page-state.ts";
import { layOutText } from "../../../../support/lay-out-text.ts";
import { makePage, newDocumentId, setUpIndexDatabase } from "../../../../support/test-database.ts";

const REGION: HiddenRegion = { box: [72, 600.5, 300, 612], characters: 12, cover: "box" };
const stamp = { caseNumber: "1:25-cv-00001", document: "81", page: 1, pages: 9 };
const TEXT = "twelve letters and more of them";

/** Pages with one detection each, three letters long, at successive places of one page's text. */
function addPage(index: SearchIndex, documentId: DocumentId, page: number, values: readonly DetectedValue[]): void {
  const detections = values.map((value, at) => ({ start: at * 4, end: at * 4 + 3, value }));
  index.addPages(documentId, [makePage(TEXT, { page, detections, language: page === 1 ? "eng" : "spa" })], "waiting");
}

function setUpFields() {
  const index = openPageIndex(setUpIndexDatabase());
  const one = newDocumentId();
  index.beginDocument(one);
  addPage(index, one, 1, [
    { kind: "exemption", law: "foia", code: "(b)(7)(C)" },
    { kind: "money", amount: "4760000", currency: "USD" },
    { kind: "exemption", law: "foia", code: "(b)(6)" },
    { kind: "bates", prefix: "SPEC-", digits: "000017", number: 17 },
  ]);
  addPage(index, one, 2, [
    { kind: "bates", prefix: "SPEC-", digits: "000018", number: 18 },
    { kind: "money", amount: "12.50", currency: "EUR" },
    { kind: "ecf-stamp", attachment: null, filed: "2025-03-16", ...stamp },
    { kind: "exemption", law: "withholding", code: "Withheld\nin full" },
  ]);
  index.addPages(one, [makePage("", { page: 3, textState: "none", hidden: [REGION] })], "waiting");
  index.finishDocument(one);
  index.commit();
  index.words.generation();
  const two = newDocumentId();
  index.beginDocument(two);
  addPage(index, two, 1, [
    { kind: "appellate-stamp", court: "USCA Case", filed: "2025", ...stamp },
    { kind: "exemption", law: "foia", code: "(b)(6)" },
    { kind: "bates", prefix: "SPEC-A", digits: "1", number: 1 },
    { kind: "bates", prefix: "SPEC-", digits: "99999999999", number: 99_999_999_999 },
  ]);
  index.finishDocument(two);
  index.commit();
  const places = (condition: IndexedCondition) => {
    const { numbers, pages, starts, ends } = index.words.fieldPlaces(condition);
    return [...numbers].map((number, at) => [
      index.words.documentOf(number) === one ? "one" : "two",
      pages[at],
      starts[at],
      ends[at],
    ]);
  };
  return { index, one, two, places };
}

describe("places of fields", () => {
  it("are those of exemption codes, by what they begin with", () => {
    const { places } = setUpFields();
    expect(places({ field: "exemption", code: null })).toEqual([
      ["one", 1, 0, 3],
      ["one", 1, 8, 11],
      ["one", 2, 12, 15],
      ["two", 1, 4, 7],
    ]);
    expect(places({ field: "exemption", code: "(b)(6)" })).toEqual([
      ["one", 1, 8, 11],
      ["two", 1, 4, 7],
    ]);
    expect(places({ field: "exemption", code: "(b)(7)" })).toEqual([["one", 1, 0, 3]]);
    expect(places({ field: "exemption", code: "Withheld in full" })).toEqual([["one", 2, 12, 15]]);
    expect(places({ field: "exemption", code: "1.4" })).toEqual([]);
  });

  it("are those of amounts, Bates numbers and dates of filing within a range", () => {
    const { places } = setUpFields();
    const amounts = (currency: string | null, from: number | null, to: number | null) =>
      places({ field: "amount", currency, range: { from, to } });
    expect(amounts(null, 12.5, null)).toEqual([
      ["one", 1, 4, 7],
      ["one", 2, 4, 7],
    ]);
    expect([amounts("EUR", null, 12.5), amounts("EUR", 12.51, null), amounts("USD", null, 12.5)]).toEqual([
      [["one", 2, 4, 7]],
      [],
      [],
    ]);
    const bates = (prefix: string, from: number | null, to: number | null) =>
      places({ field: "bates", prefix, range: { from, to } });
    expect(bates("spec-", 17, 18)).toEqual([
      ["one", 1, 12, 15],
      ["one", 2, 0, 3],
    ]);
    expect(bates("SPEC-", 18, null)).toEqual([
      ["one", 2, 0, 3],
      ["two", 1, 12, 15],
    ]);
    expect([bates("SPEC-A", 1, 1), bates("SPEC", 1, null)]).toEqual([[["two", 1, 8, 11]], []]);
    const filed = (from: string | null, to: string | null) => places({ field: "filed", range: { from, to } });
    expect([filed("2025-03", "2025-03"), filed("2025-03-17", null), filed("2025", "2025")]).toEqual([
      [["one", 2, 8, 11]],
      [],
      [
        ["one", 2, 8, 11],
        ["two", 1, 0, 3],
      ],
    ]);
  });

  it("are whole pages where a page as a whole has it", () => {
    const { places } = setUpFields();
    expect(places({ field: "language", language: "spa" })).toEqual([["one", 2, -1, -1]]);
    expect(places({ field: "language", language: "sp" })).toEqual([]);
    expect(places({ field: "has", what: "hidden" })).toEqual([["one", 3, -1, -1]]);
    const pages = (what: "ocr" | "redaction" | "text") =>
      places({ field: "has", what }).map(([name, page]) => [name, page]);
    expect(pages("redaction")).toEqual([
      ["one", 1],
      ["one", 2],
      ["one", 3],
      ["two", 1],
    ]);
    expect(pages("text")).toEqual([
      ["one", 1],
      ["one", 2],
      ["two", 1],
    ]);
    expect(pages("ocr")).toEqual([]);
  });

  it("follow what OCR found, and the layer in use", () => {
    const { index, one, places } = setUpFields();
    const confidence = (from: number | null, to: number | null) =>
      places({ field: "confidence", range: { from, to } }).map(([, page]) => page);
    const understanding = { textState: "good" as const, detections: [], language: "fra", signature: null };
    const layer = { geometry: layOutText("found"), confidences: [], madeBy: "test", understanding };
    index.setRecognised(one, 3, { ...layer, text: "found", confidence: 80.25 });
    index.setRecognised(one, 2, { ...layer, text: "found", confidence: 90 });
    expect(places({ field: "has", what: "ocr" })).toEqual([
      ["one", 2, -1, -1],
      ["one", 3, -1, -1],
    ]);
    expect(places({ field: "language", language: "fra" })).toHaveLength(2);
    expect([confidence(80, 90), confidence(81, null), confidence(null, 90), confidence(80, 89)]).toEqual([
      [2, 3],
      [2],
      [2, 3],
      [3],
    ]);
    expect([confidence(80.25, null), confidence(80.26, null), confidence(null, 80.24), confidence(80.2, 80.3)]).toEqual(
      [[2, 3], [2], [], [3]],
    );
    expect(places({ field: "bates", prefix: "SPEC-", range: { from: 18, to: 18 } })).toEqual([]);
    index.useLayer(one, 2, "text-layer", () => ({ ...understanding, language: "eng" }));
    expect([confidence(null, null), places({ field: "has", what: "ocr" })]).toEqual([[3], [["one", 3, -1, -1]]]);
    expect(index.check()).toEqual([]);
  });

  it("are not words", () => {
    const { index } = setUpFields();
    const words = [
      ...index.words.termsWithPrefix(""),
      ...index.words.termsLike("*a*"),
      ...index.words.termsNear("has", 2),
    ];
    expect(words.filter(({ term }) => !/^[\p{L}\d]/u.test(term))).toEqual([]);
    expect(index.words.places("text")).toBeNull();
  });
});

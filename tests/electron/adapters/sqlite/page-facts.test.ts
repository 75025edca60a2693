import { describe, expect, it } from "vitest";
import { openPageIndex } from "#adapters/sqlite/page-index.ts";
import type { ExtractedPage } from "#core/ports/document-reader.ts";
import type { SearchIndex } from "#core/ports/search-index.ts";
import type { DocumentId } from "#shared/base/ids.ts";
import type { DetectedValue, Detection } from "#shared/model/detection.ts";
import type { HiddenRegion } from "#shared/model/page-state.ts";
import { findWords } from "../../../support/find-words.ts";
import { makePage, newDocumentId, setUpIndexDatabase } from "../../../support/test-database.ts";

function add(index: SearchIndex, pages: readonly ExtractedPage[]): DocumentId {
  const documentId = newDocumentId();
  index.beginDocument(documentId);
  index.addPages(documentId, pages, "waiting");
  index.finishDocument(documentId);
  return documentId;
}

/** The detection of a part of a text. */
function detect(text: string, part: string, value: DetectedValue): Detection {
  const start = text.indexOf(part);
  return { start, end: start + part.length, value };
}

const bates = (prefix: string, digits: string): DetectedValue => ({
  kind: "bates",
  prefix,
  digits,
  number: Number(digits),
});

const REGION: HiddenRegion = { box: [72, 600.5, 300, 612], characters: 12, cover: "box" };

describe("what a page says about itself", () => {
  it("comes back as it went in, with the names that the page bears", () => {
    const index = openPageIndex(setUpIndexDatabase());
    const stamp = { caseNumber: "1:25-cv-00001", document: "81", filed: null, pages: 9 };
    const values: readonly DetectedValue[] = [
      { kind: "ecf-stamp", attachment: "2", page: 3, ...stamp },
      { kind: "appellate-stamp", court: "USCA Case", page: 4, ...stamp },
      { kind: "page-id", number: 345 },
      bates("SPEC-", "000017"),
      { kind: "printed-page", label: "- 12 -" },
      { kind: "transcript-line", transcriptPage: 88, line: 1 },
      { kind: "transcript-line", transcriptPage: 88, line: 2 },
      { kind: "transcript-line", transcriptPage: null, line: 3 },
      { kind: "ecf-stamp", attachment: null, page: null, ...stamp },
      { kind: "money", amount: "4760000", currency: "USD" },
    ];
    const detections = values.map((value, at) => ({ start: at, end: at + 1, value }));
    const signature = Uint8Array.from({ length: 128 }, (_, at) => at);
    const said = { detections, language: "spa", signature, hidden: [REGION] };
    const documentId = add(index, [makePage("SPECIMEN of a page", said), makePage("", { page: 2, signature: null })]);
    index.commit();
    const [first, second] = index.pageInfos(documentId);
    expect(first).toMatchObject({ language: "spa", hidden: [REGION], textState: "good", ocr: "not-needed" });
    expect(first?.addresses).toEqual([
      { scheme: "ecf", value: "3" },
      { scheme: "appellate", value: "4" },
      { scheme: "page-id", value: "345" },
      { scheme: "bates", value: "SPEC-000017" },
      { scheme: "printed", value: "- 12 -" },
      { scheme: "transcript", value: "88" },
    ]);
    expect(second).toMatchObject({ addresses: [], hidden: [], language: null, textState: "none", ocr: "waiting" });
    expect([index.pageInfo(documentId, 1), index.pageInfo(documentId, 2)]).toEqual([first, second]);
    expect(index.pageInfo(documentId, 3)).toBeNull();
    expect(index.pageDetections(documentId, 1)).toEqual(detections);
    expect(index.pageDetections(documentId, 2)).toEqual([]);
    expect([...index.documentDetections(documentId)]).toEqual([{ page: 1, detections }]);
    expect([...index.documentDetections(newDocumentId())]).toEqual([]);
    expect([...index.signatures()]).toEqual([{ documentId, pages: [Buffer.from(signature), null] }]);
  });

  it("is handed on page by page and document by document, also while others write", () => {
    const index = openPageIndex(setUpIndexDatabase());
    const text = "SPEC-1 x";
    const page = (number: number) =>
      makePage(text, { page: number, detections: [detect(text, "SPEC-1", bates("SPEC-", String(number)))] });
    const long = add(
      index,
      Array.from({ length: 4100 }, (_, at) => page(at + 1)),
    );
    const others = Array.from({ length: 3 }, () => add(index, [page(1), page(2)]));
    index.commit();
    const seen: number[] = [];
    for (const { page: number } of index.documentDetections(long)) {
      seen.push(number);
      if (number % 1000 === 1) index.setOcrState(long, number, "failed", "No engine.");
    }
    expect(seen).toEqual(Array.from({ length: 4100 }, (_, at) => at + 1));
    const signed = [];
    for (const { documentId, pages } of index.signatures()) {
      index.setOcrPriority(documentId, 1);
      signed.push([documentId, pages.length]);
    }
    expect(signed).toEqual([[long, 4100], ...others.map((documentId) => [documentId, 2])]);
  });

  it("is listed for documents that are complete, and gone with the document", () => {
    const index = openPageIndex(setUpIndexDatabase());
    const one = add(index, [makePage("one"), makePage("two", { page: 2, hidden: [REGION, REGION] })]);
    const other = add(index, [makePage("three", { hidden: [REGION] })]);
    index.commit();
    const half = newDocumentId();
    index.beginDocument(half);
    index.addPages(half, [makePage("four", { hidden: [REGION] })], "waiting");
    const places = (documentId: DocumentId | null) =>
      index.hiddenRegions(documentId).map((hidden) => [hidden.documentId, hidden.page, hidden.region]);
    expect(places(null)).toEqual([
      [one, 2, REGION],
      [one, 2, REGION],
      [other, 1, REGION],
    ]);
    expect(places(other)).toEqual([[other, 1, REGION]]);
    index.discardDocument(one);
    expect(places(null)).toEqual([[other, 1, REGION]]);
    expect(places(one)).toEqual([]);
  });
});

describe("stamps", () => {
  it("are words of their own: phrases run across them", () => {
    const index = openPageIndex(setUpIndexDatabase());
    const stamp = "Case 1:25-cv-00001 Document 81 \u{1F5CE} Filed 03/15/25";
    const text = `the persons will be\n${stamp}\nhoused for one year, deten-\ntion\nSPEC-000017`;
    const value: DetectedValue = {
      kind: "ecf-stamp",
      caseNumber: "1:25-cv-00001",
      document: "81",
      attachment: null,
      filed: "2025-03-15",
      page: null,
      pages: null,
    };
    const detections = [detect(text, stamp, value), detect(text, "SPEC-000017", bates("SPEC-", "000017"))];
    const documentId = add(index, [makePage(text, { detections })]);
    index.commit();
    const words = ["will be housed for", "detention", "year", "document 81", "000017", "case 1"];
    for (const found of words) expect([found, findWords(index, found)]).toEqual([found, [[documentId, 1, 1]]]);
    expect(findWords(index, "tion spec")).toEqual([]);
    expect(index.pageText(documentId, 1)).toBe(text);
    expect(index.check()).toEqual([]);
  });
});

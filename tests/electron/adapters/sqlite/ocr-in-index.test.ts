import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Connection, connect, sql } from "#adapters/sqlite/connection.ts";
import { openPageIndex } from "#adapters/sqlite/page-index.ts";
import type { ExtractedPage, PageUnderstanding } from "#core/ports/document-reader.ts";
import type { RecognisedLayer, SearchIndex } from "#core/ports/search-index.ts";
import type { DocumentId } from "#shared/base/ids.ts";
import { encodeRuns } from "#shared/text/geometry-codec.ts";
import { expectFailure } from "../../../support/expect-failure.ts";
import { findWords } from "../../../support/find-words.ts";
import { layOutText, runsOfText } from "../../../support/lay-out-text.ts";
import { makePage, newDocumentId, setUpIndexDatabase } from "../../../support/test-database.ts";

function add(index: SearchIndex, pages: readonly ExtractedPage[], ocr: "waiting" | "off" = "waiting"): DocumentId {
  const documentId = newDocumentId();
  index.beginDocument(documentId);
  index.addPages(documentId, pages, ocr);
  index.finishDocument(documentId);
  index.commit();
  return documentId;
}

const EMPTY: PageUnderstanding = { textState: "good", detections: [], language: null, signature: null };

function recognised(text: string, change: Partial<RecognisedLayer> = {}): RecognisedLayer {
  const said = { kind: "email", value: "clerk@example.org" } as const;
  return {
    text,
    geometry: Buffer.from(layOutText(text)),
    confidences: text === "" ? [] : [[0, Math.min(3, text.length), 87.5]],
    confidence: 80,
    madeBy: "test engine 1",
    understanding: {
      textState: "good",
      detections: [{ start: 0, end: 1, value: said }],
      language: "eng",
      signature: Buffer.alloc(128, text.length),
    },
    ...change,
  };
}

const garbage = (page: number) => makePage("\u0192\u2020 g4rbage", { page, textState: "garbage" });
const scan = (page: number) => makePage("", { page, textState: "none" });

const found = (index: SearchIndex, words: string) => findWords(index, words).map(([, page]) => page);

/** What another program would find if this one ended now. */
function onDisk<Value>(connection: Connection, read: (other: Connection) => Value): Value {
  const [database] = connection.pragma("database_list") as readonly { readonly file: string }[];
  const other = connect(database?.file ?? "", { readonly: true });
  try {
    return read(other);
  } finally {
    other.close();
  }
}

const layersOnDisk = (connection: Connection) =>
  onDisk(connection, (other) => other.pluck(sql`SELECT layer FROM page_state ORDER BY page_key`));

describe("recognised text", () => {
  it("takes the place of a bad text layer, which can be restored and exchanged again", () => {
    const index = openPageIndex(setUpIndexDatabase());
    const documentId = add(index, [garbage(1), scan(2)]);
    const layer = recognised("the cost of custody");
    index.setRecognised(documentId, 1, layer);
    expect(index.pageText(documentId, 1)).toBe(layer.text);
    expect(index.pageRuns(documentId, 1)).toEqual(runsOfText(layer.text));
    expect(index.pageConfidences(documentId, 1)).toEqual(layer.confidences);
    expect(index.pageDetections(documentId, 1)).toEqual(layer.understanding.detections);
    expect(index.pageInfos(documentId)[0]).toMatchObject({
      characters: 19,
      textState: "garbage",
      layer: "ocr",
      ocr: "done",
      confidence: 80,
      language: "eng",
    });
    expect([found(index, "custody"), found(index, "g4rbage")]).toEqual([[1], []]);
    expect(index.recognisedPages(documentId)).toEqual([
      { page: 1, layer, inUse: true, ownText: "\u0192\u2020 g4rbage" },
    ]);

    const asked: unknown[] = [];
    const restored = index.useLayer(documentId, 1, "text-layer", (text, geometry) => {
      asked.push(text, Buffer.from(geometry));
      return { ...EMPTY, textState: "garbage", language: "fra" };
    });
    expect(restored).toBe(true);
    expect(asked).toEqual(["\u0192\u2020 g4rbage", Buffer.from(layOutText("\u0192\u2020 g4rbage"))]);
    expect([found(index, "custody"), found(index, "g4rbage")]).toEqual([[], [1]]);
    expect(index.pageInfos(documentId)[0]).toMatchObject({ layer: "text-layer", ocr: "done", language: "fra" });
    expect(index.pageConfidences(documentId, 1)).toEqual([]);
    expect(index.pageDetections(documentId, 1)).toEqual([]);
    expect(index.recognisedPages(documentId)).toEqual([
      { page: 1, layer, inUse: false, ownText: "\u0192\u2020 g4rbage" },
    ]);

    expect(index.useLayer(documentId, 1, "ocr", () => layer.understanding)).toBe(true);
    expect(index.recognisedPages(documentId)).toEqual([
      { page: 1, layer, inUse: true, ownText: "\u0192\u2020 g4rbage" },
    ]);
    expect(index.useLayer(documentId, 1, "ocr", () => EMPTY)).toBe(true);
    expect(index.useLayer(documentId, 2, "ocr", () => EMPTY)).toBe(false);
    expect(index.useLayer(documentId, 9, "text-layer", () => EMPTY)).toBe(false);
    expect(index.check()).toEqual([]);
  });

  it("replaces what was recognised before, and keeps the text layer", () => {
    const index = openPageIndex(setUpIndexDatabase());
    const documentId = add(index, [garbage(1)]);
    index.setRecognised(documentId, 1, recognised("first attempt"));
    index.setRecognised(documentId, 1, recognised("second attempt", { confidence: 91, madeBy: "test engine 2" }));
    expect([found(index, "first"), found(index, "second")]).toEqual([[], [1]]);
    index.useLayer(documentId, 1, "text-layer", () => EMPTY);
    index.setRecognised(documentId, 1, recognised("third attempt"));
    expect([found(index, "second"), found(index, "third"), found(index, "g4rbage")]).toEqual([[], [1], []]);
    expect(index.recognisedPages(documentId)[0]?.ownText).toBe("\u0192\u2020 g4rbage");
    expect(index.check()).toEqual([]);
  });

  it("without a word changes no text", () => {
    const index = openPageIndex(setUpIndexDatabase());
    const documentId = add(index, [garbage(1), scan(2)]);
    for (const page of [1, 2]) index.setRecognised(documentId, page, recognised(" .\n— ", { confidence: 12 }));
    expect(index.pageInfos(documentId)).toMatchObject([
      { layer: "text-layer", ocr: "done", confidence: null, characters: 10 },
      { layer: "text-layer", ocr: "done", confidence: null, characters: 0 },
    ]);
    expect(index.recognisedPages(documentId)).toEqual([]);
    expect(index.figuresOf(documentId)).toMatchObject({ pagesByOcr: 0, pagesWaiting: 0, pagesWithoutText: 1 });
  });

  it("goes with its document, and can be carried over to a new reading", () => {
    const connection = setUpIndexDatabase();
    const index = openPageIndex(connection);
    const documentId = add(index, [scan(1), garbage(2)]);
    index.setRecognised(documentId, 1, recognised("of the scan"));
    index.setRecognised(documentId, 2, recognised("of the garbage"));
    index.useLayer(documentId, 2, "text-layer", () => EMPTY);
    index.setOcrPriority(documentId, 3);
    const carried = index.recognisedPages(documentId);
    index.beginDocument(documentId);
    index.addPages(documentId, [scan(1), garbage(2), scan(3)], "waiting");
    for (const { page, layer } of carried) index.setRecognised(documentId, page, layer);
    expect(connection.inTransaction).toBe(true);
    index.finishDocument(documentId);
    index.commit();
    expect([found(index, "scan"), found(index, "garbage")]).toEqual([[1], [2]]);
    expect(index.highestOcrPriority()).toBe(3);
    index.discardDocument(documentId);
    index.commit();
    const tables = connection.pluck<string>(
      sql`SELECT name FROM sqlite_schema WHERE type = 'table' AND (name GLOB 'page_[a-v]*' OR name = 'page')`,
    );
    expect(tables.toSorted()).toEqual([
      "page",
      "page_confidence",
      "page_detection",
      "page_geometry",
      "page_hidden",
      "page_layer",
      "page_signature",
      "page_state",
    ]);
    for (const table of tables) {
      const text = [`SELECT count(*) FROM ${table}`];
      const strings = Object.assign(text, { raw: text }) as unknown as TemplateStringsArray;
      expect([table, ...connection.pluck<number>({ strings, values: [] })]).toEqual([table, 0]);
    }
    expect(index.check()).toEqual([]);
  });

  it("keeps words and text together through any changes", () => {
    const index = openPageIndex(setUpIndexDatabase());
    const documents = [add(index, [garbage(1), scan(2)]), add(index, [scan(1), garbage(2)], "off")];
    const { useLayer: exchange } = index;
    const step = fc.record({
      kind: fc.constantFrom("recognise", "use", "reread", "wait"),
      which: fc.nat({ max: 1 }),
      page: fc.integer({ min: 1, max: 2 }),
      layer: fc.constantFrom("ocr" as const, "text-layer" as const),
      text: fc.constantFrom("the cost", "deten-\ntion of a", "", "SPEC-1 after", "\u{1F5CE} cost"),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 10 }), (steps) => {
        for (const { kind, which, page, layer, text } of steps) {
          const documentId = documents[which] ?? newDocumentId();
          if (kind === "recognise") index.setRecognised(documentId, page, recognised(text));
          else if (kind === "use") exchange(documentId, page, layer, () => recognised(text).understanding);
          else if (kind === "wait") index.requestOcr(documentId, true);
          else {
            index.beginDocument(documentId);
            index.addPages(documentId, [garbage(1), scan(2)], "waiting");
            index.finishDocument(documentId);
            index.commit();
          }
        }
        for (const documentId of documents) {
          const infos = index.pageInfos(documentId);
          expect(index.figuresOf(documentId)).toMatchObject({
            pagesByOcr: infos.filter((info) => info.layer === "ocr").length,
            pagesWaiting: infos.filter((info) => info.ocr === "waiting").length,
            pagesWithoutText: infos.filter((info) => info.characters === 0).length,
          });
        }
        expect(index.check()).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe("recognised text beside an import", () => {
  it("is durable at once, and stays when the import is abandoned", () => {
    const connection = setUpIndexDatabase();
    const index = openPageIndex(connection);
    const documentId = add(index, [scan(1)]);
    const half = newDocumentId();
    index.beginDocument(half);
    index.addPages(half, [makePage("half cost")], "waiting");
    expect(layersOnDisk(connection)).toEqual(["text-layer"]);
    index.setRecognised(documentId, 1, recognised("whole cost"));
    expect(layersOnDisk(connection)).toEqual(["ocr", "text-layer"]);
    expect(found(index, "half")).toEqual([]);
    index.addPages(half, [makePage("more of it", { page: 2 })], "waiting");
    index.rollback();
    expect([found(index, "whole"), found(index, "half")]).toEqual([[1], []]);
    expect(layersOnDisk(connection)).toEqual(["ocr"]);
    expect(index.check()).toEqual([]);
  });

  it("does not keep the import from being finished", () => {
    const index = openPageIndex(setUpIndexDatabase());
    const documentId = add(index, [scan(1)]);
    const next = newDocumentId();
    index.beginDocument(next);
    index.addPages(next, [makePage("first half")], "waiting");
    index.setOcrState(documentId, 1, "failed", "No engine.");
    index.addPages(next, [makePage("second half", { page: 2 })], "waiting");
    index.setRecognised(documentId, 1, recognised("whole"));
    expect(index.documentIds()).toEqual(new Set([documentId]));
    index.finishDocument(next);
    index.commit();
    expect(found(index, "half")).toEqual([1, 2]);
    expect(index.check()).toEqual([]);
  });

  it("that cannot be written fails alone: nothing of it is there, and both go on when there is space", async () => {
    const connection = setUpIndexDatabase();
    const index = openPageIndex(connection);
    const documentId = add(index, [garbage(1)]);
    const [{ page_count: pages } = { page_count: 0 }] = connection.pragma("page_count") as { page_count: number }[];
    connection.pragma(`max_page_count = ${pages + 2}`);
    const long = Array.from({ length: 4000 }, (_, at) => `word${at}`).join(" ");
    await expectFailure("export/no-space", () => index.setRecognised(documentId, 1, recognised(long)));
    expect([found(index, "g4rbage"), found(index, "word7")]).toEqual([[1], []]);
    expect(index.pageInfo(documentId, 1)).toMatchObject({ ocr: "waiting", layer: "text-layer" });
    connection.pragma("max_page_count = 100000");
    index.setRecognised(documentId, 1, recognised(long));
    expect(found(index, "word7")).toEqual([1]);
    expect(index.check()).toEqual([]);
  });

  it("finds no place for pages of a document that was never begun, or is gone", () => {
    const connection = setUpIndexDatabase();
    const index = openPageIndex(connection);
    const gone = newDocumentId();
    expect(() => index.addPages(gone, [scan(1)], "waiting")).toThrow("not begun");
    index.beginDocument(gone);
    index.rollback();
    expect(() => index.addPages(gone, [scan(1)], "waiting")).toThrow("not begun");
    index.setRecognised(gone, 1, recognised("words"));
    index.setOcrState(gone, 1, "failed", "x");
    expect(index.requestOcr(gone, true)).toBe(0);
    expect(connection.inTransaction).toBe(false);
    index.finishDocument(gone);
    expect(() => index.commit()).toThrow("not in the index");
    index.rollback();
    expect(index.check()).toEqual([]);
  });
});

describe("pages that wait for OCR", () => {
  it("come by the priority of their documents, then in order, and only of complete documents", () => {
    const connection = setUpIndexDatabase();
    const index = openPageIndex(connection);
    const [first, second, third] = [
      add(index, [scan(1), makePage("good", { page: 2 }), garbage(3)]),
      add(index, [scan(1), makePage("stamp", { page: 2, textState: "stamp-only" })]),
      add(index, [scan(1)]),
    ];
    const half = newDocumentId();
    index.beginDocument(half);
    index.addPages(half, [scan(1)], "waiting");
    const waiting = (limit: number, from: SearchIndex = index) =>
      from.waitingPages(limit).map(({ documentId, page }) => [documentId, page]);
    const ordinary = [
      [first, 1],
      [first, 3],
      [second, 1],
      [second, 2],
      [third, 1],
    ];
    expect(waiting(9)).toEqual(ordinary);
    expect(waiting(3)).toEqual(ordinary.slice(0, 3));
    expect(waiting(0)).toEqual([]);
    expect(index.highestOcrPriority()).toBe(0);
    index.setOcrPriority(first, -1);
    index.setOcrPriority(third, 1);
    index.setOcrPriority(second, 2);
    const sorted = [
      [second, 1],
      [second, 2],
      [third, 1],
      [first, 1],
      [first, 3],
    ];
    expect(waiting(9)).toEqual(sorted);
    expect(waiting(4)).toEqual(sorted.slice(0, 4));
    expect(index.highestOcrPriority()).toBe(2);
    expect(waiting(9, openPageIndex(connection))).toEqual(sorted);
    for (const documentId of [first, second, third]) index.setOcrPriority(documentId, 0);
    expect(waiting(9)).toEqual(ordinary);
    const plan = connection.all<{ readonly detail: string }>(sql`
      EXPLAIN QUERY PLAN SELECT page_key FROM page_state INDEXED BY page_waiting
      WHERE ocr_state = 'waiting' AND page_key BETWEEN 0 AND 9 ORDER BY page_key`);
    expect(plan.map(({ detail }) => detail)).toEqual([expect.stringContaining("USING COVERING INDEX page_waiting")]);
  });

  it("are counted, with why they failed, and can be asked for again", () => {
    const index = openPageIndex(setUpIndexDatabase());
    const one = add(index, [scan(1), garbage(2), makePage("good", { page: 3 }), scan(4)]);
    const other = add(index, [scan(1), garbage(2)], "off");
    index.setRecognised(one, 1, recognised("words", { confidence: 70 }));
    index.setRecognised(one, 2, recognised("more words", { confidence: 90 }));
    index.setOcrState(one, 4, "failed", "It took longer than 90 s.");
    expect(index.ocrProblems(one)).toEqual(new Map([[4, "It took longer than 90 s."]]));
    expect(index.ocrTotals()).toEqual({ "not-needed": 1, waiting: 0, done: 2, failed: 1, off: 2 });
    expect(index.figures()).toEqual(
      new Map([
        [one, { pagesByOcr: 2, pagesWaiting: 0, pagesWithoutText: 1, confidence: 80 }],
        [other, { pagesByOcr: 0, pagesWaiting: 0, pagesWithoutText: 1, confidence: null }],
      ]),
    );
    expect(index.figuresOf(one)).toEqual(index.figures().get(one));
    expect(index.figuresOf(newDocumentId())).toBeNull();
    expect(index.requestOcr(one, false)).toBe(1);
    expect(index.ocrProblems(one)).toEqual(new Map());
    expect(index.requestOcr(one, true)).toBe(2);
    expect(index.requestOcr(null, true)).toBe(2);
    expect(index.requestOcr(null, true)).toBe(0);
    expect(index.ocrTotals()).toEqual({ "not-needed": 1, waiting: 5, done: 0, failed: 0, off: 0 });
    // What was recognised stays in use until the page was recognised again.
    expect(found(index, "words")).toEqual([1, 2]);
  });
});

it("geometry of a page by OCR is that of its own text", () => {
  const index = openPageIndex(setUpIndexDatabase());
  const documentId = add(index, [scan(1)]);
  const runs = runsOfText("Señor Núñez");
  index.setRecognised(documentId, 1, recognised("Señor Núñez", { geometry: encodeRuns(runs) }));
  expect(index.pageRuns(documentId, 1)).toEqual(runs);
});

import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { type Connection, connect, sql } from "#adapters/sqlite/connection.ts";
import { indexSchema } from "#adapters/sqlite/migrations/index-schema.ts";
import { openDatabase } from "#adapters/sqlite/open-database.ts";
import { openPageIndex } from "#adapters/sqlite/page-index.ts";
import { CHUNK_BYTES } from "#adapters/sqlite/words/chunks.ts";
import type { SearchIndex } from "#core/ports/search-index.ts";
import type { DocumentId } from "#shared/base/ids.ts";
import { pairTerm } from "#shared/text/common-words.ts";
import { expectFailure } from "../../../../support/expect-failure.ts";
import { layOutText } from "../../../../support/lay-out-text.ts";
import { setUpTempFolder } from "../../../../support/temp-folder.ts";
import { makePage, makePages, newDocumentId, setUpIndexDatabase } from "../../../../support/test-database.ts";
import { addTexts as add, expectSameWords, type ModelPage } from "./word-model.ts";

vi.setConfig({ testTimeout: 60_000 });

function model(...texts: readonly string[]): readonly ModelPage[] {
  return texts.map((text) => ({ text, detections: [] }));
}

function countSegments(connection: Connection, state = "live"): number {
  return connection.pluck<number>(sql`SELECT count(*) FROM word_segment WHERE state = ${state}`)[0] ?? -1;
}

function hitsOf(index: SearchIndex, term: string): number {
  return index.words.places(term)?.hits.reduce((sum, hits) => sum + hits, 0) ?? 0;
}

function recognise(index: SearchIndex, documentId: DocumentId, page: number, text: string): void {
  index.setRecognised(documentId, page, {
    text,
    geometry: layOutText(text),
    confidences: [],
    confidence: 80,
    madeBy: "test",
    understanding: { textState: "good", detections: [], language: null, signature: null },
  });
}

/** Words with a long tail, the same for the same seed. */
function makeTexts(count: number, words: number, seed: number): readonly string[] {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state / 2 ** 32;
  };
  return Array.from({ length: count }, () =>
    Array.from({ length: words }, () => `w${Math.floor(4000 * next() ** 3).toString(36)}`).join(" "),
  );
}

describe("word lists that are longer than a chunk", () => {
  it("are those of the pages, in one segment, in many, merged, and with documents gone", () => {
    const connection = setUpIndexDatabase();
    const index = openPageIndex(connection);
    const documents = new Map<DocumentId, readonly ModelPage[]>();
    for (let round = 0; round < 7; round += 1) {
      for (let document = 0; document < 5; document += 1) {
        const texts = makeTexts(4, 800, round * 10 + document + 1);
        documents.set(add(index, ...texts), model(...texts));
      }
      index.commit();
      index.words.generation();
    }
    expect(countSegments(connection)).toBe(7);
    expectSameWords(index.words, documents);
    const [places = 0] = connection.pluck<number>(sql`SELECT sum(places_bytes) FROM word_segment`);
    expect(places).toBeGreaterThan(CHUNK_BYTES * 4);
    let slices = 0;
    while (index.maintain(0)) {
      slices += 1;
      if (slices % 20 === 1) expect(hitsOf(index, "w0")).toBeGreaterThan(100);
    }
    expect(slices).toBeGreaterThan(50);
    expect([countSegments(connection), countSegments(connection, "dead")]).toEqual([1, 0]);
    expectSameWords(index.words, documents);
    for (const documentId of [...documents.keys()].slice(0, 20)) {
      index.discardDocument(documentId);
      documents.delete(documentId);
    }
    index.commit();
    expectSameWords(index.words, documents);
    const before = connection.pluck<number>(sql`SELECT count(*) FROM word_chunk`);
    while (index.maintain(5));
    expectSameWords(index.words, documents);
    expect(connection.pluck<number>(sql`SELECT count(*) FROM word_chunk`)[0]).toBeLessThan(before[0] ?? 0);
    expect(index.check()).toEqual([]);
  });
});

describe("common words beside each other", () => {
  it("stand as pairs on every page of a long document once, whether in its body or in its header", () => {
    const index = openPageIndex(setUpIndexDatabase());
    const texts = Array.from({ length: 60 }, (_, page) => {
      const body = page % 3 === 0 ? "The note was in the hands of the court and of the consul" : "Nothing of that kind";
      return `In the matter of the note\n${body}\npage ${page + 1} of the file`;
    });
    const documents = new Map([[add(index, ...texts), model(...texts)]]);
    index.commit();
    expectSameWords(index.words, documents);
    expect(index.words.places(pairTerm("of", "the"))?.pages[0]).toBe(60);
    expect(index.check()).toEqual([]);
  });
});

describe("merging", () => {
  it("keeps segments few while documents come one by one", () => {
    const connection = setUpIndexDatabase();
    const index = openPageIndex(connection);
    let most = 0;
    for (let round = 0; round < 40; round += 1) {
      add(index, `the cost of round${round}`);
      index.commit();
      index.words.generation();
      most = Math.max(most, countSegments(connection));
    }
    expect(most).toBeLessThan(12);
    expect(hitsOf(index, "cost")).toBe(40);
  });

  it("that was interrupted leaves the index as it was, and begins anew", () => {
    const connection = setUpIndexDatabase();
    const index = openPageIndex(connection);
    const documents = new Map<DocumentId, readonly ModelPage[]>();
    for (let round = 0; round < 3; round += 1) {
      const texts = makeTexts(3, 600, round + 1);
      documents.set(add(index, ...texts), model(...texts));
      index.commit();
      index.words.generation();
    }
    for (let slice = 0; slice < 4; slice += 1) index.maintain(0);
    expect(countSegments(connection, "building")).toBe(1);
    const again = openPageIndex(connection);
    expectSameWords(again.words, documents);
    while (again.maintain(5));
    expect([countSegments(connection), countSegments(connection, "building")]).toEqual([1, 0]);
    expectSameWords(again.words, documents);
  });
});

describe("a program that dies", () => {
  it("leaves an index with what was committed, whatever it was doing", () => {
    const folder = setUpTempFolder();
    const path = join(folder, "index.db");
    const connection = openDatabase(path, indexSchema, folder);
    onTestFinished(() => {
      connection.close();
    });
    const index = openPageIndex(connection);
    const documents = new Map<DocumentId, readonly ModelPage[]>();
    const addOne = (seed: number) => {
      const texts = makeTexts(2, 500, seed);
      documents.set(add(index, ...texts), model(...texts));
    };
    let copies = 0;
    const expectCopy = (committed: ReadonlyMap<DocumentId, readonly ModelPage[]>) => {
      copies += 1;
      const copy = join(folder, `copy-${copies}.db`);
      for (const suffix of ["", "-wal"]) copyFileSync(path + suffix, copy + suffix);
      const opened = connect(copy);
      const found = openPageIndex(opened);
      expectSameWords(found.words, committed);
      expect(found.check()).toEqual([]);
      opened.close();
    };
    for (let seed = 1; seed < 4; seed += 1) {
      addOne(seed);
      index.commit();
      // Committed, its words not read yet; then read.
      expectCopy(new Map(documents));
      index.words.generation();
      expectCopy(new Map(documents));
    }
    const committed = new Map(documents);
    addOne(9);
    expect(connection.inTransaction).toBe(true);
    recognise(index, newDocumentId(), 1, "of no document");
    index.words.generation();
    expectCopy(committed);
    for (let slice = 0; slice < 3; slice += 1) index.maintain(0);
    expectCopy(committed);
    index.commit();
    while (index.maintain(1)) expectCopy(documents);
  });
});

describe("a disk without space", () => {
  const pagesOf = (connection: Connection) =>
    (connection.pragma("page_count") as readonly { readonly page_count: number }[])[0]?.page_count ?? 0;

  it("stops a search that needs words which are not there yet, and nothing else", async () => {
    const connection = setUpIndexDatabase();
    const index = openPageIndex(connection);
    const documents = new Map<DocumentId, readonly ModelPage[]>();
    const addOne = (seed: number) => {
      const texts = makeTexts(3, 900, seed);
      documents.set(add(index, ...texts), model(...texts));
    };
    addOne(1);
    index.commit();
    index.words.generation();
    addOne(2);
    index.commit();
    connection.pragma(`max_page_count = ${pagesOf(connection)}`);
    await expectFailure("export/no-space", () => index.words.generation());
    expect(connection.inTransaction).toBe(false);
    expect(countSegments(connection)).toBe(1);
    connection.pragma("max_page_count = 100000");
    expectSameWords(index.words, documents);
    expect(index.check()).toEqual([]);
  });

  it("leaves nothing by halves of an import that was under way", async () => {
    const connection = setUpIndexDatabase();
    const index = openPageIndex(connection);
    const texts = makeTexts(3, 900, 1);
    const scan = newDocumentId();
    index.beginDocument(scan);
    index.addPages(scan, [makePage("", { textState: "none" })], "waiting");
    index.finishDocument(scan);
    index.commit();
    const next = newDocumentId();
    index.beginDocument(next);
    index.addPages(next, makePages(...texts), "waiting");
    recognise(index, scan, 1, texts[0] ?? "");
    index.setOcrPriority(next, 1);
    expect(connection.inTransaction).toBe(true);
    connection.pragma(`max_page_count = ${pagesOf(connection)}`);
    await expectFailure("export/no-space", () => index.words.generation());
    connection.pragma("max_page_count = 100000");
    // SQLite ends the whole transaction: what the import wrote since its last commit is gone, and it is told so.
    expect(() => index.addPages(next, makePages("more"), "waiting")).toThrow("not begun");
    index.rollback();
    expectSameWords(index.words, new Map([[scan, model(texts[0] ?? "")]]));
    expect(index.check()).toEqual([]);
  });
});

describe("a document on which OCR is at work", () => {
  const scans = (count: number) =>
    Array.from({ length: count }, (_, at) => makePage("", { page: at + 1, textState: "none" as const }));

  function addScan(index: SearchIndex, pages: number): DocumentId {
    const documentId = newDocumentId();
    index.beginDocument(documentId);
    index.addPages(documentId, scans(pages), "waiting");
    index.finishDocument(documentId);
    index.commit();
    return documentId;
  }

  it("has its new words at once when it is short, and when no page waits any more", () => {
    const index = openPageIndex(setUpIndexDatabase());
    const short = addScan(index, 64);
    const long = addScan(index, 65);
    expect(hitsOf(index, "cost")).toBe(0);
    for (let page = 1; page <= 3; page += 1) {
      recognise(index, short, page, "the cost");
      expect(hitsOf(index, "cost")).toBe(page);
    }
    for (let page = 1; page < 65; page += 1) recognise(index, long, page, "the price");
    recognise(index, long, 65, "the price");
    expect(hitsOf(index, "price")).toBe(65);
    expect(index.check()).toEqual([]);
  });

  it("is not read anew for each search when it is long", () => {
    vi.useFakeTimers({ toFake: ["performance"] });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const index = openPageIndex(setUpIndexDatabase());
    const long = addScan(index, 100);
    index.words.generation();
    recognise(index, long, 1, "the cost");
    const first = index.words.generation();
    expect(hitsOf(index, "cost")).toBe(1);
    recognise(index, long, 2, "the cost");
    vi.advanceTimersByTime(1900);
    expect(index.words.generation()).toBe(first);
    expect(hitsOf(index, "cost")).toBe(1);
    vi.advanceTimersByTime(200);
    expect(index.words.generation()).not.toBe(first);
    expect(hitsOf(index, "cost")).toBe(2);
    recognise(index, long, 3, "the cost");
    for (let page = 4; page <= 100; page += 1) index.setOcrState(long, page, "failed", "No engine.");
    expect(hitsOf(index, "cost")).toBe(3);
  });
});

describe("an index whose lists are damaged", () => {
  function setUpDamaged(damage: (connection: Connection) => void): SearchIndex {
    const connection = setUpIndexDatabase();
    const first = openPageIndex(connection);
    add(first, "the cost of it", "and more");
    first.commit();
    first.words.generation();
    damage(connection);
    return openPageIndex(connection);
  }

  it("says so when it is read, and when it is checked", () => {
    const index = setUpDamaged((connection) => {
      connection.run(sql`UPDATE word_chunk SET bytes = zeroblob(length(bytes)) WHERE chunk_key % 8 >= 0`);
    });
    expect(() => index.words.places("cost")).toThrow("damaged; rebuild the index");
    expect(index.check()).toEqual(["a word list of the index is damaged; rebuild the index"]);
  });

  it("says so when a part is missing", () => {
    const index = setUpDamaged((connection) => {
      connection.run(sql`DELETE FROM word_chunk`);
    });
    expect(() => index.words.places("cost")).toThrow("missing; rebuild the index");
    expect(index.check()).toEqual(["a word list of the index is missing; rebuild the index"]);
  });

  it("is named when words and text disagree, or words are not there at all", () => {
    const changed = setUpDamaged((connection) => {
      connection.run(sql`UPDATE page SET text = 'the price of it' WHERE text = 'the cost of it'`);
    });
    expect(changed.check()).toEqual(["the full-text index does not agree with the page text; rebuild the index"]);
    const without = setUpDamaged((connection) => {
      connection.run(sql`DELETE FROM word_segment`);
    });
    expect(without.check()).toEqual(["the full-text index lacks the words of documents; rebuild the index"]);
  });
});

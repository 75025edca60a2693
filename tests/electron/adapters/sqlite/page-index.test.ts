import { describe, expect, it } from "vitest";
import type { Connection } from "#adapters/sqlite/connection.ts";
import { sql } from "#adapters/sqlite/connection.ts";
import { openPageIndex } from "#adapters/sqlite/page-index.ts";
import { PAGES_PER_KEY } from "#adapters/sqlite/page-keys.ts";
import type { SearchIndex } from "#core/ports/search-index.ts";
import type { DocumentId } from "#shared/base/ids.ts";
import { expectFailure } from "../../../support/expect-failure.ts";
import { findWords } from "../../../support/find-words.ts";
import { runsOfText } from "../../../support/lay-out-text.ts";
import { makePages, newDocumentId, setUpIndexDatabase } from "../../../support/test-database.ts";

function add(index: SearchIndex, ...texts: readonly string[]): DocumentId {
  const documentId = newDocumentId();
  index.beginDocument(documentId);
  index.addPages(documentId, makePages(...texts), "waiting");
  index.finishDocument(documentId);
  return documentId;
}

const pagesOf = findWords;

function rowCounts(connection: Connection): readonly number[] {
  return [
    sql`SELECT count(*) FROM page`,
    sql`SELECT count(*) FROM page_geometry`,
    sql`SELECT count(*) FROM indexed_document`,
    sql`SELECT count(*) FROM page_state`,
  ].flatMap((statement) => connection.pluck<number>(statement));
}

describe("pages in the index", () => {
  it("come out as they went in", () => {
    const index = openPageIndex(setUpIndexDatabase());
    const texts = ["SPECIMEN\nfirst page", "", "Señor Núñez\u{1F5CE}\n\nlast"];
    const documentId = newDocumentId();
    const [first, ...others] = makePages(...texts);
    if (first === undefined) throw new Error("no page");
    index.beginDocument(documentId);
    index.addPages(documentId, [{ ...first, label: "iv", box: [-10.5, 0, 300.25, 800], rotation: 90 }], "waiting");
    index.addPages(documentId, others, "waiting");
    index.finishDocument(documentId);
    index.commit();
    expect(index.pageInfos(documentId)[0]).toEqual({
      page: 1,
      label: "iv",
      box: [-10.5, 0, 300.25, 800],
      rotation: 90,
      characters: 19,
      addresses: [],
      textState: "good",
      layer: "text-layer",
      ocr: "not-needed",
      confidence: null,
      language: null,
      hidden: [],
    });
    expect(index.pageInfos(documentId).map(({ page, characters }) => [page, characters])).toEqual([
      [1, 19],
      [2, 0],
      [3, 19],
    ]);
    expect(texts.map((_, at) => index.pageText(documentId, at + 1))).toEqual(texts);
    expect(index.pageRuns(documentId, 3)).toEqual(runsOfText(texts[2] ?? ""));
    expect([...index.pageTexts(documentId, 2, 9)]).toEqual([
      { page: 2, text: "" },
      { page: 3, text: texts[2] },
    ]);
    expect(index.check()).toEqual([]);
  });

  it("are read together, those that there are, with the runs that a stretch touches", () => {
    const index = openPageIndex(setUpIndexDatabase());
    const texts = Array.from({ length: 70 }, (_, at) => `SPECIMEN ${at + 1}\nsecond line`);
    const documentId = add(index, ...texts);
    add(index, "another");
    index.commit();
    const wanted = [...texts.keys()].map((at) => at + 1);
    const shown = index.shownPages(documentId, [...wanted, 71, PAGES_PER_KEY]);
    expect(shown.map(({ page, text, label }) => [page, text, label])).toEqual(
      texts.map((text, at) => [at + 1, text, index.pageLabel(documentId, at + 1)]),
    );
    const runs = index.pageRuns(documentId, 69);
    expect(runs.length).toBeGreaterThan(1);
    expect(shown[68]?.runsTouching([{ start: 0, end: 40 }])).toEqual(runs);
    expect(shown[68]?.runsTouching([{ start: 14, end: 18 }])).toEqual(runs.slice(-1));
    expect(shown[68]?.runsTouching([])).toEqual([]);
    expect(shown[68]?.detections).toEqual(index.pageDetections(documentId, 69));
    expect(index.shownPages(newDocumentId(), [1])).toEqual([]);
  });

  it("beyond the last one are not those of the next document", () => {
    const index = openPageIndex(setUpIndexDatabase());
    const first = add(index, "first");
    add(index, "second");
    index.commit();
    for (const page of [2, PAGES_PER_KEY, PAGES_PER_KEY + 1, Number.MAX_SAFE_INTEGER]) {
      expect(index.pageText(first, page)).toBeNull();
      expect(index.pageLabel(first, page)).toBeNull();
      expect(index.pageRuns(first, page)).toEqual([]);
    }
    expect(index.pageText(newDocumentId(), 1)).toBeNull();
    expect(index.pageInfos(newDocumentId())).toEqual([]);
    expect([...index.pageTexts(newDocumentId(), 1, 5)]).toEqual([]);
  });

  it("have their hits on themselves, however many documents there are", () => {
    const connection = setUpIndexDatabase();
    // Keys of pages beyond 2^31 and 2^32: 5,000 documents.
    for (const key of [2047, 4999]) {
      connection.run(
        sql`INSERT INTO indexed_document (document_key, document_id, complete) VALUES (${key}, ${newDocumentId()}, 1)`,
      );
    }
    const index = openPageIndex(connection);
    const one = add(index, "cost", "the cost and the cost", "no");
    const two = add(index, "a long way to the cost", "cost");
    index.commit();
    expect(pagesOf(index, "cost")).toEqual([
      [one, 1, 1],
      [one, 2, 2],
      [two, 1, 1],
      [two, 2, 1],
    ]);
    expect(pagesOf(index, "the cost")).toEqual([
      [one, 2, 2],
      [two, 1, 1],
    ]);
    expect(index.check()).toEqual([]);
  });
});

describe("a word that is divided at a line end", () => {
  it("is found whole and by its parts, and goes with its document", () => {
    const connection = setUpIndexDatabase();
    const index = openPageIndex(connection);
    const text = "held in deten-\ntion and deten\u2010\ntion, Ortega-\nRuiz";
    const documentId = add(index, text);
    index.commit();
    for (const words of ["detention", "deten", "tion"]) expect(pagesOf(index, words)).toEqual([[documentId, 1, 2]]);
    for (const words of ["detention and detention", "ortega ruiz", "in tion and"]) {
      expect(pagesOf(index, words)).toEqual([[documentId, 1, 1]]);
    }
    expect(index.pageText(documentId, 1)).toBe(text);
    expect(index.check()).toEqual([]);
    index.discardDocument(documentId);
    index.commit();
    expect(rowCounts(connection)).toEqual([0, 0, 0, 0]);
    expect(index.check()).toEqual([]);
  });
});

describe("documents that are not finished", () => {
  it("are never found, and are gone when the index is opened again", () => {
    const connection = setUpIndexDatabase();
    const index = openPageIndex(connection);
    const half = newDocumentId();
    index.beginDocument(half);
    index.addPages(half, makePages("cost of half"), "waiting");
    const whole = add(index, "cost of whole");
    expect(pagesOf(index, "cost")).toEqual([]);
    index.commit();
    expect(pagesOf(index, "cost")).toEqual([[whole, 1, 1]]);
    expect(index.documentIds()).toEqual(new Set([whole]));
    const again = openPageIndex(connection);
    expect(again.documentIds()).toEqual(new Set([whole]));
    expect(again.pageText(half, 1)).toBeNull();
    expect(rowCounts(connection)).toEqual([1, 1, 1, 1]);
    expect(again.check()).toEqual([]);
  });

  it("leave no trace when they are discarded or rolled back", () => {
    const connection = setUpIndexDatabase();
    const index = openPageIndex(connection);
    const kept = add(index, "kept cost");
    index.commit();
    const discarded = add(index, "discarded cost");
    index.discardDocument(discarded);
    index.commit();
    const half = newDocumentId();
    index.beginDocument(half);
    index.addPages(half, makePages("half cost"), "waiting");
    const committed = add(index, "committed cost");
    index.commit();
    const rolledBack = add(index, "rolled back cost");
    index.rollback();
    expect(pagesOf(index, "cost")).toEqual([
      [kept, 1, 1],
      [committed, 1, 1],
    ]);
    for (const gone of [discarded, half, rolledBack]) expect(index.pageText(gone, 1)).toBeNull();
    expect(rowCounts(connection)).toEqual([2, 2, 2, 2]);
    expect(index.check()).toEqual([]);
  });

  it("replace their earlier reading", () => {
    const index = openPageIndex(setUpIndexDatabase());
    const documentId = add(index, "old words", "old too");
    index.commit();
    index.beginDocument(documentId);
    index.addPages(documentId, makePages("new words"), "waiting");
    index.finishDocument(documentId);
    index.commit();
    expect(pagesOf(index, "old")).toEqual([]);
    expect(pagesOf(index, "new")).toEqual([[documentId, 1, 1]]);
    expect(index.pageInfos(documentId)).toHaveLength(1);
    expect(index.check()).toEqual([]);
  });
});

describe("an index that cannot be written", () => {
  it("keeps what was committed, takes nothing of the rest, and goes on when there is space", async () => {
    const connection = setUpIndexDatabase();
    const index = openPageIndex(connection);
    const kept = add(index, "kept cost");
    index.commit();
    const [{ page_count: pages } = { page_count: 0 }] = connection.pragma("page_count") as { page_count: number }[];
    connection.pragma(`max_page_count = ${pages + 4}`);
    const words = Array.from({ length: 4000 }, (_, at) => `word${at} cost`).join(" ");
    const fill = () => {
      for (let round = 0; round < 10; round += 1) add(index, words);
      index.commit();
    };
    await expectFailure("export/no-space", fill);
    index.rollback();
    expect(pagesOf(index, "cost")).toEqual([[kept, 1, 1]]);
    expect(index.check()).toEqual([]);
    connection.pragma("max_page_count = 100000");
    fill();
    expect(pagesOf(index, "cost")).toHaveLength(11);
    expect(index.check()).toEqual([]);
  });

  it("is named by its own check when text and words disagree", () => {
    const connection = setUpIndexDatabase();
    const index = openPageIndex(connection);
    add(index, "the cost");
    index.commit();
    index.words.generation();
    connection.run(sql`UPDATE page SET text = 'the price'`);
    expect(index.check()).toEqual(["the full-text index does not agree with the page text; rebuild the index"]);
  });
});

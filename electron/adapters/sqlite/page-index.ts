import type { ExtractedPage } from "#core/ports/document-reader.ts";
import type { RankedPage, SearchIndex } from "#core/ports/search-index.ts";
import type { DocumentId } from "#shared/base/ids.ts";
import type { PageInfo, PageRotation } from "#shared/model/document.ts";
import { toFts5 } from "#shared/text/fts5.ts";
import { decodeRuns } from "#shared/text/geometry-codec.ts";
import { type Connection, sql } from "./connection.ts";
import { joinDividedWords } from "./divided-words.ts";
import { countHits, findHits } from "./hits.ts";
import { checkIntegrity } from "./open-database.ts";

/** Keys of a document's pages are `document_key * PAGES_PER_KEY + page`. */
export const PAGES_PER_KEY = 2 ** 20;

interface PageRow {
  readonly page_key: number;
  readonly label: string | null;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
  readonly rotation: number;
  readonly characters: number;
}

function toPageInfo(row: PageRow): PageInfo {
  return {
    page: row.page_key % PAGES_PER_KEY,
    label: row.label,
    box: [row.left, row.bottom, row.right, row.top],
    rotation: row.rotation as PageRotation,
    characters: row.characters,
  };
}

/**
 * The index in `index.db`. Pages are written inside one open transaction that `commit` ends; the same connection reads,
 * so documents that are not finished are told apart by their row, not by isolation.
 */
export function openPageIndex(connection: Connection): SearchIndex {
  const keys = new Map<DocumentId, number>();
  const idsByKey = new Map<number, DocumentId>();
  const complete = new Set<DocumentId>();
  const finished = new Set<DocumentId>();

  function remember(documentId: DocumentId, key: number): void {
    keys.set(documentId, key);
    idsByKey.set(key, documentId);
  }

  function deletePages(key: number): void {
    const from = key * PAGES_PER_KEY;
    const to = from + PAGES_PER_KEY - 1;
    // All or nothing, because a text that is forgotten twice damages the full-text index.
    connection.transact(() => {
      // The index holds no text of its own: it must be told what to forget.
      connection.run(sql`
        INSERT INTO page_words (page_words, rowid, text)
        SELECT 'delete', page_key, text FROM page_indexed WHERE page_key BETWEEN ${from} AND ${to}`);
      connection.run(sql`DELETE FROM page WHERE page_key BETWEEN ${from} AND ${to}`);
      connection.run(sql`DELETE FROM page_geometry WHERE page_key BETWEEN ${from} AND ${to}`);
      connection.run(sql`DELETE FROM indexed_document WHERE document_key = ${key}`);
    });
  }

  function begin(): void {
    if (!connection.inTransaction) connection.script("BEGIN IMMEDIATE");
  }

  function commitOpen(): void {
    if (connection.inTransaction) connection.script("COMMIT");
  }

  function forget(documentId: DocumentId): void {
    const key = keys.get(documentId);
    if (key === undefined) return;
    begin();
    deletePages(key);
    keys.delete(documentId);
    idsByKey.delete(key);
    complete.delete(documentId);
    finished.delete(documentId);
  }

  function load(): void {
    for (const memory of [keys, idsByKey, complete, finished]) memory.clear();
    const rows = connection.all<{ document_key: number; document_id: string; complete: number }>(
      sql`SELECT document_key, document_id, complete FROM indexed_document`,
    );
    for (const row of rows) {
      const documentId = row.document_id as DocumentId;
      remember(documentId, row.document_key);
      if (row.complete === 1) complete.add(documentId);
    }
    // What a crash left half-read.
    for (const documentId of [...keys.keys()]) if (!complete.has(documentId)) forget(documentId);
    commitOpen();
  }

  /** Key of a page; -1, which no page has, for what cannot be there: the numbers beyond are another document's. */
  function pageKey(documentId: DocumentId, page: number): number {
    const key = keys.get(documentId);
    return key === undefined || page >= PAGES_PER_KEY ? -1 : key * PAGES_PER_KEY + page;
  }

  load();

  return {
    beginDocument: (documentId) => {
      forget(documentId);
      begin();
      const { lastInsertRowid } = connection.run(
        sql`INSERT INTO indexed_document (document_id) VALUES (${documentId})`,
      );
      remember(documentId, lastInsertRowid);
    },
    addPages: (documentId, pages) => {
      begin();
      for (const page of pages) writePage(connection, pageKey(documentId, page.page), page);
    },
    finishDocument: (documentId) => {
      finished.add(documentId);
    },
    discardDocument: forget,
    commit: () => {
      begin();
      for (const documentId of finished) {
        connection.run(sql`UPDATE indexed_document SET complete = 1 WHERE document_id = ${documentId}`);
      }
      commitOpen();
      for (const documentId of finished) complete.add(documentId);
      finished.clear();
    },
    rollback: () => {
      if (connection.inTransaction) connection.script("ROLLBACK");
      load();
    },
    documentIds: () => complete,

    pageInfos: (documentId) => {
      const from = pageKey(documentId, 0);
      return connection
        .all<PageRow>(sql`
          SELECT page_key, label, left, bottom, right, top, rotation, characters FROM page
          WHERE page_key BETWEEN ${from} AND ${from + PAGES_PER_KEY - 1} ORDER BY page_key`)
        .map(toPageInfo);
    },
    pageText: (documentId, page) =>
      connection.get<{ readonly text: string }>(
        sql`SELECT text FROM page WHERE page_key = ${pageKey(documentId, page)}`,
      )?.text ?? null,
    pageLabel: (documentId, page) =>
      connection.get<{ readonly label: string | null }>(
        sql`SELECT label FROM page WHERE page_key = ${pageKey(documentId, page)}`,
      )?.label ?? null,
    pageRuns: (documentId, page) => {
      const row = connection.get<{ readonly runs: Uint8Array }>(
        sql`SELECT runs FROM page_geometry WHERE page_key = ${pageKey(documentId, page)}`,
      );
      return row === undefined ? [] : decodeRuns(row.runs);
    },
    pageTexts: function* (documentId, from, to) {
      const rows = connection.iterate<{ readonly page_key: number; readonly text: string }>(sql`
        SELECT page_key, text FROM page
        WHERE page_key BETWEEN ${pageKey(documentId, from)} AND ${pageKey(documentId, to)} ORDER BY page_key`);
      for (const row of rows) yield { page: row.page_key % PAGES_PER_KEY, text: row.text };
    },

    match: (query, documentId) => {
      const from = documentId === null ? 0 : pageKey(documentId, 0);
      const to = documentId === null ? Number.MAX_SAFE_INTEGER : from + PAGES_PER_KEY - 1;
      const rows = connection.rows<[number, number]>(sql`
        SELECT rowid, rank FROM page_words
        WHERE page_words MATCH ${toFts5(query)} AND rowid BETWEEN ${from} AND ${to} ORDER BY rowid`);
      const hits = countHits(connection, query, new Set(rows.map(([key]) => key)));
      const pages: RankedPage[] = [];
      for (const [key, rank] of rows) {
        const id = idsByKey.get(Math.floor(key / PAGES_PER_KEY));
        if (id === undefined || !complete.has(id)) continue;
        pages.push({ documentId: id, page: key % PAGES_PER_KEY, rank, hits: hits.get(key) ?? 0 });
      }
      return pages;
    },
    hitsOnPage: (query, documentId, page) => findHits(connection, query, pageKey(documentId, page)),

    check: () => {
      const problems = [...checkIntegrity(connection)];
      try {
        // With rank 1 the index is compared with the text that it was made from.
        connection.run(sql`INSERT INTO page_words (page_words, rank) VALUES ('integrity-check', 1)`);
      } catch {
        problems.push("the full-text index does not agree with the page text; rebuild the index");
      }
      return problems;
    },
    close: () => {
      if (connection.inTransaction) connection.script("ROLLBACK");
      connection.close();
    },
  };
}

function writePage(connection: Connection, key: number, page: ExtractedPage): void {
  const [left, bottom, right, top] = page.box;
  const indexed = joinDividedWords(page.text);
  connection.run(sql`
    INSERT INTO page (page_key, label, left, bottom, right, top, rotation, characters, text, indexed_text)
    VALUES (${key}, ${page.label}, ${left}, ${bottom}, ${right}, ${top}, ${page.rotation}, ${page.text.length},
      ${page.text}, ${indexed === page.text ? null : indexed})`);
  connection.run(sql`INSERT INTO page_geometry (page_key, runs) VALUES (${key}, ${page.geometry})`);
  // Pages without text too: the index's own check expects a row for each row of its content.
  connection.run(sql`INSERT INTO page_words (rowid, text) VALUES (${key}, ${indexed})`);
}

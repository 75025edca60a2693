import type { SearchIndex } from "#core/ports/search-index.ts";
import type { DocumentId } from "#shared/base/ids.ts";
import { decodeRuns } from "#shared/text/geometry-codec.ts";
import { type Connection, sql } from "./connection.ts";
import { createIndexedDocuments } from "./indexed-documents.ts";
import { joinPages } from "./join-pages.ts";
import { makeWait, readFigures, readOcrProblems, readOcrTotals, writeOcrState } from "./ocr-states.ts";
import { checkIntegrity } from "./open-database.ts";
import { eachDetections, readConfidences, readDetections, readHidden, readPageInfos } from "./page-facts.ts";
import { ALL_KEYS, documentKeyOf, pageOf } from "./page-keys.ts";
import { exchangeLayers, putRecognised, readRecognised } from "./page-layers.ts";
import { writePage } from "./page-rows.ts";
import { eachSigned } from "./page-signatures.ts";
import { readShownPages } from "./shown-pages.ts";
import { pickWaiting } from "./waiting-pages.ts";
import { checkWords } from "./words/check-words.ts";
import { openWordIndex } from "./words/open-word-index.ts";

/**
 * Pages of the log before SQLite carries them into the file: 32 megabytes. With its usual four, nearly every commit of an
 * import would do so, and wait for the disk twice.
 */
const LOG_PAGES = 8192;

/**
 * The index in `index.db`. Pages are written inside one open transaction that `commit` ends; the same connection reads,
 * so documents that are not finished are told apart by their row, not by isolation.
 */
export function openPageIndex(connection: Connection): SearchIndex {
  connection.pragma(`wal_autocheckpoint = ${LOG_PAGES}`);
  const documents = createIndexedDocuments(connection);
  const { pageKey, rangeOf, words } = documents;

  /**
   * Writes what OCR found. About a complete document it is durable when this returns, and with it whatever an import has
   * written by then: both share one connection and so one transaction, and the import may still be abandoned, which must
   * not take a page along that was acknowledged. What becomes durable early by that are pages of documents that are not
   * complete: nobody finds them, and they go with their document, or when the index is opened next. What concerns such a
   * document goes its way, too.
   */
  function writeOcr<T>(documentId: DocumentId | null, work: () => T): T {
    if (documentId !== null && documents.isUnfinished(documentId)) return documents.write(work);
    return documents.writeAtOnce(work);
  }

  /** As `writeOcr`, for a change that the sums of the document must follow; `change` says whether the page has another text. */
  function changePage(documentId: DocumentId, page: number, change: (key: number) => boolean): boolean {
    return writeOcr(documentId, () => {
      const key = pageKey(documentId, page);
      const isOtherText = change(key);
      documents.noteChange(documentKeyOf(key), isOtherText);
      return isOtherText;
    });
  }

  return {
    beginDocument: documents.begin,
    addPages: (documentId, pages, ocr) => {
      documents.requireBegun(documentId);
      documents.write(() => {
        for (const page of pages) writePage(connection, pageKey(documentId, page.page), page, ocr);
      });
    },
    finishDocument: documents.finish,
    discardDocument: documents.forget,
    commit: documents.commit,
    rollback: documents.rollback,
    documentIds: documents.current,

    pageInfos: (documentId) => readPageInfos(connection, rangeOf(documentId)),
    pageInfo: (documentId, page) => {
      const key = pageKey(documentId, page);
      return readPageInfos(connection, { from: key, to: key })[0] ?? null;
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
    shownPages: (documentId, pages) =>
      readShownPages(
        connection,
        pages.map((page) => pageKey(documentId, page)),
      ),
    pageTexts: function* (documentId, from, to) {
      const rows = connection.iterate<{ readonly page_key: number; readonly text: string }>(sql`
        SELECT page_key, text FROM page
        WHERE page_key BETWEEN ${pageKey(documentId, from)} AND ${pageKey(documentId, to)} ORDER BY page_key`);
      for (const row of rows) yield { page: pageOf(row.page_key), text: row.text };
    },
    joinPages: (pages) =>
      joinPages(
        connection,
        pages.map(({ documentId, page }) => pageKey(documentId, page)),
      ),

    pageConfidences: (documentId, page) => readConfidences(connection, pageKey(documentId, page)),
    pageDetections: (documentId, page) => readDetections(connection, pageKey(documentId, page)),
    documentDetections: (documentId) => eachDetections(connection, rangeOf(documentId)),
    hiddenRegions: (documentId) =>
      readHidden(connection, documentId === null ? ALL_KEYS : rangeOf(documentId)).flatMap(({ key, region }) => {
        const holder = documentId ?? documents.completeByKey(documentKeyOf(key));
        return holder === null ? [] : [{ documentId: holder, page: pageOf(key), region }];
      }),
    signatures: () => eachSigned(connection, documents.completeByKey),

    figures: () => readFigures(connection, null),
    figuresOf: (documentId) => readFigures(connection, documentId).get(documentId) ?? null,
    setRecognised: (documentId, page, layer) => {
      changePage(documentId, page, (key) => putRecognised(connection, key, layer));
    },
    recognisedPages: (documentId) => readRecognised(connection, rangeOf(documentId)),
    useLayer: (documentId, page, layer, understand) =>
      changePage(documentId, page, (key) => exchangeLayers(connection, key, layer, understand)),
    setOcrState: (documentId, page, state, problem) => {
      changePage(documentId, page, (key) => {
        writeOcrState(connection, key, state, problem);
        return false;
      });
    },
    ocrProblems: (documentId) => readOcrProblems(connection, rangeOf(documentId)),
    waitingPages: (limit) => pickWaiting(connection, documents.prioritised(), documents.completeByKey, limit),
    setOcrPriority: (documentId, priority) => {
      writeOcr(documentId, () => {
        documents.setPriority(documentId, priority);
      });
    },
    highestOcrPriority: () => documents.prioritised().reduce((highest, { priority }) => Math.max(highest, priority), 0),
    requestOcr: (documentId, again) =>
      writeOcr(documentId, () => {
        const range = documentId === null ? ALL_KEYS : rangeOf(documentId);
        const { pages, documentKeys } = makeWait(connection, range, again);
        for (const key of documentKeys) documents.noteChange(key, false);
        return pages;
      }),
    ocrTotals: () => readOcrTotals(connection),

    words: openWordIndex(connection, words, { idOf: documents.completeByKey, keyOf: documents.completeKeyOf }),
    maintain: words.maintain,
    pagesToRead: words.pagesToRead,

    check: () => {
      words.settle("everything");
      return [...checkIntegrity(connection), ...checkWords(connection, words)];
    },
    close: () => {
      if (connection.inTransaction) connection.script("ROLLBACK");
      connection.close();
    },
  };
}

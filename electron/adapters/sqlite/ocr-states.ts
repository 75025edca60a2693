import type { IndexedFigures } from "#core/ports/search-index.ts";
import type { DocumentId } from "#shared/base/ids.ts";
import type { OcrState } from "#shared/model/page-state.ts";
import { type Connection, sql } from "./connection.ts";
import { documentKeyOf, type KeyRange, keysOf, pageOf } from "./page-keys.ts";

/**
 * Counts a document's pages again after some of them changed. The sums stand with the document because the library asks
 * for those of all documents at once.
 *
 * @returns how many pages it has, and how many of them wait; null when there is no such document
 */
export function refreshSums(
  connection: Connection,
  documentKey: number,
): { readonly pages: number; readonly waiting: number } | null {
  const { from, to } = keysOf(documentKey);
  const row = connection.get<{ readonly pages: number; readonly waiting: number }>(sql`
    UPDATE indexed_document SET (pages, pages_without_text, pages_by_ocr, ocr_waiting, ocr_done, ocr_failed, ocr_off,
      confidence) = (
      SELECT count(*), count(*) FILTER (WHERE NOT has_text), count(*) FILTER (WHERE layer = 'ocr'),
        count(*) FILTER (WHERE ocr_state = 'waiting'), count(*) FILTER (WHERE ocr_state = 'done'),
        count(*) FILTER (WHERE ocr_state = 'failed'), count(*) FILTER (WHERE ocr_state = 'off'),
        avg(confidence) FILTER (WHERE layer = 'ocr')
      FROM page_state WHERE page_key BETWEEN ${from} AND ${to}
    ) WHERE document_key = ${documentKey} RETURNING pages, ocr_waiting AS waiting`);
  return row ?? null;
}

/** Figures of one complete document, or of all. */
export function readFigures(
  connection: Connection,
  documentId: DocumentId | null,
): ReadonlyMap<DocumentId, IndexedFigures> {
  const rows = connection.rows<[DocumentId, number, number, number, number | null]>(
    documentId === null
      ? sql`
          SELECT document_id, pages_by_ocr, ocr_waiting, pages_without_text, confidence
          FROM indexed_document WHERE complete = 1`
      : sql`
          SELECT document_id, pages_by_ocr, ocr_waiting, pages_without_text, confidence
          FROM indexed_document WHERE complete = 1 AND document_id = ${documentId}`,
  );
  return new Map(
    rows.map(([id, pagesByOcr, pagesWaiting, pagesWithoutText, confidence]) => [
      id,
      { pagesByOcr, pagesWaiting, pagesWithoutText, confidence },
    ]),
  );
}

/** How many pages of complete documents stand where. */
export function readOcrTotals(connection: Connection): Readonly<Record<OcrState, number>> {
  const [row] = connection.rows<[number, number, number, number, number]>(sql`
    SELECT coalesce(sum(pages), 0), coalesce(sum(ocr_waiting), 0), coalesce(sum(ocr_done), 0),
      coalesce(sum(ocr_failed), 0), coalesce(sum(ocr_off), 0)
    FROM indexed_document WHERE complete = 1`);
  const [pages, waiting, done, failed, off] = row ?? [0, 0, 0, 0, 0];
  return { waiting, done, failed, off, "not-needed": pages - waiting - done - failed - off };
}

/** Says where a page stands with OCR. */
export function writeOcrState(connection: Connection, key: number, state: OcrState, problem: string | null): void {
  connection.run(sql`
    UPDATE page_state SET ocr_state = ${state}, ocr_problem = ${problem} WHERE page_key = ${key}`);
}

/** Why the OCR of pages failed, by page. */
export function readOcrProblems(connection: Connection, { from, to }: KeyRange): ReadonlyMap<number, string> {
  const rows = connection.rows<[number, string]>(sql`
    SELECT page_key, ocr_problem FROM page_state
    WHERE page_key BETWEEN ${from} AND ${to} AND ocr_problem IS NOT NULL ORDER BY page_key`);
  return new Map(rows.map(([key, problem]) => [pageOf(key), problem]));
}

/**
 * Makes pages wait that failed or are off, or with `again` those done as well.
 *
 * @returns how many pages, and the keys of their documents
 */
export function makeWait(
  connection: Connection,
  { from, to }: KeyRange,
  again: boolean,
): { readonly pages: number; readonly documentKeys: ReadonlySet<number> } {
  const done = again ? "done" : "failed";
  const rows = connection.rows<[number]>(sql`
    UPDATE page_state SET ocr_state = 'waiting', ocr_problem = NULL
    WHERE page_key BETWEEN ${from} AND ${to} AND ocr_state IN ('failed', 'off', ${done}) RETURNING page_key`);
  return { pages: rows.length, documentKeys: new Set(rows.map(([key]) => documentKeyOf(key))) };
}

/** Keys of pages that wait, in order, as they are asked for. Walks an index of these pages only. */
export function eachWaiting(connection: Connection, { from, to }: KeyRange): IterableIterator<readonly [key: number]> {
  return connection.iterateRows<readonly [number]>(sql`
    SELECT page_key FROM page_state INDEXED BY page_waiting
    WHERE ocr_state = 'waiting' AND page_key BETWEEN ${from} AND ${to} ORDER BY page_key`);
}

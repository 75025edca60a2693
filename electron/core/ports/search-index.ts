import type { DocumentId } from "#shared/base/ids.ts";
import type { PageInfo } from "#shared/model/document.ts";
import type { TextRun } from "#shared/model/geometry.ts";
import type { QueryNode } from "#shared/text/query.ts";
import type { ExtractedPage } from "./document-reader.ts";

/** A page that matches, before it is shown. Lower `rank` is better (BM25 as FTS5 computes it). */
export interface RankedPage {
  readonly documentId: DocumentId;
  readonly page: number;
  readonly rank: number;
  /** Places of the query's words and phrases on the page. */
  readonly hits: number;
}

/** Offsets of one hit in its page's text. */
export interface HitRange {
  readonly start: number;
  readonly end: number;
}

/**
 * The text and the geometry of pages, and their full-text index. Everything in it can be rebuilt from the originals.
 *
 * Writing: pages of documents may be added in any interleaving; they are not found until `commit` was called after
 * `finishDocument`. A document that was begun and not finished leaves no trace after `discardDocument`, or after the
 * index was opened again.
 */
export interface SearchIndex {
  beginDocument(documentId: DocumentId): void;
  addPages(documentId: DocumentId, pages: readonly ExtractedPage[]): void;
  finishDocument(documentId: DocumentId): void;
  discardDocument(documentId: DocumentId): void;
  /** Makes all finished documents durable and findable. */
  commit(): void;
  /** Abandons what was not committed. */
  rollback(): void;
  /** Documents that are complete in the index. */
  documentIds(): ReadonlySet<DocumentId>;

  pageInfos(documentId: DocumentId): readonly PageInfo[];
  pageText(documentId: DocumentId, page: number): string | null;
  pageLabel(documentId: DocumentId, page: number): string | null;
  pageRuns(documentId: DocumentId, page: number): readonly TextRun[];
  /** Texts of pages `from` to `to` (inclusive), one after the other. */
  pageTexts(
    documentId: DocumentId,
    from: number,
    to: number,
  ): Iterable<{ readonly page: number; readonly text: string }>;

  /** All pages that match, in the order of documents and pages. */
  match(query: QueryNode, documentId: DocumentId | null): readonly RankedPage[];
  /** Places of the query's words and phrases (those not under NOT) on one page, in order. */
  hitsOnPage(query: QueryNode, documentId: DocumentId, page: number): readonly HitRange[];

  /** Problems found by the database's own checks and the full-text index's; empty when sound. */
  check(): readonly string[];
  close(): void;
}

import type { DocumentId } from "#shared/base/ids.ts";
import type { Detection } from "#shared/model/detection.ts";
import type { PageInfo } from "#shared/model/document.ts";
import type { TextRun } from "#shared/model/geometry.ts";
import type { HiddenRegion, OcrState, TextLayer, WordConfidence } from "#shared/model/page-state.ts";
import type { Span } from "#shared/text/normalize.ts";
import type { ExtractedPage, PageUnderstanding } from "./document-reader.ts";
import type { JoinedTexts } from "./joined-texts.ts";
import type { WordIndex } from "./word-index.ts";

/** Text of a page by OCR, with what it says about the page. */
export interface RecognisedLayer {
  readonly text: string;
  readonly geometry: Uint8Array;
  readonly confidences: readonly WordConfidence[];
  readonly confidence: number | null;
  readonly madeBy: string;
  readonly understanding: PageUnderstanding;
}

/** OCR text that a page has, beside the text that its file brought. */
export interface RecognisedPageLayer {
  readonly page: number;
  readonly layer: RecognisedLayer;
  /** False when the page's own text is in use. */
  readonly inUse: boolean;
  /** The page's own text, in use or not: what was recognised holds only while it is the same. */
  readonly ownText: string;
}

/** What the index knows of a document as a whole. */
export interface IndexedFigures {
  readonly pagesByOcr: number;
  readonly pagesWaiting: number;
  readonly pagesWithoutText: number;
  readonly confidence: number | null;
}

/** What a list of results shows of a page, and what the places of its words are found by. */
export interface ShownPage {
  readonly page: number;
  readonly text: string;
  readonly label: string | null;
  readonly detections: readonly Detection[];
  /** Those runs that touch one of some stretches of the text (offsets, end exclusive), in the order of the text. */
  runsTouching(stretches: readonly Span[]): readonly TextRun[];
}

/** A page of a document. */
export interface DocumentPage {
  readonly documentId: DocumentId;
  readonly page: number;
}

/** A page that waits for OCR. */
export type WaitingPage = DocumentPage;

/**
 * The text and the geometry of pages, and their full-text index. Everything in it can be rebuilt from the originals.
 *
 * Writing: pages of documents may be added in any interleaving; they are not found until `commit` was called after
 * `finishDocument`. A document that was begun and not finished leaves no trace after `discardDocument`, or after the
 * index was opened again.
 */
export interface SearchIndex {
  beginDocument(documentId: DocumentId): void;
  /** A page whose own text is not good waits for OCR from then on, or is `off`. */
  addPages(documentId: DocumentId, pages: readonly ExtractedPage[], ocr: "waiting" | "off"): void;
  finishDocument(documentId: DocumentId): void;
  discardDocument(documentId: DocumentId): void;
  /** Makes all finished documents durable and findable. */
  commit(): void;
  /** Abandons what was not committed. */
  rollback(): void;
  /** Documents that are complete in the index. */
  documentIds(): ReadonlySet<DocumentId>;

  pageInfos(documentId: DocumentId): readonly PageInfo[];
  /** One of them; null when there is no such page. */
  pageInfo(documentId: DocumentId, page: number): PageInfo | null;
  pageText(documentId: DocumentId, page: number): string | null;
  pageLabel(documentId: DocumentId, page: number): string | null;
  pageRuns(documentId: DocumentId, page: number): readonly TextRun[];
  /** Several pages of a document at once, those that it has; `pages` ascending, each once. */
  shownPages(documentId: DocumentId, pages: readonly number[]): readonly ShownPage[];
  /** Texts of pages `from` to `to` (inclusive), one after the other. */
  pageTexts(
    documentId: DocumentId,
    from: number,
    to: number,
  ): Iterable<{ readonly page: number; readonly text: string }>;
  /**
   * Texts of pages of several documents, empty for one that is not there: of the first of them, as many as can be read in
   * one go, at least one.
   */
  joinPages(pages: readonly DocumentPage[]): JoinedTexts;

  pageConfidences(documentId: DocumentId, page: number): readonly WordConfidence[];
  pageDetections(documentId: DocumentId, page: number): readonly Detection[];
  /** Page by page, in order; pages without any are left out. */
  documentDetections(
    documentId: DocumentId,
  ): Iterable<{ readonly page: number; readonly detections: readonly Detection[] }>;
  /** Hidden places, of one document or of all, in order. */
  hiddenRegions(
    documentId: DocumentId | null,
  ): readonly { readonly documentId: DocumentId; readonly page: number; readonly region: HiddenRegion }[];
  /** Signatures of all pages of complete documents, in the order of pages; null where a page has too few words. */
  signatures(): Iterable<{ readonly documentId: DocumentId; readonly pages: readonly (Uint8Array | null)[] }>;

  /** Figures of all complete documents. */
  figures(): ReadonlyMap<DocumentId, IndexedFigures>;
  /** Figures of one document, without a look at the others; null when it is not complete. */
  figuresOf(documentId: DocumentId): IndexedFigures | null;
  /**
   * Makes OCR text the text in use; the text layer that stood there is kept and can be used again. Durable when it returns,
   * for a document that is complete.
   */
  setRecognised(documentId: DocumentId, page: number, layer: RecognisedLayer): void;
  /** OCR text of a document's pages, in use or not; to be carried over when the document is read anew. */
  recognisedPages(documentId: DocumentId): readonly RecognisedPageLayer[];
  /**
   * Uses the other layer of a page. Returns false when the page has no such layer.
   *
   * @param understanding what the text of that layer says about the page
   */
  useLayer(
    documentId: DocumentId,
    page: number,
    layer: TextLayer,
    understand: (text: string, geometry: Uint8Array) => PageUnderstanding,
  ): boolean;
  setOcrState(documentId: DocumentId, page: number, state: OcrState, problem: string | null): void;
  /** Why the OCR of a page failed, by page. */
  ocrProblems(documentId: DocumentId): ReadonlyMap<number, string>;
  /** Next pages to recognise: documents of high priority first, then in the order of documents and pages. */
  waitingPages(limit: number): readonly WaitingPage[];
  /** Pages of a document come before those of documents with a lower number; 0 is ordinary. */
  setOcrPriority(documentId: DocumentId, priority: number): void;
  /** The highest priority given so far; 0 when none was. */
  highestOcrPriority(): number;
  /** Makes pages wait: those that failed or are off, or with `again` those done as well. Returns how many. */
  requestOcr(documentId: DocumentId | null, again: boolean): number;
  /** How many pages of complete documents stand where. */
  ocrTotals(): Readonly<Record<OcrState, number>>;

  /** The words of all complete documents, and what the index knows of their pages besides. */
  readonly words: WordIndex;
  /**
   * Does what keeps searching fast and needs not be done at once: reads the words of documents whose text changed, merges
   * lists, frees what is not needed. To be called again and again where nobody waits (after an import, a rebuild, OCR),
   * until it returns false.
   *
   * @param milliseconds to take, about
   */
  maintain(milliseconds: number): boolean;

  /** Pages of complete documents whose words are still to be read: a search does that first. */
  pagesToRead(): number;

  /** Problems found by the database's own checks and the full-text index's; empty when sound. */
  check(): readonly string[];
  close(): void;
}

import type { HighlightAnnotation } from "#core/ports/document-annotator.ts";
import type { ExtractedDocument, ExtractedPage } from "#core/ports/document-reader.ts";
import type { CompiledPdfium } from "./pdfium-module.ts";

/** What the worker for PDFs is asked to do. Paths are absolute. */
export type PdfTask =
  | { readonly kind: "read"; readonly path: string; readonly maxPages: number }
  | { readonly kind: "annotate"; readonly path: string; readonly annotations: readonly HighlightAnnotation[] };

/** Pages of a document that is being read, in order. Their geometry shares one buffer. */
export type PdfPart = readonly ExtractedPage[];

/** What comes at the end. */
export type PdfValue =
  | { readonly kind: "read"; readonly document: ExtractedDocument; readonly damagedPages: readonly number[] }
  | { readonly kind: "annotated"; readonly bytes: Uint8Array<ArrayBuffer> };

/** What the worker is given when it starts. */
export interface PdfWorkerData {
  readonly compiled: CompiledPdfium;
  /** Bytes beyond which PDFium's memory may not grow. */
  readonly memoryLimit: number;
}

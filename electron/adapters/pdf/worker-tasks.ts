import type { ChildPart } from "#adapters/workers/child-parts.ts";
import type { HighlightAnnotation, WithheldRegion } from "#core/ports/document-annotator.ts";
import type { ExtractedDocument, ExtractedPage, ReadRequest } from "#core/ports/document-reader.ts";
import type { PageRaster, RasterLimits } from "#core/ports/page-renderer.ts";
import type { CompiledPdfium } from "./pdfium-module.ts";

/** What the worker for PDFs is asked to do. Paths are absolute. */
export type PdfTask =
  | ({ readonly kind: "read" } & ReadRequest)
  | { readonly kind: "attachments"; readonly path: string }
  | {
      readonly kind: "annotate";
      readonly path: string;
      readonly annotations: readonly HighlightAnnotation[];
      readonly withheld: readonly WithheldRegion[];
    }
  | { readonly kind: "render"; readonly path: string; readonly page: number; readonly limits: RasterLimits };

/** Pages of a document that is being read, in order (their geometry shares one buffer), or a piece of what it carries. */
export type PdfPart = { readonly kind: "pages"; readonly pages: readonly ExtractedPage[] } | ChildPart;

/** What comes at the end. */
export type PdfValue =
  | { readonly kind: "read"; readonly document: ExtractedDocument; readonly damagedPages: readonly number[] }
  | { readonly kind: "attachments" }
  | { readonly kind: "annotated"; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: "rendered"; readonly raster: PageRaster };

/** What the worker is given when it starts. */
export interface PdfWorkerData {
  readonly compiled: CompiledPdfium;
  /** Bytes beyond which PDFium's memory may not grow. */
  readonly memoryLimit: number;
}

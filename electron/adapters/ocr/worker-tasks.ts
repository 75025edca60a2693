import type { RecognisedPage } from "#core/ports/ocr-engine.ts";
import type { PageRaster } from "#core/ports/page-renderer.ts";
import type { PageShape } from "./find-upright.ts";
import type { QuarterTurn, Raster } from "./raster.ts";
import type { StraightRaster } from "./recognise-raster.ts";
import type { CompiledTesseract, TesseractVariant } from "./tesseract-module.ts";

/** A model that a page is read with. */
export interface ModelFile {
  readonly language: string;
  readonly path: string;
}

/** What the worker for OCR is asked to do: the whole of it, or the work on rasters for an engine that is another program. */
export type OcrTask =
  | { readonly kind: "recognise"; readonly page: PageRaster; readonly models: readonly ModelFile[] }
  | { readonly kind: "measure"; readonly raster: Raster; readonly resolution: number }
  | { readonly kind: "straighten"; readonly raster: Raster; readonly turned: QuarterTurn; readonly skew: number };

/** What it answers. */
export type OcrValue =
  | { readonly kind: "recognised"; readonly page: RecognisedPage }
  | { readonly kind: "measured"; readonly shape: PageShape }
  | { readonly kind: "straightened"; readonly raster: StraightRaster };

/** What the worker is given when it starts; without Tesseract it only works on rasters. */
export interface OcrWorkerData {
  readonly tesseract: { readonly compiled: CompiledTesseract; readonly variant: TesseractVariant } | undefined;
  /** Bytes beyond which Tesseract's memory may not grow. */
  readonly memoryLimit: number;
}

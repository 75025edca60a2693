import type { WordConfidence } from "#shared/model/page-state.ts";

/** A page to recognise. */
export interface OcrRequest {
  /** Absolute path of a PDF. */
  readonly path: string;
  /** 1-based. */
  readonly page: number;
  /** ISO 639-3, most likely first; at least one. */
  readonly languages: readonly string[];
}

/** A recognised page, in the same form as any other: one text, one geometry in PDF user space. */
export interface RecognisedPage {
  readonly text: string;
  /** As `encodeRuns` of `#shared/text/geometry-codec.ts` writes them. */
  readonly geometry: Uint8Array;
  readonly confidences: readonly WordConfidence[];
  /** Mean of the words' confidences by length, 0 to 100; null when there are none. */
  readonly confidence: number | null;
  /** Degrees clockwise by which the picture was turned upright, besides the page's own rotation. */
  readonly turned: 0 | 90 | 180 | 270;
  /** Degrees by which its lines were found to be skewed. */
  readonly skew: number;
  /** Raster used, in dots per inch. */
  readonly resolution: number;
  /** Engine and model, e.g. `tesseract 5.3.0, eng`. */
  readonly madeBy: string;
}

/** An engine as people choose it. */
export type OcrEngineName = "built-in" | "system";

/**
 * Recognises text in pictures of pages, away from the database, where it can be killed. Rejects with `ocr/timeout` (90 s a page),
 * `ocr/failed`, `ocr/language-missing`, or `job/cancelled`.
 */
export interface OcrEngine {
  readonly name: OcrEngineName;
  /** Pages at a time. */
  readonly concurrency: number;
  /** As it names itself, e.g. `tesseract 5.3.0`. */
  readonly version: string;
  /** Languages that it can read, ISO 639-3. */
  languages(): Promise<readonly string[]>;
  recognise(request: OcrRequest, signal: AbortSignal): Promise<RecognisedPage>;
  close(): Promise<void>;
}

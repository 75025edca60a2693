import type { ChildPart } from "#adapters/workers/child-parts.ts";
import type { Conversion, ConversionRequest } from "#core/ports/document-converter.ts";

/** What a worker is asked to convert. */
export interface ConversionTask {
  readonly request: ConversionRequest;
  /** One 32-bit number: parts that were taken. The worker waits on it, for readers write without waiting. */
  readonly taken: SharedArrayBuffer;
}

/** What is inside of a file, as it comes out. */
export type ConversionPart = ChildPart;

export type ConversionValue = Conversion;

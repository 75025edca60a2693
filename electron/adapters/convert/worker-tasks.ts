import type { ChildFile, Conversion, ConversionRequest, RefusedChild } from "#core/ports/document-converter.ts";

/** What a worker is asked to convert. */
export interface ConversionTask {
  readonly request: ConversionRequest;
  /** One 32-bit number: parts that were taken. The worker waits on it, for readers write without waiting. */
  readonly taken: SharedArrayBuffer;
}

/** What is inside of a file, as it comes out: each child begins, goes on in pieces, and ends or is refused. */
export type ConversionPart =
  | { readonly kind: "begin"; readonly child: ChildFile }
  | { readonly kind: "bytes"; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: "end" }
  | { readonly kind: "refuse"; readonly child: RefusedChild };

export type ConversionValue = Conversion;

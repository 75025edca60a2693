import type { ChildReceiver } from "#core/ports/document-converter.ts";
import type { DocumentMetadata } from "#shared/model/document.ts";
import type { ConversionNotice, MessageHeaders, SourceFormat } from "#shared/model/format.ts";
import type { Rendition } from "./rendition.ts";

/** What a reader of one format works with. */
export interface FormatInput {
  readonly bytes: Uint8Array;
  /** Absolute path of the same bytes, for readers that must not hold them all. */
  readonly path: string;
  readonly fileName: string;
  readonly depth: number;
  /** Receives files that are inside; at the greatest depth it refuses them itself. */
  readonly children: ChildReceiver;
  /** To be called now and then: a reader that is silent for 60 seconds is ended. */
  progress(): void;
}

/** What a reader of one format gives. `pages` is a finished PDF where the format has pages of its own (pictures). */
export interface Converted {
  readonly format: SourceFormat;
  readonly content:
    | { readonly kind: "rendition"; readonly rendition: Rendition }
    | { readonly kind: "pages"; readonly pdf: Uint8Array };
  readonly metadata: DocumentMetadata;
  readonly headers: MessageHeaders | null;
  readonly notices: readonly ConversionNotice[];
}

/** Reads one format. Throws `ProbativeError` with an `import/…` code when the file as a whole cannot be read. */
export type FormatReader = (input: FormatInput) => Promise<Converted>;

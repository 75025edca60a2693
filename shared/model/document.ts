import { z } from "zod";
import { documentIdSchema } from "../base/ids.ts";
import { documentFieldsSchema } from "./detection.ts";
import { conversionNoticeSchema, messageHeadersSchema, sourceFormatSchema } from "./format.ts";
import { boxSchema, textRunSchema } from "./geometry.ts";
import {
  hiddenRegionSchema,
  ocrStateSchema,
  textLayerSchema,
  textStateSchema,
  wordConfidenceSchema,
} from "./page-state.ts";

/** Degrees clockwise by which a viewer turns the page, from `/Rotate`. */
export const pageRotationSchema = z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]);
export type PageRotation = z.infer<typeof pageRotationSchema>;

/** A name of a page besides its position in the file, as the page itself bears it. */
export const pageAddressSchema = z.object({
  scheme: z.enum(["printed", "ecf", "appellate", "page-id", "bates", "transcript"]),
  value: z.string(),
});
export type PageAddress = z.infer<typeof pageAddressSchema>;

/**
 * How a page can be named. `label` is what the document itself prints or declares (`/PageLabels`), or null when it
 * declares none: then only the position in the file (`page`) is known, and it is never shown as if it were printed.
 */
export const pageInfoSchema = z.object({
  /** 1-based position in the file. */
  page: z.number().int().positive(),
  label: z.string().nullable(),
  /** Visible part of the page (crop box) in PDF user space. */
  box: boxSchema,
  rotation: pageRotationSchema,
  /** Code units of text in use; 0 when the page has none. */
  characters: z.number().int().nonnegative(),
  /** Every name that stands on the page. */
  addresses: z.array(pageAddressSchema).readonly(),
  /** What the page's own text layer is worth. */
  textState: textStateSchema,
  /** Which text is in use. */
  layer: textLayerSchema,
  ocr: ocrStateSchema,
  /** Mean confidence of its OCR, 0 to 100; null when it has none. */
  confidence: z.number().nullable(),
  /** ISO 639-3, or null. */
  language: z.string().nullable(),
  /** Where text lies hidden under a cover. */
  hidden: z.array(hiddenRegionSchema).readonly(),
});
export type PageInfo = z.infer<typeof pageInfoSchema>;

/** One entry of a document's outline (bookmarks). `page` is null when its destination cannot be resolved. */
export interface OutlineItem {
  readonly title: string;
  readonly page: number | null;
  readonly children: readonly OutlineItem[];
}
export const outlineItemSchema: z.ZodType<OutlineItem> = z.lazy(() =>
  z.object({
    title: z.string(),
    page: z.number().int().positive().nullable(),
    children: z.array(outlineItemSchema).readonly(),
  }),
);

/** What a file says about itself. Values are as found, never trusted for ordering. Dates are ISO 8601 when they parse. */
export const documentMetadataSchema = z.object({
  title: z.string().nullable(),
  author: z.string().nullable(),
  subject: z.string().nullable(),
  keywords: z.string().nullable(),
  creator: z.string().nullable(),
  producer: z.string().nullable(),
  created: z.string().nullable(),
  modified: z.string().nullable(),
});
export type DocumentMetadata = z.infer<typeof documentMetadataSchema>;

/** A file that says nothing about itself. */
export const NO_METADATA: DocumentMetadata = {
  title: null,
  author: null,
  subject: null,
  keywords: null,
  creator: null,
  producer: null,
  created: null,
  modified: null,
};

/** A row of the library. */
export const documentSummarySchema = z.object({
  documentId: documentIdSchema,
  title: z.string(),
  /** Unique in the case; the name that citations use, e.g. `Compl.` */
  shortName: z.string(),
  fileName: z.string(),
  /** Where the file was when it was imported. */
  sourcePath: z.string(),
  sha256: z.string(),
  bytes: z.number().int().nonnegative(),
  pages: z.number().int().nonnegative(),
  pagesWithoutText: z.number().int().nonnegative(),
  /** ISO 8601, UTC. */
  importedAt: z.string(),
  author: z.string().nullable(),
  created: z.string().nullable(),
  /** Number of passages tagged in it. */
  passages: z.number().int().nonnegative(),
  format: sourceFormatSchema,
  /** In force: what was entered by hand, and where nothing was, what was detected. `title` repeats the document's title. */
  fields: documentFieldsSchema,
  /** Fields that were entered by hand. */
  entered: z.array(documentFieldsSchema.keyof()).readonly(),
  /** Files that hold this one (messages, archives, portfolios). */
  parents: z.array(documentIdSchema).readonly(),
  /** How many files it holds. */
  children: z.number().int().nonnegative(),
  /** Shared by the messages of one exchange; null when it is not a message. */
  thread: z.string().nullable(),
  /** Pages whose text in use comes from OCR. */
  pagesByOcr: z.number().int().nonnegative(),
  /** Pages that wait for OCR. */
  pagesWaiting: z.number().int().nonnegative(),
  /** Mean confidence of its pages by OCR; null without any. */
  confidence: z.number().nullable(),
  /** Hidden places for which no decision was taken yet. */
  hiddenUndecided: z.number().int().nonnegative(),
});
export type DocumentSummary = z.infer<typeof documentSummarySchema>;

/** A document with all that the reader needs before it paints a page. */
export const documentDetailSchema = documentSummarySchema.extend({
  metadata: documentMetadataSchema,
  /** As detected, whatever was entered by hand. */
  detected: documentFieldsSchema,
  headers: messageHeadersSchema.nullable(),
  notices: z.array(conversionNoticeSchema).readonly(),
  /** Languages chosen for its OCR, ISO 639-3; null for those of the case. */
  languages: z.array(z.string()).readonly().nullable(),
  family: z
    .array(z.object({ documentId: documentIdSchema, relation: z.enum(["parent", "child"]), name: z.string() }))
    .readonly(),
  pageInfos: z.array(pageInfoSchema).readonly(),
  outline: z.array(outlineItemSchema).readonly(),
});
export type DocumentDetail = z.infer<typeof documentDetailSchema>;

/** The one text and the one geometry of a page (NFC, `\n` between lines, `\n\n` between paragraphs). */
export const pageTextSchema = z.object({
  documentId: documentIdSchema,
  page: z.number().int().positive(),
  text: z.string(),
  runs: z.array(textRunSchema).readonly(),
  layer: textLayerSchema,
  /** Of recognised words; empty for a text layer. */
  confidences: z.array(wordConfidenceSchema).readonly(),
});
export type PageText = z.infer<typeof pageTextSchema>;

import { z } from "zod";
import { documentIdSchema } from "../base/ids.ts";
import { boxSchema, textRunSchema } from "./geometry.ts";

/** Degrees clockwise by which a viewer turns the page, from `/Rotate`. */
export const pageRotationSchema = z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]);
export type PageRotation = z.infer<typeof pageRotationSchema>;

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
  /** Code units of text; 0 when the page has no text layer and needs OCR. */
  characters: z.number().int().nonnegative(),
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
});
export type DocumentSummary = z.infer<typeof documentSummarySchema>;

/** A document with all that the reader needs before it paints a page. */
export const documentDetailSchema = documentSummarySchema.extend({
  metadata: documentMetadataSchema,
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
});
export type PageText = z.infer<typeof pageTextSchema>;

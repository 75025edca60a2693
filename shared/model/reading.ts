import { z } from "zod";
import { bookmarkIdSchema, documentIdSchema } from "../base/ids.ts";
import { pageAddressSchema, pageRotationSchema } from "./document.ts";

/** A page that a person wants to come back to. */
export const bookmarkSchema = z.object({
  bookmarkId: bookmarkIdSchema,
  documentId: documentIdSchema,
  page: z.number().int().positive(),
  /** May be empty: then the page's own name is shown. */
  label: z.string().max(200),
  createdAt: z.string(),
});
export type Bookmark = z.infer<typeof bookmarkSchema>;

/** Which of a page's names is shown first: one of the schemes, or its position in the file. */
export const labelSchemeSchema = z.enum([...pageAddressSchema.shape.scheme.options, "file"]);
export type LabelScheme = z.infer<typeof labelSchemeSchema>;

/** How a document is read in this case. The original stays as it is. */
export const readingSchema = z.object({
  /** Null: chosen by the program from what the pages bear. */
  labelScheme: labelSchemeSchema.nullable(),
  /** Degrees clockwise by which people turned pages, beyond what the file says; pages that are not turned are absent. */
  turned: z.array(z.object({ page: z.number().int().positive(), by: pageRotationSchema })).readonly(),
  /** Whether empty margins are left out on the screen. */
  cropsMargins: z.boolean(),
});
export type Reading = z.infer<typeof readingSchema>;

/** How a document is read before anybody said otherwise. */
export const PLAIN_READING: Reading = { labelScheme: null, turned: [], cropsMargins: false };

/**
 * Where the lines of a page's text stand, in 256ths of the page's box (origin bottom left, page rotation not applied):
 * `left, bottom, right, top` of one line after the other. Enough to show what kind of page it is before it is painted.
 */
export const pageSketchSchema = z.array(z.number().int().min(0).max(256)).readonly();
export type PageSketch = z.infer<typeof pageSketchSchema>;

import { z } from "zod";
import { documentIdSchema, passageIdSchema, tagIdSchema } from "../base/ids.ts";
import { quadSchema } from "./geometry.ts";

/** Offsets into the text of one page (UTF-16 code units, end exclusive). */
export const textRangeSchema = z.object({
  page: z.number().int().positive(),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
});
export type TextRange = z.infer<typeof textRangeSchema>;

/** One page's part of a passage. `label` is the page's label when the passage was made or last anchored. */
export const passageRangeSchema = textRangeSchema.extend({
  label: z.string().nullable(),
  quads: z.array(quadSchema).readonly(),
});
export type PassageRange = z.infer<typeof passageRangeSchema>;

/**
 * Where a passage stands. `anchored`: its offsets hold its quote. `orphaned`: the quote could not be found again after
 * the text of the document was read anew; quote, context and last known place are kept and shown, never dropped.
 */
export const anchorStateSchema = z.enum(["anchored", "orphaned"]);
export type AnchorState = z.infer<typeof anchorStateSchema>;

/**
 * A stretch of a document that a person marked. `quote` is the exact page text (parts on successive pages joined by one
 * line break); `prefix` and `suffix` are up to 64 code units of text before and after it.
 */
export const passageSchema = z.object({
  passageId: passageIdSchema,
  documentId: documentIdSchema,
  quote: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  /** In page order, at least one. */
  ranges: z.array(passageRangeSchema).readonly(),
  tagIds: z.array(tagIdSchema).readonly(),
  note: z.string(),
  author: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  state: anchorStateSchema,
});
export type Passage = z.infer<typeof passageSchema>;

/** A passage as lists show it: with the names that citations use. */
export const passageListItemSchema = passageSchema.extend({
  documentTitle: z.string(),
  /** E.g. `Compl. at 5`. */
  citation: z.string(),
});
export type PassageListItem = z.infer<typeof passageListItemSchema>;

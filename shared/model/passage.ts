import { z } from "zod";
import { documentIdSchema, passageIdSchema, tagIdSchema } from "../base/ids.ts";
import { pageAddressSchema } from "./document.ts";
import { boxSchema, quadSchema } from "./geometry.ts";

/** Offsets into the text of one page (UTF-16 code units, end exclusive). */
export const textRangeSchema = z.object({
  page: z.number().int().positive(),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
});
export type TextRange = z.infer<typeof textRangeSchema>;

/** One page's part of a passage. Label and addresses are the page's when the passage was made or last anchored. */
export const passageRangeSchema = textRangeSchema.extend({
  label: z.string().nullable(),
  /** Every name that stands on the page; none where the passage was anchored before they were kept. */
  addresses: z.array(pageAddressSchema).readonly(),
  quads: z.array(quadSchema).readonly(),
});
export type PassageRange = z.infer<typeof passageRangeSchema>;

/**
 * Where a passage stands. `anchored`: its offsets hold its quote. `orphaned`: the quote could not be found again after
 * the text of the document was read anew; quote, context and last known place are kept and shown, never dropped.
 */
export const anchorStateSchema = z.enum(["anchored", "orphaned"]);
export type AnchorState = z.infer<typeof anchorStateSchema>;

/** What a reviewer says of a passage; each stands on its own. */
export const REVIEW_MARKS = ["relevant", "hot", "privileged", "reviewed"] as const;
export const reviewMarkSchema = z.enum(REVIEW_MARKS);
export type ReviewMark = z.infer<typeof reviewMarkSchema>;

/** A rectangle of one page, in PDF user space: of a scan or a picture, or where text has to be seen as it stands. */
export const pageRegionSchema = z.object({ page: z.number().int().positive(), box: boxSchema });
export type PageRegion = z.infer<typeof pageRegionSchema>;

/** Where a passage was read from that nobody made here: an annotation of the imported file, or a colleague's contribution. */
export const passageOriginSchema = z.object({ kind: z.enum(["annotation", "contribution"]), name: z.string() });
export type PassageOrigin = z.infer<typeof passageOriginSchema>;

/**
 * A stretch of a document that a person marked. `quote` is the exact page text (parts on successive pages joined by one
 * line break); `prefix` and `suffix` are up to 64 code units of text before and after it. Of a region, the quote is the text
 * inside of it and may be empty; then its one range is empty too.
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
  /** Markdown. */
  note: z.string(),
  /** In the order of `REVIEW_MARKS`, each at most once. */
  marks: z.array(reviewMarkSchema).readonly(),
  region: pageRegionSchema.nullable(),
  /** Null: made here. */
  origin: passageOriginSchema.nullable(),
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
  /** Links to other passages, in both directions. */
  links: z.number().int().nonnegative(),
});
export type PassageListItem = z.infer<typeof passageListItemSchema>;

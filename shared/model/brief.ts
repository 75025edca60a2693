import { z } from "zod";
import { blockIdSchema, briefIdSchema, documentIdSchema, passageIdSchema, sectionIdSchema } from "../base/ids.ts";

/** A piece of a difference between a quotation and its source. */
export const differencePartSchema = z.object({
  kind: z.enum(["same", "removed", "added"]),
  text: z.string(),
});
export type DifferencePart = z.infer<typeof differencePartSchema>;

/**
 * How a quotation compares with the text of its source now.
 * `verified`: word for word (line breaks and end-of-line hyphens aside). `altered`: it differs; `difference` runs from
 * the source (removed) to the quotation (added). `orphaned`: the passage has lost its place. `missing`: the passage or
 * its document is gone.
 */
export const quotationCheckSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("verified") }),
  z.object({ kind: z.literal("altered"), difference: z.array(differencePartSchema).readonly() }),
  z.object({ kind: z.literal("orphaned") }),
  z.object({ kind: z.literal("missing") }),
]);
export type QuotationCheck = z.infer<typeof quotationCheckSchema>;

/** One block of a section: the writer's own text, or a quotation bound to a passage. */
export const briefBlockSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("text"), blockId: blockIdSchema, text: z.string() }),
  z.object({
    kind: z.literal("quotation"),
    blockId: blockIdSchema,
    passageId: passageIdSchema,
    documentId: documentIdSchema.nullable(),
    /** 1-based page where the passage starts, to open it; null when the passage is gone. */
    page: z.number().int().positive().nullable(),
    text: z.string(),
    /** E.g. `(Compl. at 5.)`; computed from the passage, never typed. */
    citation: z.string(),
    check: quotationCheckSchema,
  }),
]);
export type BriefBlock = z.infer<typeof briefBlockSchema>;

export const briefSectionSchema = z.object({
  sectionId: sectionIdSchema,
  heading: z.string(),
  blocks: z.array(briefBlockSchema).readonly(),
});
export type BriefSection = z.infer<typeof briefSectionSchema>;

export const briefSummarySchema = z.object({
  briefId: briefIdSchema,
  title: z.string(),
  sections: z.number().int().nonnegative(),
  quotations: z.number().int().nonnegative(),
  updatedAt: z.string(),
});
export type BriefSummary = z.infer<typeof briefSummarySchema>;

/** A whole brief, its quotations checked against their sources at the moment it was read. */
export const briefDetailSchema = z.object({
  briefId: briefIdSchema,
  title: z.string(),
  updatedAt: z.string(),
  sections: z.array(briefSectionSchema).readonly(),
  checks: z.object({
    verified: z.number().int().nonnegative(),
    altered: z.number().int().nonnegative(),
    orphaned: z.number().int().nonnegative(),
    missing: z.number().int().nonnegative(),
  }),
});
export type BriefDetail = z.infer<typeof briefDetailSchema>;

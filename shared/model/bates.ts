import { z } from "zod";
import { documentIdSchema } from "../base/ids.ts";

const batesNumber = z.string();

/** Where a Bates number stands. */
export const batesPlaceSchema = z.object({ documentId: documentIdSchema, page: z.number().int().positive() });
export type BatesPlace = z.infer<typeof batesPlaceSchema>;

/** Numbers that are missing between two that are there. */
export const batesGapSchema = z.object({
  after: batesNumber,
  before: batesNumber,
  missing: z.number().int().positive(),
});
export type BatesGap = z.infer<typeof batesGapSchema>;

/** All Bates numbers of a case with one prefix: a production should be unique, increasing and without gaps. */
export const batesSeriesSchema = z.object({
  /** With its separators, e.g. `DHS-FOIA-`. */
  prefix: z.string(),
  begin: batesNumber,
  end: batesNumber,
  /** Pages that bear a number of this series. */
  pages: z.number().int().positive(),
  /** In the order of their first number. */
  documents: z
    .array(
      z.object({
        documentId: documentIdSchema,
        begin: batesNumber,
        end: batesNumber,
        pages: z.number().int().positive(),
        /** Pages whose number is not higher than that of the page before, 1-based. */
        outOfOrder: z.array(z.number().int().positive()).readonly(),
      }),
    )
    .readonly(),
  /** Missing numbers, over all documents. */
  gaps: z.array(batesGapSchema).readonly(),
  /** Numbers that stand on more than one page. */
  duplicates: z
    .array(z.object({ number: batesNumber, places: z.array(batesPlaceSchema).min(2).readonly() }))
    .readonly(),
});
export type BatesSeries = z.infer<typeof batesSeriesSchema>;

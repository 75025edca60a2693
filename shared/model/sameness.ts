import { z } from "zod";
import { documentIdSchema } from "../base/ids.ts";

/**
 * How two documents are the same. `same-text`: the words agree, stamps may differ. `newer-version`: most pages agree.
 * `contains`: all pages of the second stand in the first.
 */
export const samenessRelationSchema = z.enum(["same-text", "newer-version", "contains"]);
export type SamenessRelation = z.infer<typeof samenessRelationSchema>;

/** Documents that repeat each other. */
export const duplicateClusterSchema = z.object({
  documents: z.array(documentIdSchema).min(2).readonly(),
  pairs: z
    .array(
      z.object({
        /** The older one by its date, or the one that contains the other. */
        first: documentIdSchema,
        second: documentIdSchema,
        relation: samenessRelationSchema,
        /** Share of the second's pages that stand in the first, 0 to 1. */
        shared: z.number().min(0).max(1),
        /** Pages of the second that differ, 1-based, at most 50. */
        differing: z.array(z.number().int().positive()).readonly(),
        /** In words, with the figures. */
        explanation: z.string(),
      }),
    )
    .readonly(),
});
export type DuplicateCluster = z.infer<typeof duplicateClusterSchema>;

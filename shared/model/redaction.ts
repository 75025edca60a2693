import { z } from "zod";
import { documentIdSchema } from "../base/ids.ts";
import { hiddenRegionSchema } from "./page-state.ts";

/** What was decided about hidden text: `keep-hidden` leaves it out for good, `reveal` reads it into the page's text. */
export const redactionDecisionSchema = z.enum(["keep-hidden", "reveal"]);
export type RedactionDecision = z.infer<typeof redactionDecisionSchema>;

/** A place where text lies hidden under a cover, with what was decided. */
export const redactionSchema = hiddenRegionSchema.extend({
  documentId: documentIdSchema,
  page: z.number().int().positive(),
  /** Number of the place on its page, from 1, in the order of detection. */
  region: z.number().int().positive(),
  decision: redactionDecisionSchema.nullable(),
  decidedAt: z.string().nullable(),
  decidedBy: z.string().nullable(),
});
export type Redaction = z.infer<typeof redactionSchema>;

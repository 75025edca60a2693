import { z } from "zod";
import { passageIdSchema, passageLinkIdSchema } from "../base/ids.ts";

/** What one passage is to another. `supports` goes from the one that supports; the others hold both ways. */
export const PASSAGE_RELATIONS = ["supports", "contradicts", "same-event", "translation-of"] as const;
export const passageRelationSchema = z.enum(PASSAGE_RELATIONS);
export type PassageRelation = z.infer<typeof passageRelationSchema>;

/** A link between two passages that a person made, with the reason. Two passages have at most one of each relation. */
export const passageLinkSchema = z.object({
  linkId: passageLinkIdSchema,
  from: passageIdSchema,
  to: passageIdSchema,
  relation: passageRelationSchema,
  /** Why; may be empty. */
  reason: z.string().max(4000),
  author: z.string(),
  createdAt: z.string(),
});
export type PassageLink = z.infer<typeof passageLinkSchema>;

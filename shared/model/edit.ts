import { z } from "zod";

/** One step that can be undone or redone, named as people see it. Steps are ordered by `sequence`, not by clock. */
export const editStepSchema = z.object({
  sequence: z.number().int().positive(),
  label: z.string(),
  at: z.string(),
});
export type EditStep = z.infer<typeof editStepSchema>;

/** Newest first in both lists. */
export const editHistorySchema = z.object({
  undo: z.array(editStepSchema).readonly(),
  redo: z.array(editStepSchema).readonly(),
});
export type EditHistory = z.infer<typeof editHistorySchema>;

import { z } from "zod";

/** What the custody journal records. */
export const journalActionSchema = z.enum([
  "case-created",
  "document-imported",
  "duplicate-met",
  "document-reread",
  "fields-edited",
  "edit-undone",
  "edit-redone",
  "text-layer-chosen",
  "hidden-text-decided",
  "exported",
  "search-certified",
]);
export type JournalAction = z.infer<typeof journalActionSchema>;

/**
 * A line of the journal. `hash` is the SHA-256 of the line's other values as canonical JSON, so each line vouches for all
 * before it: rewriting one changes every hash after it. A chain alone does not stop a rewrite from the start: print or
 * export its head.
 */
export const journalEntrySchema = z.object({
  sequence: z.number().int().positive(),
  /** ISO 8601, UTC. */
  at: z.string(),
  actor: z.string(),
  /** Versions of program and schema, e.g. `probative 0.1.0, case 2`. */
  versions: z.string(),
  action: journalActionSchema,
  /** Identifier of what it is about, or null. */
  subject: z.string().nullable(),
  /** SHA-256 of the file that it is about, or null. */
  sha256: z.string().nullable(),
  /** What else is to be remembered; never text of a document, nor the words of a search. */
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  /** Hash of the line before; 64 zeros for the first. */
  previous: z.string(),
  hash: z.string(),
});
export type JournalEntry = z.infer<typeof journalEntrySchema>;

/** The end of the chain: to be printed, or kept elsewhere. */
export const journalHeadSchema = z.object({
  entries: z.number().int().nonnegative(),
  hash: z.string(),
  at: z.string().nullable(),
});
export type JournalHead = z.infer<typeof journalHeadSchema>;

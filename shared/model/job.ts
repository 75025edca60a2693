import { z } from "zod";
import { documentIdSchema, jobIdSchema } from "../base/ids.ts";

/** What became of a file that was given to an import. `pending` exists only while its job runs or is interrupted. */
export const fileOutcomeSchema = z.enum(["pending", "imported", "duplicate", "failed", "skipped"]);
export type FileOutcome = z.infer<typeof fileOutcomeSchema>;

/** One line of the import account. */
export const accountFileSchema = z.object({
  path: z.string(),
  outcome: fileOutcomeSchema,
  /** Error code of the reason, e.g. `import/encrypted`; present when failed or skipped, and for a duplicate. */
  reason: z.string().optional(),
  /** The reason in plain words, with the page where one is known. */
  message: z.string().optional(),
  /** The document it became, or of which it is a duplicate. */
  documentId: documentIdSchema.optional(),
  /** Position in the account of the file that held this one. */
  within: z.number().int().nonnegative().optional(),
});
export type AccountFile = z.infer<typeof accountFileSchema>;

/** The import account: imported + duplicate + failed + skipped + pending = given, always. */
export const importAccountSchema = z.object({
  jobId: jobIdSchema,
  given: z.number().int().nonnegative(),
  imported: z.number().int().nonnegative(),
  duplicate: z.number().int().nonnegative(),
  failed: z.number().int().nonnegative(),
  skipped: z.number().int().nonnegative(),
  pending: z.number().int().nonnegative(),
  pages: z.number().int().nonnegative(),
  pagesWithoutText: z.number().int().nonnegative(),
  files: z.array(accountFileSchema).readonly(),
});
export type ImportAccount = z.infer<typeof importAccountSchema>;

export const jobKindSchema = z.enum(["import", "rebuild-index", "ocr"]);
export type JobKind = z.infer<typeof jobKindSchema>;

/** `interrupted`: the program ended while it ran; it can be resumed, as a cancelled one can. */
export const jobStatusSchema = z.enum(["running", "interrupted", "cancelled", "done", "failed"]);
export type JobStatus = z.infer<typeof jobStatusSchema>;

/** A long piece of work as people follow it. */
export const jobSchema = z.object({
  jobId: jobIdSchema,
  kind: jobKindSchema,
  status: jobStatusSchema,
  title: z.string(),
  /** Files finished, of `total`; `total` grows while folders are still being listed. */
  done: z.number().int().nonnegative(),
  total: z.number().int().nonnegative(),
  /** Pages read so far. */
  pages: z.number().int().nonnegative(),
  failed: z.number().int().nonnegative(),
  /** The file being read now, or null. */
  current: z.string().nullable(),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
  /** Why the whole job failed, in plain words. */
  error: z.string().nullable(),
});
export type Job = z.infer<typeof jobSchema>;

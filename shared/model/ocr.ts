import { z } from "zod";
import { documentIdSchema, jobIdSchema } from "../base/ids.ts";

/** Which engine recognises: `automatic` takes the system's where it is installed with the languages needed. */
export const ocrEngineChoiceSchema = z.enum(["automatic", "built-in", "system"]);
export type OcrEngineChoice = z.infer<typeof ocrEngineChoiceSchema>;

/** ISO 639-3 code of a language, e.g. `spa`. */
export const languageSchema = z
  .string()
  .regex(/^[a-z]{3}$/u, "expected a language as ISO 639-3, such as eng, spa or fra");

/** An engine that is there. */
export const ocrEngineSchema = z.object({
  name: z.enum(["built-in", "system"]),
  /** As it names itself, e.g. `tesseract 5.3.0`. */
  version: z.string(),
  languages: z.array(z.string()).readonly(),
});

/** Where OCR stands in a case. */
export const ocrStatusSchema = z.object({
  state: z.enum(["idle", "running", "paused"]),
  /** Pages. */
  waiting: z.number().int().nonnegative(),
  done: z.number().int().nonnegative(),
  failed: z.number().int().nonnegative(),
  /** Pages that would need OCR and were imported with it switched off. */
  off: z.number().int().nonnegative(),
  /** Job that runs, or null. */
  jobId: jobIdSchema.nullable(),
  /** Pages per minute over the last pages; null before the first. */
  rate: z.number().nullable(),
  current: z.object({ documentId: documentIdSchema, page: z.number().int().positive() }).nullable(),
  choice: ocrEngineChoiceSchema,
  /** The one in use. */
  engine: z.enum(["built-in", "system"]),
  engines: z.array(ocrEngineSchema).readonly(),
  /** Languages of the case. */
  languages: z.array(languageSchema).readonly(),
});
export type OcrStatus = z.infer<typeof ocrStatusSchema>;

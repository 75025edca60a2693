import { z } from "zod";
import { documentIdSchema, jobIdSchema } from "../base/ids.ts";
import { conversionNoticeSchema, sourceFormatSchema } from "./format.ts";
import { fileOutcomeSchema } from "./job.ts";
import { ocrStateSchema, textLayerSchema, textStateSchema } from "./page-state.ts";

/** One page in the account: what was read of it, and how. */
export const reportPageSchema = z.object({
  page: z.number().int().positive(),
  label: z.string().nullable(),
  characters: z.number().int().nonnegative(),
  layer: textLayerSchema,
  textState: textStateSchema,
  ocr: ocrStateSchema,
  confidence: z.number().nullable(),
  language: z.string().nullable(),
  hidden: z.number().int().nonnegative(),
  /** Why nothing, or not all, was read; in plain words. */
  problem: z.string().nullable(),
});

/** One file in the account. */
export const reportFileSchema = z.object({
  jobId: jobIdSchema,
  path: z.string(),
  outcome: fileOutcomeSchema,
  reason: z.string().nullable(),
  message: z.string().nullable(),
  documentId: documentIdSchema.nullable(),
  sha256: z.string().nullable(),
  format: sourceFormatSchema.nullable(),
  /** Path in the account of the file that held it. */
  within: z.string().nullable(),
  /** `text layer`, `OCR`, `rendition`, or several. */
  how: z.array(z.enum(["text-layer", "ocr", "rendition"])).readonly(),
  pages: z.number().int().nonnegative(),
  pagesByOcr: z.number().int().nonnegative(),
  pagesWaiting: z.number().int().nonnegative(),
  pagesWithoutText: z.number().int().nonnegative(),
  confidence: z.number().nullable(),
  notices: z.array(conversionNoticeSchema).readonly(),
  /** Pages; empty unless they were asked for. */
  pageReports: z.array(reportPageSchema).readonly(),
});
export type ReportFile = z.infer<typeof reportFileSchema>;
export type ReportPage = z.infer<typeof reportPageSchema>;

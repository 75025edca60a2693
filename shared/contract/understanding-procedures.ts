import { z } from "zod";
import { documentIdSchema, jobIdSchema } from "../base/ids.ts";
import { batesSeriesSchema } from "../model/bates.ts";
import { detectedValueSchema } from "../model/detection.ts";
import { quadSchema } from "../model/geometry.ts";
import { reportFileSchema } from "../model/import-report.ts";
import { journalEntrySchema, journalHeadSchema } from "../model/journal.ts";
import { languageSchema, ocrEngineChoiceSchema, ocrStatusSchema } from "../model/ocr.ts";
import { textLayerSchema } from "../model/page-state.ts";
import { redactionDecisionSchema, redactionSchema } from "../model/redaction.ts";
import { duplicateClusterSchema } from "../model/sameness.ts";
import { jobStartedSchema } from "./case-procedures.ts";
import { defineProcedure } from "./define.ts";

const page = z.number().int().positive().describe("1-based position");

/** A detected item as it is shown: its words, its value and the boxes around it. */
export const shownDetectionSchema = z.object({
  page: z.number().int().positive(),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  text: z.string(),
  value: detectedValueSchema,
  quads: z.array(quadSchema).readonly(),
});
export type ShownDetection = z.infer<typeof shownDetectionSchema>;

/** OCR: what waits, the engines, and the text that is in use. */
export const ocrProcedures = {
  "ocr.status": defineProcedure({
    kind: "query",
    summary: "Pages that wait for OCR, and the engines that are there",
    scope: "case",
    input: z.object({}),
    output: ocrStatusSchema,
    errors: [],
    commandLine: {},
  }),
  "ocr.start": defineProcedure({
    kind: "job",
    summary: "Recognise the pages that wait, in the background",
    scope: "case",
    input: z.object({
      document: documentIdSchema.optional().describe("this document first"),
      again: z.boolean().default(false).describe("with a document: recognise its pages by OCR once more"),
    }),
    output: jobStartedSchema,
    errors: ["document/not-found", "case/busy"],
    commandLine: { positional: ["document"] },
    resultFrom: "jobs.account",
  }),
  "ocr.pause": defineProcedure({
    kind: "command",
    summary: "Pause OCR until it is started again",
    scope: "case",
    input: z.object({}),
    output: ocrStatusSchema,
    errors: [],
    commandLine: {},
  }),
  "ocr.configure": defineProcedure({
    kind: "command",
    summary: "Choose the OCR engine and the languages of the case, or of one document",
    scope: "case",
    input: z.object({
      engine: ocrEngineChoiceSchema.optional(),
      languages: z.array(languageSchema).min(1).max(6).optional().describe("ISO 639-3, most likely first"),
      document: documentIdSchema.optional().describe("choose the languages of this document only"),
    }),
    output: ocrStatusSchema,
    errors: ["document/not-found", "ocr/language-missing"],
    commandLine: {},
  }),
  "documents.use-layer": defineProcedure({
    kind: "command",
    summary: "Use the text layer or the OCR text of a page; its passages are anchored again",
    scope: "case",
    input: z.object({ document: documentIdSchema, page, layer: textLayerSchema }),
    output: z.object({
      /** Passages of the page whose quote does not stand in the text that is now in use. */
      orphaned: z.array(z.string()).readonly(),
    }),
    errors: ["document/not-found", "document/no-such-page", "document/no-such-layer"],
    commandLine: { positional: ["document", "page", "layer"] },
  }),
};

/** What pages say about themselves, and what is the same. */
export const understandingProcedures = {
  "documents.detections": defineProcedure({
    kind: "query",
    summary: "What was detected on a document's pages: stamps, numbers, dates, amounts, codes",
    scope: "case",
    input: z.object({ document: documentIdSchema, page: page.optional() }),
    output: z.object({ detections: z.array(shownDetectionSchema).readonly() }),
    errors: ["document/not-found", "document/no-such-page"],
    commandLine: { positional: ["document", "page"] },
  }),
  "bates.list": defineProcedure({
    kind: "query",
    summary: "Bates numbers by prefix: the range of each document, gaps, duplicates",
    scope: "case",
    input: z.object({ document: documentIdSchema.optional().describe("only series of this document") }),
    output: z.object({ series: z.array(batesSeriesSchema).readonly() }),
    errors: ["document/not-found"],
    commandLine: { positional: ["document"] },
  }),
  "duplicates.list": defineProcedure({
    kind: "query",
    summary: "Documents that repeat each other: same text with other stamps, newer versions, parts",
    scope: "case",
    input: z.object({ document: documentIdSchema.optional().describe("only clusters with this document") }),
    output: z.object({ clusters: z.array(duplicateClusterSchema).readonly() }),
    errors: ["document/not-found"],
    commandLine: {},
  }),
  "redactions.list": defineProcedure({
    kind: "query",
    summary: "Places where text lies hidden under a box or picture, and what was decided",
    scope: "case",
    input: z.object({ document: documentIdSchema.optional() }),
    output: z.object({ redactions: z.array(redactionSchema).readonly() }),
    errors: ["document/not-found"],
    commandLine: {},
  }),
  "redactions.decide": defineProcedure({
    kind: "command",
    summary: "Decide about hidden text: keep it hidden, or reveal it; the decision is journaled",
    scope: "case",
    input: z.object({
      document: documentIdSchema,
      page: page.optional().describe("only this page; all hidden places of the document when absent"),
      region: z.number().int().positive().optional().describe("only this place of the page"),
      decision: redactionDecisionSchema,
    }),
    output: z.object({ redactions: z.array(redactionSchema).readonly() }),
    errors: ["document/not-found", "redaction/not-found", "document/original-missing", "case/busy"],
    commandLine: { positional: ["document", "decision"] },
  }),
};

/** Accounts and the custody journal. */
export const custodyProcedures = {
  "import.report": defineProcedure({
    kind: "query",
    summary: "The import account: what was read of every file and page, how, and what was not and why",
    scope: "case",
    input: z.object({
      job: jobIdSchema.optional().describe("only this import; all of them when absent"),
      pages: z.boolean().default(false).describe("with a line for each page"),
      format: z.enum(["csv", "json", "rows"]).default("json").describe("form of the text; rows leaves it out"),
    }),
    output: z.object({
      files: z.array(reportFileSchema).readonly(),
      /** The same as CSV or JSON text; empty for `rows`. */
      text: z.string(),
    }),
    errors: ["job/not-found"],
    commandLine: {},
  }),
  "journal.list": defineProcedure({
    kind: "query",
    summary: "The custody journal, in order",
    scope: "case",
    input: z.object({
      after: z.number().int().nonnegative().default(0).describe("entries after this number"),
      limit: z.number().int().min(1).max(10_000).default(1000),
    }),
    output: z.object({ entries: z.array(journalEntrySchema).readonly() }),
    errors: [],
    commandLine: {},
  }),
  "journal.verify": defineProcedure({
    kind: "query",
    summary: "Walk the journal's chain of hashes and name what does not follow",
    scope: "case",
    input: z.object({
      head: z
        .string()
        .regex(/^[0-9a-f]{64}$/u)
        .optional()
        .describe("hash that was kept elsewhere: it must stand in the chain"),
    }),
    output: z.object({
      ok: z.boolean(),
      head: journalHeadSchema,
      problems: z.array(z.object({ sequence: z.number().int(), problem: z.string() })).readonly(),
    }),
    errors: [],
    commandLine: {},
  }),
  "journal.head": defineProcedure({
    kind: "query",
    summary: "The journal's last hash: print it, or keep it elsewhere",
    scope: "case",
    input: z.object({}),
    output: journalHeadSchema,
    errors: [],
    commandLine: {},
  }),
};

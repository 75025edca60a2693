import { z } from "zod";
import { documentIdSchema } from "../base/ids.ts";
import { documentFieldsSchema, documentKindSchema, partialDateSchema } from "../model/detection.ts";
import { documentDetailSchema, documentSummarySchema, pageTextSchema } from "../model/document.ts";
import { languageSchema } from "../model/ocr.ts";
import { jobStartedSchema } from "./case-procedures.ts";
import { defineProcedure } from "./define.ts";

/** Documents whose rows may be asked for one by one. */
export const ROWS_AT_MOST = 500;

const enteredText = z.string().trim().min(1).max(500).nullable().optional();

export const libraryProcedures = {
  "documents.import": defineProcedure({
    kind: "job",
    summary: "Import files and folders: PDF, pictures, text, web pages, Office files, mail, archives",
    scope: "case",
    input: z.object({
      paths: z.array(z.string().min(1)).min(1).describe("files and folders"),
      languages: z
        .array(languageSchema)
        .min(1)
        .max(6)
        .optional()
        .describe("languages of the case for OCR, as ISO 639-3, most likely first"),
      ocr: z.boolean().default(true).describe("recognise pages without a good text layer behind the import"),
      annotations: z.boolean().default(true).describe("read highlights and comments of PDFs in as passages"),
    }),
    output: jobStartedSchema,
    errors: ["case/busy", "import/path-not-found", "ocr/language-missing"],
    commandLine: { positional: ["paths"] },
    resultFrom: "jobs.account",
  }),
  "documents.list": defineProcedure({
    kind: "query",
    summary: "Documents of the case, in the order of import",
    scope: "case",
    input: z.object({
      documents: z
        .array(documentIdSchema)
        .max(ROWS_AT_MOST)
        .optional()
        .describe("these alone, in this order; those that do not exist are left out"),
    }),
    output: z.object({ documents: z.array(documentSummarySchema).readonly() }),
    errors: [],
    commandLine: {},
  }),
  "documents.show": defineProcedure({
    kind: "query",
    summary: "A document: metadata, pages with their labels, outline",
    scope: "case",
    input: z.object({ document: documentIdSchema }),
    output: documentDetailSchema,
    errors: ["document/not-found"],
    commandLine: { positional: ["document"] },
  }),
  "documents.page": defineProcedure({
    kind: "query",
    summary: "The text and the geometry of one page",
    scope: "case",
    input: z.object({ document: documentIdSchema, page: z.number().int().positive().describe("1-based position") }),
    output: pageTextSchema,
    errors: ["document/not-found", "document/no-such-page"],
    commandLine: { positional: ["document", "page"] },
  }),
  "documents.set": defineProcedure({
    kind: "command",
    summary:
      "Enter what is known of documents: title, short name, kind, date, author, court; by hand wins over detected",
    scope: "case",
    input: z.object({
      documents: z.array(documentIdSchema).min(1).max(10_000),
      title: z.string().trim().min(1).max(500).optional().describe("for one document"),
      shortName: z.string().trim().min(1).max(120).optional().describe("for one document; unique in the case"),
      kind: documentKindSchema.nullable().optional(),
      date: partialDateSchema.nullable().optional().describe("2025, 2025-03 or 2025-03-15"),
      author: enteredText,
      custodian: enteredText.describe("who held it before it was produced"),
      court: enteredText.describe("court or agency"),
      caseNumber: enteredText,
      ecfNumber: enteredText,
      batesBegin: enteredText,
      batesEnd: enteredText,
      noteNumber: enteredText,
      classification: enteredText,
      language: languageSchema.nullable().optional(),
      asDetected: z
        .array(documentFieldsSchema.keyof())
        .default([])
        .describe("fields whose entered value is taken back, so that the detected one shows again"),
    }),
    output: z.object({ documents: z.array(documentSummarySchema).readonly() }),
    errors: ["document/not-found", "document/name-taken", "input/invalid"],
    commandLine: { positional: ["documents"] },
  }),
};

import { z } from "zod";
import { documentIdSchema } from "../base/ids.ts";
import { documentDetailSchema, documentSummarySchema, pageTextSchema } from "../model/document.ts";
import { searchAnswerSchema } from "../model/search.ts";
import { jobStartedSchema } from "./case-procedures.ts";
import { defineProcedure } from "./define.ts";

/** Pages of results that one answer may hold. */
export const SEARCH_LIMIT_MAX = 1000;

export const libraryProcedures = {
  "documents.import": defineProcedure({
    kind: "job",
    summary: "Import PDF files and folders of them",
    scope: "case",
    input: z.object({ paths: z.array(z.string().min(1)).min(1).describe("files and folders") }),
    output: jobStartedSchema,
    errors: ["case/busy", "import/path-not-found"],
    commandLine: { positional: ["paths"] },
    resultFrom: "jobs.account",
  }),
  "documents.list": defineProcedure({
    kind: "query",
    summary: "Documents of the case, in the order of import",
    scope: "case",
    input: z.object({}),
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
  "documents.update": defineProcedure({
    kind: "command",
    summary: "Change a document's title or the short name that citations use",
    scope: "case",
    input: z.object({
      document: documentIdSchema,
      title: z.string().trim().min(1).max(500).optional(),
      shortName: z.string().trim().min(1).max(120).optional(),
    }),
    output: documentSummarySchema,
    errors: ["document/not-found", "document/name-taken"],
    commandLine: { positional: ["document"] },
  }),
  "search.query": defineProcedure({
    kind: "query",
    summary: 'Search all pages: words, "phrases", AND, OR, NOT, ( ), prefix*',
    scope: "case",
    input: z.object({
      query: z.string().trim().min(1).max(4000),
      limit: z.number().int().min(1).max(SEARCH_LIMIT_MAX).default(50).describe("pages to return"),
      offset: z.number().int().nonnegative().default(0).describe("pages to skip"),
      document: documentIdSchema.optional().describe("only in this document"),
    }),
    output: searchAnswerSchema,
    errors: ["search/syntax", "document/not-found"],
    commandLine: { positional: ["query"] },
  }),
};

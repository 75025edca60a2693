import { z } from "zod";
import {
  briefIdSchema,
  documentIdSchema,
  passageIdSchema,
  savedSearchIdSchema,
  sectionIdSchema,
  synonymIdSchema,
  tagIdSchema,
} from "../base/ids.ts";
import {
  documentHitsSchema,
  searchAnswerSchema,
  searchExplanationSchema,
  searchRequestSchema,
  searchSortSchema,
} from "../model/search.ts";
import {
  certificateComparisonSchema,
  hitExtentSchema,
  savedSearchSchema,
  savedSearchStateSchema,
  searchCertificateSchema,
  synonymGroupSchema,
  taggedHitsSchema,
  termReportSchema,
  writtenHitSchema,
} from "../model/search-report.ts";
import { defineProcedure } from "./define.ts";
import { exportedFileSchema } from "./writing-procedures.ts";

/** Documents that one answer may hold. */
export const SEARCH_LIMIT_MAX = 1000;

/** Names the window or field that asks: a newer search of the same name stops an older one that still runs. */
const asker = z.string().max(100).optional().describe("a newer search of the same asker stops this one");

const savedName = z.string().trim().min(1).max(200);
const synonymName = z.string().trim().min(1).max(300);
const out = z.string().min(1).max(4096).optional().describe("file to write; a name in the case's exports when absent");
const overwrite = z.boolean().default(false).describe("replace a file that is there");
const WRITING_ERRORS = ["export/exists", "export/not-writable", "export/no-space"] as const;
const SEARCH_ERRORS = ["search/syntax", "search/too-broad", "search/cancelled"] as const;

const TERM_FILE =
  "file with one search a line (# begins a remark), or a CSV file whose first column is headed query; - reads the standard input";

/** Which documents of a result: those chosen, or all. */
const chosenDocuments = z
  .array(documentIdSchema)
  .max(100_000)
  .optional()
  .describe("only these documents of the result; all when absent");

/** Searching documents, and what people wrote. */
export const searchProcedures = {
  "search.query": defineProcedure({
    kind: "query",
    summary: "Search all documents; docs/search-language.md says what can be written",
    scope: "case",
    input: searchRequestSchema.extend({
      sort: searchSortSchema.default("relevance"),
      limit: z.number().int().min(1).max(SEARCH_LIMIT_MAX).default(50).describe("documents to return"),
      offset: z.number().int().nonnegative().default(0).describe("documents to skip"),
      pagesEach: z.number().int().min(0).max(50).default(3).describe("best pages of each document, with snippets"),
      facets: z.boolean().default(false).describe("with counts by kind, court, date, language and so on"),
      asker,
    }),
    output: searchAnswerSchema,
    errors: [...SEARCH_ERRORS],
    commandLine: { positional: ["query"] },
  }),
  "search.hits": defineProcedure({
    kind: "query",
    summary: "All hits of a search in one document, page by page",
    scope: "case",
    input: searchRequestSchema.extend({
      document: documentIdSchema,
      from: z.number().int().positive().default(1).describe("first page"),
      limit: z.number().int().min(1).max(SEARCH_LIMIT_MAX).default(200).describe("pages with hits to return"),
      asker,
    }),
    output: documentHitsSchema,
    errors: [...SEARCH_ERRORS, "document/not-found"],
    commandLine: { positional: ["query", "document"] },
  }),
  "search.explain": defineProcedure({
    kind: "query",
    summary: "How a search is read: in words, as a tree, and every form that its words stand for",
    scope: "case",
    input: searchRequestSchema.extend({ asker }),
    output: searchExplanationSchema,
    errors: [...SEARCH_ERRORS],
    commandLine: { positional: ["query"] },
  }),
  "search.written": defineProcedure({
    kind: "query",
    summary: "Search what people wrote: quotations of passages, their notes, and briefs",
    scope: "case",
    input: searchRequestSchema.extend({ asker }),
    output: z.object({ hits: z.array(writtenHitSchema).readonly() }),
    errors: [...SEARCH_ERRORS],
    commandLine: { positional: ["query"] },
  }),
  "search.terms": defineProcedure({
    kind: "query",
    summary: "Make every search of a list, one a line: documents, pages, hits, unique hits, families",
    scope: "case",
    input: searchRequestSchema.omit({ query: true }).extend({
      text: z.string().max(1_000_000).describe("searches, one a line; lines that begin with # are passed over"),
      asker,
    }),
    output: termReportSchema,
    errors: ["search/cancelled", "input/invalid"],
    commandLine: {
      positional: ["text"],
      fromFile: ["text"],
      exportedBy: "search.export-terms",
      help: { text: TERM_FILE },
    },
  }),
  "search.tag": defineProcedure({
    kind: "command",
    summary: "Make a passage of every hit and tag it: one step to undo; with preview, only say what it would make",
    scope: "case",
    input: searchRequestSchema.extend({
      documents: chosenDocuments,
      tags: z.array(tagIdSchema).max(50).default([]).describe("tags for the passages"),
      note: z.string().max(100_000).default(""),
      extent: hitExtentSchema.default("sentence").describe("how much around a hit"),
      brief: briefIdSchema.optional().describe("also add the passages to this brief"),
      section: sectionIdSchema.optional().describe("section of the brief; its last one when absent"),
      preview: z.boolean().default(false),
    }),
    output: z.object({ made: taggedHitsSchema, passageIds: z.array(passageIdSchema).readonly() }),
    errors: [
      ...SEARCH_ERRORS,
      "tag/not-found",
      "tag/archived",
      "brief/not-found",
      "brief/section-not-found",
      "input/invalid",
    ],
    commandLine: { positional: ["query"] },
  }),
  "search.export": defineProcedure({
    kind: "command",
    summary: "Write the result as CSV, XLSX or JSON: document, page, its numbers, hits, and the words around them",
    scope: "case",
    input: searchRequestSchema.extend({
      documents: chosenDocuments,
      format: z.enum(["csv", "xlsx", "json"]).default("csv"),
      out,
      overwrite,
    }),
    output: exportedFileSchema,
    errors: [...SEARCH_ERRORS, ...WRITING_ERRORS],
    commandLine: { positional: ["query"] },
  }),
  "search.export-terms": defineProcedure({
    kind: "command",
    summary: "Write the report of a term list as CSV, XLSX or JSON",
    scope: "case",
    input: searchRequestSchema.omit({ query: true }).extend({
      text: z.string().max(1_000_000).describe("searches, one a line"),
      format: z.enum(["csv", "xlsx", "json"]).default("csv"),
      out,
      overwrite,
    }),
    output: exportedFileSchema,
    errors: ["search/cancelled", "input/invalid", ...WRITING_ERRORS],
    commandLine: { positional: ["text"], fromFile: ["text"], help: { text: TERM_FILE } },
  }),
};

/** Searches that are kept, and the case's synonyms. */
export const keptSearchProcedures = {
  "search.save": defineProcedure({
    kind: "command",
    summary: "Keep a search under a name; what it finds now counts as seen",
    scope: "case",
    input: searchRequestSchema.extend({
      name: savedName,
      savedSearch: savedSearchIdSchema.optional().describe("change this one instead of keeping another"),
    }),
    output: savedSearchSchema,
    errors: [...SEARCH_ERRORS, "search/name-taken", "search/not-saved"],
    commandLine: { positional: ["name", "query"] },
  }),
  "search.list": defineProcedure({
    kind: "query",
    summary: "Saved searches, with what is new since each was last looked at",
    scope: "case",
    input: z.object({ asker }),
    output: z.object({ searches: z.array(savedSearchStateSchema).readonly() }),
    errors: ["search/cancelled"],
    commandLine: {},
  }),
  "search.run": defineProcedure({
    kind: "command",
    summary: "Make a saved search; what it finds counts as seen from then on",
    scope: "case",
    input: z.object({
      savedSearch: savedSearchIdSchema,
      limit: z.number().int().min(1).max(SEARCH_LIMIT_MAX).default(50).describe("documents to return"),
    }),
    output: z.object({ state: savedSearchStateSchema, answer: searchAnswerSchema }),
    errors: [...SEARCH_ERRORS, "search/not-saved"],
    commandLine: { positional: ["savedSearch"] },
  }),
  "search.forget": defineProcedure({
    kind: "command",
    summary: "Delete a saved search",
    scope: "case",
    input: z.object({ savedSearch: savedSearchIdSchema }),
    output: z.object({}),
    errors: ["search/not-saved"],
    commandLine: { positional: ["savedSearch"] },
  }),
  "search.certificate": defineProcedure({
    kind: "command",
    summary: "Certify a search: what was looked for, in what, what could not be read, what was found; PDF and JSON",
    scope: "case",
    input: searchRequestSchema.extend({ out, overwrite }),
    output: z.object({
      certificate: searchCertificateSchema,
      pdf: exportedFileSchema,
      json: exportedFileSchema,
    }),
    errors: [...SEARCH_ERRORS, ...WRITING_ERRORS],
    commandLine: { positional: ["query"] },
  }),
  "search.recertify": defineProcedure({
    kind: "query",
    summary: "Make the search of a certificate again and say what differs",
    scope: "case",
    input: z.object({ certificate: z.string().max(10_000_000).describe("JSON of the certificate"), asker }),
    output: certificateComparisonSchema,
    errors: ["search/not-a-certificate", ...SEARCH_ERRORS],
    commandLine: {
      positional: ["certificate"],
      fromFile: ["certificate"],
      help: { certificate: "the certificate's JSON file; - reads the standard input" },
    },
  }),
  "synonyms.list": defineProcedure({
    kind: "query",
    summary: "Synonyms of the case",
    scope: "case",
    input: z.object({}),
    output: z.object({ synonyms: z.array(synonymGroupSchema).readonly() }),
    errors: [],
    commandLine: {},
  }),
  "synonyms.add": defineProcedure({
    kind: "command",
    summary: "Say that names mean the same, or add names to a group that has one of them",
    scope: "case",
    input: z.object({ names: z.array(synonymName).min(2).max(50).describe("words or phrases") }),
    output: synonymGroupSchema,
    errors: ["synonym/known", "input/invalid"],
    commandLine: { positional: ["names"] },
  }),
  "synonyms.remove": defineProcedure({
    kind: "command",
    summary: "Forget a group of synonyms, or one name of it",
    scope: "case",
    input: z.object({ synonym: synonymIdSchema, name: synonymName.optional().describe("only this name") }),
    output: z.object({}),
    errors: ["synonym/not-found"],
    commandLine: { positional: ["synonym"] },
  }),
};

import { z } from "zod";
import { documentIdSchema } from "../base/ids.ts";
import {
  annotationReportSchema,
  codebookReportSchema,
  mergeChoiceSchema,
  mergeReportSchema,
} from "../model/exchange.ts";
import { passageIdsSchema } from "../model/passage-browser.ts";
import { defineProcedure } from "./define.ts";
import { exportedFileSchema } from "./writing-procedures.ts";

const out = z.string().min(1).optional().describe("file to write; in the case's exports folder when absent");
const overwrite = z.boolean().default(false).describe("replace a file that stands there already");
const preview = z.boolean().default(false).describe("say what would happen, and change nothing");
const passages = passageIdsSchema.optional().describe("only these passages; all of the case when absent");
/** Characters of a file that is read in. */
const text = z
  .string()
  .min(1)
  .max(32 * 1024 * 1024);
const WRITING = ["export/exists", "export/not-writable", "export/no-space"] as const;

/** What goes from one program or one person to another: codebooks, annotations, contributions. See docs/exchange.md. */
export const exchangeProcedures = {
  "exchange.export-codebook": defineProcedure({
    kind: "command",
    summary: "Write the codebook as CSV, or as a REFI-QDA codebook (.qdc) for other programs",
    scope: "case",
    input: z.object({ format: z.enum(["csv", "qdc"]), out, overwrite }),
    output: exportedFileSchema,
    errors: [...WRITING],
    commandLine: {},
  }),
  "exchange.import-codebook": defineProcedure({
    kind: "command",
    summary: "Read a codebook: tags of its paths are made or changed in one step, others stay as they are",
    scope: "case",
    input: z.object({
      text: text.describe("CSV with a header row, or a REFI-QDA codebook"),
      format: z.enum(["csv", "qdc"]).optional().describe("told from the content when absent"),
      preview,
    }),
    output: codebookReportSchema,
    errors: ["exchange/not-readable", "exchange/bad-lines"],
    commandLine: { positional: ["text"], fromFile: ["text"] },
  }),
  "exchange.export-annotations": defineProcedure({
    kind: "command",
    summary: "Write passages as W3C Web Annotations (JSON-LD)",
    scope: "case",
    input: z.object({ passages, out, overwrite }),
    output: exportedFileSchema,
    errors: ["passage/not-found", ...WRITING],
    commandLine: {},
  }),
  "exchange.import-annotations": defineProcedure({
    kind: "command",
    summary: "Read W3C Web Annotations: documents are found by their SHA-256, places by their quotations",
    scope: "case",
    input: z.object({ text: text.describe("JSON-LD"), preview }),
    output: annotationReportSchema,
    errors: ["exchange/not-readable"],
    commandLine: { positional: ["text"], fromFile: ["text"] },
  }),
  "exchange.read-annotations": defineProcedure({
    kind: "command",
    summary: "Read highlights and comments of imported PDFs in as passages, where that was left out or undone",
    scope: "case",
    input: z.object({ documents: z.array(documentIdSchema).min(1).max(10_000) }),
    output: z.object({
      documents: z.number().int().nonnegative(),
      /** Passages that are new. */
      added: z.number().int().nonnegative(),
      /** Annotations that are here already. */
      known: z.number().int().nonnegative(),
      /** Annotations that fit no page of their file. */
      left: z.number().int().nonnegative(),
    }),
    errors: ["document/not-found", "document/original-missing"],
    commandLine: { positional: ["documents"] },
  }),
  "exchange.export-contribution": defineProcedure({
    kind: "command",
    summary: "Write what people made in this case, for a colleague to merge: tags, passages, notes, marks, links",
    scope: "case",
    input: z.object({ passages, out, overwrite }),
    output: exportedFileSchema,
    errors: ["passage/not-found", ...WRITING],
    commandLine: {},
  }),
  "exchange.merge": defineProcedure({
    kind: "command",
    summary: "Merge a colleague's contribution in one step; where both say something, both stay unless you decide",
    scope: "case",
    input: z.object({
      text: text.describe("the contribution file"),
      decisions: z
        .array(
          z.string().regex(/^[a-z-]+:[a-z]+_[0-9a-z]+=(?:both|ours|theirs)$/u, "expected <conflict>=both|ours|theirs"),
        )
        .max(100_000)
        .default([])
        .describe("conflict=both, conflict=ours or conflict=theirs, with the names that a preview gives"),
      otherwise: mergeChoiceSchema.default("both").describe("for conflicts without a decision"),
      preview,
    }),
    output: mergeReportSchema,
    errors: ["exchange/not-readable", "exchange/damaged"],
    commandLine: { positional: ["text"], fromFile: ["text"] },
  }),
};

import { z } from "zod";
import { jobIdSchema } from "../base/ids.ts";
import { caseInfoSchema, recentCaseSchema, verifyReportSchema } from "../model/case.ts";
import { editHistorySchema } from "../model/edit.ts";
import { importAccountSchema, jobSchema } from "../model/job.ts";
import { defineProcedure } from "./define.ts";

const directory = z.string().min(1).describe("folder of the case");

/** Reply to the start of a job: follow it by events or with `jobs.show`. */
export const jobStartedSchema = z.object({ jobId: jobIdSchema });

export const caseProcedures = {
  "case.create": defineProcedure({
    kind: "command",
    summary: "Create a case in a new or empty folder and open it",
    scope: "none",
    input: z.object({ directory, title: z.string().trim().min(1).max(300).describe("title of the case") }),
    output: caseInfoSchema,
    errors: ["case/exists", "case/folder-not-empty", "case/busy", "export/not-writable", "export/no-space"],
    commandLine: { positional: ["directory"] },
  }),
  "case.open": defineProcedure({
    kind: "command",
    summary: "Open a case; the one that was open is closed",
    scope: "none",
    input: z.object({ directory }),
    output: caseInfoSchema,
    errors: ["case/not-a-case", "case/locked", "case/newer", "case/damaged", "case/migration-failed", "case/busy"],
  }),
  "case.close": defineProcedure({
    kind: "command",
    summary: "Close the open case",
    scope: "none",
    input: z.object({}),
    output: z.object({}),
    errors: ["case/busy"],
  }),
  "case.current": defineProcedure({
    kind: "query",
    summary: "The open case, or null",
    scope: "none",
    input: z.object({}),
    output: z.object({ case: caseInfoSchema.nullable() }),
    errors: [],
  }),
  "case.recent": defineProcedure({
    kind: "query",
    summary: "Cases that were open on this machine before, latest first",
    scope: "none",
    input: z.object({}),
    output: z.object({ cases: z.array(recentCaseSchema).readonly(), suggestedDirectory: z.string() }),
    errors: [],
  }),
  "case.create-sample": defineProcedure({
    kind: "command",
    summary: "Create the sample case from fictional documents, open it and start importing them",
    scope: "none",
    input: z.object({ directory: directory.optional() }),
    output: z.object({ case: caseInfoSchema, jobId: jobIdSchema.nullable() }),
    errors: ["case/folder-not-empty", "case/locked", "case/busy", "export/not-writable", "export/no-space"],
    commandLine: { positional: ["directory"] },
  }),
  "case.info": defineProcedure({
    kind: "query",
    summary: "Figures of the case",
    scope: "case",
    input: z.object({}),
    output: caseInfoSchema,
    errors: [],
    commandLine: {},
  }),
  "case.verify": defineProcedure({
    kind: "query",
    summary: "Hash every original, check both databases and every passage",
    scope: "case",
    input: z.object({}),
    output: verifyReportSchema,
    errors: [],
    commandLine: {},
  }),
  "case.rebuild-index": defineProcedure({
    kind: "job",
    summary: "Read every original anew, rebuild the index and anchor the passages again",
    scope: "case",
    input: z.object({}),
    output: jobStartedSchema,
    errors: ["case/busy"],
    commandLine: {},
    resultFrom: "jobs.account",
  }),

  "jobs.list": defineProcedure({
    kind: "query",
    summary: "Jobs of this case, latest first",
    scope: "case",
    input: z.object({}),
    output: z.object({ jobs: z.array(jobSchema).readonly() }),
    errors: [],
    commandLine: {},
  }),
  "jobs.show": defineProcedure({
    kind: "query",
    summary: "One job",
    scope: "case",
    input: z.object({ job: jobIdSchema }),
    output: jobSchema,
    errors: ["job/not-found"],
    commandLine: { positional: ["job"] },
  }),
  "jobs.account": defineProcedure({
    kind: "query",
    summary: "The account of a job: what became of every file",
    scope: "case",
    input: z.object({ job: jobIdSchema }),
    output: importAccountSchema,
    errors: ["job/not-found"],
    commandLine: { positional: ["job"] },
  }),
  "jobs.cancel": defineProcedure({
    kind: "command",
    summary: "Stop a job; what it finished stays",
    scope: "case",
    input: z.object({ job: jobIdSchema }),
    output: jobSchema,
    errors: ["job/not-found"],
  }),
  "jobs.resume": defineProcedure({
    kind: "job",
    summary: "Go on with a cancelled or interrupted job",
    scope: "case",
    input: z.object({ job: jobIdSchema }),
    output: jobStartedSchema,
    errors: ["job/not-found", "job/not-resumable", "case/busy"],
    commandLine: { positional: ["job"] },
    resultFrom: "jobs.account",
  }),

  "edits.history": defineProcedure({
    kind: "query",
    summary: "Steps that can be undone and redone, newest first",
    scope: "case",
    input: z.object({}),
    output: editHistorySchema,
    errors: [],
    commandLine: {},
  }),
  "edits.undo": defineProcedure({
    kind: "command",
    summary: "Undo the latest edit",
    scope: "case",
    input: z.object({}),
    output: editHistorySchema,
    errors: ["edit/nothing-to-undo", "document/name-taken"],
    commandLine: {},
  }),
  "edits.redo": defineProcedure({
    kind: "command",
    summary: "Redo the edit that was undone last",
    scope: "case",
    input: z.object({}),
    output: editHistorySchema,
    errors: ["edit/nothing-to-redo", "document/name-taken"],
    commandLine: {},
  }),
};

import { z } from "zod";
import { documentIdSchema } from "../base/ids.ts";

/** The open case, with the figures that the status bar shows. */
export const caseInfoSchema = z.object({
  directory: z.string(),
  title: z.string(),
  createdAt: z.string(),
  documents: z.number().int().nonnegative(),
  pages: z.number().int().nonnegative(),
  pagesWithoutText: z.number().int().nonnegative(),
  passages: z.number().int().nonnegative(),
  briefs: z.number().int().nonnegative(),
});
export type CaseInfo = z.infer<typeof caseInfoSchema>;

/** A case that was open on this machine before. */
export const recentCaseSchema = z.object({
  directory: z.string(),
  title: z.string(),
  openedAt: z.string(),
  /** False when its folder is not there now (moved, or on a drive that is not connected). */
  present: z.boolean(),
});
export type RecentCase = z.infer<typeof recentCaseSchema>;

/** What `case verify` found. `ok` is false as soon as anything differs. */
export const verifyReportSchema = z.object({
  ok: z.boolean(),
  originalsChecked: z.number().int().nonnegative(),
  originals: z
    .array(
      z.object({
        documentId: documentIdSchema,
        fileName: z.string(),
        problem: z.enum(["missing", "altered", "unreadable"]),
        message: z.string(),
      }),
    )
    .readonly(),
  databases: z
    .array(z.object({ name: z.string(), ok: z.boolean(), problems: z.array(z.string()).readonly() }))
    .readonly(),
  journal: z.object({
    ok: z.boolean(),
    entries: z.number().int().nonnegative(),
    /** Hash of the last entry. */
    head: z.string(),
    problems: z.array(z.object({ sequence: z.number().int(), problem: z.string() })).readonly(),
  }),
  passagesChecked: z.number().int().nonnegative(),
  /** Passages whose quote is not the text at their offsets. */
  passages: z.array(z.object({ passageId: z.string(), message: z.string() })).readonly(),
  tookMs: z.number().nonnegative(),
});
export type VerifyReport = z.infer<typeof verifyReportSchema>;

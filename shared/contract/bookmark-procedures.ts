import { z } from "zod";
import { bookmarkIdSchema, documentIdSchema } from "../base/ids.ts";
import { bookmarkSchema } from "../model/reading.ts";
import { defineProcedure } from "./define.ts";

const label = bookmarkSchema.shape.label.trim().describe("what it is called; the page's own name when empty");

/** Pages that people want to come back to. */
export const bookmarkProcedures = {
  "bookmarks.list": defineProcedure({
    kind: "query",
    summary: "Bookmarks, in the order of documents and pages",
    scope: "case",
    input: z.object({ document: documentIdSchema.optional().describe("only those of this document") }),
    output: z.object({ bookmarks: z.array(bookmarkSchema).readonly() }),
    errors: ["document/not-found"],
    commandLine: { positional: ["document"] },
  }),
  "bookmarks.add": defineProcedure({
    kind: "command",
    summary: "Put a bookmark on a page",
    scope: "case",
    input: z.object({
      document: documentIdSchema,
      page: z.number().int().positive().describe("1-based position"),
      label: label.default(""),
    }),
    output: bookmarkSchema,
    errors: ["document/not-found", "document/no-such-page"],
    commandLine: { positional: ["document", "page", "label"] },
  }),
  "bookmarks.rename": defineProcedure({
    kind: "command",
    summary: "Call a bookmark something else",
    scope: "case",
    input: z.object({ bookmark: bookmarkIdSchema, label }),
    output: bookmarkSchema,
    errors: ["bookmark/not-found"],
    commandLine: { positional: ["bookmark", "label"] },
  }),
  "bookmarks.remove": defineProcedure({
    kind: "command",
    summary: "Take a bookmark away",
    scope: "case",
    input: z.object({ bookmark: bookmarkIdSchema }),
    output: z.object({}),
    errors: ["bookmark/not-found"],
    commandLine: { positional: ["bookmark"] },
  }),
};
